using Microsoft.Playwright;
using NetworkHealth.Domain;

namespace NetworkHealth.BrowserTests;

/// <summary>Whatever is typed or pasted into a rating is kept as it stands, or refused at its field with nothing lost.</summary>
public sealed class RatingLimitsTests(LiveApp live) : IClassFixture<LiveApp>
{
    private RatingDesk Desk => new(live.Connection);

    [Fact]
    public async Task One_character_too_many_is_refused_at_the_field_and_saved_once_it_is_gone()
    {
        var rating = await Desk.NewDraft();
        var page = await live.NewPage(signedInAs: Site.Leader);
        await page.OpenStep(rating);
        string full = new('x', Grounds.SeenMaxLength);
        await page.Field("HL.seen").FillAsync(full);
        await page.IsSaved();

        await page.Field("HL.seen").FillAsync(full + "y");
        await Expect(page.Locator("#HL-seen-problem")).ToHaveTextAsync("This has 4,001 characters; 4,000 fit. Shorten it, and it is saved.");
        await Expect(page.Standing()).ToHaveTextAsync("Not saved yet: a text in hub leadership. Its place says why.");
        await page.ReloadAsync();
        await page.IsReady();
        await Expect(page.Field("HL.seen")).ToHaveValueAsync(full + "y");
        Assert.Equal(full, await Desk.Saved(rating, "HL.seen"));

        await page.Field("HL.seen").FillAsync(full[1..]);
        await page.IsSaved();
        await Expect(page.Locator("#HL-seen-problem")).ToBeHiddenAsync();
        Assert.Equal(full[1..], await Desk.Saved(rating, "HL.seen"));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("a\tb\n\n  c  ")]
    [InlineData("👩‍👩‍👧‍👦 and e\u0301 and \u202Eright to left\u202C, שלום")]
    [InlineData("=1+1\n<script>alert(1)</script>\n&amp; \"quoted\" \\ {0}")]
    public async Task Text_is_kept_as_it_was_pasted(string text)
    {
        var rating = await Desk.NewDraft();
        var page = await live.NewPage(signedInAs: Site.Leader);
        await page.OpenStep(rating);

        await page.Field("HL.seen").FillAsync(text);
        await page.IsSaved();

        Assert.Equal(text, await Desk.Saved(rating, "HL.seen"));
        await page.ReloadAsync();
        await Expect(page.Field("HL.seen")).ToHaveValueAsync(text);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("\n", 10_000, "This has 10,000 characters; 4,000 fit. Shorten it, and it is saved.")]
    [InlineData("語", 200_000, "This has 200,000 characters; 4,000 fit. Shorten it, and it is saved.")]
    public async Task A_flood_is_refused_with_its_count_stays_in_the_field_and_the_rest_is_saved(string what, int times, string problem)
    {
        var rating = await Desk.NewDraft();
        var page = await live.NewPage(signedInAs: Site.Leader);
        await page.OpenStep(rating);

        await Put(page.Field("HL.seen"), string.Concat(Enumerable.Repeat(what, times)));
        await Expect(page.Locator("#HL-seen-problem")).ToHaveTextAsync(problem);
        await page.Choice("HL.answer", "4").CheckAsync();
        await Expect(page.GetByText("One of seven is answered.")).ToBeVisibleAsync();

        Assert.Equal(times, await page.Field("HL.seen").EvaluateAsync<int>("field => field.value.length"));
        Assert.Equal(("4", ""), (await Desk.Saved(rating, "HL.answer"), await Desk.Saved(rating, "HL.seen")));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(0xD83D, "half a character")]
    [InlineData(0, "a nought")]
    public async Task A_character_that_cannot_be_stored_is_refused_at_the_field(int code, string name)
    {
        var rating = await Desk.NewDraft();
        var page = await live.NewPage(signedInAs: Site.Leader);
        await page.OpenStep(rating);

        await Put(page.Field("HL.why"), $"{name}: ", code);

        await Expect(page.Locator("#HL-why-problem")).ToContainTextAsync("a character that cannot be stored");
        await page.Field("HL.why").FillAsync("without it");
        await page.IsSaved();
        Assert.Equal("without it", await Desk.Saved(rating, "HL.why"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_address_that_is_none_of_the_web_never_becomes_a_link()
    {
        var rating = await Desk.NewDraft();
        var page = await live.NewPage(signedInAs: Site.Leader);
        await page.OpenStep(rating);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a link" }).ClickAsync();
        await Expect(page.Field("HL.link.1.title")).ToBeFocusedAsync();
        await page.Field("HL.link.1.address").FillAsync("javascript:alert(document.cookie)");
        await page.IsSaved();

        await Expect(page.GetByText("This is no web address. It begins with https:// or http://, such as https://example.org/log.")).ToBeVisibleAsync();
        await Expect(page.Locator("a[href^=javascript]")).ToHaveCountAsync(0);
        await page.GotoAsync(rating.Page("submit"));
        await Expect(page.GetByText("Hub leadership: This is no web address.")).ToBeVisibleAsync();
        await Expect(page.Locator("a[href^=javascript]")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Figures_of_a_survey_are_checked_where_they_stand()
    {
        var rating = await Desk.NewDraft();
        var page = await live.NewPage(signedInAs: Site.Leader);
        await page.OpenStep(rating);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a survey result" }).ClickAsync();
        await page.Field("HL.survey.1.instrument").FillAsync("Members' survey");
        await page.Field("HL.survey.1.answered").FillAsync("30 people");
        await Expect(page.Locator("[id='HL-survey.1.answered-problem']")).ToHaveTextAsync("Give a whole number from 0 to 1,000,000, in figures.");

        await page.Field("HL.survey.1.answered").FillAsync("30");
        await page.Field("HL.survey.1.asked").FillAsync("20");
        await page.IsSaved();
        await Expect(page.GetByText("30 of 20 cannot be: more answered than were asked.")).ToBeVisibleAsync();
        await page.Field("HL.survey.1.asked").FillAsync("60");
        await page.IsSaved();
        await Expect(page.GetByText("Under 65 % answered")).ToBeVisibleAsync();
        await Expect(page.GetByText("cannot be")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_largest_possible_rating_opens_is_saved_and_submitted()
    {
        var rating = await Desk.NewCompleteDraft(Largest);
        var page = await live.NewPage(signedInAs: Site.Leader);
        foreach (string step in (string[])["all", "HL"])
        {
            await page.OpenStep(rating, step);
            await page.Field("HL.link.20.title").FillAsync($"Changed in {step}");
            await page.IsSaved();
            Assert.Equal($"Changed in {step}", await Desk.Saved(rating, "HL.link.20.title"));
        }

        string control = new('\u001F', Grounds.SeenMaxLength);
        await page.Field("HL.seen").FillAsync(control);
        await page.IsSaved();
        Assert.Equal(control, await Desk.Saved(rating, "HL.seen"));

        await page.GotoAsync(rating.Page("submit"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Submit the" }).ClickAsync();
        await page.Reaches("/report");
        var revision = Assert.Single(await Desk.Revisions(rating));
        Assert.Equal(Largest(Subject.NetworkCulture), revision.Judgement(Subject.NetworkCulture));
        await page.Context.CloseAsync();
    }

    // As pasting does; typing ten thousand lines takes the browser a minute.
    private static async Task Put(ILocator field, string text, params int[] codes) => await field.EvaluateAsync(
        "(field, [text, codes]) => { field.value = text + String.fromCharCode(...codes); field.dispatchEvent(new Event('input', { bubbles: true })); }",
        new object[] { text, codes });

    private static Judgement Largest(Subject subject) => new(Answer.Of(Level.DevelopingHigh), new Grounds
    {
        Why = new string('語', Grounds.WhyMaxLength),
        Seen = string.Concat(Enumerable.Repeat("🌉", Grounds.SeenMaxLength / 2)),
        Links =
        [
            .. Enumerable.Range(1, Grounds.MostLinks).Select(id => new EvidenceLink(
                id, new string('題', EvidenceLink.TitleMaxLength), "https://example.org/".PadRight(EvidenceLink.AddressMaxLength, 'ä'), new DateOnly(2026, 5, 2))),
        ],
        Surveys =
        [
            .. Enumerable.Range(Grounds.MostLinks + 1, Grounds.MostSurveys).Select(id => new SurveyResult(
                id, new string('調', SurveyResult.InstrumentMaxLength), new DateOnly(2026, 5, 2), 999_999, SurveyResult.MostAsked, new string('査', SurveyResult.TextMaxLength))),
        ],
        Indicators = Rubrics.Current[subject].Indicators.ToDictionary(indicator => indicator.Code, _ => IndicatorChoice.NotSure),
    });

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
