using NetworkHealth.Domain;
using NetworkHealth.Features.DataImport;
using NetworkHealth.Features.ResearchExport;

namespace NetworkHealth.Tests.Features.ResearchExport;

/// <summary>The same imports give the same bytes on either database, whatever locale its server has.</summary>
public sealed class AcrossDatabasesTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Codes_stand_in_the_order_of_their_bytes(DatabaseKind kind)
    {
        await using var app = await TestApp.On(kind);
        await app.Import("network_code,2021,2023\nz,0,4\n_x,0,4\nA1,0,4\né,0,4\n🙂,0,4\n～,0,4\na-1,0,4\na1,0,4\n");

        await app.Import(ImportKind.Context, "network_code,year,item,value\nz,2021,burnout,yes\n_x,2021,burnout,yes\nA1,2021,burnout,yes\né,2021,burnout,yes\n🙂,2021,burnout,yes\n～,2021,burnout,yes\na-1,2021,burnout,yes\na1,2021,burnout,yes\n");
        await app.Import(ImportKind.Teams, "network_code,team\nz,1\n_x,1\nA1,🙂\nA1,～\nA1,a\né,1\n🙂,1\n～,1\na-1,1\na1,1\n");

        Assert.Equal(["a", "～", "🙂"], (await app.Export(ExportFile.Teams))!.Split("\r\n").Where(row => row.StartsWith("delta,A1,", StringComparison.Ordinal)).Select(row => row.Split(',')[2]));
        foreach (var file in Enum.GetValues<ExportFile>())
        {
            string[] rows = (await app.Export(file))!.TrimEnd().Split("\r\n")[1..];
            Assert.Equal(["A1", "_x", "a-1", "a1", "z", "é", "～", "🙂"], rows.Select(row => row.Split(',')[1]).Distinct());
        }
    }

    [Fact]
    public async Task Both_databases_give_the_same_files()
    {
        await using var sqlite = await TestApp.On(DatabaseKind.Sqlite);
        await using var postgres = await TestApp.On(DatabaseKind.Postgres);

        foreach (var app in new[] { sqlite, postgres })
        {
            await app.Import("network_code,subject,2019,2021,2023\n_x,OVERALL,1,2,3\n_x,CX,,2,0\na-1,HL,4,,4\nA1,OVERALL,4,2,4\né,OVERALL,0,,\nz,RE,3,4,2\n");
            await app.Import("network_code,2021,2023,network_name\nA1,3,1,=North\nz,2,2,\n", source: RatingSource.External);
            await app.Import("network_code,year,subject,level,not_rated_reason,framework_version,rated_month\nz,2023,RE,,not_asked,2024.1,2023-11\né,2019,OVERALL,4,,+beta,\n");
        }

        foreach (var app in new[] { sqlite, postgres })
            await OwnLabelled.Set(app, "delta", "A1", RatingSource.Self, TrajectoryLabel.Improved, "=Two schools,\r\n“left” late");

        string ratings = (await sqlite.Export(ExportFile.Ratings))!, trajectories = (await sqlite.Export(ExportFile.Trajectories))!;
        Assert.Equal(ratings, await postgres.Export(ExportFile.Ratings));
        Assert.Equal(trajectories, await postgres.Export(ExportFile.Trajectories));
        string identified = (await sqlite.Export(ExportFile.Trajectories, identified: true))!;
        Assert.Equal(identified, await postgres.Export(ExportFile.Trajectories, identified: true));
        Assert.Contains(",Consistent Strength,Improved,\"'=Two schools,\n“left” late\",", identified, StringComparison.Ordinal);
        Assert.Contains(",Consistent Strength,Improved,,", trajectories, StringComparison.Ordinal);
        Assert.Contains("\r\ndelta,z,2023,RE,,,not_asked,self,2,2023-11,2024.1\r\n", ratings, StringComparison.Ordinal);
        Assert.Contains("\r\ndelta,z,2021,OVERALL,2,Dev (Mid),,external,1,,\r\n", ratings, StringComparison.Ordinal);
        Assert.Contains("\r\ndelta,é,2019,OVERALL,4,Most,,self,2,,'+beta\r\n", ratings, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_columns_are_those_that_scripts_depend_on()
    {
        await using var app = await TestApp.On(DatabaseKind.Sqlite);
        await app.Import("network_code,2019,2023\nMD1,0,4\n");

        Assert.Equal("cohort,network_code,year,subject,level,level_label,not_rated_reason,source,revision,rated_month,framework_version",
            (await app.Export(ExportFile.Ratings))!.Split("\r\n")[0]);
        Assert.Equal("cohort,network_code,subject,source,y2019,y2023,n_rated,first_year,first_level,last_year,last_level,best,lowest,net,drop,label,"
                     + "override_label,override_reason,flags,rule_version,problem_focus,hub_type,structure,launch_year,pandemic_launch",
            (await app.Export(ExportFile.Trajectories))!.Split("\r\n")[0]);
    }
}
