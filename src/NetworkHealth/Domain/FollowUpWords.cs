namespace NetworkHealth.Domain;

/// <summary>When the funding of a network ends, and what is asked of its hub then, in sentences.</summary>
public static class FollowUpWords
{
    /// <summary>“Funding ends in June 2027.”</summary>
    public static string Funding(Network network, DateOnly today)
    {
        if (network.IsCodeOnly)
            return "When the funding ends is not shown of a network that is shown by its code.";
        if (network.Profile.FundingEnds() is not { } ends)
            return "Nobody has said yet when the funding ends. With that date under Context, the hub is reminded to look what is still there.";
        string when = network.Profile.GrantEndMonth is null ? $"in {ends.Year}" : $"in {Month.Words(ends)}";
        return $"Funding {(ends < new DateOnly(today.Year, today.Month, 1) ? "ended" : "ends")} {when}.";
    }

    /// <summary>“One year after the funding ended”.</summary>
    public static string When(FollowUpTime time) => time.MonthsAfter switch
    {
        0 => "At the end of funding",
        12 => "One year after the end of funding",
        _ => "Two years after the end of funding",
    };

    /// <summary>“nine plans were not looked for since June 2026.”</summary>
    public static string Missing(MatrixViews views, FollowUpTime due, DateOnly today)
    {
        int missing = views.NotLookedForSince(due.Due, today).Count;
        return missing == 0 ? $"nobody has looked since {Month.Words(due.Due)}." : $"{English.Count(missing, "plan")} {(missing == 1 ? "was" : "were")} not looked for since {Month.Words(due.Due)}.";
    }

    /// <summary>“Nine months after funding ended.”</summary>
    public static string Since(int months) => months switch
    {
        < 0 => $"{English.Capital(English.Count(-months, "month"))} before the end of funding.",
        0 => "In the month in which funding ends.",
        _ => $"{English.Capital(English.Count(months, "month"))} after the end of funding.",
    };
}
