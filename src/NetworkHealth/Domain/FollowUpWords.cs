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
}
