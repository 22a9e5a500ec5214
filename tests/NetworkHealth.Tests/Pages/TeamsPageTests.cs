using System.Net;
using AngleSharp.Html.Dom;
using static NetworkHealth.Tests.Pages.Forms;

namespace NetworkHealth.Tests.Pages;

/// <summary>A network's teams on their page: named, observed a year at a time, and read beside one study.</summary>
public sealed class TeamsPageTests(UntoldApp app) : IClassFixture<UntoldApp>
{
    private const string Page = "/networks/demo/RIV/teams", Leader = "leader@demo.example", Member = "member@demo.example";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hub_names_observes_renames_and_takes_out_its_teams()
    {
        var (leader, member) = (await app.SignedIn(Leader), await app.SignedIn(Member));
        var empty = await Html.Read(leader, Page);
        Assert.Equal(("No teams yet", "No teams are named yet."), (empty.QuerySelector(".empty h2")!.Words(), empty.QuerySelector(".lede")!.Words()));
        Assert.Equal("They stand here once the hub has named them.", (await Html.Read(await app.SignedIn("admin@demo.example"), Page)).QuerySelector(".empty p")!.Words());
        Assert.Equal("Say what the team is called.", (await Read(await Post(leader, Page, empty, "team"))).QuerySelector("#team-name-problem")!.Words());
        foreach (string name in (string[])["Oak <High>", "Elm", "Ash"])
            Assert.Equal($"{Page}?year=2026&saved=1", (await Post(leader, Page, await Html.Read(leader, Page), "team", ("Input.Name", name))).Leads());

        const string Year = $"{Page}?year=2025";
        var form = await Html.Read(member, Year);
        Assert.Equal(["Oak <High>", "Elm", "Ash"], form.QuerySelectorAll("fieldset.four legend").Select(team => team.Words()));
        Assert.Equal($"{Year}&saved=1", (await Post(member, Year, form, "observe", ("Input.Teams[0].Ownership", "yes"), ("Input.Teams[0].Depth", "partly"), ("Input.Teams[1].Ownership", "no"), ("Input.Teams[1].Depth", "no"))).Leads());

        var admin = await Html.Read(await app.SignedIn("admin@demo.example"), Page);
        Assert.Equal("2025", admin.QuerySelector(".segments [aria-current]")!.Words());
        Assert.Equal("Of two teams with a stage in 2025, one has no traction yet, one has started, none is building and none is sustaining.", admin.QuerySelector(".lede")!.Words());
        Assert.Equal(["T1 Oak <High> Yes Partly – not said – not said Started", "T2 Elm No No – not said – not said No traction yet", "T3 Ash – not said – not said – not said – not said – not said"],
            admin.QuerySelectorAll("table.teams tbody tr").Select(Row));
        Assert.Equal(["No traction yet 1 of 2 49 %", "Started 1 of 2 36 %", "Building 0 of 2 15 %", "Sustaining 0 of 2 0 %", "Not said 1 –"], admin.QuerySelectorAll("table.shares tbody tr").Select(Row));
        Assert.Contains("Of one team ownership or depth is not said, so it has no stage and counts in no share.", admin.Body!.Words(), StringComparison.Ordinal);
        Assert.Contains("It is no norm.", admin.Body!.Words(), StringComparison.Ordinal);
        Assert.Empty(admin.QuerySelectorAll("main form"));

        const string Oak = $"{Page}?team=T1";
        var (edit, read) = (await Html.Read(leader, Oak), await Html.Read(member, Oak));
        Assert.Contains("What was observed of it in one year leaves this page and later files with it", edit.Body!.Words(), StringComparison.Ordinal);
        Assert.Equal($"{Page}?saved=1", (await Post(leader, Oak, edit, "rename", ("Input.Name", "Oak"))).Leads());
        Assert.StartsWith("Somebody else changed this team while you wrote", Problem(await Read(await Post(member, Oak, read, "remove"))), StringComparison.Ordinal);
        Assert.Equal("T2 is called Elm already. Choose another name.", Problem(await Read(await Post(member, Oak, await Html.Read(member, Oak), "rename", ("Input.Name", "Elm")))));
        Assert.Equal($"{Page}?saved=1", (await Post(member, Oak, await Html.Read(member, Oak), "remove")).Leads());
        Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync(Oak, Ct)).StatusCode);
        Assert.Equal(["T2 Elm", "T3 Ash"], (await Html.Read(leader, Page)).QuerySelectorAll("table.teams tbody th").Select(team => team.Words()));

        var trail = await Html.Read(await app.SignedIn("admin@demo.example"), "/admin/audit?network=demo/RIV");
        var rows = trail.QuerySelectorAll("tbody tr").Select(row => row.Words()).ToList();
        Assert.Contains(rows, row => row.Contains("Changed a team: T1 Oak, Riverbend Math Collaborative · Northlight cohort (invented)", StringComparison.Ordinal) && row.Contains("Name Oak <High> → Oak", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("Taken out – → yes", StringComparison.Ordinal));
        var observed = trail.QuerySelectorAll("tbody tr").Single(row => row.Words().Contains("Observed a team’s traction: Riverbend Math Collaborative, 2025", StringComparison.Ordinal));
        Assert.Equal(["T1 Oak: ownership – → yes", "T1 Oak: depth – → partly", "T2 Elm: ownership – → no", "T2 Elm: depth – → no"],
            observed.QuerySelectorAll("dt").Select(field => $"{field.Words()} {field.NextElementSibling!.Words()}"));
    }

    [Fact]
    public async Task What_two_observed_of_one_team_is_shown_to_the_later_and_nothing_is_lost()
    {
        const string Pages = "/networks/demo/JUN/teams", Year = $"{Pages}?year=2024";
        await Somebody.Account(app, "leader@jun.example", NetworkHealth.Domain.Role.HubLeader, network: await Network("JUN"));
        var (mine, theirs) = (await app.SignedIn("leader@jun.example"), await app.SignedIn("leader@jun.example"));
        foreach (string name in (string[])["Oak", "Elm"])
            Assert.Equal(HttpStatusCode.Redirect, (await Post(mine, Pages, await Html.Read(mine, Pages), "team", ("Input.Name", name))).StatusCode);
        var form = await Html.Read(mine, Year);
        Assert.Equal(HttpStatusCode.Redirect, (await Post(theirs, Year, await Html.Read(theirs, Year), "observe", ("Input.Teams[0].Ownership", "yes"))).StatusCode);

        var refused = await Read(await Post(mine, Year, form, "observe", ("Input.Teams[0].Ownership", "no"), ("Input.Teams[0].Depth", "no"), ("Input.Teams[1].Spread", "yes")));

        Assert.StartsWith("Somebody else observed Oak while you wrote", Problem(refused), StringComparison.Ordinal);
        Assert.Equal("Somebody else said meanwhile: ownership yes. What stands below is yours. Saved, it takes the place of theirs.", refused.QuerySelector("fieldset .notice")!.Words());
        Assert.Equal(("no", "yes"), (Value(refused, "Input.Teams[0].Ownership"), Value(refused, "Input.Teams[1].Spread")));
        Assert.Equal(HttpStatusCode.Redirect, (await Post(mine, Year, refused, "observe", ("Input.Teams[0].Ownership", "no"), ("Input.Teams[0].Depth", "no"), ("Input.Teams[1].Spread", "yes"))).StatusCode);
        Assert.Equal(["T1 Oak No No – not said – not said No traction yet", "T2 Elm – not said – not said Yes – not said – not said"], (await Html.Read(mine, Year)).QuerySelectorAll("table.teams tbody tr").Select(Row));

        // The funder of a network that shares its evidence reads the teams, and changes nothing.
        var funder = await Html.Read(await app.SignedIn("funder@demo.example"), Year);
        Assert.Equal("T1 Oak", funder.QuerySelector("table.teams tbody th")!.Words());
        Assert.Empty(funder.QuerySelectorAll("main form, main table a"));
    }

    [Fact]
    public async Task What_is_said_of_a_team_that_was_taken_out_meanwhile_or_is_no_degree_is_refused_and_the_rest_stays()
    {
        const string Pages = "/networks/demo/TGN/teams", Year = $"{Pages}?year=2024";
        var network = await Network("TGN");
        await Somebody.Account(app, "leader@tgn.example", NetworkHealth.Domain.Role.HubLeader, network: network);
        var leader = await app.SignedIn("leader@tgn.example");
        foreach (string name in (string[])["Oak", "Elm"])
            Assert.Equal(HttpStatusCode.Redirect, (await Post(leader, Pages, await Html.Read(leader, Pages), "team", ("Input.Name", name))).StatusCode);

        var form = await Html.Read(leader, Year);
        Assert.Equal(HttpStatusCode.Redirect, (await Post(leader, Year, form, "observe", ("Input.Teams[1].Ownership", "yes"))).StatusCode);
        form = await Html.Read(leader, Year);
        var wrong = await Read(await Post(leader, Year, form, "observe", ("Input.Teams[1].Ownership", "very")));
        Assert.StartsWith("“very” is no answer here. Choose no, partly or yes, or leave it not said.", Problem(wrong), StringComparison.Ordinal);
        Assert.Contains("T2 Elm Yes", (await Html.Read(leader, Year)).QuerySelectorAll("table.teams tbody tr").Select(Row).Last(), StringComparison.Ordinal);

        await app.Get<NetworkHealth.Features.Profiles.TeamWrites>().Remove(Somebody.With(NetworkHealth.Domain.Role.HubLeader, network: network), "demo", "TGN", "T1", 1, Ct);
        var refused = await Read(await Post(leader, Year, form, "observe", ("Input.Teams[0].Ownership", "yes"), ("Input.Teams[1].Ownership", "no")));
        Assert.StartsWith("T1, Oak, is not here any more: somebody else took it out, and what you said of it goes with it.", Problem(refused), StringComparison.Ordinal);
        Assert.DoesNotContain("It is saved.", refused.Body!.Words(), StringComparison.Ordinal);
        Assert.Equal(("Elm", "no"), (Assert.Single(refused.QuerySelectorAll("fieldset.four legend")).Words(), Value(refused, "Input.Teams[0].Ownership")));
        Assert.Equal(HttpStatusCode.Redirect, (await Post(leader, Year, refused, "observe", ("Input.Teams[0].Ownership", "no"))).StatusCode);
        Assert.StartsWith("T2 Elm No", Row(Assert.Single((await Html.Read(leader, Year)).QuerySelectorAll("table.teams tbody tr"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_teams_than_a_form_takes_stand_on_several()
    {
        const string Pages = "/networks/demo/HFM/teams", Year = $"{Pages}?year=2024";
        var network = await Network("HFM");
        await Somebody.Account(app, "leader@hfm.example", NetworkHealth.Domain.Role.HubLeader, network: network);
        await using (var db = await app.Db())
        {
            await using var change = await db.BeginChange(NetworkHealth.Domain.Actor.Operator, TimeProvider.System, Ct);
            for (int i = 1; i <= 250; i++)
                db.Teams.Add(new NetworkHealth.Domain.Team(network, $"T{i}", $"Team {i}"));
            await change.Commit(NetworkHealth.Domain.ChangeAction.TeamsImported, null, "file:teams.csv", ct: Ct);
        }

        var leader = await app.SignedIn("leader@hfm.example");
        var last = await Html.Read(leader, $"{Year}&from=T201");
        Assert.Equal((250, 50), (last.QuerySelectorAll("table.teams tbody tr").Length, last.QuerySelectorAll("fieldset.four").Length));
        Assert.Equal(["T1 to T100", "T101 to T200", "T201 to T250"], last.QuerySelectorAll("#observe ~ nav a").Select(part => part.Words()));
        Assert.Equal($"{Year}&from=T201&saved=1", (await Post(leader, $"{Year}&from=T201", last, "observe", [.. All(last)])).Leads());
        var whole = await Html.Read(leader, $"{Year}&from=T101");
        Assert.Equal($"{Year}&from=T101&saved=1", (await Post(leader, $"{Year}&from=T101", whole, "observe", [.. All(whole)])).Leads());

        var read = await Html.Read(leader, Year);
        Assert.StartsWith("Sustaining 100 % (150 of 150)", Row(read.QuerySelectorAll("table.shares tbody tr")[3]), StringComparison.Ordinal);

        // When teams are taken out meanwhile, the part still begins with its team, and nothing that was said is lost in silence.
        await app.Get<NetworkHealth.Features.Profiles.TeamWrites>().Remove(Somebody.With(NetworkHealth.Domain.Role.HubLeader, network: network), "demo", "HFM", "T3", 1, Ct);
        Assert.Equal($"{Year}&from=T101&saved=1", (await Post(leader, $"{Year}&from=T101", whole, "observe", [.. All(whole)])).Leads());
        var part = await Html.Read(leader, $"{Year}&from=T101");
        Assert.Equal(["T1 to T100", "T101 to T200", "T201 to T250"], part.QuerySelectorAll("#observe ~ nav a").Select(each => each.Words()));
        Assert.Equal("Team 101", part.QuerySelector("fieldset.four legend")!.Words());
        var first = await Html.Read(leader, Year);
        Assert.Equal($"{Year}&from=T201&saved=1", (await Post(leader, $"{Year}&from=T201", first, "observe", ("Input.Teams[0].Ownership", "yes"))).Leads());
        Assert.StartsWith("T1 Team 1 Yes", Row((await Html.Read(leader, Year)).QuerySelector("table.teams tbody tr")!), StringComparison.Ordinal);

        static IEnumerable<(string, string)> All(IHtmlDocument form) => form.QuerySelectorAll("fieldset.four select").Select(select => (select.GetAttribute("name")!, "yes"));
    }

    private static string Row(AngleSharp.Dom.IElement row) => string.Join(' ', row.QuerySelectorAll("th, td").SelectMany(cell => cell.Children.Length == 0 || cell.QuerySelector(".vh, b, .code, bdi") is not null ? [cell.Words()] : cell.Children.Select(part => part.Words()).Where(words => words.Length > 0)));

    private async Task<Guid> Network(string code)
    {
        await using var db = await app.Db();
        return db.Networks.Where(network => network.Code == code && db.Cohorts.Any(cohort => cohort.Id == network.CohortId && cohort.Slug == "demo")).Select(network => network.Id).Single();
    }
}
