using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;
using NetworkHealth.Features.Dashboards;

namespace NetworkHealth.Tests.Features.Dashboards;

/// <summary>The matrices of a cohort as counts of networks: of those only whose plans the reader reads.</summary>
public sealed class CohortMatrixTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly MatrixPlace Methods = new(Dimension.ImprovementMethods, LastingLevel.Organisation), Aim = new(Dimension.Aim, LastingLevel.Leadership);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_network_counts_once_in_a_cell_however_much_it_plans_and_what_was_dropped_or_removed_does_not()
    {
        await Cohort("once", "A", "B", "C", "D");
        await Plan("once", "A", 1, Methods, Strategy.Codify | Strategy.Embed);
        await Plan("once", "A", 2, Methods, Strategy.Embed);
        await Plan("once", "B", 1, Methods, Strategy.None);
        await Plan("once", "C", 1, Methods, Strategy.BuildCapacity, PlanStatus.Dropped);
        await Plan("once", "C", 2, Methods, Strategy.BuildCapacity, removed: true);
        await State("once", "C", Methods, CellState.NotAGoal);
        await State("once", "A", Aim, CellState.NotApplicable);
        await State("once", "B", Aim, CellState.Open);

        var view = (await Read("once"))!;
        var (methods, aim) = (view[Methods], view[Aim]);
        Assert.Equal((4, 4, 21), (view.All, view.Counted, view.Cells.Count));
        Assert.Equal((2, 1, 0, 1), (methods.Planned, methods.NotAGoal, methods.NotApplicable, methods.Open));
        Assert.Equal([1, 0, 1], StrategyWords.All.Select(way => methods.Ways[way]));
        Assert.Equal((0, 0, 1, 3), (aim.Planned, aim.NotAGoal, aim.NotApplicable, aim.Open));
        Assert.Equal(("Two of four networks plan something in the school or district", "Nobody plans in 20 of 21 cells."), (CohortMatrixFindings.Heading(view), CohortMatrixFindings.Gaps(view)));

        var codified = (await Read("once", "planned", "codify"))!;
        Assert.Equal((1, 1), (codified[Methods].Planned, codified[Methods].Open)); // open is of all strategies
        Assert.Equal("Nobody plans to build capacity", CohortMatrixFindings.Heading((await Read("once", "planned", "build_capacity"))!));
        Assert.Equal([1, 0, 1, 1], CohortMatrixWays.Columns.Select(way => view.Ways.Single(row => row.Dimension == Dimension.ImprovementMethods).Networks[way]));
        Assert.Equal([1, 0, 1, 1], CohortMatrixWays.Columns.Select(way => view.Ways[^1].Networks[way]));
        Assert.Equal(view.Ways.Count, DimensionWords.All.Count + 1);
    }

    [Fact]
    public async Task Of_several_looks_at_one_plan_the_last_counts_and_a_network_stands_under_the_most_that_it_saw()
    {
        await Cohort("seen", "A", "B", "C", "D", "E");
        var plan = await Plan("seen", "A", 1, Methods, Strategy.Embed);
        await Look("seen", "A", 2, Methods, Seen.Routine, month: 3, answers: plan);
        await Look("seen", "A", 3, Methods, Seen.NotSeen, month: 9, answers: plan);
        await Look("seen", "A", 4, Methods, Seen.Traces, month: 1);
        await Look("seen", "B", 1, Methods, Seen.Partly, month: 5, ways: Strategy.Codify);
        await Look("seen", "B", 2, Methods, Seen.NotSeen, month: 6);
        await Look("seen", "C", 1, Methods, Seen.NotSeen, month: 6);
        await Look("seen", "D", 1, Methods, Seen.Routine, month: 6, removed: true);

        var view = (await Read("seen", "observed"))!;
        Assert.Equal([1, 1, 1, 0], SeenWords.All.Select(seen => view[Methods].Seen[seen]));
        Assert.Equal((1, 3), (view[Methods].Lasting, view.Counted - view[Methods].NotLooked));
        Assert.Equal(
            ("One of five networks saw something that lasts in the school or district", "Nobody saw anything that lasts in 20 of 21 cells."), (CohortMatrixFindings.Heading(view), CohortMatrixFindings.Gaps(view)));
        var codified = (await Read("seen", "observed", "codify"))!;
        Assert.Equal([0, 0, 1, 0], SeenWords.All.Select(seen => codified[Methods].Seen[seen]));
        Assert.Equal(2, codified[Methods].NotLooked); // who saw it carried by something else did look
        Assert.Equal(["matrix-planned", "matrix-observed", "strategies"], CohortMatrixTables.Of(view).Select(table => table.Code));
        var row = CohortMatrixTables.Of(view)[1].Rows.Single(row => row[0] == "Use CI methods" && row[1] == "In the school or district");
        Assert.Equal(["0", "1", "1", "1", "2"], row.Skip(2));
    }

    [Fact]
    public async Task For_a_funder_only_networks_count_whose_plans_they_read_and_in_aggregates_there_are_no_figures()
    {
        await Cohort("shares", "A", "B", "C");
        foreach (string code in (string[])["A", "B", "C"])
        {
            await Plan("shares", code, 1, Methods, Strategy.Embed);
            await Look("shares", code, 2, Methods, Seen.Routine, month: 1, ways: Strategy.Embed);
            await State("shares", code, Aim, CellState.NotAGoal);
        }

        var funder = await OwnLabelled.Somebody(app, "shares", "A", Role.Funder);
        await Share("shares", "A", Sharing.LevelsAndEvidence);
        await Share("shares", "B", Sharing.Levels);
        Assert.True((await Read("shares", by: funder))!.ShowsCountsOnly);
        Assert.Empty((await Read("shares", by: funder))!.Cells);
        Assert.Empty(CohortMatrixTables.Of((await Read("shares", by: funder))!));

        foreach (var display in (Display[])[Display.Codes, Display.Names])
        {
            await Show("shares", display);
            var view = (await Read("shares", by: funder))!;
            Assert.Equal((3, 1), (view.All, view.Counted));
            Assert.Equal((1, 1, 1, 1), (view[Methods].Planned, view[Methods].Lasting, view[Aim].NotAGoal, view.Ways[^1].Networks[Strategy.Embed]));
            Assert.Equal("One of three networks shares its plans. Only that one is counted.", CohortMatrixFindings.Shares(view));
        }

        await Share("shares", "A", Sharing.Trajectory);
        Assert.Equal("No network shares its plans", CohortMatrixFindings.Heading((await Read("shares", by: funder))!));
        var all = (await Read("shares"))!;
        Assert.Equal((3, 3, null), (all.Counted, all[Methods].Planned, CohortMatrixFindings.Shares(all)));
    }

    [Theory]
    [InlineData(Role.HubLeader)]
    [InlineData(Role.HubMember)]
    [InlineData(Role.Evaluator)]
    [InlineData(Role.Researcher)]
    public async Task Nobody_but_administrators_and_funders_reads_it(Role role)
    {
        string slug = $"nobody-{role}".ToLowerInvariant();
        await Cohort(slug, "A");
        await Show(slug, Display.Names);

        Assert.Null(await Read(slug, by: await OwnLabelled.Somebody(app, slug, "A", role)));
        Assert.Null(await Read(slug, by: Somebody.With(Role.Funder, Guid.NewGuid())));
        Assert.Null(await Read(slug, by: Actor.Stranger));
        Assert.Null(await Read("no-such-cohort"));
    }

    [Fact]
    public async Task Tables_are_rectangles_with_names_that_fit_files_and_what_the_address_asks_in_vain_is_said()
    {
        await Cohort("tables", "A", "B");
        await Plan("tables", "A", 1, Aim, Strategy.Codify);

        var view = (await Read("tables", "both", "hope"))!;
        Assert.Equal(["“both” is no view of this page, so it shows what is planned.", "“hope” is none of the three strategies, so all are counted."], view.Filter.Ignored);
        Assert.Empty((await Read("tables", "observed", "build_capacity"))!.Filter.Ignored);
        foreach (var table in CohortMatrixTables.Of(view))
        {
            Assert.All(table.Rows, row => Assert.Equal(table.Columns.Count, row.Count));
            Assert.All(table.Columns, column => Assert.Matches("^[a-z_]{1,26}$", column.Name));
            Assert.Equal(table.Rows.Count, table.Rows.Select(table.KeyOf).Distinct().Count());
            Assert.Equal(table.Keys, table.Columns.Count(column => column.Kind == FigureKind.Text));
        }

        Assert.Equal(["Network aim", "In the network leadership team", "1", "1", "0", "0", "0", "0", "1"], CohortMatrixTables.Of(view)[0].Rows[9]);
        Assert.Equal("Nobody has looked yet what lasts", CohortMatrixFindings.Heading((await Read("tables", "observed"))!));
        Assert.Equal("Nothing is planned yet", CohortMatrixFindings.Heading(await Empty("tables-empty")));
        Assert.Equal(("No networks yet", 0), (CohortMatrixFindings.Heading(view with { All = 0, Counted = 0 }), CohortMatrixTables.Of(view with { Counted = 0 }).Count));
    }

    [Fact]
    public async Task A_row_that_nobody_fills_is_named()
    {
        await Cohort("rows", "A", "B");
        int number = 1;
        foreach (var place in MatrixPlace.All.Where(place => place.Dimension != Dimension.StayConnected))
            await Plan("rows", "A", number++, place, Strategy.Embed);
        await Plan("rows", "B", 1, Aim, Strategy.Embed);

        var view = (await Read("rows"))!;
        Assert.Equal(("Both networks plan something in the network leadership team", "Nobody plans for “Stay connected”."), (CohortMatrixFindings.Heading(view), CohortMatrixFindings.Gaps(view)));
    }

    private async Task<CohortMatrixView> Empty(string cohort)
    {
        await Cohort(cohort, "A");
        return (await Read(cohort))!;
    }

    private Task<CohortMatrixView?> Read(string cohort, string? view = null, string? strategy = null, Actor? by = null) =>
        app.Get<CohortMatrix>().Read(by ?? Actor.Operator, cohort, CohortMatrixFilter.Read(view, strategy), Ct);

    private async Task Cohort(string slug, params string[] codes) =>
        Assert.Empty((await app.Import("network_code,2025\n" + string.Concat(codes.Select(code => $"{code},2\n")), slug)).Problems);

    private static async Task<Network> Network(NetworkHealth.Data.NetworkHealthDb db, string cohort, string code) =>
        await db.Networks.SingleAsync(network => network.Code == code && db.Cohorts.Any(of => of.Id == network.CohortId && of.Slug == cohort), Ct);

    private async Task<PlanEntry> Plan(string cohort, string code, int number, MatrixPlace place, Strategy ways, PlanStatus status = PlanStatus.Planned, bool removed = false)
    {
        await using var db = await app.Db();
        var entry = new PlanEntry((await Network(db, cohort, code)).Id, number, place, new Plan { Statement = "A plan.", Strategies = ways, Status = status }, null);
        if (removed)
            entry.Remove(isAnswered: false);
        db.PlanEntries.Add(entry);
        await db.SaveChangesAsync(Ct);
        return entry;
    }

    private async Task Look(string cohort, string code, int number, MatrixPlace place, Seen seen, int month, PlanEntry? answers = null, Strategy ways = Strategy.None, bool removed = false)
    {
        await using var db = await app.Db();
        var observation = new Observation { Statement = "A look.", Seen = seen, SeenMonth = new DateOnly(2025, month, 1), Strategies = ways };
        var entry = new ObservedEntry((await Network(db, cohort, code)).Id, number, place, observation, answers);
        if (removed)
            entry.Remove();
        db.ObservedEntries.Add(entry);
        await db.SaveChangesAsync(Ct);
    }

    private async Task State(string cohort, string code, MatrixPlace place, CellState state)
    {
        await using var db = await app.Db();
        db.MatrixCells.Add(new MatrixCell((await Network(db, cohort, code)).Id, place, state));
        await db.SaveChangesAsync(Ct);
    }

    private async Task Share(string cohort, string code, Sharing sharing)
    {
        await using var db = await app.Db();
        (await Network(db, cohort, code)).Share(sharing, isKeptFromResearch: false);
        await db.SaveChangesAsync(Ct);
    }

    private async Task Show(string slug, Display display)
    {
        await using var db = await app.Db();
        (await db.Cohorts.SingleAsync(cohort => cohort.Slug == slug, Ct)).Show(display, isNamedForResearch: false);
        await db.SaveChangesAsync(Ct);
    }
}
