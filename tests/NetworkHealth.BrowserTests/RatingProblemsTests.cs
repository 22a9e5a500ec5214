using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NetworkHealth.Domain;

namespace NetworkHealth.BrowserTests;

/// <summary>Why something is not saved is said where it stands, to eye and ear.</summary>
public sealed class RatingProblemsTests(LiveApp live) : IClassFixture<LiveApp>
{
    private RatingDesk Desk => new(live.Connection);

    [Fact]
    public async Task A_problem_describes_its_field_until_it_is_gone()
    {
        var rating = await Desk.NewDraft();
        var page = await live.NewPage(signedInAs: Site.Leader);
        await page.OpenStep(rating);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a link" }).ClickAsync();
        await Expect(page.Field("HL.link.1.title")).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a survey result" }).ClickAsync();
        await Expect(page.Field("HL.survey.2.instrument")).ToBeFocusedAsync();

        await Refuses("link.1.title", new string('x', EvidenceLink.TitleMaxLength + 1), "This has 201 characters; 200 fit. Shorten it, and it is saved.", "Log");
        await Refuses("link.1.address", new string('x', EvidenceLink.AddressMaxLength + 1), "This has 2,001 characters; 2,000 fit. Shorten it, and it is saved.", "https://example.org/log");
        await Refuses("link.1.date", "1899-12-31", Day, "2024-05-02");
        await Refuses("survey.2.instrument", new string('x', SurveyResult.InstrumentMaxLength + 1), "This has 201 characters; 200 fit. Shorten it, and it is saved.", "Members");
        await Refuses("survey.2.date", "1899-12-31", Day, "2024-05-02");
        await Refuses("survey.2.answered", "most", Number, "20");
        await Refuses("survey.2.asked", "all", Number, "30");
        await Refuses("survey.2.text", new string('x', SurveyResult.TextMaxLength + 1), "This has 1,001 characters; 1,000 fit. Shorten it, and it is saved.", "Trust");
        await page.Context.CloseAsync();

        async Task Refuses(string name, string text, string problem, string better)
        {
            var field = page.Field($"HL.{name}");
            await field.FillAsync(text);
            await Expect(field).ToHaveAccessibleDescriptionAsync(problem);
            await Expect(field).ToHaveAttributeAsync("aria-invalid", "true");

            await field.FillAsync(better);
            await page.IsSaved();
            await Expect(field).ToHaveAccessibleDescriptionAsync("");
            await Expect(field).Not.ToHaveAttributeAsync("aria-invalid", "true");
            Assert.Equal(better, await Desk.Saved(rating, $"HL.{name}"));
        }
    }

    [Fact]
    public async Task A_problem_stands_beside_the_hint_of_its_field()
    {
        var rating = await Desk.NewDraft();
        var page = await live.NewPage(signedInAs: Site.Leader);
        await page.OpenStep(rating);
        foreach (var (name, most) in ((string, int)[])[("HL.why", Grounds.WhyMaxLength), ("HL.seen", Grounds.SeenMaxLength)])
        {
            string hint = await page.Locator($"#{name.Replace('.', '-')}-hint").InnerTextAsync();
            await Expect(page.Field(name)).ToHaveAccessibleDescriptionAsync(hint);
            await page.Field(name).FillAsync(new string('x', most + 1));
            await Expect(page.Field(name)).ToHaveAccessibleDescriptionAsync(
                FormattableString.Invariant($"{hint} This has {most + 1:N0} characters; {most:N0} fit. Shorten it, and it is saved."));
        }

        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("answer", "your judgement: how developed is hub leadership", "This is neither a level nor a reason for none.")]
    [InlineData("indicator.HL1", "Vision and aim", "This is no choice for an indicator.")]
    public async Task A_refused_choice_is_said_at_its_group_until_another_is_made(string field, string legend, string problem)
    {
        string name = $"HL.{field}";
        var rating = await Desk.NewDraft();
        var page = await live.NewPage(signedInAs: Site.Leader);
        await page.OpenStep(rating);
        var group = page.GetByRole(AriaRole.Radiogroup).Filter(new() { Has = page.Choice(name, "0") });
        await Expect(group).ToHaveAccessibleNameAsync(new Regex(legend));
        await Expect(group).ToHaveAccessibleDescriptionAsync("");

        // As a page of another version of this program would.
        await page.Choice(name, "2").EvaluateAsync("choice => { choice.value = '7'; }");
        await page.Choice(name, "7").CheckAsync();
        await IsSaid();
        await page.ReloadAsync();
        await page.IsReady();
        await IsSaid();
        Assert.Equal("", await Desk.Saved(rating, name));

        await page.Choice(name, "1").CheckAsync();
        await page.IsSaved();
        await Expect(group).ToHaveAccessibleDescriptionAsync("");
        await Expect(group).Not.ToHaveAttributeAsync("aria-invalid", "true");
        Assert.Equal("1", await Desk.Saved(rating, name));
        await page.Context.CloseAsync();

        async Task IsSaid()
        {
            await Expect(group).ToHaveAccessibleDescriptionAsync(problem);
            await Expect(group).ToHaveAttributeAsync("aria-invalid", "true");
            await Expect(group.GetByText(problem)).ToBeVisibleAsync();
            await Expect(page.Standing()).ToHaveTextAsync("Not saved yet: a choice in hub leadership. Its place says why.");
            await Expect(page.Locator("[data-said]")).ToHaveTextAsync("Not saved yet: a choice in hub leadership. Its place says why.");
        }
    }

    private static readonly string Day = $"Give a day from {Cohort.FirstYear} to {Cohort.LastYear}, such as 2 May 2024.";

    private const string Number = "Give a whole number from 0 to 1,000,000, in figures.";

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
