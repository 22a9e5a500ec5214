using Microsoft.Playwright;

namespace NetworkHealth.BrowserTests;

/// <summary>Every control of every page is reached with the Tab key, and shows that it is.</summary>
public sealed class KeyboardTests(LiveApp live) : IClassFixture<LiveApp>
{
    private const string Controls =
        "const controls = [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex=\"0\"]')].filter(e => e.checkVisibility() && !e.disabled && e.tabIndex >= 0);";

    private const string Count = "() => { " + Controls + " return controls.length; }";

    private const string Arrive =
        "() => { const e = document.activeElement; if (e.hasAttribute('data-reached')) return ''; e.setAttribute('data-reached', ''); return e === document.body || getComputedStyle(e).outlineStyle !== 'none' || (e.labels?.[0] && getComputedStyle(e.labels[0]).outlineStyle !== 'none') ? '' : e.outerHTML.slice(0, 100); }";

    // Of a group of radio buttons one is reached, and the arrows lead to the others.
    private const string Missed =
        "() => { " + Controls + " return controls.filter(e => !e.hasAttribute('data-reached') && !(e.type === 'radio' && controls.some(o => o.name === e.name && o.hasAttribute('data-reached')))).map(e => e.outerHTML.slice(0, 100)); }";

    [Fact]
    public async Task Every_control_is_reached_and_shows_it()
    {
        var findings = new List<string>();
        int reached = 0;
        await live.OnEveryPage(1280, ColorScheme.Light, async (page, place) =>
        {
            // A date has a stop for each of its parts.
            int controls = await page.EvaluateAsync<int>(Count);
            for (int i = 0; i < controls + 5 + 10 * await page.Locator("input[type^=date], input[type=month]").CountAsync(); i++)
            {
                await page.Keyboard.PressAsync("Tab");
                if (await page.EvaluateAsync<string>(Arrive) is { Length: > 0 } unseen)
                    findings.Add($"{place.Name}: no ring on {unseen}");
            }

            reached += controls;
            findings.AddRange((await page.EvaluateAsync<string[]>(Missed)).Select(missed => $"{place.Name}: Tab never reaches {missed}"));
        });

        Assert.Empty(findings);
        Assert.True(reached > 10 * Site.Places.Count, $"{reached} controls");
    }
}
