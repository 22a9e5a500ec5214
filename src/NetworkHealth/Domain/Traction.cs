namespace NetworkHealth.Domain;

/// <summary>What is said of one part of a team's traction.</summary>
public enum Degree
{
    No,
    Partly,
    Yes,
}

/// <summary>How far an improvement team has come; each team has one stage.</summary>
public enum TractionStage
{
    None,
    Started,
    Building,
    Sustaining,
}

/// <summary>
/// A year of an improvement team after the four parts of scale (Coburn, 2003). The stages follow a study of two hubs (PACE, 2021), which found
/// ownership with enough depth first, spread next, and lasting work not yet; others stress that the order is not fixed.
/// </summary>
/// <param name="Ownership">Whether the team, not outsiders, holds the work.</param>
/// <param name="Depth">Whether it changes what people believe and do, not only procedures; partly is enough to have started.</param>
/// <param name="Spread">Whether it reaches more people, policy or culture.</param>
/// <param name="Sustainability">Whether it lasts by itself.</param>
public sealed record Traction(Degree? Ownership, Degree? Depth, Degree? Spread, Degree? Sustainability)
{
    /// <summary>The published shares of teams by stage, in percent: what one study saw in a hard year, no norm.</summary>
    public static IReadOnlyDictionary<TractionStage, int> Published { get; } = new Dictionary<TractionStage, int>
    {
        [TractionStage.None] = 49,
        [TractionStage.Started] = 36,
        [TractionStage.Building] = 15,
        [TractionStage.Sustaining] = 0,
    };

    /// <summary>Null while ownership or depth is not said: an unknown team is not one without traction.</summary>
    public TractionStage? Stage => (Ownership, Depth) switch
    {
        (null, _) or (_, null) => null,
        (Degree.Yes, Degree.Partly or Degree.Yes) => Spread != Degree.Yes ? TractionStage.Started
            : Sustainability != Degree.Yes ? TractionStage.Building : TractionStage.Sustaining,
        _ => TractionStage.None,
    };

    public static string Words(TractionStage stage) => stage switch
    {
        TractionStage.Started => "Started",
        TractionStage.Building => "Building",
        TractionStage.Sustaining => "Sustaining",
        _ => "No traction yet",
    };
}
