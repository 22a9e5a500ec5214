using Microsoft.Playwright;

namespace NetworkHealth.BrowserTests;

/// <summary>Texts that could not be saved when they were written: in tabs that were closed, over a limit, or while the database was away.</summary>
public sealed class RatingLeftBehindTests(LiveApp live) : IClassFixture<LiveApp>
{
    private RatingDesk Desk => new(live.Connection);

    [Fact]
    public async Task Two_closed_tabs_that_wrote_in_one_field_are_both_shown()
    {
        var rating = await Desk.NewDraft();
        var first = await live.NewPage(signedInAs: Site.Leader);
        var context = first.Context;
        var second = await context.NewPageAsync();
        await first.OpenStep(rating);
        await second.OpenStep(rating);
        await context.SetOfflineAsync(true);
        foreach (var (page, text) in new[] { (first, "From the first tab."), (second, "From the second tab.") })
        {
            await page.Field("HL.seen").FillAsync(text);
            await Expect(page.Standing()).ToContainTextAsync("Your text stays in this browser");
            await page.CloseAsync();
        }

        await context.SetOfflineAsync(false);
        var again = await context.NewPageAsync();
        await again.OpenStep(rating);
        await Expect(again.Locator(".versions").GetByText("From the first tab.")).ToBeVisibleAsync();
        await Expect(again.Locator(".versions").GetByText("From the second tab.")).ToBeVisibleAsync();
        await again.GetByRole(AriaRole.Button, new() { Name = "Put them together" }).ClickAsync();

        await again.IsSaved();
        Assert.Equal(["From the first tab.", "From the second tab."], (await Desk.Saved(rating, "HL.seen")).Split("\n\n").Order());
        await context.CloseAsync();
    }

    [Fact]
    public async Task A_text_that_is_too_long_stays_in_its_place_when_a_conflict_of_its_entry_is_settled()
    {
        var rating = await Desk.NewDraft();
        var page = await live.NewPage(signedInAs: Site.Leader);
        await page.OpenStep(rating);
        string tooLong = new('w', int.Parse((await page.Field("HL.why").GetAttributeAsync("data-most"))!, System.Globalization.CultureInfo.InvariantCulture) + 1);
        await page.Field("HL.why").FillAsync(tooLong);
        await Expect(page.Standing()).ToHaveTextAsync(Held);

        await Desk.Say(rating, Domain.Subject.HubLeadership, new(null, new() { Seen = "Theirs." }));
        await page.Field("HL.seen").FillAsync("Mine.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep mine" }).ClickAsync();

        await Expect(page.Standing()).ToHaveTextAsync(Held);
        await Expect(page.Field("HL.seen")).ToHaveValueAsync("Mine.");
        await Expect(page.Field("HL.why")).ToHaveValueAsync(tooLong);
        Assert.Equal(("Mine.", ""), (await Desk.Saved(rating, "HL.seen"), await Desk.Saved(rating, "HL.why")));

        await page.Field("HL.why").FillAsync("Shorter.");
        await page.IsSaved();
        Assert.Equal("Shorter.", await Desk.Saved(rating, "HL.why"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_button_pressed_while_the_database_is_away_says_so_and_works_once_it_is_back()
    {
        var rating = await Desk.NewDraft();
        var page = await live.NewPage(signedInAs: Site.Leader);
        await page.OpenStep(rating);
        var add = page.GetByRole(AriaRole.Button, new() { Name = "Add a link" });

        await Desk.Execute($"ALTER TABLE draft_entries RENAME TO draft_entries_away");
        try
        {
            await add.ClickAsync();
            await Expect(page.Standing()).ToHaveTextAsync("This could not be saved just now. Try again in a moment.");
            await page.Field("HL.seen").FillAsync("Written meanwhile.");
            await Expect(page.Standing()).ToContainTextAsync("Your text stays in this browser");
        }
        finally
        {
            await Desk.Execute($"ALTER TABLE draft_entries_away RENAME TO draft_entries");
        }

        await page.IsSaved();
        await add.ClickAsync();
        await page.Field("HL.link.1.title").FillAsync("Coaching log");
        await page.IsSaved();
        Assert.Equal(("Written meanwhile.", "Coaching log"), (await Desk.Saved(rating, "HL.seen"), await Desk.Saved(rating, "HL.link.1.title")));
        await page.Context.CloseAsync();
    }

    private const string Held = "Not saved yet: a text in hub leadership. Its place says why.";

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
