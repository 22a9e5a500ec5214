namespace NetworkHealth.Domain;

/// <summary>
/// Counts the networks of a cohort when a cycle is closed. Closed again, the cycle is counted anew only where the networks that differ are five
/// or more in every row that differs at all: two tables that differ by one network would tell its level.
/// </summary>
public static class ClosingTables
{
    /// <summary>The first table of a subject, source and cycle.</summary>
    /// <param name="groups">How many networks there are in each category, by value of the field.</param>
    /// <param name="isGrouped">Whether they are counted by group too.</param>
    /// <returns>Null where there are fewer than five networks.</returns>
    public static CountTable? First(IReadOnlyDictionary<string, int[]> groups, bool isGrouped)
    {
        var names = Fresh(groups.ToDictionary(group => group.Key, group => group.Value.Sum()), isGrouped);
        int[][] counts = [.. (names.Count == 0 ? [[.. groups.Keys]] : names).Select(group => group.Select(name => groups[name]).Aggregate((sum, row) => [.. sum.Zip(row, (a, b) => a + b)]))];
        return counts.Sum(row => row.Sum()) < GuardedTable.Fewest ? null : Shown(counts, names, new GuardedTable(counts));
    }

    /// <summary>The table to make when there may be earlier ones.</summary>
    /// <param name="networks">All that count, with their levels of one subject by one source; whoever was counted once stays.</param>
    /// <param name="isGrouped">Whether they are counted by group too. Where a table was shown before, its groups stand.</param>
    /// <param name="before">The tables of the same subject, source and cycle that were made before, the first one first.</param>
    /// <returns>Null where there is nothing to make: fewer than five networks, or the last table stands.</returns>
    public static CountTable? Make(IReadOnlyCollection<CountedNetwork> networks, bool isGrouped, IReadOnlyList<CountedEarlier> before)
    {
        if (networks.Count < GuardedTable.Fewest || before.Any(earlier => networks.Count(network => Differs(network, earlier)) < GuardedTable.Fewest))
            return null;
        // Of a table in which all is hidden the groups need not stand, and it keeps nothing hidden; but it told that counts were small.
        var told = before.Where(earlier => earlier.Table.ShowsAnything).ToList();
        var kept = networks.Select(network => network with { Group = told.Select(earlier => earlier.Networks.GetValueOrDefault(network.Id)).FirstOrDefault(then => then is not null)?.Group ?? network.Group }).ToList();
        var names = told.Count > 0 ? Names(kept, told[^1].Table) : Fresh(kept.CountBy(network => network.Group).ToDictionary(), isGrouped);
        var since = before.Select(earlier => new ToldEarlier(earlier.Table.ShowsAnything ? earlier.Table : null, Counts([.. kept.Where(network => Differs(network, earlier))], names))).ToList();
        bool tooFew = since.Any(earlier => earlier.Since.Any(row => row.Sum() is > 0 and < GuardedTable.Fewest));
        return tooFew ? null : Shown(Counts(kept, names), names, new GuardedTable(Counts(kept, names), since));
    }

    private static bool Differs(CountedNetwork network, CountedEarlier earlier) => earlier.Networks.GetValueOrDefault(network.Id) is not { } then || then.Level != network.Level;

    // One group is no group.
    private static List<IReadOnlyList<string>> Fresh(Dictionary<string, int> sizes, bool isGrouped) =>
        isGrouped && GuardedTable.Together(sizes) is { Count: > 1 } names ? [.. names] : [];

    // A value that is new stands with those that were put together last.
    private static List<IReadOnlyList<string>> Names(List<CountedNetwork> networks, CountTable table)
    {
        if (table.Groups.Count == 0)
            return [];
        var names = table.Groups.Select(group => group.Names).ToList();
        string[] more = [.. networks.Select(network => network.Group).Distinct().Where(name => !names.Any(group => group.Contains(name))).Order(StringComparer.Ordinal)];
        names[^1] = [.. names[^1], .. more];
        return names;
    }

    private static int[][] Counts(IReadOnlyCollection<CountedNetwork> networks, List<IReadOnlyList<string>> names) =>
        names.Count == 0 ? [Row(networks)] : [.. names.Select(group => Row(networks.Where(network => group.Contains(network.Group))))];

    private static int[] Row(IEnumerable<CountedNetwork> networks)
    {
        int[] row = new int[CountRow.Categories];
        foreach (var network in networks)
            row[CountRow.Category(network.Level)]++;
        return row;
    }

    private static CountTable Shown(int[][] counts, IReadOnlyList<IReadOnlyList<string>> names, GuardedTable guarded)
    {
        int[] categories = [.. Enumerable.Range(0, CountRow.Categories)];
        return new CountTable(
            new CountRow([], counts.Sum(row => row.Sum()), [.. categories.Select(guarded.Sum)]),
            [.. names.Select((group, row) => new CountRow(group, counts[row].Sum(), [.. categories.Select(category => guarded[row, category])]))]);
    }
}
