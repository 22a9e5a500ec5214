using System.Text;
using NetworkHealth.Features.DataImport;

namespace NetworkHealth.Tests.Features.Dashboards;

/// <summary>A dashboard takes the same number of statements whatever the cohort's size, and shows a page of it.</summary>
public sealed class DashboardCostTests(CountingApp app) : IClassFixture<CountingApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Statements_are_as_many_for_ten_networks_as_for_two_thousand_and_for_two_cycles_as_for_twenty()
    {
        await Seed("small", 10, 2);
        await Seed("wide", 2000, 2);
        await Seed("long", 10, 20);
        var admin = await app.SignedIn("admin@demo.example");

        foreach (string query in (string[])["", "?focus=instructional", "?cycle=2001&beside=2000&subject=HL"])
        {
            int few = await app.StatementsFor(admin, $"/cohorts/small{query}");
            Assert.InRange(few, 5, 15);
            Assert.Equal(few, await app.StatementsFor(admin, $"/cohorts/wide{query}"));
            Assert.Equal(few, await app.StatementsFor(admin, $"/cohorts/long{query}"));
        }
    }

    [Fact]
    public async Task Two_thousand_networks_stand_on_forty_pages_and_figures_and_files_count_all()
    {
        await Seed("pages", 2000, 2);
        var admin = await app.SignedIn("admin@demo.example");

        var first = await Html.Read(admin, "/cohorts/pages");
        var last = await Html.Read(admin, "/cohorts/pages?page=40");
        var behind = await Html.Read(admin, "/cohorts/pages?page=41");
        var file = await admin.GetAsync("/cohorts/pages/figures/domains.csv", Ct);

        Assert.Equal(50, first.QuerySelectorAll("section[aria-labelledby=labels] tbody tr:not(.group)").Length);
        Assert.Equal(50, first.QuerySelectorAll("section[aria-labelledby=domains] tbody tr").Length);
        Assert.Contains("Page 1 of 40", first.QuerySelector("nav[aria-label=Pages]")!.Words(), StringComparison.Ordinal);
        Assert.Equal("/cohorts/pages?page=2", first.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Equal(last.QuerySelector("section[aria-labelledby=labels] tbody")!.Words(), behind.QuerySelector("section[aria-labelledby=labels] tbody")!.Words());
        Assert.Equal(2000, first.QuerySelector("section[aria-labelledby=counts] tbody tr")!.QuerySelectorAll("td.num").Sum(cell => int.Parse(cell.Words(), System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal("pages-domains-2001-self-2000-rows.csv", file.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        Assert.Equal(2001, (await file.Content.ReadAsStringAsync(Ct)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    private async Task Seed(string slug, int networks, int cycles)
    {
        var ratings = new StringBuilder($"network_code,subject,{string.Join(',', Enumerable.Range(2000, cycles))}\n");
        var (profiles, context) = (new StringBuilder("network_code,problem_focus\n"), new StringBuilder("network_code,year,kind,item,value\n"));
        for (int i = 0; i < networks; i++)
        {
            foreach (string subject in (string[])["OVERALL", "HL"])
                ratings.Append($"N{i:0000},{subject},{string.Join(',', Enumerable.Range(0, cycles).Select(year => (i + year) % 5))}\n");
            profiles.Append($"N{i:0000},{(i % 2 == 0 ? "instructional" : "other")}\n");
            context.Append($"N{i:0000},{2000 + cycles - 1},action,coaching,yes\n");
        }

        Assert.False((await app.Import(ratings.ToString(), slug)).IsRefused);
        Assert.False((await app.Import(ImportKind.Networks, profiles.ToString(), slug)).IsRefused);
        Assert.False((await app.Import(ImportKind.Context, context.ToString(), slug)).IsRefused);
    }
}
