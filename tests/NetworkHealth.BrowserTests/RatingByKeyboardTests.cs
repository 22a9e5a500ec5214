using System.Globalization;
using Microsoft.Playwright;
using NetworkHealth.Domain;
using NetworkHealth.Features.Demo;

namespace NetworkHealth.BrowserTests;

/// <summary>A whole year is rated by keyboard alone, and in less time than the twenty minutes that were promised.</summary>
public sealed class RatingByKeyboardTests(LiveApp live) : IClassFixture<LiveApp>
{
    // What a person takes: to look where a key has led and press the next, to read a subject with its anchors, to type.
    private static readonly TimeSpan EachKey = TimeSpan.FromSeconds(2.5), EachSubject = TimeSpan.FromSeconds(75);
    private const double CharactersAMinute = 200;

    private int keys;
    private int characters;

    [Fact]
    public async Task A_leader_rates_a_year_by_keyboard_in_under_twenty_minutes()
    {
        var page = await live.NewPage();
        await page.GotoAsync("/");
        await TabTo(page, "E-mail");
        await Type(page, Site.Leader);
        await Press(page, "Tab");
        await Type(page, DemoData.Password);
        await Press(page, "Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Two things wait for you.");

        await Follow(page, "Begin the 2026 rating");
        // The address changes before the page does, and the link there is called like the button here.
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Rate 2026");
        await Follow(page, "Begin the 2026 rating");
        await page.IsReady();
        (keys, characters) = (0, 0);

        foreach (var subject in SubjectWords.Domains)
            await Judge(page, subject, indicators: 2, level: (int)subject % 5);
        await Judge(page, Subject.Overall, indicators: 0, level: 1);

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What you are about to submit" })).ToBeVisibleAsync();
        await Expect(page.GetByText("missing")).ToHaveCountAsync(0);
        await Follow(page, "Submit the 2026 rating");
        await page.Reaches("/report");

        var rating = new Features.AnnualRating.RatingAddress(DemoData.Demo, DemoData.LeaderNetwork, DemoData.OpenCycle, RatingSource.Self);
        var revision = Assert.Single(await new RatingDesk(live.Connection).Revisions(rating));
        Assert.Equal([1, 1, 2, 3, 4, 0, 1], SubjectWords.All.Select(subject => (int)revision.Answers[subject]!.Value.Level!.Value));
        Assert.All(SubjectWords.Domains, subject => Assert.Equal(2, revision.Judgement(subject).Grounds.Indicators.Count));

        var takes = (keys * EachKey) + (7 * EachSubject) + TimeSpan.FromMinutes(characters / CharactersAMinute);
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{keys} keys and {characters} characters from the first domain to the submitted rating: {takes.TotalMinutes:0.0} minutes, "
            + $"at {EachKey.TotalSeconds} s a key, {EachSubject.TotalSeconds} s to read a subject and {CharactersAMinute} characters a minute."));
        Assert.InRange(takes, TimeSpan.Zero, TimeSpan.FromMinutes(20));
        await page.Context.CloseAsync();
    }

    // Chooses indicators from the top, the level, a note where one is asked for, and goes on.
    private async Task Judge(IPage page, Subject subject, int indicators, int level)
    {
        string code = subject.Code();
        if (subject != Subject.HubLeadership)
            await Expect(page.Locator($"#{code}-heading")).ToBeFocusedAsync();
        for (int i = 1; i <= indicators; i++)
        {
            await TabTo(page, $"{code}.indicator.{code}{i}");
            await Press(page, "Space");
            await Press(page, "ArrowRight");
        }

        await TabTo(page, $"{code}.answer");
        await Press(page, "Space");
        for (int i = 0; i < level; i++)
            await Press(page, "ArrowRight");
        await Expect(page.Choice($"{code}.answer", $"{level}")).ToBeCheckedAsync();

        await Expect(page.GetByText("You set this.")).ToBeVisibleAsync();
        if (await page.Locator($"#{code}-why-hint").GetByText("This level differs").CountAsync() > 0)
        {
            await TabTo(page, $"{code}.why");
            await Type(page, "What teams showed us in June speaks for this level more than the two sentences above.");
        }

        if (subject is Subject.HubLeadership or Subject.ContinuousImprovement)
        {
            await TabTo(page, $"{code}.seen");
            await Type(page, "Coaching logs of nine teams, and the feedback after the convening in March.");
        }

        await Follow(page, subject == Subject.Overall ? "Read it and submit" : "Go on to");
    }

    private async Task Follow(IPage page, string name)
    {
        await TabTo(page, name);
        await Press(page, "Enter");
    }

    // Each stop must show where it is; the walk ends at the control with this name or words.
    private async Task TabTo(IPage page, string name)
    {
        for (int i = 0; i < 60; i++)
        {
            await Press(page, "Tab");
            string[] at = await page.EvaluateAsync<string[]>(
                """
                () => {
                  const e = document.activeElement, shown = e.closest('.rung, .option') ?? e;
                  return [e.tagName, e.name ?? '', (e.labels?.[0] ?? e).textContent.trim(), getComputedStyle(shown).outlineStyle];
                }
                """);
            Assert.True(at[3] is not "none" || at[0] is "BODY" or "MAIN", $"No focus ring on {at[0]} “{at[1]}{at[2]}”");
            if (at[1] == name || at[2].StartsWith(name, StringComparison.Ordinal))
                return;
        }

        Assert.Fail($"Tab never reaches “{name}”.");
    }

    private Task Press(IPage page, string key)
    {
        keys++;
        return page.Keyboard.PressAsync(key);
    }

    private Task Type(IPage page, string text)
    {
        characters += text.Length;
        return page.Keyboard.TypeAsync(text);
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
