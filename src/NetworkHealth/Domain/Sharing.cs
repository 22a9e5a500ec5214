namespace NetworkHealth.Domain;

/// <summary>How much of a hub's own (self) ratings its funder reads; each holds the one before. External ratings have rules of their own.</summary>
public enum Sharing
{
    /// <summary>The label and flags of the overall trajectory: no reason, chart, levels or years. Where a new network starts.</summary>
    Trajectory,

    /// <summary>The levels of all seven subjects too.</summary>
    Levels,

    /// <summary>What the levels rest on too.</summary>
    LevelsAndEvidence,
}

/// <summary>How a cohort's networks appear to its funder.</summary>
public enum Display
{
    /// <summary>Fixed tables of counts for the whole cohort, no network by itself. Where a new cohort starts.</summary>
    Aggregates,

    /// <summary>Each network under its code.</summary>
    Codes,

    /// <summary>Each network under its name.</summary>
    Names,
}
