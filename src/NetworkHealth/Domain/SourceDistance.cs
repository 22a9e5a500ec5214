using System.Globalization;

namespace NetworkHealth.Domain;

/// <summary>One year of one subject in which both the hub and an external team chose a level.</summary>
public readonly record struct RatedByBoth(int Year, Level Self, Level External)
{
    /// <summary>How many levels the hub stands above the external team; below is negative.</summary>
    public int Above => Self - External;
}

/// <summary>
/// How far the hub's judgement of one subject lies from an external team's. Two measurements beside each other: what both rated is
/// compared, nothing is pooled, and what one alone rated says nothing.
/// </summary>
public sealed class SourceDistance
{
    public SourceDistance(IReadOnlyList<RatedYear> self, IReadOnlyList<RatedYear> external) =>
        Both = [.. from own in self join other in external on own.Year equals other.Year orderby own.Year select new RatedByBoth(own.Year, own.Level, other.Level)];

    /// <summary>The years that both rated, in their order.</summary>
    public IReadOnlyList<RatedByBoth> Both { get; }

    /// <summary>What the latest year says: “In 2024 the hub rated itself one level higher than the external team”.</summary>
    /// <param name="cycle">How a year is shown; the year itself unless the cohort gives it a label.</param>
    public string Heading(Func<int, string>? cycle = null)
    {
        var shown = cycle ?? (year => year.ToString(CultureInfo.InvariantCulture));
        if (Both.Count == 0)
            return "The hub and the external team rated no year in common";
        var last = Both[^1];
        return last.Above == 0
            ? $"The hub and the external team agreed in {shown(last.Year)}"
            : $"In {shown(last.Year)} the hub rated itself {Words(last.Above)} than the external team";
    }

    /// <summary>What all years say: “Of three years rated by both, they agreed in one; the hub was higher in two, by at most two levels.”</summary>
    public string Sentence()
    {
        if (Both.Count == 0)
            return "Where both rate the same year, their distance will stand here.";
        if (Both.Count == 1)
            return "It is the only year rated by both so far.";

        int[] higher = [.. Both.Select(year => year.Above).Where(above => above > 0)];
        int[] lower = [.. Both.Select(year => -year.Above).Where(below => below > 0)];
        if (higher.Length + lower.Length == 0)
            return Both.Count == 2 ? "They agreed in both years that they both rated." : $"They agreed in all {English.Number(Both.Count)} years rated by both.";

        string[] parts = [.. new[] { Part("higher", higher), Part("lower", lower) }.OfType<string>()];
        int agreed = Both.Count - higher.Length - lower.Length;
        return $"Of {English.Number(Both.Count)} years rated by both, they agreed in {English.Number(agreed)}; the hub was {string.Join(", and ", parts)}.";
    }

    /// <summary>“one level higher”, “two levels lower”, “the same”, seen from the hub; says who rated where only one did.</summary>
    public static string Words(Level? self, Level? external) => (self, external) switch
    {
        ({ } own, { } other) => Words(own - other),
        (not null, null) => "rated by the hub only",
        (null, not null) => "rated by the external team only",
        _ => "rated by neither",
    };

    private static string Words(int above) => above == 0 ? "the same" : $"{Levels(Math.Abs(above))} {(above > 0 ? "higher" : "lower")}";

    private static string? Part(string which, int[] levels) => levels.Length == 0
        ? null
        : $"{which} in {English.Number(levels.Length)}, by {(levels.Min() == levels.Max() ? "" : "at most ")}{Levels(levels.Max())}";

    private static string Levels(int count) => English.Count(count, "level");
}
