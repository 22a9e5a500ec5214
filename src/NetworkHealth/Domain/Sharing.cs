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

/// <summary>The words of <see cref="Sharing"/>.</summary>
public static class SharingWords
{
    public static IReadOnlyList<Sharing> All { get; } = Enum.GetValues<Sharing>();

    public static string Words(this Sharing sharing) => sharing switch
    {
        Sharing.Levels => "Levels",
        Sharing.LevelsAndEvidence => "Levels and evidence",
        _ => "Trajectory only",
    };

    public static string Sentence(this Sharing sharing) => sharing switch
    {
        Sharing.Levels => "The levels of all seven subjects in every year, with their trajectories and reasons.",
        Sharing.LevelsAndEvidence => "The levels, the notes, links and survey results behind them, what you plan to last, and what you tell of your years and teams, word for word.",
        _ => "The label of the overall trajectory and its flags. No levels, no years, no reason.",
    };
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

/// <summary>What funders see of a cohort, in words.</summary>
public static class DisplayWords
{
    /// <summary>In the order in which more is shown.</summary>
    public static IReadOnlyList<Display> All { get; } = Enum.GetValues<Display>();

    public static string Words(this Display display) => display switch
    {
        Display.Names => "Names",
        Display.Codes => "Codes",
        _ => "Counts only",
    };

    public static string Sentence(this Display display) => display switch
    {
        Display.Names => "Funders see each network under its name, as far as its leader shares.",
        Display.Codes => "Funders see each network under its code, as far as its leader shares.",
        _ => "Funders see counts for the whole cohort, and no network by itself.",
    };
}
