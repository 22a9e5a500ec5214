using NetworkHealth.Domain;
using NetworkHealth.Features.Dashboards;
using NetworkHealth.Features.DataImport;
using Read = NetworkHealth.Features.Dashboards.Dashboards;

namespace NetworkHealth.Tests.Features.Dashboards;

/// <summary>What a dashboard counts, chooses by and refuses.</summary>
public sealed class DashboardTests(TestApp app) : IClassFixture<TestApp>
{
    // Seven networks in two cycles, by subject OVERALL and HL.
    private const string Ratings = """
        network_code,subject,2023,2024
        A,OVERALL,Least,Most
        A,HL,Dev (Low),Most
        A,CI,Dev (Low),Dev (High)
        B,OVERALL,Dev (Mid),Dev (Mid)
        B,HL,Dev (Mid),Dev (Mid)
        C,OVERALL,Dev (High),Dev (Low)
        C,HL,Dev (High),Least
        C,CI,Most,Dev (Low)
        D,OVERALL,,Most
        D,HL,,Dev (High)
        D,CI,,Dev (High)
        E,OVERALL,Dev (Mid),

        """;

    private const string Profiles = """
        network_code,problem_focus,hub_type,structure,n_schools,pandemic_launch
        A,instructional,university,one_district,9,yes
        B,instructional,district,several_states,10,no
        C,early_warning,non_profit,one_district,60,
        D,other,university,,20,yes

        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Levels_are_counted_by_subject_and_cycle_and_moves_from_one_to_the_next()
    {
        await Seed("counted");
        var view = (await Of("counted"))!;

        Assert.Equal("Overall | 2024 | 2 | 0 | 1 | 1 | 0 | 1", Row(view, "levels", "Overall"));
        Assert.Equal("Hub leadership | 2024 | 1 | 1 | 1 | 0 | 1 | 1", Row(view, "levels", "Hub leadership"));
        Assert.Equal("Network culture | 2024 | 0 | 0 | 0 | 0 | 0 | 5", Row(view, "levels", "Network culture"));
        Assert.Equal(["2023 | 0 | 1 | 2 | 0 | 1 | 1", "2024 | 2 | 0 | 1 | 1 | 0 | 1"], Rows(view, "cycles"));
        Assert.Equal(
            ["Most | 0 | 0 | 0 | 0 | 0 | 0", "Dev (High) | 0 | 0 | 0 | 1 | 0 | 0", "Dev (Mid) | 0 | 0 | 1 | 0 | 0 | 1", "Dev (Low) | 0 | 0 | 0 | 0 | 0 | 0", "Least | 1 | 0 | 0 | 0 | 0 | 0", "Not rated | 1 | 0 | 0 | 0 | 0 | 0"],
            Rows(view, "flow"));
        Assert.Equal((1, 1, 1, 1, 1), (view.Flow.Up, view.Flow.Stayed, view.Flow.Down, view.Flow.FirstRated, view.Flow.NoLongerRated));
        Assert.Equal("From 2023 to 2024 one moved up, one stayed and one moved down", DashboardFindings.Flow(view));
        // A: improvement below leadership. C: leadership lowest. B has one domain, D's are equal.
        Assert.Equal(["Hub leadership | 1 | 1", "Continuous improvement | 1 | 1"], Rows(view, "lowest").Take(2));
        Assert.Equal(["Instruction | 1 | 0 | 0 | 1 | 0 | 0 | 1.0", "Early warning | 0 | 0 | 0 | 0 | 1 | 0 | 1.0", "Another problem | 0 | 0 | 0 | 0 | 0 | 1 | 1.0", "Not known | 0 | 0 | 0 | 0 | 0 | 1 | 1.0"], Rows(view, "label-by-focus"));
        Assert.Equal(["2023 | 4 | 0 | 1", "2024 | 4 | 0 | 1"], Rows(view, "completeness"));
        Assert.Equal(["At Most in 2024: A D", "At Developing (Mid) in 2024: B", "At Developing (Low) in 2024: C", "No overall level in 2024: E"], view.Groups.Select(group => $"{group.Words}: {string.Join(' ', group.Networks.Select(network => network.Row.Code))}"));
    }

    [Fact]
    public async Task The_published_cross_table_stands_as_it_was_published()
    {
        await using var demo = new DemoApp();
        await demo.InitializeAsync();
        var view = (await demo.Get<Read>().Read(Actor.Operator, "published", "", Ct))!;

        Assert.Equal(["Instruction | 3 | 0 | 0 | 0 | 4 | 0", "Post-secondary match | 2 | 0 | 0 | 0 | 1 | 0", "Early warning | 1 | 0 | 0 | 0 | 0 | 0"], Rows(view, "level-by-focus"));
    }

    [Theory]
    [InlineData("?focus=instructional", "A B")]
    [InlineData("?hub=university", "A D")]
    [InlineData("?structure=one_district", "A C")]
    [InlineData("?size=under_10", "A")]
    [InlineData("?size=10_to_19", "B")]
    [InlineData("?size=20_to_49", "D")]
    [InlineData("?size=50_or_more", "C")]
    [InlineData("?pandemic=yes", "A D")]
    [InlineData("?label=much_improved", "A")]
    [InlineData("?turnover=yes", "B")]
    [InlineData("?turnover=yes&cycle=2023", "A")]
    [InlineData("?data=partial", "A C")]
    [InlineData("?data=partial&hub=university", "A")]
    [InlineData("?focus=instructional&focus=instructional", "A B")]
    public async Task Networks_are_chosen_by_what_they_are_and_what_happened(string query, string codes)
    {
        await Seed("chosen");

        var view = (await Of("chosen", query))!;

        Assert.Equal(codes, string.Join(' ', view.Networks.Select(network => network.Row.Code)));
        Assert.Empty(view.Refused);
        Assert.Equal(view.Networks.Count, view.Counts(view.Cycle, Subject.Overall).All);
    }

    [Theory]
    [InlineData("?focus=blue", "“blue” is no choice of “Problem focus”, so it is left out.")]
    [InlineData("?colour=red", "“colour” is no filter of this page, so it is left out.")]
    [InlineData("?focus=instructional&focus=other", "The address names two different choices of “Problem focus”, so none of them is used.")]
    [InlineData("?cycle=1999", "“1999” is no cycle here, so it is left out.")]
    [InlineData("?cycle=2024&beside=2024", "2024 cannot stand beside itself, so it stands alone.")]
    [InlineData("?source=friend", "“friend” is no source of ratings here, so it is left out.")]
    [InlineData("?before=2024", "“2024” is no choice of the cycle before, so it is left out.")]
    [InlineData("?before=soon", "“soon” is no choice of the cycle before, so it is left out.")]
    [InlineData("?cycle=2024&beside=2023&before=none", "Moves are shown from 2023, which stands beside, so the other cycle before is left out.")]
    [InlineData("?subject=XX", "“XX” is no subject here, so it is left out.")]
    [InlineData("?page=0", "“0” is no page here, so it is left out.")]
    public async Task What_cannot_be_chosen_is_said_and_left_out_by_itself(string query, string said)
    {
        await Seed("refused");

        var view = (await Of("refused", $"{query}&hub=university"))!;

        Assert.Equal([said], view.Refused);
        Assert.Equal("A D", string.Join(' ', view.Networks.Select(network => network.Row.Code)));
        Assert.DoesNotContain("blue", view.Query, StringComparison.Ordinal);
        Assert.EndsWith("hub=university", view.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_cycles_stand_side_by_side_unless_the_framework_changed_between_them()
    {
        await Seed("beside");
        var alike = (await Of("beside", "?cycle=2024&beside=2023"))!;
        await app.Import("network_code,year,subject,level,framework_version\nA,2025,OVERALL,4,2024.1\n", "beside");
        var apart = (await Of("beside", "?cycle=2025&beside=2023"))!;

        Assert.Null(alike.WhyApart);
        Assert.Equal(["Overall | 2023 | 0 | 1 | 2 | 0 | 1 | 1", "Overall | 2024 | 2 | 0 | 1 | 1 | 0 | 1"], Rows(alike, "levels").Take(2));
        Assert.StartsWith("2023 and 2025 were not judged under one version of the framework (2023: not stated; 2025: 2024.1)", apart.WhyApart, StringComparison.Ordinal);
        Assert.DoesNotContain(Rows(apart, "levels"), row => row.Contains("| 2023 |", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", 2023, "before=2023")]
    [InlineData("?before=2022", 2022, "before=2022")]
    [InlineData("?before=none", null, "before=none")]
    [InlineData("?cycle=2022", null, "before=none")]
    [InlineData("?beside=2022", 2022, "beside=2022")]
    [InlineData("?cycle=2022&beside=2024", 2022, "beside=2022")]
    public async Task Moves_start_from_the_cycle_that_was_asked_for_and_its_address_says_which(string query, int? before, string said)
    {
        await app.Import("network_code,2022,2023,2024\nA,Least,Dev (Mid),Most\n", "moves");

        var view = (await Of("moves", query))!;

        Assert.Empty(view.Refused);
        Assert.Equal(before, view.Before?.Year);
        Assert.Equal(before is not null, view.Tables.Any(table => table.Code == "flow"));
        Assert.Contains(said, view.Explicit.Split('&'));
        Assert.Equal(view.Tables.Select(table => string.Join('\n', table.Rows.Select(row => string.Join(',', row)))), (await Of("moves", $"?{view.Explicit}"))!.Tables.Select(table => string.Join('\n', table.Rows.Select(row => string.Join(',', row)))));
    }

    [Fact]
    public async Task A_cohort_without_cycles_networks_or_ratings_is_no_error()
    {
        await using (var db = await app.Db())
        {
            foreach (string slug in (string[])["bare", "drafts"])
            {
                var cohort = new Cohort(slug, slug);
                if (slug == "drafts")
                    cohort.AddCycle(2026, isOpen: true);
                db.Cohorts.Add(cohort);
                if (slug == "drafts")
                {
                    var network = new Network(cohort.Id, "N", "N");
                    db.Networks.Add(network);
                    db.Drafts.Add(new Draft(network.Id, 2026, RatingSource.Self, DateTimeOffset.UnixEpoch));
                }
            }

            await db.SaveChangesAsync(Ct);
        }

        await app.Import("network_code,2024\nONE,Least\n", "one");
        var (bare, drafts, one) = ((await Of("bare"))!, (await Of("drafts"))!, (await Of("one"))!);

        Assert.Equal((0, null, 1), (bare.All.Count, bare.Cycle, bare.Pages));
        Assert.Equal(["2026 | 0 | 1 | 0"], Rows(drafts, "completeness"));
        Assert.Equal(("None of one network has a rating of 2026, one has begun a draft", false), (DashboardFindings.Completeness(drafts), drafts.HasDomains));
        Assert.Equal((2024, null), (one.Cycle!.Year, one.Before));
        Assert.DoesNotContain(one.Tables, table => table.Code == "flow");
        Assert.All(new[] { bare, drafts, one }, view => Assert.All(view.Tables, table => Assert.All(table.Rows, row => Assert.Equal(table.Columns.Count, row.Count))));
        Assert.Null(await Of("nowhere"));
    }

    [Fact]
    public async Task Columns_of_files_have_names_that_statistics_programs_take()
    {
        await Seed("named");

        Assert.All((await Of("named"))!.Tables.SelectMany(table => table.Columns), column => Assert.Matches("^[a-z][a-z0-9_]{0,25}$", column.Name));
    }

    internal static string[] Rows(Dashboard view, string table) => [.. view.Tables.Single(one => one.Code == table).Rows.Select(row => string.Join(" | ", row))];

    private static string Row(Dashboard view, string table, string key) => Rows(view, table).Single(row => row.StartsWith(key, StringComparison.Ordinal));

    private Task<Dashboard?> Of(string slug, string query = "") => app.Get<Read>().Read(Actor.Operator, slug, query, Ct);

    private async Task Seed(string slug)
    {
        Assert.False((await app.Import(Ratings, slug)).IsRefused);
        Assert.False((await app.Import(ImportKind.Networks, Profiles, slug)).IsRefused);
        Assert.False((await app.Import(
            ImportKind.Context,
            "network_code,year,kind,item,value\nB,2024,factor,district_leader_turnover,yes\nA,2023,factor,district_leader_turnover,yes\nA,2024,factor,data_access,partial\nC,2024,factor,data_access,partial\nC,2024,action,coaching,yes\n",
            slug)).IsRefused);
    }
}
