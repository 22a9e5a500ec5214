using System.Globalization;

namespace NetworkHealth.Domain;

/// <summary>
/// A hub's level beside those of other networks that were judged alike. Of those only the middle is told: no network by itself, no count
/// of a level, and no exact number of networks, since two exact numbers would tell how many lack a level.
/// </summary>
/// <param name="Own">The hub's level; null where it has none.</param>
/// <param name="Others">The middle of the others; null where they are too few.</param>
/// <param name="Count">How many others stand behind it; 0 where they are too few.</param>
public sealed record Benchmark(Level? Own, Middle? Others, int Count)
{
    /// <summary>Fewer others would tell too much of each. The same number of others has to change before figures change.</summary>
    public const int FewestOthers = 5;

    /// <summary>What is told of the number of others: “5 to 9”, “10 to 14”.</summary>
    public string CountWords
    {
        get
        {
            int from = Count - (Count % FewestOthers);
            return string.Create(CultureInfo.InvariantCulture, $"{from:N0} to {from + FewestOthers - 1:N0}");
        }
    }

    /// <summary>Where the hub stands: below the middle half of the others (negative), in it (0) or above it (positive); null where one of both is missing.</summary>
    public int? Side => Own is { } own ? Others?.Side(own) : null;

    /// <param name="own">The hub's level.</param>
    /// <param name="closings">For each time the cycle was closed, from the first to the last, the levels that other networks had by then from
    /// the same source and under the same version of the framework.</param>
    public static Benchmark Of(Level? own, IEnumerable<IReadOnlyDictionary<Guid, Level>> closings) =>
        Settled(closings) is { } others ? new(own, Middle.Of([.. others.Values]), others.Count) : new(own, null, 0);

    // Whoever remembers the figures of one closing and reads those of the next could work out the level of a network that alone changed or came
    // between them. So figures stand until as many others have changed as are needed to show any.
    private static IReadOnlyDictionary<Guid, Level>? Settled(IEnumerable<IReadOnlyDictionary<Guid, Level>> closings)
    {
        IReadOnlyDictionary<Guid, Level>? stands = null;
        foreach (var closing in closings)
        {
            if (closing.Count >= FewestOthers && (stands is null || Changed(stands, closing) >= FewestOthers))
                stands = closing;
        }

        return stands;
    }

    private static int Changed(IReadOnlyDictionary<Guid, Level> before, IReadOnlyDictionary<Guid, Level> after) => before.Keys.Union(after.Keys)
        .Count(network => !before.TryGetValue(network, out var was) || !after.TryGetValue(network, out var now) || was != now);
}
