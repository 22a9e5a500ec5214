using Microsoft.Playwright;

namespace NetworkHealth.BrowserTests;

/// <summary>Cohorts at their limits: two thousand networks, and one of counts.</summary>
public sealed class CohortTests(LiveApp live) : IClassFixture<LiveApp>
{
    [Fact]
    public async Task Two_thousand_networks_stand_on_pages_and_the_next_page_keeps_the_choices()
    {
        await LargeCohort.Create(live);
        var page = await live.NewPage(signedInAs: Site.Administrator);

        await page.GotoAsync($"/cohorts/{LargeCohort.Slug}?cycle=2024&focus=other");

        var rows = page.Locator("section[aria-labelledby=domains] tbody tr");
        await Assertions.Expect(rows).ToHaveCountAsync(50);
        await Assertions.Expect(page.Locator("p.muted").GetByText("Showing 500 of 2,000 networks · Problem focus: Another problem.")).ToHaveCountAsync(1);
        string first = await rows.First.Locator("a").InnerTextAsync();

        await page.GetByRole(AriaRole.Navigation, new() { Name = "Pages of the domains" }).GetByRole(AriaRole.Link, new() { Name = "Next page" }).ClickAsync();

        await Assertions.Expect(page.GetByText("Networks 51 to 100 of 500 stand here; figures count all of them.")).ToHaveCountAsync(2);
        Assert.EndsWith($"/cohorts/{LargeCohort.Slug}?cycle=2024&focus=other&page=2", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator("#filter-cycle")).ToHaveValueAsync("2024");
        await Assertions.Expect(page.Locator("#filter-focus")).ToHaveValueAsync("other");
        await Assertions.Expect(rows).ToHaveCountAsync(50);
        await Assertions.Expect(page.Locator("section[aria-labelledby=domains]").GetByRole(AriaRole.Link, new() { Name = first, Exact = true })).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Counts_that_may_be_read_stand_beside_hidden_ones(int width)
    {
        string cohort = await CountedNetworks.Create(live, Site.Funder);
        var page = await live.NewPage(width, signedInAs: Site.Funder);

        await page.GotoAsync($"/cohorts/{cohort}?cycle=2024");

        var counts = page.Locator("main td.count");
        Assert.Contains(await counts.AllInnerTextsAsync(), count => int.TryParse(count, out _));
        await Assertions.Expect(counts.Locator("[data-level=hidden]").First).ToBeVisibleAsync();
        // Where everyone stands at one level a row has no count, and where few are shown a sentence stands for the table.
        await Assertions.Expect(page.GetByText("No count of this row can be shown.").First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("No count can be shown of Early warning (30 networks), Instruction (30 networks) and Post-secondary match (30 networks).").First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Table, new() { Name = "Network culture: networks by level and problem focus" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Cycles" }).Locator("[aria-current=page]")).ToHaveTextAsync("2024");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Counts_fit_a_phone_whole()
    {
        var page = await live.NewPage(320, signedInAs: Site.Administrator);

        await page.GotoAsync("/cohorts/demo?cycle=2025&beside=2024");

        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(one => one.open = true)");
        Assert.True(await page.Locator("table.figures").CountAsync() > 6);
        Assert.Empty(await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('table.figures :is(th, td)')].filter(cell => cell.getBoundingClientRect().right > innerWidth || cell.scrollWidth > cell.clientWidth + 1).map(cell => cell.outerHTML)"));
        await page.Context.CloseAsync();
    }
}
