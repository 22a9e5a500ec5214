using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Domain;

/// <summary>The sustainability matrix: its cells, and the four ways to look at it.</summary>
public sealed class MatrixTests
{
    private static readonly Guid Network = Guid.NewGuid();
    private static readonly MatrixPlace Cell = new(Dimension.ChangeIdeas, LastingLevel.Organisation);

    private int number;

    [Fact]
    public void It_has_seven_rows_and_three_columns_with_codes_of_their_own()
    {
        Assert.Equal(21, MatrixPlace.All.Select(cell => cell.Code).Distinct().Count());
        Assert.Equal("D1-leadership", MatrixPlace.All[0].Code);
        Assert.Equal("Stay connected, in the individual’s practice", MatrixPlace.All[^1].ToString());
        Assert.All(DimensionWords.All, dimension => Assert.Equal(dimension, DimensionWords.Parse($" {dimension.Code().ToLowerInvariant()} ")));
        Assert.All(LastingLevelWords.All, level => Assert.Equal(level, LastingLevelWords.Parse(level.Code().ToUpperInvariant())));
        Assert.Equal((null, null), (DimensionWords.Parse("D8"), LastingLevelWords.Parse("school")));
        Assert.All(DimensionWords.All, dimension => Assert.EndsWith("?", dimension.Question(), StringComparison.Ordinal));
    }

    [Fact]
    public void A_plan_that_nobody_looked_for_and_one_that_is_gone_are_planned_but_not_seen()
    {
        var (kept, gone, unasked, dropped) = (Plan(), Plan(), Plan(), Plan(PlanStatus.Dropped));
        var views = new MatrixViews([kept, gone, unasked, dropped],
            [Saw(Seen.Partly, kept), Saw(Seen.Routine, gone, 2026), Saw(Seen.NotSeen, gone, 2027), Saw(Seen.NotSeen, dropped)]);

        Assert.Equal([kept, gone, unasked], views.Plans);
        Assert.Equal([gone, unasked], views.PlannedNotSeen);
        Assert.Equal((true, true, false), (views.IsAskedFor(kept), views.IsAskedFor(gone), views.IsAskedFor(unasked)));
    }

    [Fact]
    public void What_was_seen_without_a_plan_stands_by_itself_and_nothing_seen_does_not()
    {
        var (plan, dropped) = (Plan(), Plan(PlanStatus.Dropped));
        ObservedEntry[] seen = [Saw(Seen.Traces), Saw(Seen.NotSeen), Saw(Seen.Routine, plan), Saw(Seen.Routine, dropped)];
        var views = new MatrixViews([plan, dropped], seen);

        Assert.Equal([seen[0], seen[3]], views.SeenNotPlanned);
        Assert.Equal(seen, views.Observed);
    }

    [Fact]
    public void An_observation_without_a_month_counts_before_those_with_one()
    {
        var plan = Plan();
        var views = new MatrixViews([plan], [Saw(Seen.Routine, plan, 2026), Saw(Seen.NotSeen, plan, year: null)]);

        Assert.Equal([], views.PlannedNotSeen);
    }

    [Fact]
    public void A_cell_is_no_goal_only_without_plans_and_answers_stay_in_their_cell()
    {
        var cell = new MatrixCell(Network, Cell, CellState.Open);
        var elsewhere = new PlanEntry(Network, ++number, new MatrixPlace(Dimension.Aim, LastingLevel.Individual), new Plan { Statement = "Elsewhere." }, null);

        Assert.Equal("Plans stand in this cell. Drop or remove them first, then say that it is no goal or does not apply.",
            Assert.Throws<DomainRuleException>(() => cell.Set(CellState.NotAGoal, hasPlans: true)).Message);
        cell.Set(CellState.NotAGoal, hasPlans: false);
        Assert.Equal(CellState.NotAGoal, cell.State);
        Assert.Equal("An observation answers a plan of its own cell.", Assert.Throws<DomainRuleException>(() => Saw(Seen.Partly, elsewhere)).Message);
    }

    [Fact]
    public void The_same_again_is_no_change()
    {
        var plan = Plan();
        var seen = Saw(Seen.Partly, plan);

        Assert.False(plan.Change(plan.Plan with { Statement = " Routines stay. " }));
        Assert.False(seen.Change(seen.Observation, plan));
        Assert.True(seen.Change(seen.Observation, answers: null));
        Assert.True(plan.Change(plan.Plan with { Status = PlanStatus.InPlace }));
        Assert.Equal((2, 2), (plan.Edition, seen.Edition));
    }

    private PlanEntry Plan(PlanStatus status = PlanStatus.Planned) => new(Network, ++number, Cell, new Plan { Statement = "Routines stay.", Status = status }, null);

    private ObservedEntry Saw(Seen seen, PlanEntry? answers = null, int? year = 2026) => new(
        Network, ++number, Cell, new Observation { Statement = "Looked.", Seen = seen, SeenMonth = year is { } said ? new DateOnly(said, 3, 1) : null }, answers);
}
