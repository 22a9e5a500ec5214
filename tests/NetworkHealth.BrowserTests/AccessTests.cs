using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace NetworkHealth.BrowserTests;

/// <summary>Anybody can use every page: axe in both themes, 320 px without sideways scrolling, print, and no connection for reading.</summary>
public sealed class AccessTests(LiveApp live) : IClassFixture<LiveApp>
{
    public const string WidestElement =
        "() => [...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth).map(e => e.outerHTML.slice(0, 80)).at(-1)";

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_nothing_on_any_page(ColorScheme scheme)
    {
        var findings = new List<string>();
        await live.OnEveryPage(1280, scheme, async (page, place) =>
        {
            var result = await page.RunAxe();
            findings.AddRange(result.Violations.Select(violation =>
                $"{place.Name}: {violation.Id} at {string.Join(", ", violation.Nodes.Select(node => node.Html))}"));
            Assert.NotEmpty(result.Passes);
        });

        Assert.Empty(findings);
    }

    [Fact]
    public async Task No_page_scrolls_sideways_at_320_pixels()
    {
        var wide = new List<string>();
        await live.OnEveryPage(320, ColorScheme.Light, async (page, place) =>
        {
            int over = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (over > 0)
                wide.Add($"{place.Name}: {over} px by {await page.EvaluateAsync<string>(WidestElement)}");
        });

        Assert.Empty(wide);
    }

    [Fact]
    public Task Reading_opens_no_connection() => live.OnEveryPage(1280, ColorScheme.Light, async (page, place) =>
    {
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        int connections = await page.EvaluateAsync<int>("() => performance.getEntriesByType('resource').filter(r => r.name.includes('_blazor')).length");
        Assert.True(place.IsAlive == connections > 0, $"{place.Name}: {connections}");
    });

    [Fact]
    public async Task Every_page_prints_without_its_navigation()
    {
        await live.OnEveryPage(1280, ColorScheme.Dark, async (page, place) =>
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
            Assert.False(await page.Locator("header.head").IsVisibleAsync(), place.Name);
            Assert.Equal("rgb(255, 255, 255)", await page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"));
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
        });
    }
}
