using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;

namespace NetworkHealth.Tests.Pages;

/// <summary>The pages of administrators and hub leaders, as browsers post them.</summary>
public sealed class AdministrationPagesTests(DemoApp app) : IClassFixture<DemoApp>
{
    private const string Admin = "admin@demo.example", Hub = "/networks/demo/RIV/people";

    private static readonly string[] Pages =
        ["/admin", "/admin/people", "/admin/people/invite", "/admin/cohorts", "/admin/cohorts/demo", "/admin/cohorts/demo/networks/RIV", "/admin/import", "/admin/import/dead", "/admin/import/template.csv", "/admin/audit", "/admin/audit.csv"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_pages_are_there_for_administrators_alone()
    {
        await using var db = await app.Db();
        string person = $"/admin/people/{(await db.Users.SingleAsync(user => user.Email == "member@demo.example", Ct)).Id}";
        string[] all = [.. Pages, person, $"{person}/erase"];

        foreach (string page in all)
            Assert.Equal((page, HttpStatusCode.OK), (page, (await (await app.SignedIn(Admin)).GetAsync(page, Ct)).StatusCode));
        foreach (string email in (string[])["leader@demo.example", "member@demo.example", "evaluator@demo.example", "funder@demo.example", "researcher@demo.example"])
        {
            var client = await app.SignedIn(email);
            foreach (string page in all)
                Assert.Equal((email, page, HttpStatusCode.NotFound), (email, page, (await client.GetAsync(page, Ct)).StatusCode));
            Assert.Equal(email == "leader@demo.example" ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await client.GetAsync(Hub, Ct)).StatusCode);
            Assert.DoesNotContain("Administration", (await Html.Read(client, "/")).QuerySelector("nav")!.TextContent, StringComparison.Ordinal);
        }

        var stranger = app.CreateClient(new() { AllowAutoRedirect = false });
        foreach (string page in all.Append(Hub))
            Assert.Equal(HttpStatusCode.Redirect, (await stranger.GetAsync(page, Ct)).StatusCode);
        var admin = await app.SignedIn(Admin);
        Assert.Contains("Administration", (await Html.Read(admin, "/")).QuerySelector("nav")!.TextContent, StringComparison.Ordinal);
        foreach (string page in (string[])["/admin/people/0190d0ca-bcde-7abc-8def-0123456789ab", "/admin/cohorts/nowhere", "/admin/cohorts/demo/networks/XXX"])
            Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(page, Ct)).StatusCode);
    }

    [Fact]
    public async Task An_administrator_invites_finds_changes_shuts_out_and_erases_somebody()
    {
        var admin = await app.SignedIn(Admin);
        var form = await Html.Read(admin, "/admin/people/invite?role=hub-leader&cohort=demo&network=CPL");
        Assert.Equal(("hub-leader", "demo", "CPL"), (Value(form, "Input.Role.Role"), Value(form, "Input.Role.Cohort"), Value(form, "Input.Role.Network")));

        var empty = await Read(await Post(admin, "/admin/people/invite", form, "invite"));
        Assert.Equal(("Say what the person is called.", "Type the e-mail address with which the person signs in.", "Choose a role."),
            (empty.QuerySelector("#name-problem")!.Words(), empty.QuerySelector("#address-problem")!.Words(), empty.QuerySelector("#role-problem")!.Words()));
        var unfit = await Read(await Post(admin, "/admin/people/invite", form, "invite", ("Input.Name", "Zoë"), ("Input.Address", "zoe@example.org"), ("Input.Role.Role", "funder"), ("Input.Role.Network", "CPL")));
        Assert.Equal("A funder is one for a whole cohort. Choose it, and leave the network empty.", unfit.QuerySelector("#cohort-problem")!.Words());
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

    [Fact]
    public async Task An_administrator_makes_a_cohort_with_cycles_and_networks()
    {
        var admin = await app.SignedIn(Admin);
        const string Cohort = "/admin/cohorts/page-made", Network = Cohort + "/networks/N%201";
        var bad = await Read(await Post(admin, "/admin/cohorts", await Html.Read(admin, "/admin/cohorts"), "cohort", ("Input.Slug", "Page Made")));
        Assert.Equal(("“Page Made” cannot be a cohort's short name. Use 1 to 64 lower-case letters, digits and hyphens.", "Say what the cohort is called."),
            (bad.QuerySelector("#slug-problem")!.Words(), bad.QuerySelector("#name-problem")!.Words()));
        await Redirects(await Post(admin, "/admin/cohorts", bad, "cohort", ("Input.Slug", "page-made"), ("Input.Name", "Made “here”")), Cohort);

        var first = await Html.Read(admin, Cohort);
        await Redirects(await Post(admin, Cohort, first, "cycle", ("Input.Year", "2026"), ("Input.Label", "2025–26")), Cohort);
        Assert.StartsWith("Somebody else changed this while you wrote", Problem(await Read(await Post(admin, Cohort, first, "display", ("Input.Display", "Names")))), StringComparison.Ordinal);
        Assert.Equal("Write a year from 1900 to 2100.", (await Read(await Post(admin, Cohort, first, "cycle", ("Input.Year", "soon")))).QuerySelector("#year-problem")!.Words());
        await Redirects(await Post(admin, Cohort, await Html.Read(admin, Cohort), "display", ("Input.Display", "Names"), ("Input.IsNamedForResearch", "True")), Cohort);
        await Redirects(await Post(admin, Cohort, await Html.Read(admin, Cohort), "label-2026", ("Label", "26")), Cohort);
        await Redirects(await Post(admin, Cohort, await Html.Read(admin, Cohort), "turn-2026"), Cohort);
        await Redirects(await Post(admin, Cohort, await Html.Read(admin, Cohort), "network", ("Input.Code", "N 1"), ("Input.Name", "")), Cohort);
        await Redirects(await Post(admin, Network, await Html.Read(admin, Network), "about", ("Input.Name", "North"), ("Input.HubType", "District"), ("Input.LaunchYear", "2020"), ("Input.Aim", "A\r\nB")), Network);
        Assert.Equal("Write a year from 1900 to 2100, or leave it empty.", (await Read(await Post(admin, Network, await Html.Read(admin, Network), "about", ("Input.Name", "North"), ("Input.LaunchYear", "20")))).QuerySelector("#launch-problem")!.Words());
        await Redirects(await Post(admin, Network, await Html.Read(admin, Network), "archive"), Network);
        Assert.StartsWith("It is archived. Its hub is a school district. Launched in 2020.", (await Html.Read(admin, Network)).QuerySelector(".lede")!.Words(), StringComparison.Ordinal);
        await Redirects(await Post(admin, Network, await Html.Read(admin, Network), "restore"), Network);
        await Redirects(await Post(admin, Cohort, await Html.Read(admin, Cohort), "names", ("Input.Slug", "page-moved"), ("Input.Name", "Moved"), ("Input.Funder", "F")), "/admin/cohorts/page-moved");

        var facts = (await Html.Read(admin, "/admin/cohorts/page-moved")).QuerySelectorAll("dl.facts dd").Select(fact => fact.Words());
        Assert.Equal(["page-moved", "F", "names", "yes"], facts);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(Cohort, Ct)).StatusCode);
        var trail = await Html.Read(admin, "/admin/audit?network=page-moved/N 1");
        Assert.Equal(4, trail.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Name N 1 → North", trail.QuerySelectorAll("tbody tr")[2].Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_previewed_and_imported_by_its_administrator()
    {
        var admin = await app.SignedIn(Admin);
        var page = await Html.Read(admin, "/admin/import?cohort=demo");
        Assert.Equal("demo", Value(page, "Input.Cohort"));
        var none = await Read(await Upload(admin, page, "", ""));
        var preview = await Upload(admin, page, "", "network_code,2021\nA,2\n");
        string address = new Uri(new Uri("http://localhost"), preview.Headers.Location!).AbsolutePath;
        var shown = await Html.Read(admin, address);
        await using var db = await app.Db();
        Assert.False(await db.Cohorts.AnyAsync(cohort => cohort.Slug == "by-page", Ct));

        Assert.Equal("Choose a file that is not empty.", none.QuerySelector("#file-problem")!.Words());
        Assert.Equal("What the file would do", shown.QuerySelector("h1")!.Words());
        Assert.StartsWith("It would be: 1 rows: 1 ratings created, 0 revised, 0 unchanged.", shown.QuerySelector("[role=status]")!.Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await Post(admin, address, shown, "confirm")).StatusCode);
        Assert.Equal("The file is imported", (await Html.Read(admin, address)).QuerySelector("h1")!.Words());
        Assert.True(await db.Cohorts.AnyAsync(cohort => cohort.Slug == "by-page", Ct));

        var bad = await Upload(admin, page, "demo", "network_code,2021\nRIV,Good\n");
        var problems = await Html.Read(admin, new Uri(new Uri("http://localhost"), bad.Headers.Location!).AbsolutePath);
        Assert.Equal(("One problem to mend first", "2"), (problems.QuerySelector("h1")!.Words(), problems.QuerySelector("tbody th")!.Words()));
        Assert.Null(problems.QuerySelector("input[value=confirm]"));
        Assert.Equal("This file is not here any more", (await Html.Read(admin, "/admin/import/0123456789abcdef")).QuerySelector("h1")!.Words());
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_with_a_sentence()
    {
        var admin = await app.SignedIn(Admin);
        var page = await Html.Read(admin, "/admin/import");
        var form = new FormUrlEncodedContent(Html.HiddenFields(page, "import"));
        form.Headers.ContentLength = 200L * 1024 * 1024;
        var refused = await admin.PostAsync("/admin/import", form, Ct);
        Assert.Equal((HttpStatusCode.SeeOther, "/admin/import?large=1"), (refused.StatusCode, refused.Headers.Location?.OriginalString));
        var told = await Html.Read(admin, "/admin/import?large=1");

        Assert.StartsWith("The file is larger than 100 MB.", Problem(told), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_without_the_right_cannot_post_either()
    {
        var leader = await app.SignedIn("leader@demo.example");
        string token = (await Html.Read(leader, Hub)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        string before = await Fingerprint.Of(app);

        foreach (var (address, handler) in new[] { ("/admin/people/invite", "invite"), ("/admin/cohorts", "cohort"), ("/admin/cohorts/demo", "names"), ("/admin/cohorts/demo/networks/RIV", "archive"), ("/admin/import", "import"), ("/networks/demo/CPL/people", "invite") })
        {
            var response = await leader.PostAsync(address, new FormUrlEncodedContent([new("_handler", handler), new("__RequestVerificationToken", token), new("Input.Name", "X"), new("Edition", "1")]), Ct);
            Assert.Equal((address, HttpStatusCode.SeeOther), (address, response.StatusCode));
            Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync(address, Ct)).StatusCode);
        }

        Assert.Equal(before, await Fingerprint.Of(app));
    }

    private static Task<HttpResponseMessage> Upload(HttpClient client, IHtmlDocument page, string cohort, string csv)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in Html.HiddenFields(page, "import"))
            form.Add(new StringContent(value), name);
        form.Add(new StringContent(cohort), "Input.Cohort");
        form.Add(new StringContent(cohort.Length == 0 ? "by-page" : ""), "Input.NewSlug");
        form.Add(new StringContent("self"), "Input.Source");
        if (csv.Length > 0)
            form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "Input.File", "years.csv");
        return client.PostAsync("/admin/import", form, Ct);
    }

    private static Task<HttpResponseMessage> Post(HttpClient client, string address, IHtmlDocument page, string form, params (string Name, string Value)[] fields) =>
        client.PostAsync(address, new FormUrlEncodedContent(
            [.. Html.HiddenFields(page, form), .. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))]), Ct);

    private static async Task<IHtmlDocument> Read(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return Html.Parse(await response.Content.ReadAsStringAsync(Ct));
    }

    private static async Task Redirects(HttpResponseMessage response, string address)
    {
        if (response.StatusCode == HttpStatusCode.OK)
            Assert.Fail(Html.Parse(await response.Content.ReadAsStringAsync(Ct)).QuerySelector("main")!.Words());
        Assert.Equal((HttpStatusCode.Redirect, $"http://localhost{address}?saved=1"), (response.StatusCode, new Uri(new Uri("http://localhost"), response.Headers.Location!).AbsoluteUri));
    }

    private static string Value(IHtmlDocument page, string name) => page.QuerySelector($"[name='{name}']") switch
    {
        IHtmlSelectElement select => select.Value!,
        IHtmlInputElement input => input.Value,
        _ => "",
    };

    private static string Problem(IHtmlDocument page) => page.QuerySelector("[role=alert]")!.Words();
}
