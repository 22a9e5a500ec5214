namespace NetworkHealth.Domain;

/// <summary>The published words for a trajectory, and the one for a network that has none yet.</summary>
public enum TrajectoryLabel
{
    NotEnoughData,
    Declined,
    MuchImproved,
    Improved,
    ConsistentStrength,
    Stagnant,
}

/// <summary>
/// The rule that turns the rated levels of one subject into a label. It is ours: it reproduces the eleven published rows (Carnegie
/// Summit, 2024), and so do 264 of 392 plausible rules, which is why it carries a version and stands on a page.
/// </summary>
public static class TrajectoryRule
{
    public const string Version = "1.0";

    /// <summary>A fall of this many levels from the best year is a decline, unless more was gained than lost.</summary>
    public const int DeclineDrop = 2;

    public const int MuchImprovedNet = 3;
    public const int ImprovedNet = 1;

    /// <summary>Where a consistently strong network begins and ends, or higher.</summary>
    public const Level StrongEnds = Level.DevelopingHigh;

    /// <summary>Below this a strong network never falls.</summary>
    public const Level StrongFloor = Level.DevelopingMid;

    /// <summary>The label of rated levels in the order of their cycles, unrated cycles left out. First match wins.</summary>
    public static TrajectoryLabel Label(IReadOnlyList<Level> rated)
    {
        if (rated.Count < 2)
            return TrajectoryLabel.NotEnoughData;

        var (first, last, best, lowest) = (rated[0], rated[^1], rated.Max(), rated.Min());
        int net = last - first, drop = best - last;

        if (drop >= DeclineDrop && drop > net)
            return TrajectoryLabel.Declined;
        if (net >= MuchImprovedNet)
            return TrajectoryLabel.MuchImproved;
        if (net >= ImprovedNet)
            return TrajectoryLabel.Improved;
        if (first >= StrongEnds && last >= StrongEnds && lowest >= StrongFloor)
            return TrajectoryLabel.ConsistentStrength;
        return TrajectoryLabel.Stagnant;
    }
}

/// <summary>The words of a label and of its test, as the method page and every export give them.</summary>
public static class TrajectoryLabelWords
{
    /// <summary>In the order in which the rule tests them.</summary>
    public static IReadOnlyList<TrajectoryLabel> All { get; } = Enum.GetValues<TrajectoryLabel>();

    public static string Words(this TrajectoryLabel label) => label switch
    {
        TrajectoryLabel.NotEnoughData => "Not enough data",
        TrajectoryLabel.Declined => "Declined",
        TrajectoryLabel.MuchImproved => "Much improved",
        TrajectoryLabel.Improved => "Improved",
        TrajectoryLabel.ConsistentStrength => "Consistent Strength",
        _ => "Stagnant",
    };

    /// <summary>One sentence on what the label means.</summary>
    public static string Sentence(this TrajectoryLabel label) => label switch
    {
        TrajectoryLabel.NotEnoughData => "One rating is a baseline, not a trajectory.",
        TrajectoryLabel.Declined => "Ended at least two levels below its best year, having lost more than it gained.",
        TrajectoryLabel.MuchImproved => "Ended three or four levels above where it began.",
        TrajectoryLabel.Improved => "Ended one or two levels above where it began.",
        TrajectoryLabel.ConsistentStrength => "Began and ended strong, and never fell below Developing (Mid).",
        _ => "No lasting change: ended within one level of where it began and of its best year.",
    };

    /// <summary>Reads the words of a label in any case, trimmed; null when they are none.</summary>
    public static TrajectoryLabel? Parse(string text)
    {
        foreach (var label in All)
        {
            if (label.Words().Equals(text.Trim(), StringComparison.OrdinalIgnoreCase))
                return label;
        }

        return null;
    }
}
