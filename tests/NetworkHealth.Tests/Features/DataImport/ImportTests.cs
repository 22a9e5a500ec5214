using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;
using NetworkHealth.Features.ResearchExport;

namespace NetworkHealth.Tests.Features.DataImport;

/// <summary>The three shapes of a file and what its cells may say.</summary>
public sealed class ImportTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Header = "cohort,network_code,year,subject,level,level_label,not_rated_reason,source,revision,rated_month,framework_version\r\n";

    [Fact]
    public async Task A_long_file_has_a_row_for_each_answer()
    {
        var result = await app.Import(
            """
            network_name,framework_version,network_code,subject,year,level,not_rated_reason,source,rated_month
            North,2024.1, MD1 ,OVERALL,2023,Most,,external,2023-06
            North,2024.1,MD1,hl,2023,,Not_Asked,EXTERNAL,2023-06
            ,,MD2,CX,2021,0,,,
            """, "long");

        Assert.Equal("3 rows: 2 ratings created, 0 revised, 0 unchanged", result.ToString());
        Assert.Empty(result.Warnings);
        Assert.Equal(Header + "long,MD1,2023,OVERALL,4,Most,,external,1,2023-06,2024.1\r\nlong,MD1,2023,HL,,,not_asked,external,1,2023-06,2024.1\r\n"
                     + "long,MD2,2021,CX,0,Least,,self,1,,\r\n", await app.Export(ExportFile.Ratings, "long"));
    }

    [Theory]
    [InlineData("network_code,2019,2021\nMD1,,Dev (Low)\nMD2,Most,\n")]
    [InlineData("\uFEFFnetwork_code,y2019,y2021\r\nMD1,,Dev (Low)\r\nMD2,Most,")]
    [InlineData("\uFEFFY2021,NETWORK_CODE,2019\nDev (Low),MD1,\n\n,MD2,Most\n")]
    public async Task A_wide_file_has_a_column_for_each_year(string csv)
    {
        string cohort = $"wide-{csv.Length}";

        await app.Import(csv, cohort);

        Assert.Equal($"{Header}{cohort},MD1,2021,OVERALL,1,Dev (Low),,self,1,,\r\n{cohort},MD2,2019,OVERALL,4,Most,,self,1,,\r\n",
            await app.Export(ExportFile.Ratings, cohort));
    }

    [Fact]
    public async Task A_wide_file_can_have_a_row_for_each_subject()
    {
        await app.Import("network_code,subject,2019,2021\nMD1,RE,1,2\nMD1,OVERALL,,3\n", "subjects", RatingSource.External);

        Assert.Equal(Header + "subjects,MD1,2021,OVERALL,3,Dev (High),,external,1,,\r\nsubjects,MD1,2019,RE,1,Dev (Low),,external,1,,\r\n"
                     + "subjects,MD1,2021,RE,2,Dev (Mid),,external,1,,\r\n", await app.Export(ExportFile.Ratings, "subjects"));
    }

    [Theory]
    [InlineData("Least,LEAST, least ,0", "0")]
    [InlineData("Dev (Low),Developing (Low),dev (low),1", "1")]
    [InlineData("Dev (Mid),DEVELOPING (MID), developing (mid) , 2 ", "2")]
    [InlineData("\"Dev (High)\",Developing (High),dEV (hIGH),3", "3")]
    [InlineData("Most,most,MOST ,4", "4")]
    public async Task A_level_is_a_label_a_long_form_or_a_code_in_any_case(string written, string code)
    {
        string cohort = $"level-{code}";

        await app.Import($"network_code,2019,2020,2021,2022\nMD1,{written}\n", cohort);

        string[] rows = (await app.Export(ExportFile.Ratings, cohort))!.TrimEnd().Split("\r\n")[1..];
        Assert.Equal([code, code, code, code], rows.Select(row => row.Split(',')[4]));
    }

    [Fact]
    public async Task Rows_that_say_nothing_make_the_network_and_the_cycle_known()
    {
        var result = await app.Import("network_code,year,subject,level,not_rated_reason\nMD1,2021,OVERALL,,\nMD2,2020,HL, ,\n", "silent");

        Assert.Equal("2 rows: 0 ratings created, 0 revised, 0 unchanged", result.ToString());
        Assert.Equal(Header, await app.Export(ExportFile.Ratings, "silent"));
        Assert.StartsWith("cohort,network_code,subject,source,y2020,y2021,n_rated,", await app.Export(ExportFile.Trajectories, "silent"), StringComparison.Ordinal);
        await using var db = await app.Db();
        var cohort = await db.Cohorts.SingleAsync(c => c.Slug == "silent", TestContext.Current.CancellationToken);
        Assert.Equal(["MD1", "MD2"], await db.Networks.Where(n => n.CohortId == cohort.Id).OrderBy(n => n.Code).Select(n => n.Code)
            .ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_new_cohort_takes_the_name_it_is_given_and_an_old_one_keeps_its_own()
    {
        var import = app.Get<NetworkHealth.Features.DataImport.RatingsImport>();
        var order = new NetworkHealth.Features.DataImport.ImportOrder("named", "a.csv", "Northlight");
        using var file = new MemoryStream("network_code,2019\nMD1,Most\n"u8.ToArray());
        await import.Run(Actor.Operator, order, file, TestContext.Current.CancellationToken);
        file.Position = 0;
        var again = await import.Run(Actor.Operator, order with { CohortName = "Southlight" }, file, TestContext.Current.CancellationToken);

        Assert.Equal(["The cohort named exists and keeps its name, “Northlight”."], again.Warnings);
    }

    [Fact]
    public async Task Only_an_administrator_imports()
    {
        using var file = new MemoryStream("network_code,2019\nMD1,Most\n"u8.ToArray());
        var import = app.Get<NetworkHealth.Features.DataImport.RatingsImport>();

        var refused = await Assert.ThrowsAsync<DomainRuleException>(() => import.Run(
            new Actor(Guid.NewGuid(), [new Grant(Guid.NewGuid(), Role.Evaluator, Guid.NewGuid())]), new("delta", "a.csv"), file, TestContext.Current.CancellationToken));

        Assert.Equal("Only an administrator can do this.", refused.Message);
    }
}
