using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;
using NetworkHealth.Features.AuditTrail;
using NetworkHealth.Features.Profiles;
using NetworkHealth.Tests.Features.AnnualRating;

namespace NetworkHealth.Tests.Features.Profiles;

/// <summary>What a hub says of its teams: their codes, their names, and how far they have come.</summary>
public sealed class TeamWritesTests(RatingApp app) : IClassFixture<RatingApp>
{
    private const int Year = RatingApp.Year;
    private static readonly Traction Started = new(Degree.Yes, Degree.Partly, null, null);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private TeamWrites Writes => app.Get<TeamWrites>();
    private TeamYearWrites Years => app.Get<TeamYearWrites>();

    [Fact]
    public async Task Codes_are_given_in_order_and_never_again()
    {
        var hub = await app.Hub("codes");
        Assert.Equal(["T1", "T2", "T3"], [await Add(hub, "Oak"), await Add(hub, "Elm"), await Add(hub, "Ash")]);
        await Writes.Remove(hub.Member, "codes", "RIV", "T3", 1, Ct);
        Assert.Equal("T4", await Add(hub, "Ash"));
        await using (var db = await app.Db())
        {
            await using var change = await db.BeginChange(Actor.Operator, TimeProvider.System, Ct);
            foreach (string code in (string[])["T11", "North", "T99999999999", "t20"])
                db.Teams.Add(new Team(hub.Network.Id, code, code));
            await change.Commit(ChangeAction.TeamsImported, hub.Network.CohortId, "file:teams.csv", ct: Ct);
        }

        string[] many = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => Add(hub, $"Team {i}")));

        Assert.Equal(["T12", "T13", "T14", "T15", "T16"], many.Order(StringComparer.Ordinal));
        Assert.Equal(["T1", "T2", "T4", "T11", "T12", "T13", "T14", "T15", "T16", "North", "T99999999999", "t20"], (await View(hub)).All.Select(team => team.Code));
        Assert.Equal("T1", await Writes.Add((await app.HubOf("codes", "OAK")).Leader, "codes", "OAK", "Oak", Ct));
    }

    [Theory]
    [InlineData("T1000000")]
    [InlineData("T999999")]
    public async Task A_code_of_a_file_beyond_what_is_counted_does_not_end_the_giving(string code)
    {
        string slug = $"beyond-{code}".ToLowerInvariant();
        var hub = await app.Hub(slug);
        await using (var db = await app.Db())
        {
            await using var change = await db.BeginChange(Actor.Operator, TimeProvider.System, Ct);
            db.Teams.Add(new Team(hub.Network.Id, code, code));
            await change.Commit(ChangeAction.TeamsImported, hub.Network.CohortId, "file:teams.csv", ct: Ct);
        }

        var given = new List<string>();
        foreach (string name in (string[])["Oak", "Elm", "Ash"])
            given.Add(await Writes.Add(hub.Leader, slug, "RIV", name, Ct));

        Assert.Equal(3, given.Append(code).Distinct().Count() - 1);
    }

    [Fact]
    public async Task Adding_renaming_and_taking_out_are_a_change_each_and_the_later_of_two_is_told()
    {
        var hub = await app.Hub("names");
        await Add(hub, " Oak ");
        string before = await Fingerprint.Of(app);
        await Writes.Rename(hub.Leader, "names", "RIV", "T1", 1, "Oak", Ct);
        Assert.Equal(before, await Fingerprint.Of(app));
        await Writes.Rename(hub.Leader, "names", "RIV", "T1", 1, "Oak High", Ct);
        const string Stale = "Somebody else changed this team while you wrote, so nothing of yours was saved. Look at it as it is now, then decide again.";
        Assert.Equal(Stale, await Somebody.Refused(() => Writes.Rename(hub.Member, "names", "RIV", "T1", 1, "Oak Middle", Ct)));
        Assert.Equal(Stale, await Somebody.Refused(() => Writes.Remove(hub.Member, "names", "RIV", "T1", 1, Ct)));
        Assert.Equal("T1 is called Oak High already. Choose another name.", await Somebody.Refused(() => Add(hub, "Oak High")));
        Assert.Equal("Say what the team is called.", await Somebody.Refused(() => Add(hub, "  ")));
        Assert.Equal("A team’s name has 201 characters; 200 fit. Shorten it, and it is saved.", await Somebody.Refused(() => Add(hub, new string('t', 201))));
        Assert.Equal("A team’s name stands on one line. Take out its line breaks and tabs.", await Somebody.Refused(() => Add(hub, "a\nb")));
        await Writes.Remove(hub.Member, "names", "RIV", "T1", 2, Ct);
        Assert.Equal("This team is not here any more. Somebody else took it out.", await Somebody.Refused(() => Writes.Rename(hub.Leader, "names", "RIV", "T1", 3, "Elm", Ct)));

        var changes = await hub.Changes();
        Assert.Equal([ChangeAction.TeamAdded, ChangeAction.TeamChanged, ChangeAction.TeamChanged], changes.Select(change => change.Action));
        Assert.Single(changes.Select(change => change.Touched).Distinct(), touched => touched.StartsWith("team:", StringComparison.Ordinal));
        Assert.All(changes, change => Assert.Equal($$"""{"network":"{{hub.Network.Id}}"}""", change.Details));
        await using var db = await app.Db();
        Assert.Equal(3, await db.Versions.CountAsync(version => version.Kind == VersionedKind.Team && changes.Select(change => change.Number).Contains(version.Change), Ct));
        Assert.Null((await app.Get<AuditChain>().Verify(Ct)).Problem);
    }

    [Fact]
    public async Task A_year_of_several_teams_is_one_change_and_clearing_all_four_says_nothing()
    {
        var hub = await app.Hub("observed");
        await Add(hub, "Oak");
        await Add(hub, "Elm");
        var (oak, elm) = ((await View(hub)).All[0].Id, (await View(hub)).All[1].Id);

        await Years.Observe(hub.Member, "observed", "RIV", Year, [new(oak, Started, 0), new(elm, Traction.Unknown, 0)], Ct);
        string before = await Fingerprint.Of(app);
        await Years.Observe(hub.Member, "observed", "RIV", Year, [new(oak, Started, 0), new(elm, Traction.Unknown, 0)], Ct);
        Assert.Equal(before, await Fingerprint.Of(app));
        Assert.Equal([(TractionStage.Started, 1), (null, 0)], Rows(await View(hub)));

        await Years.Observe(hub.Leader, "observed", "RIV", Year, [new(oak, Traction.Unknown, 1), new(elm, Started with { Spread = Degree.Yes }, 0)], Ct);
        var view = await View(hub);
        Assert.Equal([(null, 0), (TractionStage.Building, 1)], Rows(view));
        Assert.Equal((1, 1), (view.Stages.Staged, view.Stages.NotSaid));
        var changes = (await hub.Changes()).Where(change => change.Action == ChangeAction.TeamObserved).ToList();
        Assert.All(changes, change => Assert.Equal($"teams:{hub.Network.Id}/{Year}", change.Touched));
        await using var db = await app.Db();
        Assert.Equal([1, 2], changes.Select(change => db.Versions.Count(version => version.Change == change.Number)));

        static IEnumerable<(TractionStage?, int)> Rows(TeamsView view) => view.All.Select(team => (team.Traction.Stage, team.Years));
    }

    [Fact]
    public async Task A_team_observed_by_two_is_refused_as_a_whole_and_different_teams_never_collide()
    {
        var hub = await app.Hub("together");
        await Add(hub, "Oak");
        await Add(hub, "Elm");
        var (oak, elm) = ((await View(hub)).All[0].Id, (await View(hub)).All[1].Id);
        await Task.WhenAll(Observe(hub.Leader, oak), Observe(hub.Member, elm));

        Assert.Equal("Somebody else observed Oak while you wrote, so nothing of yours is saved yet, and nothing is lost. Both stand below. Decide, then save again.",
            await Somebody.Refused(() => Years.Observe(hub.Member, "together", "RIV", Year, [new(oak, Started with { Depth = Degree.No }, 0), new(elm, Traction.Unknown, 1)], Ct)));
        Assert.Equal([1, 1], (await View(hub)).All.Select(team => team.Observed));
        Assert.Equal("together has no cycle 2031.", await Somebody.Refused(() => Years.Observe(hub.Leader, "together", "RIV", 2031, [new(oak, Started, 0)], Ct)));
        await Writes.Remove(hub.Leader, "together", "RIV", "T2", 1, Ct);
        Assert.StartsWith("T2, Elm, is not here any more: somebody else took it out", await Somebody.Refused(() => Observe(hub.Leader, elm)), StringComparison.Ordinal);
        Assert.StartsWith("One of these teams is none of this network.", await Somebody.Refused(() => Observe(hub.Leader, Guid.NewGuid())), StringComparison.Ordinal);
        var rest = await View(hub);
        Assert.Equal(("Oak", 1), (Assert.Single(rest.All).Name, rest.Stages.Staged));

        Task Observe(Actor by, Guid team) => Years.Observe(by, "together", "RIV", Year, [new(team, Started, 0)], Ct);
    }

    [Fact]
    public async Task Nobody_but_the_hub_writes_and_who_is_not_shown_evidence_does_not_read()
    {
        var hub = await app.Hub("team-rights");
        await Add(hub, "Oak");
        var team = (await View(hub)).All[0].Id;
        var other = await app.HubOf("team-rights", "OAK");
        string before = await Fingerprint.Of(app);

        foreach (var by in new[] { Actor.Stranger, Actor.Operator, other.Leader, other.Member, hub.Evaluator, Hub.Person(Role.Funder, hub.Network), Hub.Person(Role.Researcher, hub.Network), Somebody.With(Role.Administrator) })
        {
            await Assert.ThrowsAsync<DomainRuleException>(() => Writes.Add(by, "team-rights", "RIV", "Mine", Ct));
            await Assert.ThrowsAsync<DomainRuleException>(() => Writes.Rename(by, "team-rights", "RIV", "T1", 1, "Mine", Ct));
            await Assert.ThrowsAsync<DomainRuleException>(() => Writes.Remove(by, "team-rights", "RIV", "T1", 1, Ct));
            await Assert.ThrowsAsync<DomainRuleException>(() => Years.Observe(by, "team-rights", "RIV", Year, [new(team, Started, 0)], Ct));
            Assert.Equal(by.IsAdministrator, await app.Get<Teams>().Read(by, "team-rights", "RIV", ct: Ct) is not null);
        }

        // Nor one's own hub another hub's team.
        Assert.StartsWith("One of these teams", await Somebody.Refused(() => Years.Observe(other.Leader, "team-rights", "OAK", Year, [new(team, Started, 0)], Ct)), StringComparison.Ordinal);
        Assert.Equal(before, await Fingerprint.Of(app));
    }

    [Fact]
    public async Task Many_teams_take_as_many_statements_as_one_and_a_year_that_is_not_there_is_none()
    {
        var one = await app.Hub("one-team");
        await Add(one, "Oak");
        var many = await app.Hub("many-teams");
        for (int i = 0; i < 12; i++)
            await Add(many, $"Team {i}");
        await Years.Observe(many.Leader, "many-teams", "RIV", Year, [.. (await View(many)).All.Select(team => new TeamObserved(team.Id, Started, 0))], Ct);

        int few = (await app.Sql.During(() => View(one))).Count;
        Assert.Equal(few, (await app.Sql.During(() => View(many))).Count);
        Assert.Null(await app.Get<Teams>().Read(many.Leader, "many-teams", "RIV", "1999", Ct));
        Assert.Null(await app.Get<Teams>().Read(many.Leader, "many-teams", "RIV", "soon", Ct));
        Assert.Equal(12, (await app.Get<Teams>().Read(many.Leader, "many-teams", "RIV", "2026", Ct))!.Stages.Staged);
    }

    [Fact]
    public void Shares_are_counts_under_forty_teams_and_percentages_from_there_and_who_has_no_stage_is_left_out()
    {
        var few = new StageCounts([.. Enumerable.Repeat<TractionStage?>(TractionStage.None, 5), .. Enumerable.Repeat<TractionStage?>(TractionStage.Started, 4), TractionStage.Building, null, null]);
        Assert.Equal("Of ten teams with a stage in 2024, five have no traction yet, four have started, one is building and none is sustaining.", few.Finding("2024"));
        Assert.Equal("Of two teams ownership or depth is not said, so they have no stage and count in no share.", few.LeftOut);
        Assert.Equal(["5 of 10", "4 of 10", "1 of 10", "0 of 10"], StageCounts.All.Select(few.Share));

        var many = new StageCounts([.. Enumerable.Repeat<TractionStage?>(TractionStage.None, 26), .. Enumerable.Repeat<TractionStage?>(TractionStage.Started, 14), null]);
        Assert.Equal(["65 % (26 of 40)", "35 % (14 of 40)", "0 % (0 of 40)", "0 % (0 of 40)"], StageCounts.All.Select(many.Share));
        Assert.Equal("Of one team ownership or depth is not said, so it has no stage and counts in no share.", many.LeftOut);

        Assert.Equal(("No teams are named yet.", "How far the teams have come in 2024 is not told yet.", ""), (new StageCounts([]).Finding("2024"), new StageCounts([null]).Finding("2024"), few.LeftOut[..0]));
    }

    private Task<string> Add(Hub hub, string name) => Writes.Add(hub.Leader, hub.Address.Cohort, hub.Address.Code, name, Ct);

    private async Task<TeamsView> View(Hub hub) => (await app.Get<Teams>().Read(hub.Leader, hub.Address.Cohort, hub.Address.Code, ct: Ct))!;
}
