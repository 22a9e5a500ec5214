using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Domain;

/// <summary>The sustainability matrix: its cells, and the four ways to look at it.</summary>
public sealed class MatrixTests
{
    private static readonly MatrixPlace Cell = new(Dimension.ChangeIdeas, LastingLevel.Organisation);

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
            [Saw(Seen.Partly, kept.Id), Saw(Seen.Routine, gone.Id, 2026), Saw(Seen.NotSeen, gone.Id, 2027), Saw(Seen.NotSeen, dropped.Id)]);

        Assert.Equal([kept, gone, unasked], views.Plans);
        Assert.Equal([gone, unasked], views.PlannedNotSeen);
        Assert.Equal((true, true, false), (views.IsAskedFor(kept.Id), views.IsAskedFor(gone.Id), views.IsAskedFor(unasked.Id)));
    }

    [Fact]
    public void What_was_seen_without_a_plan_stands_by_itself_and_nothing_seen_does_not()
    {
        var plan = Plan();
        SeenThere[] seen = [Saw(Seen.Traces), Saw(Seen.NotSeen), Saw(Seen.Routine, plan.Id)];
        var views = new MatrixViews([plan], seen);

        Assert.Equal([seen[0]], views.SeenNotPlanned);
        Assert.Equal(seen, views.Observed);
    }

    [Fact]
    public void An_observation_without_a_month_counts_before_those_with_one()
    {
        var plan = Plan();
        var views = new MatrixViews([plan], [Saw(Seen.Routine, plan.Id, 2026), Saw(Seen.NotSeen, plan.Id, year: null)]);

        Assert.Equal([], views.PlannedNotSeen);
    }

    private static PlannedThere Plan(PlanStatus status = PlanStatus.Planned) => new(Guid.CreateVersion7(), Cell, new Plan { Statement = "Routines stay.", Status = status });

    private static SeenThere Saw(Seen seen, Guid? answers = null, int? year = 2026) => new(
        Guid.CreateVersion7(), Cell, answers, new Observation { Statement = "Looked.", Seen = seen, SeenMonth = year is { } said ? new DateOnly(said, 3, 1) : null });
}
