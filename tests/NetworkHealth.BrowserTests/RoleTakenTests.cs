using System.Diagnostics;
using Microsoft.Playwright;

namespace NetworkHealth.BrowserTests;

/// <summary>A role that is taken away ends what its person does within a minute, on a page that stays open too.</summary>
public sealed class RoleTakenTests(LiveApp live) : IClassFixture<LiveApp>
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private RatingDesk Desk => new(live.Connection);

    [Fact]
    public async Task Who_lost_the_role_saves_nothing_more_on_the_page_they_have_open()
    {
        var rating = await Desk.NewDraft();
        var member = await live.NewPage(signedInAs: Site.Member);
        await member.OpenStep(rating);
        await member.Field("HL.seen").FillAsync("Written by a member.");
        await member.IsSaved();
        Assert.Equal("Written by a member.", await Desk.Saved(rating, "HL.seen"));

        await TakeRole();
        await WritesUntilRefused(member);

        string last = await Desk.Saved(rating, "HL.seen");
        await member.Field("HL.why").FillAsync("Written by nobody.");
        await member.Field("HL.seen").FillAsync("Written by nobody.");
        await Expect(member.Standing()).ToHaveTextAsync(Refused);
        await Expect(member.Field("HL.seen")).ToHaveValueAsync("Written by nobody.");
        Assert.Equal((last, ""), (await Desk.Saved(rating, "HL.seen"), await Desk.Saved(rating, "HL.why")));

        await member.ReloadAsync();
        await Expect(member.GetByRole(AriaRole.Heading, new() { Name = "There is nothing at this address." })).ToBeVisibleAsync();
        Assert.Equal((last, ""), (await Desk.Saved(rating, "HL.seen"), await Desk.Saved(rating, "HL.why")));
        await member.Context.CloseAsync();
    }

    private const string Refused = "You do not rate this network any more. What you wrote last stays in this browser.";

    private async Task TakeRole()
    {
        var administrator = await live.NewPage(signedInAs: Site.Administrator);
        await administrator.GotoAsync($"/admin/people/{await live.IdOf(Site.Member)}");
        await Expect(administrator.GetByText("Hub member of the network")).ToBeVisibleAsync();
        await administrator.GetByRole(AriaRole.Button, new() { Name = "Take it" }).ClickAsync();
        await Expect(administrator.GetByRole(AriaRole.Heading, new() { Name = "No role yet" })).ToBeVisibleAsync();
        await administrator.Context.CloseAsync();
    }

    private static async Task WritesUntilRefused(IPage member)
    {
        var since = Stopwatch.StartNew();
        for (int i = 1; await member.Standing().TextContentAsync() != Refused; i++)
        {
            Assert.True(since.Elapsed < Minute, $"Still saves after {since.Elapsed.TotalSeconds:N0} s.");
            await member.Field("HL.seen").FillAsync($"Written after the role was taken, {i}.");
            await Expect(member.Standing()).Not.ToHaveTextAsync("Saving…");
            await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        }

        Settings.Say($"Refused after {since.Elapsed.TotalSeconds:N0} s.");
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
