using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Domain;

/// <summary>When a hub is asked what is still there.</summary>
public sealed class FollowUpTests
{
    private static readonly DateOnly End = new(2025, 6, 30);
    private static readonly Guid Network = Guid.NewGuid();

    [Fact]
    public void It_is_asked_at_the_end_and_one_and_two_years_later() =>
        Assert.Equal([(0, "2025-06"), (12, "2026-06"), (24, "2027-06")], FollowUp.Of(End).Select(time => (time.MonthsAfter, Month.Code(time.Due))));

    [Theory]
    [InlineData("2025-05", null)]
    [InlineData("2025-06", 0)]
    [InlineData("2026-05", 0)]
    [InlineData("2026-06", 12)]
    [InlineData("2031-01", 24)]
    public void The_latest_that_has_come_waits_until_somebody_looked(string today, int? after)
    {
        var day = Month.Parse(today, "Today")!.Value;

        Assert.Equal(after, FollowUp.Waiting(End, Nothing, day)?.MonthsAfter);
        Assert.Null(FollowUp.Waiting(End, Seen(day), day));
        Assert.Equal(after, FollowUp.Waiting(End, Seen(new DateOnly(2025, 5, 1)), day)?.MonthsAfter);
    }

    [Fact]
    public void It_waits_until_every_plan_was_looked_for_and_a_month_to_come_is_no_look()
    {
        var today = new DateOnly(2026, 6, 15);
        PlanEntry[] plans = [Plan(1), Plan(2), Plan(3, PlanStatus.Dropped)];
        ObservedEntry first = Saw(4, new DateOnly(2026, 6, 1), plans[0]), second = Saw(5, new DateOnly(2026, 6, 1), plans[1]), early = Saw(6, new DateOnly(2026, 5, 1), plans[1]), late = Saw(7, new DateOnly(2036, 3, 1), plans[1]);

        Assert.Equal(12, FollowUp.Waiting(End, new MatrixViews(plans, [first]), today)?.MonthsAfter);
        Assert.Equal(12, FollowUp.Waiting(End, new MatrixViews(plans, [first, early, late]), today)?.MonthsAfter);
        Assert.Null(FollowUp.Waiting(End, new MatrixViews(plans, [first, second]), today));
        Assert.Equal("one plan was not looked for since June 2026.", FollowUpWords.Missing(new MatrixViews(plans, [first]), FollowUp.Of(End)[1], today));
        Assert.Equal("nobody has looked since June 2026.", FollowUpWords.Missing(Nothing, FollowUp.Of(End)[1], today));
    }

    [Theory]
    [InlineData(PlanStatus.Planned, "2026-06", true)]
    [InlineData(PlanStatus.Idea, "2026-07", false)]
    [InlineData(PlanStatus.UnderWay, null, false)]
    [InlineData(PlanStatus.InPlace, "2026-01", false)]
    [InlineData(PlanStatus.Dropped, "2026-01", false)]
    public void A_plan_is_overdue_once_its_month_has_come(PlanStatus status, string? month, bool isOverdue) =>
        Assert.Equal(isOverdue, new PlanEntry(Network, 1, MatrixPlace.All[0], new Plan { Statement = "It stays.", Status = status, TargetMonth = Month.Parse(month, "The month") }, null).IsOverdue(new DateOnly(2026, 6, 15)));

    [Fact]
    public void Without_an_end_of_the_grant_nothing_waits()
    {
        Assert.Equal([], FollowUp.Of(null));
        Assert.Null(FollowUp.Waiting(null, Nothing, End));
    }

    private static MatrixViews Nothing => new([], []);

    private static MatrixViews Seen(DateOnly month) => new([], [Saw(1, month)]);

    private static PlanEntry Plan(int number, PlanStatus status = PlanStatus.Planned) => new(Network, number, MatrixPlace.All[0], new Plan { Statement = "It stays.", Status = status }, null);

    private static ObservedEntry Saw(int number, DateOnly month, PlanEntry? answers = null) =>
        new(Network, number, MatrixPlace.All[0], new Observation { Statement = "Looked.", SeenMonth = month }, answers);
}
