using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;
using NetworkHealth.Features.AuditTrail;
using NetworkHealth.Features.Sustainability;

namespace NetworkHealth.Tests.Features.Sustainability;

/// <summary>What a hub writes into its matrix, who may, and what two at once get.</summary>
public sealed class MatrixWritesTests(TestApp app) : IClassFixture<TestApp>, IAsyncLifetime
{
    private static readonly MatrixAddress Address = new("lasting", "A");
    private static readonly MatrixPlace Cell = new(Dimension.ChangeIdeas, LastingLevel.Organisation);
    private static readonly Plan Routines = new() { Statement = "Four routines stay in the guide.", Strategies = Strategy.Codify | Strategy.Embed, TargetMonth = new DateOnly(2027, 6, 1) };

    private Network network = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private MatrixWrites Writes => app.Get<MatrixWrites>();
    private ObservationWrites Sightings => app.Get<ObservationWrites>();

    private Actor Leader => Somebody.With(Role.HubLeader, network: network.Id);

    public async ValueTask InitializeAsync()
    {
        Assert.Empty((await app.Import("network_code,2021\nA,2\nB,1\n", "lasting")).Problems);
        await using var db = await app.Db();
        network = await db.Networks.SingleAsync(n => n.Code == "A" && db.Cohorts.Any(c => c.Id == n.CohortId && c.Slug == "lasting"), Ct);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_plan_and_what_was_seen_of_it_stand_in_their_cell_each_by_one_change_with_a_version()
    {
        var member = Somebody.With(Role.HubMember, network: network.Id);
        int plan = await Writes.AddPlan(Leader, Address, Cell, Routines, Ct);
        int seen = await Sightings.Observe(member, Address, Cell, new Observation { Statement = "Three of four are taught.", Seen = Seen.Partly, Schools = 5, OfSchools = 8 }, plan, Ct);
        await Writes.ChangePlan(member, Address, plan, 1, Routines with { Status = PlanStatus.InPlace }, Ct);

        var view = (await app.Get<Matrix>().Read(Leader, "lasting", "A", Ct))!;
        var kept = view.Views.Plans.Single(entry => entry.Number == plan);
        Assert.Equal((PlanStatus.InPlace, 2, Cell), (kept.Plan.Status, kept.Edition, kept.Place));
        Assert.Equal((plan, 5, 8), Read(view.Views.Observed.Single(entry => entry.Number == seen)));
        await using var db = await app.Db();
        string[] touched = [$"plan:{kept.Id}/D3-organisation", $"seen:{view.Views.Observation(seen)!.Id}/D3-organisation"];
        var changes = await db.Changes.Where(change => touched.Contains(change.Touched)).OrderBy(change => change.Number).ToListAsync(Ct);
        Assert.Equal([ChangeAction.PlanAdded, ChangeAction.ObservationAdded, ChangeAction.PlanChanged], changes.Select(change => change.Action));
        Assert.Equal(2, await db.Versions.CountAsync(version => version.EntityId == kept.Id, Ct));
        Assert.Null((await app.Get<AuditChain>().Verify(Ct)).Problem);

        static (int?, int?, int?) Read(ObservedEntry entry) => (entry.Answers, entry.Observation.Schools, entry.Observation.OfSchools);
    }

    [Fact]
    public async Task The_same_again_changes_nothing_and_the_later_of_two_is_told()
    {
        int plan = await Writes.AddPlan(Leader, Address, Cell, Routines, Ct);
        string before = await Fingerprint.Of(app);
        await Writes.ChangePlan(Leader, Address, plan, 1, Routines with { Statement = " Four routines stay in the guide. " }, Ct);
        Assert.Equal(before, await Fingerprint.Of(app));

        await Writes.ChangePlan(Leader, Address, plan, 1, Routines with { Responsible = "District leads" }, Ct);
        Assert.Equal("Somebody else changed this entry while you wrote. Look at it as it is now, then decide again.", await Somebody.Refused(() => Writes.ChangePlan(Leader, Address, plan, 1, Routines with { Responsible = "Principals" }, Ct)));
    }

    [Fact]
    public async Task A_cell_that_is_no_goal_takes_no_plan_and_one_with_plans_is_a_goal()
    {
        var open = new MatrixPlace(Dimension.Aim, LastingLevel.Leadership);
        await Writes.SetState(Leader, Address, open, CellState.NotAGoal, Ct);
        Assert.Equal("This cell is no goal or does not apply. Open it first.", await Somebody.Refused(() => Writes.AddPlan(Leader, Address, open, Routines, Ct)));
        await Writes.SetState(Leader, Address, open, CellState.Open, Ct);
        await Writes.AddPlan(Leader, Address, open, Routines, Ct);

        Assert.StartsWith("Plans stand in this cell.", await Somebody.Refused(() => Writes.SetState(Leader, Address, open, CellState.NotApplicable, Ct)), StringComparison.Ordinal);
        Assert.Equal(CellState.Open, (await app.Get<Matrix>().Read(Leader, "lasting", "A", Ct))!.StateOf(open));
    }

    [Fact]
    public async Task Nobody_but_the_hub_writes_and_who_is_not_shown_evidence_does_not_read()
    {
        int plan = await Writes.AddPlan(Leader, Address, Cell, Routines, Ct);
        await using var db = await app.Db();
        var other = await db.Networks.SingleAsync(n => n.Code == "B" && n.CohortId == network.CohortId, Ct);
        string before = await Fingerprint.Of(app);

        foreach (var by in new[]
        {
            Actor.Stranger, Actor.Operator, Somebody.With(Role.HubLeader, network: other.Id), Somebody.With(Role.Evaluator, network.CohortId),
            Somebody.With(Role.Funder, network.CohortId), Somebody.With(Role.Researcher, network.CohortId), Somebody.With(Role.Administrator),
        })
        {
            await Assert.ThrowsAsync<DomainRuleException>(() => Writes.AddPlan(by, Address, Cell, Routines, Ct));
            await Assert.ThrowsAsync<DomainRuleException>(() => Writes.ChangePlan(by, Address, plan, 1, Routines with { Statement = "Mine." }, Ct));
            await Assert.ThrowsAsync<DomainRuleException>(() => Sightings.Observe(by, Address, Cell, new Observation { Statement = "Seen." }, ct: Ct));
            await Assert.ThrowsAsync<DomainRuleException>(() => Writes.SetState(by, Address, new MatrixPlace(Dimension.StayConnected, LastingLevel.Individual), CellState.NotAGoal, Ct));
            Assert.Equal(by.IsAdministrator, await app.Get<Matrix>().Read(by, "lasting", "A", Ct) is not null);
        }

        Assert.Equal(before, await Fingerprint.Of(app));
    }

    [Fact]
    public async Task A_dropped_plan_is_taken_up_again_only_in_an_open_cell()
    {
        var place = new MatrixPlace(Dimension.CrossTeamLearning, LastingLevel.Leadership);
        int plan = await Writes.AddPlan(Leader, Address, place, Routines, Ct);
        await Writes.ChangePlan(Leader, Address, plan, 1, Routines with { Status = PlanStatus.Dropped }, Ct);
        await Writes.SetState(Leader, Address, place, CellState.NotAGoal, Ct);

        Assert.StartsWith("This cell is no goal", await Somebody.Refused(() => Writes.ChangePlan(Leader, Address, plan, 2, Routines, Ct)), StringComparison.Ordinal);
        Assert.Equal(3, await Writes.ChangePlan(Leader, Address, plan, 2, Routines with { Status = PlanStatus.Dropped, Risks = "None." }, Ct));
        await Writes.SetState(Leader, Address, place, CellState.Open, Ct);
        Assert.Equal(4, await Writes.ChangePlan(Leader, Address, plan, 3, Routines, Ct));
    }

    [Fact]
    public async Task What_is_answered_is_not_removed_what_is_removed_is_gone_and_its_number_stays_taken()
    {
        int plan = await Writes.AddPlan(Leader, Address, Cell, Routines, Ct);
        int seen = await Sightings.Observe(Leader, Address, Cell, new Observation { Statement = "Seen." }, plan, Ct);
        Assert.StartsWith("An observation answers this plan.", await Somebody.Refused(() => Writes.RemovePlan(Leader, Address, plan, 1, Ct)), StringComparison.Ordinal);
        Assert.Equal(2, await Sightings.Change(Leader, Address, seen, 1, new Observation { Statement = "Seen.", Seen = Seen.Routine }, plan, Ct));
        Assert.StartsWith("Somebody else changed", await Somebody.Refused(() => Sightings.Change(Leader, Address, seen, 1, new Observation { Statement = "Mine." }, plan, Ct)), StringComparison.Ordinal);
        Assert.StartsWith("Somebody else changed", await Somebody.Refused(() => Sightings.Remove(Leader, Address, seen, 1, Ct)), StringComparison.Ordinal);

        await Sightings.Remove(Leader, Address, seen, 2, Ct);
        Assert.StartsWith("Somebody else changed", await Somebody.Refused(() => Writes.RemovePlan(Leader, Address, plan, 7, Ct)), StringComparison.Ordinal);
        await Writes.RemovePlan(Leader, Address, plan, 1, Ct);

        Assert.StartsWith("This entry is not here any more.", await Somebody.Refused(() => Writes.ChangePlan(Leader, Address, plan, 2, Routines, Ct)), StringComparison.Ordinal);
        Assert.Equal("The plan that this answers is not here any more.", await Somebody.Refused(() => Sightings.Observe(Leader, Address, Cell, new Observation { Statement = "Seen." }, plan, Ct)));
        var view = (await app.Get<Matrix>().Read(Leader, "lasting", "A", Ct))!;
        Assert.Equal((null, null), (view.Views.Plan(plan), view.Views.Observation(seen)));
        Assert.True(await Writes.AddPlan(Leader, Address, Cell, Routines, Ct) > seen);
    }

    [Fact]
    public async Task Nothing_is_seen_before_its_plan_was_made_or_in_a_month_to_come()
    {
        int plan = await Writes.AddPlan(Leader, Address, Cell, Routines, Ct);
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        string before = await Fingerprint.Of(app);

        Assert.Contains("before its plan was made", await Somebody.Refused(() => Sightings.Observe(Leader, Address, Cell, new Observation { Statement = "Seen.", SeenMonth = today.AddMonths(-1) }, plan, Ct)), StringComparison.Ordinal);
        Assert.EndsWith("has not come yet. Say when it was seen.", await Somebody.Refused(() => Sightings.Observe(Leader, Address, Cell, new Observation { Statement = "Seen.", SeenMonth = today.AddMonths(2) }, plan, Ct)), StringComparison.Ordinal);
        Assert.Equal(before, await Fingerprint.Of(app));
    }

    [Fact]
    public async Task A_hub_whose_network_is_archived_still_plans_and_looks()
    {
        await using (var db = await app.Db())
        {
            var archived = await db.Networks.SingleAsync(n => n.Id == network.Id, Ct);
            if (!archived.IsArchived)
                archived.Archive();
            await db.SaveChangesAsync(Ct);
        }

        int plan = await Writes.AddPlan(Leader, Address, Cell, Routines, Ct);
        Assert.True(await Sightings.Observe(Leader, Address, Cell, new Observation { Statement = "Seen." }, plan, Ct) > plan);
    }

    [Fact]
    public async Task The_trail_of_the_network_shows_what_was_written()
    {
        var place = new MatrixPlace(Dimension.StayConnected, LastingLevel.Organisation);
        await Writes.SetState(Leader, Address, place, CellState.NotAGoal, Ct);
        int plan = await Writes.AddPlan(Leader, Address, Cell, Routines with { Statement = "The trail shows me." }, Ct);
        int seen = await Sightings.Observe(Leader, Address, Cell, new Observation { Statement = "I am seen." }, plan, Ct);
        await Sightings.Remove(Leader, Address, seen, 1, Ct);

        var trail = (await app.Get<Trail>().Read(Somebody.With(Role.Administrator), new TrailFilter(Network: "lasting/A"), null, Ct)).Entries.Take(4).ToList();
        Assert.Equal([ChangeAction.ObservationRemoved, ChangeAction.ObservationAdded, ChangeAction.PlanAdded, ChangeAction.CellSet], trail.Select(entry => entry.Change.Action));
        Assert.All(new[] { "“I am seen.”", "“I am seen.”", "“The trail shows me.”", place.ToString() }.Zip(trail), of => Assert.StartsWith(of.First, of.Second.What, StringComparison.Ordinal));
        Assert.Equal([("Taken out", "–", "yes")], trail[0].Differences.Select(field => (field.Field, field.Before, field.After)));
        Assert.Contains(("How", "–", "Codify and embed"), trail[2].Differences.Select(field => (field.Field, field.Before, field.After)));
        Assert.Equal([("The cell is", "–", "not a goal")], trail[3].Differences.Select(field => (field.Field, field.Before, field.After)));
    }

    [Fact]
    public async Task Numbers_are_given_once_also_to_many_at_once()
    {
        int[] numbers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => i % 2 == 0
            ? Writes.AddPlan(Leader, Address, Cell, Routines, Ct)
            : Sightings.Observe(Leader, Address, Cell, new Observation { Statement = "Seen." }, ct: Ct)));

        Assert.Equal(6, numbers.Distinct().Count());
    }
}
