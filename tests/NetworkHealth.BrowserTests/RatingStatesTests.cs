using System.Text;
using Deque.AxeCore.Playwright;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NetworkHealth.Domain;
using NetworkHealth.Features.AnnualRating;
using NetworkHealth.Features.DataImport;

namespace NetworkHealth.BrowserTests;

/// <summary>Anybody can use the rating in each state it can be in, also those that no address leads to: axe in both themes, narrow screens, touch.</summary>
public sealed class RatingStatesTests(LiveApp live) : IClassFixture<LiveApp>
{
    private RatingDesk Desk => new(live.Connection);

    private static Dictionary<string, Func<RatingStatesTests, IPage, Task>> States { get; } = new()
    {
        ["begin"] = async (test, page) => await page.GotoAsync((await test.Desk.NewYear()).Page()),
        ["domain"] = async (test, page) => await page.OpenStep(await test.HalfDone(), "HL"),
        ["overall"] = async (test, page) => await page.OpenStep(await test.HalfDone(), "OVERALL"),
        ["all"] = async (test, page) => await page.OpenStep(await test.HalfDone(), "all"),
        ["conflict"] = (test, page) => test.Conflict(page),
        ["offline"] = (test, page) => test.Offline(page),
        ["refused"] = (test, page) => test.Refused(page),
        ["submit-gaps"] = async (test, page) => await page.GotoAsync((await test.HalfDone()).Page("submit")),
        ["submit-ready"] = async (test, page) => await page.GotoAsync((await test.Desk.NewCompleteDraft(Seen)).Page("submit")),
        ["submitted"] = async (test, page) => await page.GotoAsync((await test.Submitted()).Page()),
        ["reopen-refused"] = (test, page) => test.ReopenRefused(page),
        ["discard"] = async (test, page) => await page.GotoAsync((await test.HalfDone()).Page("discard")),
        ["overtaken"] = (test, page) => test.Overtaken(page),
        ["move"] = (test, page) => test.Move(page),
    };

