using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;
using NetworkHealth.Features.Cohorts;
using NetworkHealth.Features.DataImport;
using static NetworkHealth.Tests.Features.Cohorts.CountedCohort;
using static NetworkHealth.Tests.Features.Cohorts.StoredTablesAttackTests;

namespace NetworkHealth.Tests.Features.Cohorts;

/// <summary>The database counts the first tables; counted network by network they are the same.</summary>
public sealed class FirstCountsTests(TestApp app) : IClassFixture<TestApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData(ProfileField.ProblemFocus)]
    [InlineData(ProfileField.HubType)]
    [InlineData(ProfileField.Structure)]
    [InlineData(ProfileField.PandemicLaunch)]
    public async Task The_database_counts_as_we_count_by_hand(ProfileField? groupedBy)
    {
        string slug = $"first-{groupedBy}".ToLowerInvariant();
        var cohort = new CountedCohort(app, slug);
        string[] focuses = ["instructional", "early_warning", ""], hubs = ["university", "district", ""], structures = ["one_district", "several_districts", ""], launched = ["yes", "no", ""];
        string csv = "network_code,problem_focus,hub_type,structure,pandemic_launch\n"
                     + string.Concat(Enumerable.Range(0, 30).Select(i => $"N{i},{focuses[i % 3]},{hubs[i / 2 % 3]},{structures[i / 3 % 3]},{launched[i / 4 % 3]}\n"));
        Assert.Empty((await app.Import(ImportKind.Networks, csv, slug)).Problems);
        await app.Get<ManagedCohorts>().Show(Actor.Operator, slug, await cohort.Edition(), Display.Aggregates, groupedBy, false, Ct);
        await app.Get<Cycles>().Open(Actor.Operator, slug, 2021, ct: Ct);
        await cohort.Rates(2021, Networks("44443333222211110000-444--44"));
        await cohort.Rates(2021, Networks("0123-"));
        await cohort.Rates(2021, Networks("01234012340123401234"), RatingSource.External);
        foreach (string ended in new[] { "N3", "N28", "N29" })
            await app.Get<ManagedNetworks>().Archive(Actor.Operator, slug, ended, (await app.Get<ManagedNetworks>().Read(Actor.Operator, slug, ended, Ct))!.Edition, Ct);

        await app.Get<Cycles>().Close(Actor.Operator, slug, 2021, ct: Ct);

        await using var db = await app.Db();
        var tables = await db.ClosedTables.AsNoTracking().Where(table => table.CohortId == db.Cohorts.Single(c => c.Slug == slug).Id).ToListAsync(Ct);
        Assert.Equal(14, tables.Count);
        foreach (var table in tables)
        {
            var counted = await CountedCycle.Then(db, table.CohortId, 2021, table.Source, table.Change, Ct);
            Assert.Equal(28, counted.Networks.Count);
            Assert.Equal(Text(ClosingTables.Make(counted.Of(table.Subject, groupedBy), groupedBy is not null, [])!), Text(table.Figures));
        }

        Assert.Contains(tables, table => table.Figures.ShowsAnything);
    }
}
