using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;
using NetworkHealth.Features.DataImport;
using NetworkHealth.Features.ResearchExport;
using NetworkHealth.Tests.Features.DataImport;

namespace NetworkHealth.Tests.Features.ResearchExport;

/// <summary>The files of networks, what lasts, contexts and teams: their columns, what stood when, and who gets which.</summary>
public sealed class LastingExportTests(TestApp app) : IClassFixture<TestApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_columns_are_those_that_scripts_depend_on()
    {
        await app.Import("network_code,2021\nN,1\n", "columns");

        Assert.Equal(
            [
                "cohort,network_code,network_name,hub_organisation,aim,hub_type,problem_focus,structure,n_schools,n_districts,n_teams,grant_start_year,grant_end_year,launch_year,pandemic_launch,"
                + "nsi_intermediary,nsi_ten_schools,nsi_focal_students,nsi_shared_aim,nsi_outcomes,nsi_ci_capacity,nsi_learning",
                "cohort,network_code,dimension,level,cell_state,entry,entry_type,answers_entry,strategies,status,target_month,seen,seen_month,months_since_funding,n_schools,of_schools,"
                + "statement,responsible,champion_role,structure_used,artefact_url,risks,evidence",
                "cohort,network_code,year,kind,item,value,note",
                "cohort,network_code,team,year,ownership,depth,spread,sustainability,stage,team_name",
            ], (await LastingFiles.Export(app, "columns")).Values.Select(csv => csv.Split("\r\n")[0]));
        Assert.Equal(
            [
                "cohort,network_code,hub_type,problem_focus,structure,n_schools,n_districts,n_teams,grant_start_year,grant_end_year,launch_year,pandemic_launch,"
                + "nsi_intermediary,nsi_ten_schools,nsi_focal_students,nsi_shared_aim,nsi_outcomes,nsi_ci_capacity,nsi_learning",
                "cohort,network_code,dimension,level,cell_state,entry,entry_type,answers_entry,strategies,status,target_month,seen,seen_month,months_since_funding,n_schools,of_schools",
                "cohort,network_code,year,kind,item,value", "cohort,network_code,team,year,ownership,depth,spread,sustainability,stage",
            ], (await LastingFiles.Export(app, "columns", identified: false)).Values.Select(csv => csv.Split("\r\n")[0]));
        Assert.All((await LastingFiles.Export(app, "columns")).Values.SelectMany(csv => csv.Split("\r\n")[0].Split(',')), column => Assert.InRange(column.Length, 1, 26));
    }

    [Fact]
    public async Task A_matrix_has_its_cells_in_order_with_entries_by_number_and_a_row_for_each_cell_without()
    {
        await LastingFiles.Load(app, "cells");
        string[] rows = [.. (await app.Export(ExportFile.Sustainability, "cells"))!.TrimEnd().Split("\r\n").Where(row => row.StartsWith("cells,\"A,1\",", StringComparison.Ordinal)).Select(row => row[12..])];

        string[] entries =
        [
            "D2,organisation,open,3,observed,,,,,not_seen,,,0,0", "D2,organisation,open,7,plan,,codify;build_capacity;embed,under_way,2024-09,,,,,",
            "D2,organisation,open,9,observed,7,embed,,,partly,2025-06,,9,14",
        ];
        string[] last = ["D7,individual,not_a_goal,12,plan,,,dropped,,,,,,", "D7,individual,not_a_goal,13,observed,12,,,,routine,,,,"];
        Assert.Equal(
            MatrixPlace.All.SelectMany(place => place.Code switch
            {
                "D2-organisation" => entries,
                "D7-individual" => last,
                _ => [$"{place.Dimension.Code()},{place.Level.Code()},{(place.Code == "D1-leadership" ? "not_applicable" : "open")},,,,,,,,,,,"],
            }), rows);
        Assert.Equal(21, (await app.Export(ExportFile.Sustainability, "cells"))!.Split("\r\n").Count(row => row.StartsWith("cells,plain,", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Each_file_says_what_stood_at_a_time()
    {
        await app.Import("network_code,2021\nplain,1\n", "then");
        var before = await Moment();
        await LastingFiles.Load(app, "then");
        var (first, loaded) = (await LastingFiles.Export(app, "then"), await Moment());
        await Write("then", async (db, change, cohort) =>
        {
            foreach (var seen in await db.ObservedEntries.Where(e => db.Networks.Any(n => n.Id == e.NetworkId && n.CohortId == cohort)).ToListAsync(Ct))
            {
                seen.Remove();
                change.Keep(seen);
            }

            foreach (var team in await db.Teams.Where(t => db.Networks.Any(n => n.Id == t.NetworkId && n.CohortId == cohort)).ToListAsync(Ct))
            {
                team.Remove();
                change.Keep(team);
            }

            foreach (var network in await db.Networks.Where(n => n.CohortId == cohort && n.Code == "A,1").ToListAsync(Ct))
            {
                network.Archive();
                network.Rename("Later");
                change.Keep(network);
            }

            foreach (var plan in await db.PlanEntries.Where(e => e.Number == 7 && db.Networks.Any(n => n.Id == e.NetworkId && n.CohortId == cohort)).ToListAsync(Ct))
            {
                plan.Change(plan.Plan with { Status = PlanStatus.InPlace, Statement = "Changed since" });
                change.Keep(plan);
            }

            foreach (var cell in await db.MatrixCells.Where(e => e.Dimension == MatrixPlace.All[0].Dimension && db.Networks.Any(n => n.Id == e.NetworkId && n.CohortId == cohort)).ToListAsync(Ct))
            {
                cell.Set(CellState.NotAGoal, hasPlans: false);
                change.Keep(cell);
            }

            foreach (var entry in await db.ContextEntries.Where(e => db.Networks.Any(n => n.Id == e.NetworkId && n.CohortId == cohort)).ToListAsync(Ct))
            {
                entry.Say("", "");
                change.Keep(entry);
            }
        });
        var second = await LastingFiles.Export(app, "then");

        Assert.Equal(first, await LastingFiles.Export(app, "then", loaded));
        Assert.Equal(1 + 1, Rows(await LastingFiles.Export(app, "then", before), ExportFile.Networks));
        Assert.Equal(1 + 21, Rows(await LastingFiles.Export(app, "then", before), ExportFile.Sustainability));
        Assert.Equal(Matrix(plan: "open,7,plan,,codify;build_capacity;embed,under_way,2024-09,,,,,,'=SUM(A1) stays,", aim: "not_applicable", observed: true), first[ExportFile.Sustainability]);
        Assert.Equal(Matrix(plan: "open,7,plan,,codify;build_capacity;embed,in_place,2024-09,,,,,,Changed since,", aim: "not_a_goal", observed: false), second[ExportFile.Sustainability]);
        Assert.Equal((1, 1), (Rows(second, ExportFile.Context), Rows(second, ExportFile.Teams)));
        Assert.Contains("\r\nthen,\"A,1\",Later,", second[ExportFile.Networks], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coded_files_hold_no_text_of_people_and_no_rare_value()
    {
        await LastingFiles.Load(app, "coded");
        string coded = string.Concat((await LastingFiles.Export(app, "coded", identified: false)).Values), named = string.Concat((await LastingFiles.Export(app, "coded")).Values);

        foreach (string text in (string[])["North", "Nord", "graders", "hub,", "aim", "SUM", "Principal", "example.org", "Zeile", "Nine", "evidence", "Still there", "idée", "note", "in time", "École", "High School", "early_warning", "true"])
        {
            Assert.Contains(text, named, StringComparison.Ordinal);
            Assert.DoesNotContain(text, coded.Replace("nsi_shared_aim", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(",burnout,", coded, StringComparison.Ordinal);
        Assert.Contains("\r\ncoded,plain,,,,,,,,,,,,,,,,,\r\n", coded, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_value_of_five_networks_stands_in_a_coded_file()
    {
        await app.Import(ImportKind.Networks, "network_code,hub_type,n_schools,nsi_learning\n" + string.Concat(Enumerable.Range(1, 6).Select(i => $"N{i},{(i < 6 ? "district" : "university")},{(i < 5 ? 8 : 9)},yes\n")), "five");

        string[] rows = (await app.Export(ExportFile.Networks, "five"))!.TrimEnd().Split("\r\n");
        Assert.Equal("five,N5,district,,,,,,,,,,,,,,,,yes", rows[5]);
        Assert.Equal("five,N6,,,,,,,,,,,,,,,,,yes", rows[6]);
        Assert.Contains("five,N6,N6,,,university,,,9,", await app.Export(ExportFile.Networks, "five", identified: true), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, "12")]
    [InlineData(4, "")]
    public async Task A_coded_file_does_not_tell_the_end_of_a_grant_by_the_months_since(int sharing, string months)
    {
        string cohort = $"months-{sharing}";
        await app.Import(ImportKind.Networks, "network_code,grant_end_year\n" + string.Concat(Enumerable.Range(1, sharing).Select(i => $"N{i},2024\n")) + "Other,2023\nUnknown,\n", cohort);
        await app.Import(ImportKind.Sustainability, "network_code,dimension,level,entry,entry_type,seen,seen_month,months_since_funding,statement\n"
            + string.Concat(((string[])["N1", "Other", "Unknown"]).Select(code => $"{code},D1,leadership,1,observed,partly,2025-12,12,Seen\n")), cohort);

        string coded = (await app.Export(ExportFile.Sustainability, cohort))!, named = (await app.Export(ExportFile.Sustainability, cohort, identified: true))!;

        Assert.Contains($"\r\n{cohort},N1,D1,leadership,open,1,observed,,,,,partly,2025-12,{months},,\r\n", coded, StringComparison.Ordinal);
        Assert.Contains($"\r\n{cohort},Other,D1,leadership,open,1,observed,,,,,partly,2025-12,,,\r\n", coded, StringComparison.Ordinal);
        Assert.Contains($"\r\n{cohort},Unknown,D1,leadership,open,1,observed,,,,,partly,2025-12,,,\r\n", coded, StringComparison.Ordinal);
        Assert.Equal(3, named.Split(",2025-12,12,").Length - 1);
    }

    [Theory]
    [InlineData(Role.HubLeader)]
    [InlineData(Role.HubMember)]
    public async Task A_hub_takes_its_own_network_with_its_names(Role role)
    {
        await LastingFiles.Load(app, "rights");
        await using var db = await app.Db();
        var network = await db.Networks.SingleAsync(n => n.Code == "A,1" && db.Cohorts.Any(c => c.Id == n.CohortId && c.Slug == "rights"), Ct);
        var hub = Somebody.With(role, network: network.Id);

        foreach (var file in LastingFiles.Exports)
        {
            string[] whole = (await app.Export(file, "rights", identified: true))!.Split("\r\n");
            string own = (await app.Export(file, "rights", by: hub))!;
            Assert.Equal([whole[0], .. whole[1..].Where(row => row.StartsWith("rights,\"A,1\",", StringComparison.Ordinal))], own.TrimEnd().Split("\r\n"));
            Assert.Null(await app.Export(file, "nowhere", by: hub));
        }
    }

    [Theory]
    [InlineData(Role.Evaluator)]
    [InlineData(Role.Funder)]
    [InlineData(Role.Researcher)]
    public async Task A_role_on_the_cohort_opens_no_file_in_this_version(Role role)
    {
        await LastingFiles.Load(app, "rights");
        await using var db = await app.Db();
        var cohort = await db.Cohorts.SingleAsync(c => c.Slug == "rights", Ct);

        foreach (var file in LastingFiles.Exports)
        {
            Assert.Null(await app.Export(file, "rights", by: Somebody.With(role, cohort.Id)));
            Assert.Null(await app.Export(file, "rights", by: Actor.Stranger));
        }
    }

    [Fact]
    public async Task Only_an_administrator_imports()
    {
        foreach (var kind in ImportKindWords.All)
        {
            foreach (var other in Somebody.WhoDoesNotAdminister)
            {
                using var file = new MemoryStream("network_code\nN\n"u8.ToArray());
                Assert.Equal("Only an administrator can do this.", await Somebody.Refused(() => app.Get<Imports>().Run(other, new ImportOrder("x", "x.csv", Kind: kind), file, Ct)));
            }
        }
    }

    // The whole file of the cohort “then”, whose matrices are those of the files with another plan 7, another first cell, and what was seen or not.
    private static string Matrix(string plan, string aim, bool observed)
    {
        string nothing = new(',', 18);
        var a = new Dictionary<string, string[]>
        {
            ["D1-leadership"] = [aim + nothing],
            ["D2-organisation"] =
            [
                .. observed ? (string[])["open,3,observed,,,,,not_seen,,,0,0,Nothing,,,,,,"] : [],
                plan + "\"'+1, said\",“Principal”,'@meeting,\"https://example.org/?a=1&b=\"\"2\"\"\",\"Zeile 1\nZeile 2\",",
                .. observed ? (string[])["open,9,observed,7,embed,,,partly,2025-06,-3,9,14,\"Nine, they say\",,,,,,\"'-evidence\n\nwith, \"\"quotes\"\"\""] : [],
            ],
            ["D7-individual"] =
            [
                "not_a_goal,12,plan,,,dropped,,,,,,,'''=two apostrophes,,,,,,",
                .. observed ? (string[])["not_a_goal,13,observed,12,,,,routine,,,,,Still there 🌱,,,,,,"] : [],
            ],
        };
        var x = new Dictionary<string, string[]> { ["D1-leadership"] = ["open,1,plan,,,idea,,,,,,,Une idée,,,,,,"] };
        var none = new Dictionary<string, string[]>();
        var rows = from network in ((string, Dictionary<string, string[]>)[])[("''=x", x), ("\"A,1\"", a), ("empty", none), ("plain", none)]
                   from place in MatrixPlace.All
                   from row in network.Item2.GetValueOrDefault(place.Code) ?? ["open" + nothing]
                   select $"then,{network.Item1},{place.Dimension.Code()},{place.Level.Code()},{row}\r\n";
        return string.Join(',', FileColumns.Sustainability(identified: true)) + "\r\n" + string.Concat(rows);
    }

    private static int Rows(Dictionary<ExportFile, string> files, ExportFile file) => files[file].TrimEnd().Split("\r\n").Length;

    private static async Task<DateTimeOffset> Moment()
    {
        await Task.Delay(20, Ct);
        var now = DateTimeOffset.UtcNow;
        await Task.Delay(20, Ct);
        return now;
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
