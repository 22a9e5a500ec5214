using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;
using NetworkHealth.Features.Cohorts;
using NetworkHealth.Features.Dashboards;
using static NetworkHealth.Tests.Features.Cohorts.CountedCohort;

namespace NetworkHealth.Tests.Features.Cohorts;

/// <summary>The tables of counts that are made and stored when a cycle is closed.</summary>
public sealed class TablesOnClosingTests(TestApp app) : IClassFixture<TestApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_import_that_brings_a_closed_cycle_makes_its_tables_for_each_source_alone()
    {
        var cohort = new CountedCohort(app, "brought");
        await cohort.Rates(2021, Networks("444444433333332"));
        await cohort.Rates(2021, Networks("000000011111-"), RatingSource.External);

        Assert.Equal([null, null, null, 7, 7, null], (await cohort.Table(2021)).Whole.Counts);
        Assert.Equal([7, 5, null, null, null, null], (await cohort.Table(2021, source: RatingSource.External)).Whole.Counts);
        await using var db = await app.Db();
        var tables = await db.ClosedTables.Where(table => table.CohortId == db.Cohorts.Single(c => c.Slug == "brought").Id).ToListAsync(Ct);
        Assert.Equal((14, 2), (tables.Count, tables.Select(table => table.Change).Distinct().Count()));
        Assert.All(tables, table => Assert.Equal(("2024.1", GuardedTable.Rule, null), (table.FrameworkVersions, table.HidingRule, table.GroupedBy)));
        Assert.Equal(ChangeAction.RatingsImported, (await db.Changes.SingleAsync(change => change.Number == tables[0].Change, Ct)).Action);
    }

    [Fact]
    public async Task An_open_cycle_has_none_until_it_is_closed_in_the_same_change()
    {
        var cohort = new CountedCohort(app, "opened");
        await cohort.Has(Networks("444443333").Select(network => (network.Code, 0)));
        await app.Get<Cycles>().Open(Actor.Operator, "opened", 2022, ct: Ct);
        await cohort.Rates(2022, Networks("444443333"));
        Assert.Empty((await cohort.Read()).Cycles);

        await app.Get<Cycles>().Close(Actor.Operator, "opened", 2022, ct: Ct);

        Assert.Equal([null, null, null, null, 5, null], (await cohort.Table(2022)).Whole.Counts);
        await using var db = await app.Db();
        Assert.Equal(ChangeAction.CycleClosed, (await db.Changes.SingleAsync(change => change.Number == db.ClosedTables.Where(table => table.CohortId == change.CohortId).Max(table => table.Change) && change.CohortId == db.Cohorts.Single(c => c.Slug == "opened").Id, Ct)).Action);
    }

    [Fact]
    public async Task A_dry_run_and_a_cohort_of_four_make_none()
    {
        var cohort = new CountedCohort(app, "four");
        await cohort.Rates(2021, Networks("4321"));

        Assert.Empty((await cohort.Read()).Cycles);
        await cohort.Rates(2021, Networks("0", from: 4));
        Assert.Equal(5, (await cohort.Table(2021)).Whole.Size);
    }

    [Fact]
    public async Task Later_revisions_wait_for_the_next_closing_and_for_five_that_differ()
    {
        var cohort = new CountedCohort(app, "later");
        await cohort.Rates(2021, Networks("44444444440000000000"));
        var first = await cohort.Table(2021);

        await cohort.Rates(2021, Networks("0000"));
        await cohort.ClosesAgain(2021);
        Assert.Equal(first.Whole.Counts, (await cohort.Table(2021)).Whole.Counts);
        await cohort.Rates(2021, Networks("00000"));
        Assert.Equal(first.Whole.Counts, (await cohort.Table(2021)).Whole.Counts);
        await cohort.ClosesAgain(2021);

        await using var db = await app.Db();
        Assert.Equal(2, await db.ClosedTables.CountAsync(table => table.CohortId == db.Cohorts.Single(c => c.Slug == "later").Id && table.Subject == Subject.Overall, Ct));
    }

    [Fact]
    public async Task One_network_more_makes_no_other_table()
    {
        var cohort = new CountedCohort(app, "more");
        await cohort.Rates(2021, Networks("444444433333332222222"));
        var first = await cohort.Table(2021);

        await cohort.Rates(2021, Networks("0", from: 21));
        await cohort.ClosesAgain(2021);

        var again = await cohort.Table(2021);
        Assert.Equal((21, 21), (first.Whole.Size, again.Whole.Size));
        Assert.Equal(first.Whole.Counts, again.Whole.Counts);
    }

    [Fact]
    public async Task Whoever_is_archived_counts_where_it_was_rated_or_counted_before()
    {
        var cohort = new CountedCohort(app, "archived");
        await cohort.Has(Networks("444444").Select(network => (network.Code, 0)));
        await app.Get<ManagedNetworks>().Archive(Actor.Operator, "archived", "N5", await Edition("archived", "N5"), Ct);
        await cohort.Rates(2021, Networks("44444"));
        await cohort.Rates(2022, Networks("444444"));

        Assert.Equal((5, 6), ((await cohort.Table(2021)).Whole.Size, (await cohort.Table(2022)).Whole.Size));
    }

    [Fact]
    public async Task Another_field_groups_only_what_is_closed_from_then_on()
    {
        var cohort = new CountedCohort(app, "grouped");
        await cohort.Has(Enumerable.Range(0, 20).Select(i => ($"N{i}", i < 9 ? 0 : i < 17 ? 4 : 2)));
        await cohort.Rates(2021, Networks("44443333344443333344"));
        var first = await cohort.Table(2021);
        await app.Get<ManagedCohorts>().Show(Actor.Operator, "grouped", await cohort.Edition(), Display.Aggregates, ProfileField.HubType, false, Ct);
        await cohort.Rates(2021, Networks("00000222220000022222"));
        await cohort.ClosesAgain(2021);
        await cohort.Rates(2022, Networks("44443333344443333344"));

        var again = await cohort.Table(2021);
        Assert.Equal([["Instructional"], ["", "EarlyWarning"]], first.Groups.Select(group => group.Names));
        Assert.Equal(first.Groups.Select(group => group.Names), again.Groups.Select(group => group.Names));
        Assert.Empty((await cohort.Table(2022)).Groups);
    }

    [Fact]
    public async Task Only_the_funder_of_a_cohort_of_counts_reads_them()
    {
        var cohort = new CountedCohort(app, "rights");
        await cohort.Rates(2021, Networks("44443333344443333344"));

        Assert.All(await Task.WhenAll(Somebody.WhoDoesNotAdminister.Append(Actor.Operator).Select(by => app.Get<StoredTables>().Read(by, "rights", Ct))), Assert.Null);
        await app.Get<ManagedCohorts>().Show(Actor.Operator, "rights", await cohort.Edition(), Display.Codes, null, false, Ct);
        Assert.Null(await app.Get<StoredTables>().Read(await cohort.Funder(), "rights", Ct));
    }

    private async Task<long> Edition(string slug, string code) => (await app.Get<ManagedNetworks>().Read(Actor.Operator, slug, code, Ct))!.Edition;
}
