namespace NetworkHealth.Domain;

/// <summary>How much of a network's submitted ratings by one source somebody reads; each holds the one before.</summary>
public enum Sight
{
    Nothing,

    /// <summary>The label and flags of the overall trajectory.</summary>
    Label,

    /// <summary>The levels, and what the rule makes of them.</summary>
    Levels,

    /// <summary>What the levels rest on too.</summary>
    Evidence,
}

/// <summary>What the roles of a person, the display of a cohort and the sharing of a network make together.</summary>
public static class Sights
{
    /// <summary>A funder reads what display and sharing allow, of external ratings never more than levels; whom the network belongs to, all.</summary>
    public static Sight SightOf(this Actor by, Cohort cohort, Network network, RatingSource source)
    {
        if (by.Sees(network, source))
            return Sight.Evidence;
        if (!by.FundedCohorts.Contains(cohort.Id) || cohort.Display == Display.Aggregates)
            return Sight.Nothing;
        return (source, network.Sharing) switch
        {
            (RatingSource.External, _) or (_, Sharing.Levels) => Sight.Levels,
            (_, Sharing.LevelsAndEvidence) => Sight.Evidence,
            _ => Sight.Label,
        };
    }

    /// <summary>Whether somebody reads anything of the network at all.</summary>
    public static bool SeesAnything(this Actor by, Cohort cohort, Network network) =>
        RatingSourceWords.All.Any(source => by.SightOf(cohort, network, source) != Sight.Nothing);

    /// <summary>Whether somebody who reads of the network reads its name, and not its code only.</summary>
    public static bool ReadsName(this Actor by, Cohort cohort, Network network) =>
        by.MaySee(network) || (by.FundedCohorts.Contains(cohort.Id) && cohort.Display == Display.Names);

    /// <summary>Whether somebody reads what the hub plans and tells of its years; it goes with the evidence of its own ratings.</summary>
    public static bool ReadsPlans(this Actor by, Cohort cohort, Network network) => by.SightOf(cohort, network, RatingSource.Self) == Sight.Evidence;
}
