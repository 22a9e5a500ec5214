using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;
using NetworkHealth.Features.ResearchExport;

namespace NetworkHealth.Tests.Features.ResearchExport;

/// <summary>The files of a small cohort, letter by letter. See <see cref="ExportRightsTests"/> for who gets which.</summary>
public sealed class ExportFilesTests(TestApp app) : IClassFixture<TestApp>
{
    private const string RatingsHeader = "cohort,network_code,year,subject,level,level_label,not_rated_reason,source,revision,rated_month,framework_version\r\n";
    private const string AfterYears = "n_rated,first_year,first_level,last_year,last_level,best,lowest,net,drop,label,override_label,override_reason,flags,"
                                      + "rule_version,problem_focus,hub_type,structure,launch_year,pandemic_launch\r\n";

    private const string Golden = """
        network_code,year,subject,level,not_rated_reason,source,framework_version,rated_month
        A,2019,OVERALL,Dev (Mid),,self,2019-pilot,2019-06
        A,2021,OVERALL,Least,,self,2024.1,
        A,2023,OVERALL,Dev (High),,self,2024.1,2023-05
        A,2023,HL,,not_enough_evidence,self,2024.1,2023-05
        A,2023,OVERALL,Most,,external,,
        B,2021,OVERALL,Most,,self,2024.1,
        B,2023,OVERALL,,not_asked,self,2024.1,
        C,2022,OVERALL,,not_applicable,self,,
        D,2024,OVERALL,,,self,,
        """;

    [Fact]
    public async Task Ratings_have_a_row_for_each_answer_of_a_current_revision()
    {
        await app.Import(Golden, "golden");

        Assert.Equal(RatingsHeader
            + "golden,A,2023,OVERALL,4,Most,,external,1,,\r\n"
            + "golden,A,2019,OVERALL,2,Dev (Mid),,self,1,2019-06,2019-pilot\r\n"
            + "golden,A,2021,OVERALL,0,Least,,self,1,,2024.1\r\n"
            + "golden,A,2023,OVERALL,3,Dev (High),,self,1,2023-05,2024.1\r\n"
            + "golden,A,2023,HL,,,not_enough_evidence,self,1,2023-05,2024.1\r\n"
            + "golden,B,2021,OVERALL,4,Most,,self,1,,2024.1\r\n"
            + "golden,B,2023,OVERALL,,,not_asked,self,1,,2024.1\r\n"
            + "golden,C,2022,OVERALL,,,not_applicable,self,1,,\r\n", await app.Export(ExportFile.Ratings, "golden"));
    }

    [Fact]
    public async Task Trajectories_have_a_row_for_each_network_subject_and_source_with_a_level()
    {
        await app.Import(Golden, "golden");

        Assert.Equal("cohort,network_code,subject,source,y2019,y2021,y2022,y2023,y2024," + AfterYears
            + "golden,A,OVERALL,external,,,,Most,,1,2023,4,2023,4,4,4,,,Not enough data,,,,1.0,,,,,\r\n"
            + "golden,A,OVERALL,self,Dev (Mid),Least,,Dev (High),,3,2019,2,2023,3,3,0,1,0,Improved,,,dip;framework_changed,1.0,,,,,\r\n"
            + "golden,B,OVERALL,self,,Most,,,,1,2021,4,2021,4,4,4,,,Not enough data,,,late_start;not_current,1.0,,,,,\r\n",
            await app.Export(ExportFile.Trajectories, "golden"));
    }

    [Fact]
    public async Task Flags_look_at_the_years_in_which_the_source_rated_anybody()
    {
        await app.Import("network_code,subject,2019,2020,2021,2022\nA,OVERALL,Most,,Most,Dev (Mid)\nB,OVERALL,,Least,,\nA,CU,,,3,3\n", "flags");
        await app.Import("network_code,2021,2022\nA,3,2\n", "flags", RatingSource.External);

        Assert.Equal("cohort,network_code,subject,source,y2019,y2020,y2021,y2022," + AfterYears
            + "flags,A,OVERALL,external,,,Dev (High),Dev (Mid),2,2021,3,2022,2,3,2,-1,1,Stagnant,,,below_best,1.0,,,,,\r\n"
            + "flags,A,OVERALL,self,Most,,Most,Dev (Mid),3,2019,4,2022,2,4,2,-2,2,Declined,,,gap;below_best,1.0,,,,,\r\n"
            + "flags,A,CU,self,,,Dev (High),Dev (High),2,2021,3,2022,3,3,3,0,0,Consistent Strength,,,late_start,1.0,,,,,\r\n"
            + "flags,B,OVERALL,self,,Least,,,1,2020,0,2020,0,0,0,,,Not enough data,,,late_start;not_current,1.0,,,,,\r\n",
            await app.Export(ExportFile.Trajectories, "flags"));
    }

    [Fact]
    public async Task A_cohort_without_ratings_gives_the_header_alone()
    {
        await app.Import("network_code,2021\nA,\n", "empty");

        Assert.Equal(RatingsHeader, await app.Export(ExportFile.Ratings, "empty"));
        Assert.Equal("cohort,network_code,subject,source,y2021," + AfterYears, await app.Export(ExportFile.Trajectories, "empty"));
    }

    [Fact]
    public async Task There_is_no_file_of_a_cohort_that_is_not_there() => Assert.Null(await app.Export(ExportFile.Ratings, "nowhere"));

    [Fact]
    public async Task Profile_values_of_fewer_than_five_networks_stand_in_identified_files_only()
    {
        await app.Import("network_code,2021\n" + string.Concat(Enumerable.Range(1, 6).Select(i => $"N{i},Most\n")), "profiles");
        await using (var db = await app.Db())
        {
            await using var change = await db.BeginChange(Actor.Operator, TimeProvider.System, TestContext.Current.CancellationToken);
            var cohort = await db.Cohorts.SingleAsync(c => c.Slug == "profiles", TestContext.Current.CancellationToken);
            foreach (var (i, network) in (await db.Networks.Where(n => n.CohortId == cohort.Id).OrderBy(n => n.Code).ToListAsync(TestContext.Current.CancellationToken)).Index())
            {
                network.Describe(new NetworkProfile
                {
                    ProblemFocus = i < 5 ? ProblemFocus.EarlyWarning : ProblemFocus.Other,
                    HubType = i < 4 ? HubType.NonProfit : null,
                    Structure = NetworkStructure.SeveralDistricts,
                    LaunchYear = 2016 + i,
                    PandemicLaunch = i > 0,
                });
                change.Keep(network);
            }

            await change.Commit(ChangeAction.DemoLoaded, cohort.Id, $"cohort:{cohort.Id}", ct: TestContext.Current.CancellationToken);
        }

        string[] coded = await Profiles(identified: false), named = await Profiles(identified: true);
        Assert.Equal(
            ["early_warning,,several_districts,,", .. Enumerable.Repeat("early_warning,,several_districts,,true", 4), ",,several_districts,,true"], coded);
        Assert.Equal("early_warning,non_profit,several_districts,2016,false", named[0]);
        Assert.Equal("other,,several_districts,2021,true", named[5]);
    }

    private async Task<string[]> Profiles(bool identified) =>
        [.. (await app.Export(ExportFile.Trajectories, "profiles", identified: identified))!.TrimEnd().Split("\r\n").Skip(1).Select(row => row.Split(",1.0,")[1])];
}
