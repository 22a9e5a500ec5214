using Microsoft.Playwright;

namespace NetworkHealth.BrowserTests;

/// <summary>No page, and no page where people write, does what the content security policy forbids.</summary>
public sealed class ContentPolicyTests(LiveApp live) : IClassFixture<LiveApp>
{
    private const string Listen =
        "addEventListener('securitypolicyviolation', e => console.error(`VIOLATION ${location.pathname} ${e.effectiveDirective} ${e.blockedURI} ${e.sourceFile}:${e.lineNumber} ${e.sample}`), true)";

    [Fact]
    public async Task No_page_breaks_it()
    {
        var violations = new List<string>();
        foreach (var who in Site.Places.GroupBy(place => place.SignedInAs))
        {
            var page = await Watched(who.Key, violations);
            foreach (var place in who)
            {
                var response = await live.Visit(page, place, WaitUntilState.NetworkIdle);
                Assert.StartsWith("default-src 'none'; script-src 'self';", response.Headers["content-security-policy"], StringComparison.Ordinal);
            }

            await page.Context.CloseAsync();
        }

        Assert.Empty(violations);
    }

    [Fact]
    public async Task Writing_a_rating_over_the_connection_breaks_it_nowhere()
    {
        var violations = new List<string>();
        var page = await Watched(Site.Leader, violations);
        await page.GotoAsync("/networks/demo/RIV/ratings/2026");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button).First.ClickAsync();

        await Assertions.Expect(page.Locator("[data-saved]")).ToContainTextAsync("The draft is on the server.");
        await page.GotoAsync("/networks/demo/RIV/ratings/2026/submit", new() { WaitUntil = WaitUntilState.NetworkIdle });

        Assert.Empty(violations);
    }

    [Fact]
    public async Task A_violation_would_be_seen()
    {
        var violations = new List<string>();
        var page = await Watched(null, violations);
        await page.GotoAsync("/method");

        // The browser tells of it a moment later, and of a page that was left not at all.
        await page.RunAndWaitForConsoleMessageAsync(
            () => page.EvaluateAsync("() => { const s = document.createElement('script'); s.textContent = '1'; document.body.append(s); }"),
            new() { Predicate = message => message.Text.Contains("VIOLATION", StringComparison.Ordinal) });

        Assert.Contains(violations, violation => violation.Contains("VIOLATION /method script-src", StringComparison.Ordinal));
    }

    // From the first line of each page on; what the browser itself says of the policy counts as well.
    private async Task<IPage> Watched(string? signedInAs, List<string> violations)
    {
        var page = await live.NewPage();
        await page.AddInitScriptAsync(Listen);
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("VIOLATION", StringComparison.Ordinal) || message.Text.Contains("Content Security Policy", StringComparison.OrdinalIgnoreCase))
                violations.Add(message.Text);
        };
        if (signedInAs is not null)
            await LiveApp.SignIn(page, signedInAs);
        return page;
    }
}
