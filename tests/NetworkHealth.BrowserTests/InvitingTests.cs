using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace NetworkHealth.BrowserTests;

/// <summary>Access given and taken away in the pages: the link that is shown leads somebody in, to what is theirs and no further.</summary>
public sealed class InvitingTests(LiveApp live) : IClassFixture<LiveApp>
{
    private const string Password = "many small good steps";
    private const string Riverbend = "Riverbend Math Collaborative";

    [Fact]
    public async Task An_administrator_invites_somebody_who_finds_their_network()
    {
        var administrator = await live.NewPage(signedInAs: Site.Administrator);
        await administrator.GotoAsync("/admin/people");
        await administrator.GetByRole(AriaRole.Link, new() { Name = "Invite somebody" }).ClickAsync();
        await Expect(administrator.GetByRole(AriaRole.Heading, new() { Name = "Invite somebody" })).ToBeVisibleAsync();
        await administrator.GetByLabel("Name", new() { Exact = true }).FillAsync("Zoë “Zo” O’Brien");
        await administrator.GetByLabel("E-mail address").FillAsync("zoe@example.org");
        await administrator.GetByLabel("Role").SelectOptionAsync("Hub member");
        await administrator.GetByLabel("Cohort").SelectOptionAsync("demo");
        await administrator.GetByLabel("Network").FillAsync("RIV");
        string link = await Invite(administrator, "Zoë “Zo” O’Brien is invited");

        var person = await FollowTo(link, "zoe@example.org");

        await Reads(person, "/networks/demo/RIV", Riverbend);
        await Reads(person, "/networks/demo/TGN", "There is nothing at this address.");
        await Reads(person, "/admin/people", "There is nothing at this address.");
        await person.Context.CloseAsync();
        await administrator.Context.CloseAsync();
    }

    [Fact]
    public async Task A_leader_invites_a_member_and_takes_the_role_again()
    {
        var leader = await live.NewPage(signedInAs: Site.Leader);
        await leader.GotoAsync("/networks/demo/RIV/people");
        await leader.GetByLabel("Name", new() { Exact = true }).FillAsync("Ana Núñez");
        await leader.GetByLabel("E-mail address").FillAsync("ana@example.org");
        string link = await Invite(leader, "Ana Núñez is invited");
        var person = await FollowTo(link, "ana@example.org");
        await Reads(person, "/networks/demo/RIV", Riverbend);
        await Reads(person, "/networks/demo/RIV/people", "There is nothing at this address.");

        await leader.GotoAsync("/networks/demo/RIV/people");
        await leader.GetByRole(AriaRole.Button, new() { Name = "Take the role away from Ana Núñez" }).ClickAsync();
        await Expect(leader.GetByText("The role is taken away.")).ToBeVisibleAsync();

        await Reads(person, "/networks/demo/RIV", "There is nothing at this address.");
        await person.Context.CloseAsync();
        await leader.Context.CloseAsync();
    }

    private static async Task<string> Invite(IPage page, string told)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Invite", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = told })).ToBeVisibleAsync();
        Assert.Empty((await page.RunAxe()).Violations.Select(violation => $"{violation.Id} at {string.Join(", ", violation.Nodes.Select(node => node.Html))}"));
        // It begins with the address at which people reach the service; a test's server has another.
        return new Uri(await page.GetByLabel("Link to hand on").InputValueAsync()).PathAndQuery;
    }

    private async Task<IPage> FollowTo(string link, string address)
    {
        var page = await live.NewPage();
        await page.GotoAsync(link);
        await page.GetByLabel("New password").FillAsync(Password);
        await page.GetByLabel("The same again").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Set the password" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your password is set." })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Sign in" }).ClickAsync();
        await page.GetByLabel("E-mail").FillAsync(address);
        await page.GetByLabel("Password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Account" })).ToBeVisibleAsync();
        return page;
    }

    private static async Task Reads(IPage page, string address, string heading)
    {
        await page.GotoAsync(address);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(heading);
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
