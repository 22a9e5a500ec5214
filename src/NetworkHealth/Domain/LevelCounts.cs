namespace NetworkHealth.Domain;

/// <summary>How many networks stand at each level, and how many have none. Counts only: levels are never averaged.</summary>
/// <param name="At">By level; a level at which none stands has nought.</param>
/// <param name="NotRated">Networks without a level.</param>
public sealed record LevelCounts(IReadOnlyDictionary<Level, int> At, int NotRated)
{
    public static LevelCounts Of(IEnumerable<Level?> levels)
    {
        int notRated = 0;
        var at = LevelWords.All.ToDictionary(level => level, _ => 0);
        foreach (var one in levels)
        {
            if (one is { } level)
                at[level]++;
            else
                notRated++;
        }

        return new LevelCounts(at, notRated);
    }

    /// <summary>Networks with a level.</summary>
    public int Rated => At.Values.Sum();

    /// <summary>With those that have none.</summary>
    public int All => Rated + NotRated;

    /// <summary>The lower of the two middle levels; null where nobody has one.</summary>
    public Level? LowerMedian => Middle.Of([.. LevelWords.All.SelectMany(level => Enumerable.Repeat(level, At[level]))])?.Median;
}

/// <summary>How networks moved between two cycles: a count for each pair of levels, with none for not rated.</summary>
/// <param name="Pairs">Networks by their level before and after.</param>
public sealed record LevelFlow(IReadOnlyDictionary<(Level? Before, Level? After), int> Pairs)
{
    public static LevelFlow Of(IEnumerable<(Level? Before, Level? After)> moves) =>
        new(moves.GroupBy(move => move).ToDictionary(group => group.Key, group => group.Count()));

    /// <summary>Most first, and none last, as pictures and tables have them.</summary>
    public static IReadOnlyList<Level?> Levels { get; } = [.. LevelWords.All.Reverse().Select(level => (Level?)level), null];

    public int Up => Count((before, after) => after > before);

    public int Down => Count((before, after) => after < before);

    public int Stayed => Count((before, after) => before is not null && before == after);

    /// <summary>Rated in the later cycle and not in the earlier one.</summary>
    public int FirstRated => Count((before, after) => before is null && after is not null);

    /// <summary>Rated in the earlier cycle and not in the later one.</summary>
    public int NoLongerRated => Count((before, after) => before is not null && after is null);

    private int Count(Func<Level?, Level?, bool> fits) => Pairs.Where(pair => fits(pair.Key.Before, pair.Key.After)).Sum(pair => pair.Value);
}
