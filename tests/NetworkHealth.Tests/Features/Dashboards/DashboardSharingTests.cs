using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;
using NetworkHealth.Features.Dashboards;
using NetworkHealth.Features.DataImport;
using NetworkHealth.Features.Trajectories;

namespace NetworkHealth.Tests.Features.Dashboards;

/// <summary>Of eight networks one shares its trajectory only: nothing that its funder reads tells its levels.</summary>
public sealed partial class DashboardSharingTests(DemoApp app) : IClassFixture<DemoApp>
{
    private const string Funder = "funder@demo.example", Hidden = "H";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Figures_made_of_levels_count_the_seven_that_share_them()
    {
        var funder = await Seed("seven");

        var view = (await app.Get<NetworkHealth.Features.Dashboards.Dashboards>().Read(funder, "seven", "", Ct))!;

        // By hand: A to G stand at Most in 2024, H alone at Least and rated in 2022.
        Assert.Equal(["Overall | 2024 | 7 | 0 | 0 | 0 | 0 | 0", "Hub leadership | 2024 | 0 | 7 | 0 | 0 | 0 | 0"], DashboardTests.Rows(view, "levels").Take(2));
        Assert.Equal(["2022 | 0 | 0 | 0 | 0 | 0 | 7", "2023 | 0 | 0 | 7 | 0 | 0 | 0", "2024 | 7 | 0 | 0 | 0 | 0 | 0"], DashboardTests.Rows(view, "cycles"));
        Assert.Equal(["Another problem | 7 | 0 | 0 | 0 | 0 | 0"], DashboardTests.Rows(view, "level-by-focus"));
        Assert.Equal("Another problem | 0 | 7 | 0 | 0 | 1 | 0 | 1.0", Assert.Single(DashboardTests.Rows(view, "label-by-focus")));
        Assert.Equal(["2022 | 0 | 0 | 7", "2023 | 7 | 0 | 0", "2024 | 7 | 0 | 0"], DashboardTests.Rows(view, "completeness"));
        Assert.Equal(["H", "Network H", "", "", "", "Declined", "Shares its label only.", "below_best", "1.0"], view.Tables[0].Rows.Single(row => row[0] == Hidden));
        Assert.Equal((8, 7), (view.Networks.Count, view.WithLevels.Count));
        Assert.DoesNotContain("Least", DashboardTests.Rows(view, "lowest").Concat(DashboardTests.Rows(view, "domains")));
    }

