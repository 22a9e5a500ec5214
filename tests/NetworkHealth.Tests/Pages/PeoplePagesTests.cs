using System.Net;
using AngleSharp.Html.Dom;
using static NetworkHealth.Tests.Pages.Forms;

namespace NetworkHealth.Tests.Pages;

/// <summary>People, as administrators and hub leaders change them by form.</summary>
public sealed class PeoplePagesTests(DemoApp app) : IClassFixture<DemoApp>
{
    private const string Admin = "admin@demo.example", Hub = "/networks/demo/RIV/people";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_administrator_invites_finds_changes_shuts_out_and_erases_somebody()
    {
        var admin = await app.SignedIn(Admin);
        var form = await Html.Read(admin, "/admin/people/invite?role=hub-leader&cohort=demo&network=CPL");
        Assert.Equal(("hub-leader", "demo", "CPL"), (Value(form, "Input.Role.Role"), Value(form, "Input.Role.Cohort"), Value(form, "Input.Role.Network")));

        var empty = await Read(await Post(admin, "/admin/people/invite", form, "invite"));
        Assert.Equal(("Say what the person is called.", "Type the e-mail address to sign in with.", "Choose a role."),
            (empty.QuerySelector("#name-problem")!.Words(), empty.QuerySelector("#address-problem")!.Words(), empty.QuerySelector("#role-problem")!.Words()));
        var unfit = await Read(await Post(admin, "/admin/people/invite", form, "invite", ("Input.Name", "Zoë"), ("Input.Address", "zoe@example.org"), ("Input.Role.Role", "funder"), ("Input.Role.Network", "CPL")));
        Assert.Equal("A funder is one for a whole cohort. Name the cohort, and no network.", unfit.QuerySelector("#cohort-problem")!.Words());
        var invited = await Read(await Post(admin, "/admin/people/invite", form, "invite",
            ("Input.Name", "Zoë <b>"), ("Input.Address", "zoe@example.org"), ("Input.Role.Role", "hub-leader"), ("Input.Role.Cohort", "demo"), ("Input.Role.Network", "CPL")));
        Assert.StartsWith("http://localhost:5080/account/set-password?person=", ((IHtmlInputElement)invited.QuerySelector("#link")!).Value, StringComparison.Ordinal);

        var list = await Html.Read(admin, "/admin/people?q=ZOE");
        string address = list.QuerySelector("tbody a")!.GetAttribute("href")!;
        Assert.Equal(("One person", "Zoë <b>", "hub leader of demo/CPL"), (list.QuerySelector("h1")!.Words(), list.QuerySelector("tbody th")!.Words(), list.QuerySelectorAll("tbody td")[1].Words()));
        var page = await Html.Read(admin, address);
        var again = await Read(await Post(admin, address, page, "invite-again"));
        Assert.Equal("Zoë <b> is invited", again.QuerySelector("#invited")!.Words());

        await Redirects(await Post(admin, address, again, "name", ("Input.Name", "Zoë Q.")), address);
        Assert.Equal("Somebody else changed this person while you read. Look at how things stand now, then decide again.", Problem(await Read(await Post(admin, address, again, "name", ("Input.Name", "Late")))));
        page = await Html.Read(admin, address);
        await Redirects(await Post(admin, address, page, "give", ("Role.Role", "evaluator"), ("Role.Cohort", "demo")), address);
        page = await Html.Read(admin, address);
        var roles = page.QuerySelectorAll("input[name=_handler]").Select(input => input.GetAttribute("value")!).Where(name => name.StartsWith("take-", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, roles.Count);
        await Redirects(await Post(admin, address, page, roles[1]), address);
        await Redirects(await Post(admin, address, await Html.Read(admin, address), "deactivate"), address);
        await Redirects(await Post(admin, address, await Html.Read(admin, address), "reactivate"), address);
        Assert.Equal("Zoë Q.", (await Html.Read(admin, address)).QuerySelector("h1")!.Words());

        Assert.Equal(HttpStatusCode.Redirect, (await Post(admin, $"{address}/erase", await Html.Read(admin, $"{address}/erase"), "erase")).StatusCode);
        Assert.Equal("A person who was erased", (await Html.Read(admin, address)).QuerySelector("h1")!.Words());
        Assert.Equal("Nobody’s name or address holds these words. Show everybody", (await Html.Read(admin, "/admin/people?q=zoe")).QuerySelector("main > p.measure")!.Words());
        Assert.Contains("a person who was erased", (await Html.Read(admin, $"/admin/audit?person={address.Split('/')[^1]}")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hub_leader_invites_and_takes_a_member()
    {
        var leader = await app.SignedIn("leader@demo.example");
        Assert.Equal("People", (await Html.Read(leader, "/networks/demo/RIV")).QuerySelector($"a[href='{Hub}']")!.Words());
        var page = await Html.Read(leader, Hub);
        Assert.Equal("Two people are in this hub", page.QuerySelector("h1")!.Words());

        var wrong = await Read(await Post(leader, Hub, page, "invite", ("Input.Name", "Bo"), ("Input.Address", "bo")));
        var invited = await Read(await Post(leader, Hub, page, "invite", ("Input.Name", "Bo"), ("Input.Address", "bo-member@example.org")));
        string take = invited.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains("bo-member@", StringComparison.Ordinal)).QuerySelector("input[name=_handler]")!.GetAttribute("value")!;
        var taken = await Post(leader, Hub, invited, take);

        Assert.Equal("“bo” is not an e-mail address, such as ada@example.org.", wrong.QuerySelector("#address-problem")!.Words());
        Assert.NotNull(invited.QuerySelector("#link"));
        await Redirects(taken, Hub);
        Assert.Equal("Two people are in this hub", (await Html.Read(leader, Hub)).QuerySelector("h1")!.Words());
    }
}
