using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Pages;

/// <summary>What the networks of a cohort plan to last, on its page: counts in words, and no word of any plan.</summary>
public sealed class CohortMatrixPageTests(CountingApp app) : IClassFixture<CountingApp>
{
    private const string Page = "/cohorts/demo/sustainability";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_administrator_and_the_funder_read_counts_of_networks_and_the_page_leads_from_the_cohort()
    {
        foreach (string email in (string[])["admin@demo.example", "funder@demo.example"])
        {
            var reader = await app.SignedIn(email);
            Assert.Contains(Page, (await Html.Read(reader, "/cohorts/demo/trajectories")).QuerySelectorAll("main a").Select(a => a.GetAttribute("href")));
            var page = await Html.Read(reader, Page);
            Assert.Equal((7, 21), (page.QuerySelectorAll("table.matrix tbody tr").Length, page.QuerySelectorAll("table.matrix td").Length));
            Assert.Equal(8, page.QuerySelectorAll("#ways ~ table tbody tr").Length);
            Assert.Equal(["Planned", "Observed"], page.QuerySelectorAll("nav[aria-label=Views] a").Select(a => a.Words()));
            Assert.Equal(email.StartsWith("funder", StringComparison.Ordinal) ? "Two of eight networks share their plans. Only those are counted." : null, page.QuerySelector("main .notice")?.Words());
            Assert.Empty(page.QuerySelectorAll("main [data-level]"));
        }

        var evaluator = await app.SignedIn("evaluator@demo.example");
        Assert.DoesNotContain(Page, (await Html.Read(evaluator, "/cohorts/demo/trajectories")).QuerySelectorAll("main a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task Filters_stand_in_the_address_and_keep_each_other_and_unknown_ones_are_said()
    {
        var admin = await app.SignedIn("admin@demo.example");

        var page = await Html.Read(admin, $"{Page}?view=observed&strategy=embed");
        Assert.Equal(["Observed", "Embed"], page.QuerySelectorAll("main .segments [aria-current]").Select(a => a.Words()));
        Assert.Contains($"{Page}?view=planned&strategy=embed", page.QuerySelectorAll("main .segments a").Select(a => a.GetAttribute("href")));
        Assert.Contains($"{Page}?view=observed", page.QuerySelectorAll("main .segments a").Select(a => a.GetAttribute("href")));
        var odd = await Html.Read(admin, $"{Page}?view=sideways&strategy=<b>hope");
        Assert.Equal(["“sideways” is no view of this page, so it shows what is planned.", "“<b>hope” is none of the three strategies, so all are counted."],
            odd.QuerySelectorAll("main .notice").Select(notice => notice.Words()));
        Assert.Equal("Nothing is planned yet", (await Html.Read(admin, "/cohorts/published/sustainability")).QuerySelector("h1")!.Words());
    }

    [Fact]
    public async Task A_network_that_shares_levels_leaves_no_mark_for_the_funder_and_in_aggregates_a_sentence_stands_alone()
    {
        Assert.Empty((await app.Import("network_code,2025\nMARKONE,2\nMARKTWO,2\n", "marks")).Problems);
        Guid cohort;
        await using (var db = await app.Db())
        {
            var networks = await db.Networks.Where(network => network.Code.StartsWith("MARK")).OrderBy(network => network.Code).ToListAsync(Ct);
            (await db.Cohorts.SingleAsync(of => of.Slug == "marks", Ct)).Show(Display.Names, isNamedForResearch: false);
            cohort = networks[0].CohortId;
            networks[0].Share(Sharing.Levels, isKeptFromResearch: false);
            networks[1].Share(Sharing.LevelsAndEvidence, isKeptFromResearch: false);
            foreach (var network in networks)
            {
                var place = new MatrixPlace(network == networks[0] ? Dimension.StayConnected : Dimension.Aim, LastingLevel.Individual);
                db.PlanEntries.Add(new PlanEntry(network.Id, 1, place, new Plan { Statement = "mark-plan", Risks = "mark-risk", Strategies = Strategy.Codify }, null));
            }

            await db.SaveChangesAsync(Ct);
        }

        await Somebody.Account(app, "marks@example.org", Role.Funder, cohort);
        var funder = await app.SignedIn("marks@example.org");
        var page = await Html.Read(funder, "/cohorts/marks/sustainability");
        Assert.Equal("One of two networks shares its plans. Only that one is counted.", page.QuerySelector("main .notice")!.Words());
        string connected = page.QuerySelectorAll("table.matrix tbody tr")[^1].Words();
        Assert.DoesNotContain("1 of 1", connected, StringComparison.Ordinal);
        Assert.Equal("1 of 1 plans", page.QuerySelectorAll("table.matrix tbody tr")[3].QuerySelectorAll("td")[2].QuerySelector("p")!.Words());
        Assert.DoesNotContain("mark", page.Body!.QuerySelector("main")!.InnerHtml.Replace("/cohorts/marks", "", StringComparison.Ordinal).Replace("marks", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

        await using (var db = await app.Db())
        {
            (await db.Cohorts.SingleAsync(of => of.Slug == "marks", Ct)).Show(Display.Aggregates, isNamedForResearch: false);
            await db.SaveChangesAsync(Ct);
        }

        var counts = await Html.Read(funder, "/cohorts/marks/sustainability");
        Assert.Empty(counts.QuerySelectorAll("main table:not(.papers)"));
        Assert.StartsWith("This cohort shows its funder counts of levels", counts.QuerySelector("main .lede")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_number_of_statements_is_the_same_for_two_networks_and_two_hundred()
    {
        var admin = await app.SignedIn("admin@demo.example");
        await Fill("small", 2, 1);
        await Fill("large", 200, 10);

        int few = await app.StatementsFor(admin, "/cohorts/small/sustainability"), many = await app.StatementsFor(admin, "/cohorts/large/sustainability");

        Assert.Equal(few, many);
        Assert.InRange(few, 4, 15);
        Assert.Contains("200 of 200 plan", (await Html.Read(admin, "/cohorts/large/sustainability")).QuerySelector("table.matrix")!.Words(), StringComparison.Ordinal);
    }

    private async Task Fill(string cohort, int networks, int plans)
    {
        Assert.Empty((await app.Import("network_code,2025\n" + string.Concat(Enumerable.Range(0, networks).Select(i => $"N{i},2\n")), cohort)).Problems);
        await using var db = await app.Db();
        foreach (var network in await db.Networks.Where(network => db.Cohorts.Any(of => of.Id == network.CohortId && of.Slug == cohort)).ToListAsync(Ct))
        {
            for (int number = 1; number <= plans; number++)
                db.PlanEntries.Add(new PlanEntry(network.Id, number, MatrixPlace.All[number], new Plan { Statement = "A plan.", Strategies = Strategy.Embed }, null));
        }

        await db.SaveChangesAsync(Ct);
    }
}