    [Fact]
    public async Task Nothing_on_any_page_or_file_differs_when_its_levels_do_and_its_label_and_flags_do_not()
    {
        var funder = await Seed("differs");
        var client = await app.SignedIn(Funder);
        var kept = await app.Get<FiguresKept>().Keep(funder, "differs", "", "Board", Ct);
        var before = await Everything(client, "differs", kept);

        // Still declined, and below its best year; every level is another one.
        await app.Import($"network_code,subject,2022,2023,2024\n{Hidden},OVERALL,Dev (High),Most,Dev (Low)\n{Hidden},HL,Most,Dev (Low),Dev (Mid)\n", "differs");

        Assert.Equal(before, await Everything(client, "differs", kept));

        // Nor when the year goes in which it alone was rated: then A to G were late before, and are not now.
        await app.Import($"network_code,year,subject,level,not_rated_reason\n{Hidden},2022,OVERALL,,not_enough_evidence\n{Hidden},2022,HL,,not_enough_evidence\n", "differs");
        Assert.Equal(before, await Everything(client, "differs", kept));
        Assert.DoesNotContain(before, text => text.Contains("Late start", StringComparison.Ordinal) || text.Contains("late_start", StringComparison.Ordinal));
        Assert.Contains(before, text => text.Contains("Network H", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_flags_of_one_hidden_network_do_not_tell_when_another_was_rated()
    {
        var funder = await Seed("two-hidden");
        await app.Import("network_code,network_name,2024,2025\nI,Network I,Least,Most\n", "two-hidden");

        var view = (await app.Get<NetworkHealth.Features.Dashboards.Dashboards>().Read(funder, "two-hidden", "", Ct))!;
        var page = (await app.Get<NetworkTrajectories>().ReadLabel(funder, "two-hidden", Hidden, Ct))!;

        Assert.Equal([TrajectoryFlag.BelowBest], view.All.Single(network => network.Row.Code == Hidden).Row.Flags);
        Assert.Equal([TrajectoryFlag.BelowBest], page.Flags);
        Assert.DoesNotContain(view.All.Single(network => network.Row.Code == "A").Row.Flags, flag => flag is TrajectoryFlag.NotCurrent);
    }

    [Theory]
    [InlineData("?label=declined", 1)]
    [InlineData("?label=improved", 7)]
    [InlineData("?focus=other&label=declined", 1)]
    public async Task Choosing_the_one_alone_shows_its_label_and_no_figure_of_levels(string query, int left)
    {
        string slug = $"alone-{string.Concat(query.Where(char.IsLetter))}";
        var funder = await Seed(slug);

        var view = (await app.Get<NetworkHealth.Features.Dashboards.Dashboards>().Read(funder, slug, query, Ct))!;

        Assert.Equal((left, left == 1 ? 0 : 7), (view.Networks.Count, view.WithLevels.Count));
        if (left == 1)
            Assert.All(view.Tables.Where(table => table.Code is "levels" or "cycles" or "flow"), table => Assert.All(table.Rows, row => Assert.All(row.Skip(table.Keys), cell => Assert.Equal("0", cell))));
    }

    private static async Task<IReadOnlyList<string>> Everything(HttpClient client, string slug, Guid kept)
    {
        string[] pages =
        [
            $"/cohorts/{slug}", $"/cohorts/{slug}?cycle=2022", $"/cohorts/{slug}?cycle=2024&beside=2023", $"/cohorts/{slug}?subject=HL", $"/cohorts/{slug}?label=declined", $"/cohorts/{slug}/trajectories",
            $"/cohorts/{slug}/sustainability", $"/networks/{slug}/H", $"/networks/{slug}/H/trajectory", $"/networks/{slug}/A", $"/networks/{slug}/A/trajectory", "/", "/cohorts",
            $"/cohorts/{slug}?source=external", $"/cohorts/{slug}/kept", $"/cohorts/{slug}/kept/{kept}",
        ];
        var read = new List<string>();
        foreach (string page in pages)
        {
            var answer = await client.GetAsync(page, Ct);
            read.Add(answer.StatusCode == HttpStatusCode.OK ? AsOf().Replace(Html.Parse(await answer.Content.ReadAsStringAsync(Ct)).QuerySelector("main")!.Words(), "") : $"{answer.StatusCode}");
        }

        foreach (string table in (string[])["trajectories", "domains", "levels", "cycles", "flow", "lowest", "label-by-focus", "level-by-focus", "factors", "actions", "completeness", "traction"])
        {
            foreach (string file in (string[])[$"figures/{table}.csv", $"figures/{table}.csv?label=declined", $"figures/{table}.csv?cycle=2022", $"kept/{kept}/{table}.csv"])
                read.Add(await client.GetAsync($"/cohorts/{slug}/{file}", Ct) is { IsSuccessStatusCode: true } answer ? await answer.Content.ReadAsStringAsync(Ct) : "none");
        }

        return read;
    }

    private async Task<Actor> Seed(string slug)
    {
        string rows = string.Concat("ABCDEFG".Select(code => $"{code},Network {code},OVERALL,,Dev (Mid),Most\n{code},Network {code},HL,,Dev (Mid),Dev (High)\n"));
        Assert.False((await app.Import($"network_code,network_name,subject,2022,2023,2024\n{rows}{Hidden},Network H,OVERALL,Most,Dev (Mid),Least\n{Hidden},Network H,HL,Least,Least,Least\n", slug)).IsRefused);
        Assert.False((await app.Import(ImportKind.Networks, "network_code,problem_focus\n" + string.Concat("ABCDEFGH".Select(code => $"{code},other\n")), slug)).IsRefused);
        await using var db = await app.Db();
        await using var change = await db.BeginChange(Actor.Operator, TimeProvider.System, Ct);
        var cohort = await db.Cohorts.SingleAsync(c => c.Slug == slug, Ct);
        cohort.Show(Display.Names, isNamedForResearch: false);
        foreach (var network in await db.Networks.Where(n => n.CohortId == cohort.Id && n.Code != Hidden).ToListAsync(Ct))
            network.Share(Sharing.Levels, isKeptFromResearch: false);
        var funder = await db.Users.SingleAsync(person => person.Email == Funder, Ct);
        db.Grants.Add(new Grant(funder.Id, Role.Funder, cohort.Id));
        await change.Commit(ChangeAction.DemoLoaded, cohort.Id, $"cohort:{cohort.Id}", ct: Ct);
        return Somebody.With(Role.Funder, cohort.Id, id: funder.Id);
    }

    [GeneratedRegex(@"(As of|Read on) [^.;]*[.;]")]
    private static partial Regex AsOf();
}
