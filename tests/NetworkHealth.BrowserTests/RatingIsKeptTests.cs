using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace NetworkHealth.BrowserTests;

/// <summary>What somebody typed into a rating is never lost, whatever happens to the page or the line.</summary>
public sealed class RatingIsKeptTests(LiveApp live) : IClassFixture<LiveApp>
{
    private RatingDesk Desk => new(live.Connection);

    [Fact]
    public async Task Nothing_can_be_typed_before_the_connection_stands()
    {
        var rating = await Desk.NewDraft();
        var page = await live.NewPage(signedInAs: Site.Leader);

        string html = await (await page.Context.APIRequest.GetAsync(rating.Page(step: "HL"))).TextAsync();

        Assert.Contains("<fieldset class=\"entries\" disabled>", html, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_page_whose_connection_never_came_begins_anew_once_the_server_can_be_reached()
    {
        var rating = await Desk.NewDraft();
        var page = await live.NewPage(signedInAs: Site.Leader);
        await page.RouteAsync("**/_blazor/**", route => route.AbortAsync());
        await page.GotoAsync(rating.Page(step: "HL"));
        await page.WaitForTimeoutAsync(2000);
        await Expect(page.Locator("[data-connecting]")).ToHaveTextAsync("Connecting. You can write in a moment; if this stays, load the page again.");

        await page.UnrouteAsync("**/_blazor/**");

        await page.IsReady();
        await page.Field("HL.seen").FillAsync("Written after all.");
        await page.IsSaved();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_reload_right_after_the_last_key_loses_nothing()
    {
        var rating = await Desk.NewDraft();
        var page = await live.NewPage(signedInAs: Site.Leader);
        await page.OpenStep(rating);
        await page.Choice("HL.answer", "3").CheckAsync();
        await page.Field("HL.seen").FillAsync("Every team showed its data in June.");

        await page.ReloadAsync();
        await page.IsReady();

        await Expect(page.Field("HL.seen")).ToHaveValueAsync("Every team showed its data in June.");
        await Expect(page.Choice("HL.answer", "3")).ToBeCheckedAsync();
        await page.IsSaved();
        Assert.Equal(("Every team showed its data in June.", "3"), (await Desk.Saved(rating, "HL.seen"), await Desk.Saved(rating, "HL.answer")));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_a_line_the_page_says_so_and_sends_what_was_typed_once_it_is_back()
    {
        var rating = await Desk.NewDraft();
        var page = await live.NewPage(signedInAs: Site.Leader);
        await page.OpenStep(rating);
        await page.Field("HL.seen").FillAsync("Before the tunnel.");
        await page.IsSaved();

        await page.Context.SetOfflineAsync(true);
        await Expect(page.Standing()).ToHaveTextAsync("The connection is lost. What you type stays in this browser, and we keep trying.");
        await page.Field("HL.seen").FillAsync("In the tunnel.");
        await page.Choice("HL.answer", "not_applicable").CheckAsync();
        await Expect(page.Standing()).ToHaveTextAsync(NotSaved);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Add a link" })).ToBeDisabledAsync();
        Assert.Equal("Before the tunnel.", await Desk.Saved(rating, "HL.seen"));

        await page.Context.SetOfflineAsync(false);
        await page.IsSaved();
        Assert.Equal(("In the tunnel.", "not_applicable"), (await Desk.Saved(rating, "HL.seen"), await Desk.Saved(rating, "HL.answer")));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_tab_that_was_closed_without_a_line_gives_its_text_to_the_next()
    {
        var rating = await Desk.NewDraft();
        var page = await live.NewPage(signedInAs: Site.Leader);
        await page.OpenStep(rating, "CI");
        await page.Context.SetOfflineAsync(true);
        await page.Field("CI.seen").FillAsync("Typed in a tab that is gone.");
        await Expect(page.Standing()).ToHaveTextAsync(NotSaved);
        var context = page.Context;
        await page.CloseAsync();
        await context.SetOfflineAsync(false);

        var again = await context.NewPageAsync();
        await again.OpenStep(rating, "HL");

        await again.IsSaved();
        Assert.Equal("Typed in a tab that is gone.", await Desk.Saved(rating, "CI.seen"));
        await context.CloseAsync();
    }

    [Theory]
    [InlineData("HL", "Go on to")]
    [InlineData("RE", "Back")]
    [InlineData("OVERALL", "Read it and submit")]
    [InlineData("CU", "Discard this draft")]
    public async Task Leaving_right_after_typing_carries_the_text(string step, string link)
    {
        var rating = await Desk.NewDraft();
        var page = await live.NewPage(signedInAs: Site.Leader);
        await page.OpenStep(rating, step);

        await page.Field($"{step}.seen").FillAsync("The last sentence.");
        string before = page.Url;
        await page.GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync();

        await Assertions.Expect(page).Not.ToHaveURLAsync(before);
        Assert.Equal("The last sentence.", await Desk.Saved(rating, $"{step}.seen"));
        Assert.Equal(0, await page.Unsaved());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Back_and_forward_between_the_steps_show_each_with_its_texts()
    {
        var rating = await Desk.NewDraft();
        var page = await live.NewPage(signedInAs: Site.Leader);
        await page.OpenStep(rating, "HL");
        await page.Field("HL.seen").FillAsync("Of the hub.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Go on to" }).ClickAsync();
        await Expect(page.Locator("#RE-heading")).ToBeFocusedAsync();
        await page.Field("RE.seen").FillAsync("Of the roles.");

        await page.GoBackAsync();
        await Expect(page.Field("HL.seen")).ToHaveValueAsync("Of the hub.");
        await page.GoForwardAsync();
        await Expect(page.Field("RE.seen")).ToHaveValueAsync("Of the roles.");
        await page.IsSaved();
        Assert.Equal(("Of the hub.", "Of the roles."), (await Desk.Saved(rating, "HL.seen"), await Desk.Saved(rating, "RE.seen")));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Typing_goes_on_while_an_earlier_save_is_under_way()
    {
        var rating = await Desk.NewDraft();
        var page = await live.NewPage(signedInAs: Site.Leader);
        await page.OpenStep(rating);
        string text = string.Concat(Enumerable.Range(0, 30).Select(i => $"{i:00} words. "));
        await page.Field("HL.seen").PressSequentiallyAsync(text[..100]);
        await page.IsSaved();

        await using (var db = Desk.CreateDbContext())
        await using (await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            // Nobody else can write the entry as long as this stands.
            await db.DraftEntries.ExecuteUpdateAsync(set => set.SetProperty(e => e.Version, e => e.Version), TestContext.Current.CancellationToken);
            await page.Field("HL.seen").PressSequentiallyAsync(text[100..200]);
            await Expect(page.Standing()).ToHaveTextAsync("Saving…");
            await page.Field("HL.seen").PressSequentiallyAsync(text[200..]);
        }

        await Expect(page.Field("HL.seen")).ToHaveValueAsync(text);
        await page.IsSaved();
        await Expect(page.Field("HL.seen")).ToHaveValueAsync(text);
        Assert.Equal(text, await Desk.Saved(rating, "HL.seen"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Three_hundred_characters_typed_fast_arrive_as_they_were_typed()
    {
        var rating = await Desk.NewDraft();
        var page = await live.NewPage(signedInAs: Site.Leader);
        await page.OpenStep(rating);
        string text = string.Concat(Enumerable.Range(0, 30).Select(i => $"{i:00} words. "));

        foreach (char[] burst in text.Chunk(60))
        {
            await page.Field("HL.seen").PressSequentiallyAsync(new string(burst));
            await page.WaitForTimeoutAsync(360);
        }

        await page.IsSaved();
        await Expect(page.Field("HL.seen")).ToHaveValueAsync(text);
        Assert.Equal(text, await Desk.Saved(rating, "HL.seen"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Choices_in_quick_succession_end_at_the_last()
    {
        var rating = await Desk.NewDraft();
        var page = await live.NewPage(signedInAs: Site.Leader);
        await page.OpenStep(rating);

        foreach (string value in (string[])["0", "1", "2", "3", "4", "0", "3", "not_asked", "2"])
            await page.Choice("HL.answer", value).ClickAsync();
        await page.IsSaved();

        await Expect(page.Choice("HL.answer", "2")).ToBeCheckedAsync();
        Assert.Equal("2", await Desk.Saved(rating, "HL.answer"));
        await page.Context.CloseAsync();
    }

    private static System.Text.RegularExpressions.Regex NotSaved { get; } =
        new(@"^Not saved( since \d\d:\d\d)?\. Your text stays in this browser, and we keep trying\.$");

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
