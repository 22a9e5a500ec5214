using System.Globalization;
using System.Text;
using NetworkHealth.Features.DataImport;
using NetworkHealth.Features.Demo;
using NetworkHealth.Features.ResearchExport;

namespace NetworkHealth.Tests.Features.DataImport;

/// <summary>Networks, what lasts, contexts and teams come back from a file as they were, on either database and across them.</summary>
public sealed class LastingRoundTripTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite, DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres, DatabaseKind.Postgres)]
    [InlineData(DatabaseKind.Sqlite, DatabaseKind.Postgres)]
    [InlineData(DatabaseKind.Postgres, DatabaseKind.Sqlite)]
    public async Task What_leaves_one_database_comes_back_from_another_byte_for_byte(DatabaseKind from, DatabaseKind to)
    {
        await using var app = await TestApp.On(from);
        await using var other = await TestApp.On(to);
        await LastingFiles.Load(app, "round");
        var files = await LastingFiles.Export(app, "round");

        foreach (var (file, csv) in files)
        {
            var result = await other.Import(file.Kind(), csv, "round");
            Assert.Empty(result.Problems);
            Assert.Empty(result.Warnings);
        }

        Assert.Equal(files, await LastingFiles.Export(other, "round"));
        Assert.Equal(await LastingFiles.Export(app, "round", identified: false), await LastingFiles.Export(other, "round", identified: false));
        foreach (var (file, csv) in files)
            Assert.False((await other.Import(file.Kind(), csv, "round")).ChangesSomething);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres, DatabaseKind.Postgres)]
    [InlineData(DatabaseKind.Sqlite, DatabaseKind.Postgres)]
    [InlineData(DatabaseKind.Postgres, DatabaseKind.Sqlite)]
    public async Task What_was_written_on_pages_and_the_demo_come_back_too(DatabaseKind from, DatabaseKind to)
    {
        await using var app = await TestApp.On(from);
        await using var other = await TestApp.On(to);
        await DemoData.LoadIntoEmpty(app.Services, Ct);
        await WrittenOnPages.Into(app, "pages");

        foreach (string cohort in (string[])["pages", DemoData.Demo])
        {
            var files = await LastingFiles.Export(app, cohort);
            foreach (var (file, csv) in files)
            {
                var result = await other.Import(file.Kind(), csv, cohort);
                Assert.Empty(result.Problems);
                Assert.Empty(result.Warnings);
            }

            Assert.Equal(files, await LastingFiles.Export(other, cohort));
            Assert.Equal(await LastingFiles.Export(app, cohort, identified: false), await LastingFiles.Export(other, cohort, identified: false));
            foreach (var (file, csv) in files)
            {
                Assert.False((await other.Import(file.Kind(), csv, cohort)).ChangesSomething);
                Assert.False((await app.Import(file.Kind(), csv, cohort)).ChangesSomething);
            }
        }
    }

    [Fact]
    public async Task Awkward_text_stands_in_the_file_as_a_spreadsheet_may_open_it()
    {
        await using var app = await TestApp.On(TestDatabase.Kind);
        await LastingFiles.Load(app, "text");
        var files = await LastingFiles.Export(app, "text");

        Assert.Contains("\r\ntext,\"A,1\",'=North(1),\"Center \"\"Nord\"\", Ünïted\",\"More ninth graders\non track — ''quoted'' 🌱\n- by 2024\",non_profit,", files[ExportFile.Networks], StringComparison.Ordinal);
        Assert.Contains(",'=SUM(A1) stays,\"'+1, said\",“Principal”,'@meeting,\"https://example.org/?a=1&b=\"\"2\"\"\",\"Zeile 1\nZeile 2\",\r\n", files[ExportFile.Sustainability], StringComparison.Ordinal);
        Assert.Contains(",9,observed,7,embed,,,partly,2025-06,-3,9,14,\"Nine, they say\",,,,,,\"'-evidence\n\nwith, \"\"quotes\"\"\"\r\n", files[ExportFile.Sustainability], StringComparison.Ordinal);
        Assert.Equal(
            "cohort,network_code,year,kind,item,value,note\r\ntext,''=x,2023,factor,burnout,,only a note ''\r\n"
            + "text,\"A,1\",2021,factor,data_access,timely,\"Said, “in time”\"\r\ntext,\"A,1\",2023,factor,district_leader_turnover,partly,\r\n"
            + "text,\"A,1\",2023,action,agency,yes,\"'=a note\nof two lines\"\r\n", files[ExportFile.Context]);
        Assert.Equal(
            "cohort,network_code,team,year,ownership,depth,spread,sustainability,stage,team_name\r\ntext,''=x,'-t,2023,yes,yes,yes,yes,sustaining,'-t\r\n"
            + "text,\"A,1\",\"T,1\",,,,,,,\"École \"\"Sud\"\"\"\r\ntext,\"A,1\",T2,2021,no,,,,,'=High School\r\ntext,\"A,1\",T2,2023,yes,partly,no,no,started,'=High School\r\n"
            + "text,plain,T1,,,,,,,T1\r\n", files[ExportFile.Teams]);
    }

    [Fact]
    public async Task The_order_of_the_rows_does_not_matter()
    {
        await using var app = await TestApp.On(TestDatabase.Kind);
        await LastingFiles.Load(app, "order");
        var straight = await LastingFiles.Export(app, "order");

        foreach (var file in LastingFiles.Exports)
        {
            await using var other = await TestApp.On(TestDatabase.Kind);
            string[] rows = Records(straight[file]);
            foreach (int seed in (int[])[1, 2, 3])
            {
                string[] shuffled = rows[1..];
                new Random(seed).Shuffle(shuffled);
                await other.Import(file.Kind(), string.Concat([rows[0], .. shuffled]), $"order-{seed}");
                Assert.Equal(straight[file], (await other.Export(file, $"order-{seed}", identified: true))!.Replace($"order-{seed},", "order,", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task Two_hundred_entries_of_one_cell_come_back_by_their_numbers()
    {
        await using var app = await TestApp.On(TestDatabase.Kind);
        await using var other = await TestApp.On(TestDatabase.Kind);
        var csv = new StringBuilder("network_code,dimension,level,entry,entry_type,status,statement\n");
        for (int i = 200; i > 0; i--)
            csv.Append(CultureInfo.InvariantCulture, $"N,D3,individual,{i},plan,idea,Idea {i}\n");

        var result = await app.Import(ImportKind.Sustainability, csv.ToString(), "many");
        string file = (await app.Export(ExportFile.Sustainability, "many", identified: true))!;
        await other.Import(ImportKind.Sustainability, file, "many");

        Assert.Equal("200 rows: 200 entries created, 0 changed, 0 unchanged", result.ToString());
        Assert.Equal(Enumerable.Range(1, 200).Select(i => $"{i}"), file.Split("\r\n").Where(row => row.Contains(",plan,", StringComparison.Ordinal)).Select(row => row.Split(',')[5]));
        Assert.Equal(221, file.TrimEnd().Split("\r\n").Length);
        Assert.Equal(file, await other.Export(ExportFile.Sustainability, "many", identified: true));
    }

    [Theory]
    [InlineData("\uFEFF")]
    [InlineData("")]
    public async Task A_byte_order_mark_and_any_line_ends_are_fine(string mark)
    {
        await using var app = await TestApp.On(TestDatabase.Kind);
        await LastingFiles.Load(app, "ends");
        var before = await LastingFiles.Export(app, "ends");

        foreach (var file in LastingFiles.Exports)
        {
            var result = await app.Import(file.Kind(), mark + before[file].Replace("\r\n", mark.Length > 0 ? "\n" : "\r\n", StringComparison.Ordinal), "ends");
            Assert.Equal((0, 0, 0), (result.Problems.Count, result.Created, result.Revised));
        }

        Assert.Equal(before, await LastingFiles.Export(app, "ends"));
    }

    // Line breaks inside text are LF, so CRLF ends a row.
    private static string[] Records(string csv) => [.. csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(row => row + "\r\n")];
}
