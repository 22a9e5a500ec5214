using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Domain;

/// <summary>When a hub is asked what is still there.</summary>
public sealed class FollowUpTests
{
    private static readonly DateOnly End = new(2025, 6, 30);

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

        Assert.Equal(after, FollowUp.Waiting(End, [], day)?.MonthsAfter);
        Assert.Null(FollowUp.Waiting(End, [day], day));
        Assert.Equal(after, FollowUp.Waiting(End, [new DateOnly(2025, 5, 1)], day)?.MonthsAfter);
    }

    [Fact]
    public void Without_an_end_of_the_grant_nothing_waits()
    {
        Assert.Equal([], FollowUp.Of(null));
        Assert.Null(FollowUp.Waiting(null, [], End));
    }
}
