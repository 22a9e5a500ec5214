namespace NetworkHealth.Domain;

/// <summary>A time at which a hub is asked what is still there.</summary>
/// <param name="MonthsAfter">0, 12 or 24 months after the funding ended.</param>
/// <param name="Due">The month.</param>
public sealed record FollowUpTime(int MonthsAfter, DateOnly Due);

/// <summary>When observation is asked for: as the funding ends, and one and two years later. Ties fade after funding, so once is not enough.</summary>
public static class FollowUp
{
    private static readonly int[] Months = [0, 12, 24];

    /// <summary>All three times; none for a network that has no end of its grant.</summary>
    public static IReadOnlyList<FollowUpTime> Of(DateOnly? grantEnd) =>
        grantEnd is { } end ? [.. Months.Select(after => new FollowUpTime(after, new DateOnly(end.Year, end.Month, 1).AddMonths(after)))] : [];

    /// <summary>The time that waits: the latest that has come, while a plan was not looked for since, or, where nothing was planned, nobody looked at all.</summary>
    /// <param name="grantEnd">When the funding ends.</param>
    /// <param name="views">Plans and observations.</param>
    /// <param name="today">Today; what is said of later months is no look.</param>
    public static FollowUpTime? Waiting(DateOnly? grantEnd, MatrixViews views, DateOnly today)
    {
        if (Of(grantEnd).LastOrDefault(time => time.Due <= today) is not { } come)
            return null;
        bool waits = views.Plans.Count > 0 ? views.NotLookedForSince(come.Due, today).Count > 0 : !views.LookedIn.Any(month => month >= come.Due && month <= today);
        return waits ? come : null;
    }
}