    public static TheoryData<string> Names => [.. States.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_state_can_be_used_by_anybody(string state)
    {
        var page = await live.NewPage(signedInAs: Site.Leader);
        await States[state](this, page);

        var findings = new List<string>();
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            foreach (int width in (int[])[1280, 390, 320])
            {
                await page.SetViewportSizeAsync(width, 844);
                int over = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
                if (over > 0)
                    findings.Add($"{width} px: {over} px too wide by {await page.EvaluateAsync<string>(AccessTests.WidestElement)}");
            }

            await page.SetViewportSizeAsync(1280, 844);
            var result = await page.RunAxe();
            findings.AddRange(result.Violations.Select(violation => $"{scheme}: {violation.Id} at {string.Join(", ", violation.Nodes.Select(node => node.Html))}"));
            Assert.NotEmpty(result.Passes);
        }

        Assert.Empty(findings);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_domain_is_rated_on_a_phone_with_a_thumb()
    {
        var rating = await Desk.NewYear();
        var page = await live.NewPage(390, signedInAs: Site.Leader);
        await page.GotoAsync(rating.Page());
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin the" }).TapAsync();
        await page.IsReady();

        foreach (var target in await page.Locator(".rung, .option, fieldset.entries .btn, .steps a").AllAsync())
        {
            var box = (await target.BoundingBoxAsync())!;
            Assert.True(box.Height >= 44, $"{box.Height} px high: {await target.TextContentAsync()}");
        }

        await page.Locator(".option").Filter(new() { Has = page.Choice("HL.indicator.HL1", "1") }).TapAsync();
        await page.Locator(".rung").Filter(new() { Has = page.Choice("HL.answer", "2") }).TapAsync();
        await page.Field("HL.why").FillAsync("Two teams of nine still wait for a coach.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a link" }).TapAsync();
        await page.Field("HL.link.1.address").FillAsync("https://example.org/" + new string('a', 300));
        Assert.Equal(0, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Go on to" }).TapAsync();

        await Expect(page.Locator("#RE-heading")).ToBeFocusedAsync();
        await Expect(page.Locator("#RE-heading")).ToBeInViewportAsync();
        Assert.Equal(("1", "2"), (await Desk.Saved(rating, "HL.indicator.HL1"), await Desk.Saved(rating, "HL.answer")));
        Assert.Equal(0, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_missing_thing_leads_to_its_place()
    {
        var rating = await Desk.NewDraft();
        var page = await live.NewPage(signedInAs: Site.Leader);
        await page.GotoAsync(rating.Page("submit"));

        await page.GetByRole(AriaRole.Link, new() { Name = "Network culture" }).ClickAsync();

        await Expect(page.Locator("#CU-answer")).ToBeFocusedAsync();
        await page.Context.CloseAsync();
    }

    // Three domains with an answer; the first with everything that can stand beside one.
    private async Task<RatingAddress> HalfDone()
    {
        var rating = await Desk.NewDraft();
        await Desk.Say(rating, Subject.HubLeadership, new Judgement(Answer.Of(Level.DevelopingHigh), new Grounds
        {
            Why = "Coaching reaches every team since March.",
            Seen = "Logs of nine teams, and the feedback after two convenings.",
            Links = [new EvidenceLink(1, "Coaching log", "https://example.org/log", new DateOnly(2024, 5, 2)), new EvidenceLink(2, "", "no address")],
            Surveys = [new SurveyResult(3, "Members’ survey", new DateOnly(2026, 4, 3), 30, 60, "Most know whom to ask.")],
            Indicators = new Dictionary<string, IndicatorChoice> { ["HL1"] = IndicatorChoice.Developing, ["HL2"] = IndicatorChoice.Least, ["HL3"] = IndicatorChoice.NotSure },
        }));
        await Desk.Say(rating, Subject.RolesAndEngagement, new Judgement(Answer.Of(Level.Least), Grounds.None));
        await Desk.Say(rating, Subject.ContinuousImprovement, new Judgement(Answer.None(NotRatedReason.NotEnoughEvidence), Grounds.None));
        return rating;
    }

    private static Judgement Seen(Subject subject) => new(Answer.Of((Level)((int)subject % 5)), new Grounds { Seen = "What nine teams showed in June.", Why = "As we talked it over." });

    private async Task Conflict(IPage page)
    {
        var rating = await HalfDone();
        await page.OpenStep(rating, "RE");
        await Desk.Say(rating, Subject.RolesAndEngagement, new Judgement(Answer.Of(Level.Most), new Grounds { Seen = "Roles are written down." }));
        await page.Choice("RE.answer", "1").CheckAsync();
        await page.Field("RE.seen").FillAsync("Two teams left in May.");
        await Expect(page.Locator(".versions").GetByText("Two teams left in May.")).ToBeVisibleAsync();
    }

    private async Task Offline(IPage page)
    {
        await page.OpenStep(await HalfDone(), "HL");
        await page.Context.SetOfflineAsync(true);
        await page.Field("HL.seen").FillAsync("Typed in a tunnel.");
        await Expect(page.Standing()).ToContainTextAsync("Not saved since");
    }

    private async Task Refused(IPage page)
    {
        await page.OpenStep(await HalfDone(), "HL");
        await page.Field("HL.seen").FillAsync(new string('x', Grounds.SeenMaxLength + 1));
        await page.Field("HL.survey.3.answered").FillAsync("many");
        await Expect(page.Locator("[id='HL-survey.3.answered-problem']")).ToBeVisibleAsync();
    }

    private async Task<RatingAddress> Submitted()
    {
        var rating = await Desk.NewCompleteDraft(Seen);
        await Desk.Drafts.Submit(await Desk.Actor(Site.Leader), rating, (await Desk.Draft(rating))!.Edition);
        return rating;
    }

    private async Task ReopenRefused(IPage page)
    {
        await page.GotoAsync((await Submitted()).Page());
        await page.GetByRole(AriaRole.Button, new() { Name = "Open it again" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Say in a sentence why this rating is opened again.");
    }

    private async Task Overtaken(IPage page)
    {
        var rating = await Desk.NewCompleteDraft(Seen);
        using var file = new MemoryStream(Encoding.UTF8.GetBytes($"network_code,year,subject,level\n{rating.Code},{rating.Year},OVERALL,4\n"));
        await live.Services.GetRequiredService<RatingsImport>().Run(Actor.Operator, new ImportOrder(rating.Cohort, "late.csv"), file);
        await page.GotoAsync(rating.Page());
    }

    private async Task Move(IPage page)
    {
        var rating = await HalfDone();
        await Desk.Execute($"UPDATE drafts SET framework_version = {"2023.1"} WHERE year = {rating.Year}");
        await page.GotoAsync(rating.Page());
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
