using NetworkHealth.Features.ResearchExport;

namespace NetworkHealth.Tests.Features.DataImport;

/// <summary>What leaves as a file comes back as it was.</summary>
public sealed class RoundTripTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Rich = """
        network_code,year,subject,level,not_rated_reason,source,framework_version,rated_month,network_name
        MD1,2019,OVERALL,Dev (Mid),,self,2019-pilot,2019-06,North
        MD1,2021,OVERALL,Least,,self,2024.1,,North
        MD1,2021,HL,,not_asked,self,2024.1,,North
        MD1,2023,OVERALL,Most,,self,2024.1,2023-05,Northern
        MD1,2023,OVERALL,Dev (High),,external,,2023-07,Northern
        MD2,2021,CX,1,,self,-beta,,
        MD2,2023,CX,4,,self,-beta,,
        MD3,2022,OVERALL,,,,,,
        """;

    [Fact]
    public async Task The_order_of_the_rows_does_not_matter()
    {
        string[] lines = Rich.Split('\n');
        string[] rows = lines[1..];
        new Random(20260331).Shuffle(rows);
        await using var other = await TestApp.On(TestDatabase.Kind);

        var straight = await app.Import(Rich, "order");
        var shuffled = await other.Import(string.Join('\n', [lines[0], .. rows]), "order");

        Assert.NotEqual(lines[1..], rows);
        Assert.Equal("8 rows: 6 ratings created, 0 revised, 0 unchanged", straight.ToString());
        Assert.Equal(straight.ToString(), shuffled.ToString());
        Assert.Equal(straight.Warnings, shuffled.Warnings);
        Assert.Equal(await app.Export(ExportFile.Ratings, "order"), await other.Export(ExportFile.Ratings, "order"));
        Assert.Equal(await app.Export(ExportFile.Trajectories, "order"), await other.Export(ExportFile.Trajectories, "order"));
    }

    [Fact]
    public async Task Our_own_ratings_come_back_from_an_empty_database_as_they_were()
    {
        await app.Import(Rich.Replace("MD3,2022,OVERALL,,,", "MD3,2022,OVERALL,,not_applicable,", StringComparison.Ordinal), "own");
        string ratings = (await app.Export(ExportFile.Ratings, "own"))!;
        await using var other = await TestApp.On(TestDatabase.Kind);

        var result = await other.Import(ratings, "own");

        Assert.Equal("8 rows: 7 ratings created, 0 revised, 0 unchanged", result.ToString());
        Assert.Equal(ratings, await other.Export(ExportFile.Ratings, "own"));
        Assert.Equal(await app.Export(ExportFile.Trajectories, "own"), await other.Export(ExportFile.Trajectories, "own"));
    }

    [Fact]
    public async Task Our_own_trajectories_come_back_from_an_empty_database_as_they_were()
    {
        const string Csv = "network_code,subject,source,2019,2021,2022\nMD1,OVERALL,self,Least,,Most\nMD1,OVERALL,external,,,1\nMD1,CU,self,3,2,1\nMD2,CX,self,,0,\n";
        await app.Import(Csv, "wide-own");
        string trajectories = (await app.Export(ExportFile.Trajectories, "wide-own"))!;
        await using var other = await TestApp.On(TestDatabase.Kind);

        var result = await other.Import(trajectories, "wide-own");

        Assert.Equal("4 rows: 5 ratings created, 0 revised, 0 unchanged", result.ToString());
        Assert.Equal(trajectories, await other.Export(ExportFile.Trajectories, "wide-own"));
        Assert.Equal(await app.Export(ExportFile.Ratings, "wide-own"), await other.Export(ExportFile.Ratings, "wide-own"));
    }

    [Fact]
    public async Task Hostile_codes_survive_byte_for_byte()
    {
        // As they stand in the first file, and as what.
        (string Written, string Code)[] codes =
        [
            ("=1+1", "=1+1"), ("+1", "+1"), ("-1", "-1"), ("@x", "@x"), ("\"say \"\"hi\"\"\"", "say \"hi\""), ("\"a,b\"", "a,b"), ("🙂é", "🙂é"), ("000123", "000123"),
            ("1E5", "1E5"), ("NA", "NA"), ("NULL", "NULL"), ("''=x", "'=x"), ("'''=x", "''=x"), ("'x", "'x"), ("'", "'"), ("a;b", "a;b"), ("%2F?#&", "%2F?#&"), ("<b>", "<b>"),
        ];
        await app.Import("network_code,year,subject,level\n" + string.Join('\n', codes.Select(code => $"{code.Written},2023,OVERALL,Most")), "hostile");
        await using var other = await TestApp.On(TestDatabase.Kind);
        string ratings = (await app.Export(ExportFile.Ratings, "hostile"))!;

        await other.Import(ratings, "hostile");

        Assert.Equal(codes.Select(code => code.Code).Order(StringComparer.Ordinal), await Codes(app));
        Assert.Equal(await Codes(app), await Codes(other));
        Assert.Equal(ratings, await other.Export(ExportFile.Ratings, "hostile"));
        Assert.Equal(await app.Export(ExportFile.Trajectories, "hostile"), await other.Export(ExportFile.Trajectories, "hostile"));
        foreach (string shown in (string[])["\r\nhostile,'=1+1,2023,", "\r\nhostile,''=x,2023,", "\r\nhostile,\"say \"\"hi\"\"\",2023,", "\r\nhostile,000123,2023,"])
            Assert.Contains(shown, ratings, StringComparison.Ordinal);
    }

    private static async Task<List<string>> Codes(TestApp app)
    {
        await using var db = await app.Db();
        var cohort = db.Cohorts.Single(c => c.Slug == "hostile");
        return [.. db.Networks.Where(n => n.CohortId == cohort.Id).Select(n => n.Code).AsEnumerable().Order(StringComparer.Ordinal)];
    }
}
