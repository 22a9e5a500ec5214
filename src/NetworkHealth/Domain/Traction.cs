namespace NetworkHealth.Domain;

/// <summary>What is said of one part of a team's traction.</summary>
public enum Degree
{
    No,
    Partly,
    Yes,
}

/// <summary>The words of <see cref="Degree"/>.</summary>
public static class DegreeWords
{
    public static IReadOnlyList<Degree> All { get; } = Enum.GetValues<Degree>();

    /// <summary>As files have it.</summary>
    public static string Code(this Degree degree) => degree.ToString().ToLowerInvariant();

    public static string Words(this Degree degree) => degree.ToString();

    /// <summary>The degree of a code in any case; null when there is none.</summary>
    public static Degree? Parse(string code) => FileWords.Parse(All, Code, code);
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

    /// <summary>Nothing said.</summary>
    public static Traction Unknown { get; } = new(null, null, null, null);

    /// <summary>As files have it.</summary>
    public static string Code(TractionStage stage) => stage.ToString().ToLowerInvariant();

    public static string Words(TractionStage stage) => stage switch
    {
        TractionStage.Started => "Started",
        TractionStage.Building => "Building",
        TractionStage.Sustaining => "Sustaining",
        _ => "No traction yet",
    };
}
