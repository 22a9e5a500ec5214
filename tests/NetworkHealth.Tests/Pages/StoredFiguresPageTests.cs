using System.Net;
using NetworkHealth.Domain;
using NetworkHealth.Tests.Features.Cohorts;

namespace NetworkHealth.Tests.Pages;

/// <summary>What the funder of a cohort of counts reads: tables and nothing of a single network.</summary>
public sealed class StoredFiguresPageTests(TestApp app) : IClassFixture<TestApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_funder_reads_each_closed_cycle_and_each_source_in_tables()
    {
        var (cohort, client) = await Cohort("tables");
        await cohort.Rates(2021, CountedCohort.Networks("44444443333332222100"));
        await cohort.Rates(2022, CountedCohort.Networks("44444443333330000000"));
        await cohort.Rates(2022, CountedCohort.Networks("0000001111122222----"), RatingSource.External);

        var page = await Html.Read(client, "/cohorts/tables");

        Assert.Equal("tables in 2022: how many networks stand at each level.", page.QuerySelector("h1")!.Words());
        Assert.Equal(["Seven of 20 networks are at Most overall, by the hubs themselves", "Six of 20 networks are at Least overall, by an external team", "Why counts are hidden"], page.QuerySelectorAll("main h2").Select(heading => heading.Words()));
        var rows = page.QuerySelector("#figures-self")!.ParentElement!.QuerySelectorAll("tbody")[0].QuerySelectorAll("tr");
        Assert.Equal(7, rows.Length);
        Assert.Equal(["Overall", "7", "hidden", "hidden", "hidden", "7", "hidden", "20"], rows[0].Children.Select(cell => cell.Words()));
        Assert.Equal(7, page.QuerySelector("#figures-self")!.ParentElement!.QuerySelectorAll("h4").Length);
        Assert.Contains("Instruction", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Rated under framework 2024.1; hidden by hiding rule 1.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["/cohorts/tables?cycle=2022", "/cohorts/tables?cycle=2021"], page.QuerySelectorAll("main a[href*=cycle]").Select(link => link.GetAttribute("href")));
        Assert.Equal("2022", page.QuerySelector("nav[aria-label=Cycles] [aria-current=page]")!.Words());
        Assert.Equal("tables in 2021: how many networks stand at each level.", (await Html.Read(client, "/cohorts/tables?cycle=2021")).QuerySelector("h1")!.Words());
    }

    [Fact]
    public async Task Where_nearly_all_is_hidden_a_sentence_stands_for_the_table()
    {
        var (cohort, client) = await Cohort("few");
        await cohort.Rates(2021, CountedCohort.Networks("44444444444444444444"));

        var page = await Html.Read(client, "/cohorts/few");

        Assert.Equal(["Overall", "No count of this row can be shown.", "20"], page.QuerySelectorAll("main table.heat tbody tr")[0].Children.Select(cell => cell.Words()));
        Assert.Single(page.QuerySelectorAll("main table.heat"));
        Assert.Matches(@"^No count can be shown of Instruction \(ten networks\).* and .*networks\)\.$", page.QuerySelector("h4 + p")!.Words());
    }

    [Fact]
    public async Task There_are_no_filters_and_it_says_so()
    {
        var (cohort, client) = await Cohort("unfiltered");
        await cohort.Rates(2021, CountedCohort.Networks("44444443333332222100"));
        string all = (await Html.Read(client, "/cohorts/unfiltered")).QuerySelector("main table.heat")!.Words();

        var asked = await Html.Read(client, "/cohorts/unfiltered?cycle=2020&focus=instructional&source=external");

        Assert.Equal(all, asked.QuerySelector("main table.heat")!.Words());
        Assert.Equal("There are no figures of that cycle, so these are of 2021. A cohort of counts has no filters, so what the address asks for besides the cycle is left aside.", asked.QuerySelector(".notice")!.Words());
    }

    [Fact]
    public async Task Before_a_cycle_is_closed_there_are_none()
    {
        var (_, client) = await Cohort("empty");

        Assert.Contains("No figures yet", (await Html.Read(client, "/cohorts/empty")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_page_tells_of_a_single_network()
    {
        var (cohort, client) = await Cohort("silent");
        await cohort.Rates(2021, CountedCohort.Networks("44444443333332222100"));

        foreach (string address in (string[])["/", "/cohorts", "/cohorts/silent", "/cohorts/silent/trajectories", "/cohorts/silent?source=self&network=N0"])
            Assert.DoesNotMatch(@"\bN1?\d\b", (await Html.Read(client, address)).Body!.TextContent);
        foreach (string address in (string[])["/networks/silent/N0", "/networks/silent/N0/trajectory", "/networks/silent/N0/ratings/2021/report", "/api/v1/cohorts/silent/ratings.csv", "/api/v1/cohorts/silent/trajectories.csv"])
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(address, Ct)).StatusCode);
    }

    private async Task<(CountedCohort Cohort, HttpClient Client)> Cohort(string slug)
    {
        var cohort = new CountedCohort(app, slug);
        await cohort.Has(Enumerable.Range(0, 20).Select(i => ($"N{i}", i % 2 == 0 ? 0 : i % 3 == 0 ? 1 : 4)));
        await Somebody.Account(app, $"{slug}@demo.example", Role.Funder, await cohort.Id());
        return (cohort, await app.SignedIn($"{slug}@demo.example"));
    }
}
