using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;
using NetworkHealth.Features.DataImport;
using NetworkHealth.Features.ResearchExport;

namespace NetworkHealth.Tests.Features.DataImport;

/// <summary>Files of networks, what lasts, contexts and teams that meet what stands: what stays, what changes, what is counted.</summary>
public sealed class LastingAgainTests(TestApp app) : IClassFixture<TestApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ImportKind.Networks, "3 rows: 3 networks created, 0 changed, 0 unchanged", "3 rows: 0 networks created, 0 changed, 3 unchanged")]
    [InlineData(ImportKind.Sustainability, "8 rows: 6 entries created, 0 changed, 0 unchanged", "8 rows: 0 entries created, 0 changed, 6 unchanged")]
    [InlineData(ImportKind.Context, "5 rows: 4 context items created, 0 changed, 0 unchanged", "5 rows: 0 context items created, 0 changed, 4 unchanged")]
    [InlineData(ImportKind.Teams, "5 rows: 3 team years created, 0 changed, 0 unchanged", "5 rows: 0 team years created, 0 changed, 3 unchanged")]
    public async Task The_same_file_twice_changes_nothing_and_a_dry_run_says_what_it_would_do(ImportKind kind, string first, string second)
    {
        string csv = LastingFiles.Of(kind), cohort = $"twice-{kind.Code()}", empty = await Fingerprint.Of(app);
        Assert.Equal(first, (await app.Import(kind, csv, cohort, dryRun: true)).ToString());
        Assert.Equal(empty, await Fingerprint.Of(app));

        Assert.Equal(first, (await app.Import(kind, csv, cohort)).ToString());
        string before = await Fingerprint.Of(app);
        var again = await app.Import(kind, csv, cohort);

        Assert.Equal(second, again.ToString());
        Assert.Equal((false, ""), (again.ChangesSomething, again.Besides));
        Assert.Equal(before, await Fingerprint.Of(app));
        await using var db = await app.Db();
        var of = await db.Cohorts.SingleAsync(c => c.Slug == cohort, Ct);
        var change = Assert.Single(await db.Changes.Where(c => c.CohortId == of.Id).ToListAsync(Ct));
        Assert.Equal((kind.Action(), $"cohort:{of.Id}"), (change.Action, change.Touched));
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(csv))), change.Details, StringComparison.Ordinal);
        Assert.Contains(change.Action, ChangeActions.OfData);
    }

    [Fact]
    public async Task An_empty_cell_and_a_missing_column_leave_what_stands()
    {
        await LastingFiles.Load(app, "leaves");
        var before = await LastingFiles.Export(app, "leaves");

        Assert.Equal("2 rows: 0 networks created, 1 changed, 1 unchanged",
            (await app.Import(ImportKind.Networks, "network_code,aim,n_schools\n\"A,1\",,15\nplain,,\n", "leaves")).ToString());
        Assert.Equal("2 rows: 0 entries created, 2 changed, 0 unchanged",
            (await app.Import(ImportKind.Sustainability, "network_code,dimension,level,entry,seen,status,evidence\n\"A,1\",D2,organisation,9,routine,,\n\"A,1\",D2,organisation,7,,in_place,\n", "leaves")).ToString());
        Assert.Equal("1 rows: 0 context items created, 1 changed, 0 unchanged",
            (await app.Import(ImportKind.Context, "network_code,year,item,value,note\n\"A,1\",2023,agency,no,\n", "leaves")).ToString());
        Assert.Equal("2 rows: 0 team years created, 1 changed, 0 unchanged",
            (await app.Import(ImportKind.Teams, "network_code,team,year,depth,stage\n\"A,1\",T2,2023,no,none\n\"A,1\",T2,2022,,\n", "leaves")).ToString());

        var after = await LastingFiles.Export(app, "leaves");
        Assert.Equal(before[ExportFile.Networks].Replace(",several_districts,14,", ",several_districts,15,", StringComparison.Ordinal), after[ExportFile.Networks]);
        Assert.Equal(before[ExportFile.Sustainability].Replace(",partly,2025-06,", ",routine,2025-06,", StringComparison.Ordinal).Replace(",under_way,", ",in_place,", StringComparison.Ordinal),
            after[ExportFile.Sustainability]);
        Assert.Equal(before[ExportFile.Context].Replace(",agency,yes,", ",agency,no,", StringComparison.Ordinal), after[ExportFile.Context]);
        Assert.Equal(before[ExportFile.Teams].Replace(",2023,yes,partly,no,no,started,", ",2023,yes,no,no,no,none,", StringComparison.Ordinal), after[ExportFile.Teams]);
        await using var db = await app.Db();
        var cohort = await db.Cohorts.SingleAsync(c => c.Slug == "leaves", Ct);
        Assert.Equal([(2021, false), (2022, false), (2023, false), (2024, false), (2025, false)], cohort.Cycles.Select(cycle => (cycle.Year, cycle.IsOpen)));
        Assert.Contains(",pandemic_launch\r\n", await app.Export(ExportFile.Trajectories, "leaves"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_of_the_grant_stays_while_its_year_does()
    {
        await app.Import(ImportKind.Networks, "network_code,grant_start_year,grant_end_year\nG,2019,2023\n", "grant");
        await Write("grant", async (db, change, cohort) =>
        {
            var network = await db.Networks.SingleAsync(n => n.CohortId == cohort, Ct);
            network.Describe(network.Profile with { GrantStartMonth = 3, GrantEndMonth = 9 });
            change.Keep(network);
        });

        var same = await app.Import(ImportKind.Networks, "network_code,grant_start_year,grant_end_year\nG,2019,\n", "grant");
        Assert.Equal((2019, 3, 2023, 9), await Grant());
        var other = await app.Import(ImportKind.Networks, "network_code,grant_start_year,grant_end_year\nG,2019,2024\n", "grant");

        Assert.Equal((1, 1), (same.Unchanged, other.Revised));
        Assert.Equal((2019, 3, 2024, null), await Grant());

        async Task<(int?, int?, int?, int?)> Grant()
        {
            await using var db = await app.Db();
            var profile = (await db.Networks.SingleAsync(n => n.Code == "G", Ct)).Profile;
            return (profile.GrantStartYear, profile.GrantStartMonth, profile.GrantEndYear, profile.GrantEndMonth);
        }
    }

    [Fact]
    public async Task What_was_taken_out_here_is_not_brought_back_by_a_file()
    {
        await LastingFiles.Load(app, "gone");
        await Write("gone", async (db, change, cohort) =>
        {
            var seen = await db.ObservedEntries.SingleAsync(e => e.Number == 9 && db.Networks.Any(n => n.Id == e.NetworkId && n.CohortId == cohort), Ct);
            seen.Remove();
            change.Keep(seen);
            var team = await db.Teams.SingleAsync(t => t.Code == "T2" && db.Networks.Any(n => n.Id == t.NetworkId && n.CohortId == cohort), Ct);
            team.Remove();
            change.Keep(team);
        });
        string before = await Fingerprint.Of(app);

        var entries = await app.Import(ImportKind.Sustainability, LastingFiles.Sustainability, "gone");
        var teams = await app.Import(ImportKind.Teams, LastingFiles.Teams, "gone");

        Assert.Equal(["line 4, entry: Entry 9 was removed here, and its number stays taken. Take the row out, or give what it says another number."], entries.Problems.Select(problem => problem.ToString()));
        Assert.Equal(["line 2, team: The team T2 was removed here, and its code stays taken. Take its rows out, or give it another code."], teams.Problems.Select(problem => problem.ToString()));
        Assert.Equal(before, await Fingerprint.Of(app));
        string left = (await app.Export(ExportFile.Sustainability, "gone", identified: true))!, others = (await app.Export(ExportFile.Teams, "gone", identified: true))!;
        Assert.DoesNotContain(",9,observed,", left, StringComparison.Ordinal);
        Assert.DoesNotContain(",T2,", others, StringComparison.Ordinal);
        Assert.EndsWith(" rows: 0 entries created, 0 changed, 5 unchanged", (await app.Import(ImportKind.Sustainability, left, "gone")).ToString(), StringComparison.Ordinal);
        await using var empty = await TestApp.On(TestDatabase.Kind);
        await empty.Import(ImportKind.Sustainability, left, "gone");
        Assert.Equal(left, await empty.Export(ExportFile.Sustainability, "gone", identified: true));
    }

    [Fact]
    public async Task What_answers_a_plan_was_not_seen_before_the_plan_was_made()
    {
        await app.Import("network_code,2021\nN,1\n", "made");
        await Write("made", async (db, change, cohort) =>
        {
            var network = await db.Networks.SingleAsync(n => n.CohortId == cohort, Ct);
            var plan = new PlanEntry(network.Id, 1, MatrixPlace.All[0], new Plan { Statement = "Goes on" }, new DateOnly(2026, 3, 1));
            db.PlanEntries.Add(plan);
            change.Keep(plan);
        });

        var refused = await app.Import(ImportKind.Sustainability, LastingFiles.EntryHeader + "N,D1,leadership,,2,observed,1,,,,routine,2026-02,,,,Seen,,,,,,\n", "made");
        var fits = await app.Import(ImportKind.Sustainability, LastingFiles.EntryHeader + "N,D1,leadership,,2,observed,1,,,,routine,2026-03,-123,,,Seen,,,,,,\n", "made");

        Assert.Equal(["line 2, seen_month: It was seen in February 2026, before its plan was made in March 2026. Correct the month, or let it answer no plan."], refused.Problems.Select(problem => problem.ToString()));
        Assert.Equal("1 rows: 1 entries created, 0 changed, 0 unchanged", fits.ToString());
        await using var db = await app.Db();
        Assert.Equal(new DateOnly(2026, 3, 1), (await db.PlanEntries.SingleAsync(e => e.Plan.Statement == "Goes on", Ct)).Made);
    }

    [Fact]
    public async Task A_stage_or_a_kind_that_contradicts_is_a_warning_and_a_team_can_be_renamed()
    {
        var teams = await app.Import(ImportKind.Teams, "network_code,team,year,ownership,depth,spread,sustainability,stage,team_name\nW,T1,2023,yes,yes,,,building,One\nW,T1,2024,yes,,,,started,One\nW,T1,2025,no,no,,,NONE,One\n", "warned");
        var items = await app.Import(ImportKind.Context, "network_code,year,kind,item,value\nW,2023,factor,coaching,yes\n", "warned");
        var renamed = await app.Import(ImportKind.Teams, "network_code,team,team_name\nW,T1,Two\n", "warned");

        Assert.Equal(
            ["line 2, stage: The file says “building” for T1 in 2023; its ownership, depth, spread and sustainability say “started”.",
             "line 3, stage: The file says “started” for T1 in 2024; its ownership, depth, spread and sustainability say no stage."], teams.Warnings);
        Assert.Equal(["line 2, kind: The file calls coaching “factor”; it is an action."], items.Warnings);
        Assert.Equal(("1 rows: 0 team years created, 0 changed, 0 unchanged", "one team renamed"), (renamed.ToString(), renamed.Besides));
        Assert.Contains("W,T1,2025,no,no,,,none,Two\r\n", await app.Export(ExportFile.Teams, "warned", identified: true), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_file_makes_known_is_told_also_where_it_says_nothing_else()
    {
        var first = await app.Import(ImportKind.Context, "network_code,year,item,value\nK,2022,burnout,\nK,2023,burnout,\n", "known", dryRun: true);
        Assert.Equal((true, "one cohort, one network and two years made known"), (first.ChangesSomething, first.Besides));
        await app.Import(ImportKind.Context, "network_code,year,item,value\nK,2022,burnout,\nK,2023,burnout,\n", "known");

        var more = await app.Import(ImportKind.Teams, "network_code,team,year\nL,T1,2024\n", "known");
        var networks = await app.Import(ImportKind.Networks, "network_code\nM\n", "known");
        var ratings = await app.Import("network_code,year,subject,level\nO,2025,OVERALL,\n", "known");
        var again = await app.Import(ImportKind.Teams, "network_code,team,year\nL,T1,2024\n", "known");

        Assert.Equal((true, "one team added; one network and one year made known"), (more.ChangesSomething, more.Besides));
        Assert.Equal((true, 1, ""), (networks.ChangesSomething, networks.Created, networks.Besides));
        Assert.Equal((true, "one network and one year made known"), (ratings.ChangesSomething, ratings.Besides));
        Assert.Equal((false, ""), (again.ChangesSomething, again.Besides));
    }

    [Fact]
    public async Task A_code_that_may_say_which_team_it_is_is_warned_of_once()
    {
        var teams = await app.Import(ImportKind.Teams, "network_code,team,team_name\nW,T1,\nW,Oak High,\nW,Elm,Elm High\n", "telling");
        var again = await app.Import(ImportKind.Teams, "network_code,team,team_name\nW,Oak High,\n", "telling");

        Assert.Equal(["line 3, team: The team Oak High has no name, and its code stands in coded files. If the code says which team it is, give it one such as T1 and write what it is called under team_name."], teams.Warnings);
        Assert.Empty(again.Warnings);
    }

    [Fact]
    public async Task Twenty_thousand_rows_do_not_take_minutes()
    {
        var csv = new StringBuilder("network_code,dimension,level,entry,entry_type,status,statement\n");
        for (int i = 0; i < 20_000; i++)
            csv.Append(System.Globalization.CultureInfo.InvariantCulture, $"N{i / 50},D{1 + (i % 7)},individual,{1 + (i % 50)},plan,idea,Idea {i}\n");

        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal("20000 rows: 20000 entries created, 0 changed, 0 unchanged", (await app.Import(ImportKind.Sustainability, csv.ToString(), "twenty")).ToString());
        Assert.Equal("20000 rows: 0 entries created, 0 changed, 20000 unchanged", (await app.Import(ImportKind.Sustainability, csv.ToString(), "twenty")).ToString());

        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(2), $"{watch.Elapsed.TotalSeconds:0.0} s");
    }

    private async Task Write(string slug, Func<Data.NetworkHealthDb, Data.OpenChange, Guid, Task> write)
    {
        await using var db = await app.Db();
        await using var change = await db.BeginChange(Actor.Operator, TimeProvider.System, Ct);
        var cohort = await db.Cohorts.SingleAsync(c => c.Slug == slug, Ct);
        await write(db, change, cohort.Id);
        await change.Commit(ChangeAction.ObservationRemoved, cohort.Id, "test", ct: Ct);
    }
}
