namespace NetworkHealth.Domain;

/// <summary>
/// Counts of networks, groups down and categories across, with what nobody may read hidden: cells under five, rows in which everyone is in one
/// category, and as many further cells as keep those from being worked out. Sizes of groups and sums of columns are known to the reader, so a
/// hidden cell is safe only if the sums leave it at least two values (<see cref="HiddenCircles"/>).
/// </summary>
/// <remarks>
/// Where the same was told at an earlier time, a reader has both tables and their difference. So what was hidden stays hidden, the networks
/// that differ are counted by themselves, and what may not be read of them is hidden too. Tables of different subjects share nothing but the
/// sizes of their groups, and any levels of one subject go with any of another, so all seven together tell no more than each.
/// </remarks>
public sealed class GuardedTable
{
    /// <summary>The smallest count that is shown.</summary>
    public const int Fewest = 5;

    /// <summary>Of these rules; kept with every stored table.</summary>
    public const string Rule = "1";

    private const int Sums = HiddenCircles.Sums;

    private readonly int[][] rows;
    private readonly int[] sums;
    private readonly bool[][] hidden;
    private readonly bool[] hiddenSums;

    /// <param name="groups">Counts by group and category; every group has five networks or more, see <see cref="Together"/>.</param>
    /// <param name="told">What was told of the same groups earlier.</param>
    /// <exception cref="ArgumentException">A group is smaller, or rows differ in length.</exception>
    public GuardedTable(IReadOnlyList<IReadOnlyList<int>> groups, IReadOnlyList<ToldEarlier>? told = null)
    {
        rows = [.. groups.Select(group => group.ToArray())];
        if (rows.Length == 0 || rows.Any(row => row.Sum() < Fewest || row.Length != rows[0].Length))
            throw new ArgumentException("Groups have five networks or more, and the same categories.", nameof(groups));
        sums = SumsOf(rows);
        // What is shown around a row of one kind tells of it to whoever knows these rules: then no group shows anything.
        bool anyOne = rows.Length > 1 && rows.Any(IsOfOneKind);
        hidden = [.. rows.Select(row => anyOne ? [.. row.Select(_ => true)] : HiddenOf(row))];
        hiddenSums = HiddenOf(sums);
        told ??= [];
        foreach (var earlier in told)
            Hide(earlier);
        if (told.All(earlier => earlier.Table is null))
            Close(rows, (_, _) => false);
        CloseSince(told);
        // With one group alone that can be of one kind, the categories that are too small for it would be known to be empty there.
        if (anyOne && MayBeOfOneKind() < 2)
            Array.Fill(hiddenSums, true);
    }

    public int Groups => rows.Length;

    public int Categories => sums.Length;

    /// <summary>The count of a cell; null where it is hidden.</summary>
    public int? this[int group, int category] => hidden[group][category] ? null : rows[group][category];

    /// <summary>The sum of a category over all groups; null where it is hidden.</summary>
    public int? Sum(int category) => hiddenSums[category] ? null : sums[category];

    /// <summary>Puts groups of fewer than five networks together, and the next smallest with them until they are five; null when all of them are fewer.</summary>
    /// <param name="groups">Names and sizes.</param>
    /// <returns>Names that stand together, the largest group first, what was put together last.</returns>
    public static IReadOnlyList<IReadOnlyList<string>>? Together(IReadOnlyDictionary<string, int> groups)
    {
        var ordered = groups.OrderByDescending(group => group.Value).ThenBy(group => group.Key, StringComparer.Ordinal).ToList();
        int kept = ordered.Count(group => group.Value >= Fewest);
        while (kept > 0 && ordered.Skip(kept).Sum(group => group.Value) is > 0 and < Fewest)
            kept--;
        if (ordered.Sum(group => group.Value) < Fewest)
            return null;
        string[] rest = [.. ordered.Skip(kept).Select(group => group.Key)];
        return [.. ordered.Take(kept).Select(group => new[] { group.Key }), .. rest.Length == 0 ? Array.Empty<string[]>() : [rest]];
    }

    private static int[] SumsOf(int[][] rows) => [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Sum(row => row[column]))];

    private static bool IsOfOneKind(int[] row) => row.Max() == row.Sum();

    private static bool[] HiddenOf(int[] row) => [.. row.Select(count => count < Fewest || IsOfOneKind(row))];

    // How many groups may be of one kind, as far as the sums tell.
    private int MayBeOfOneKind()
    {
        int rest = sums.Where((_, category) => hiddenSums[category]).Sum();
        return rows.Count(row => Enumerable.Range(0, Categories).Any(category => row.Sum() <= (hiddenSums[category] ? rest : sums[category])));
    }

    // What an earlier table hid was safe there. The rest must be safe in what came since: a row without differences has told it already.
    private void CloseSince(IReadOnlyList<ToldEarlier> told)
    {
        for (int hiddenBefore = -1; hiddenBefore != CountHidden();)
        {
            hiddenBefore = CountHidden();
            foreach (var earlier in told)
                Close(earlier.Since, (group, category) => earlier.Hides(group, category) || (group != Sums && earlier.Since[group].Sum() == 0));
        }
    }

    private void Hide(ToldEarlier earlier)
    {
        var since = SumsOf(earlier.Since);
        for (int group = Sums; group < Groups; group++)
        {
            int[] row = group == Sums ? since : earlier.Since[group];
            bool[] may = row.Sum() == 0 ? new bool[Categories] : HiddenOf(row);
            for (int category = 0; category < Categories; category++)
            {
                if (may[category] || earlier.Hides(group, category))
                    Hide(group, category);
            }
        }
    }

    // Hides the smallest shown cell of the row or column of a cell that could be worked out, until none can.
    private void Close(int[][] counts, Func<int, int, bool> isSafe)
    {
        var circles = new HiddenCircles(counts, IsHidden);
        while (All().Where(cell => IsHidden(cell.Group, cell.Category) && !isSafe(cell.Group, cell.Category) && !circles.CanVary(cell.Group, cell.Category))
                   .Select(cell => ((int Group, int Category)?)cell).FirstOrDefault() is var (group, category))
        {
            var shown = All().Where(cell => !IsHidden(cell.Group, cell.Category)).ToList();
            var near = shown.Where(cell => cell.Group == group || cell.Category == category).ToList();
            if (shown.Count == 0)
                return;
            var (hideGroup, hideCategory) = (near.Count > 0 ? near : shown).MinBy(cell => (Count(cell.Group, cell.Category), cell.Group, cell.Category));
            Hide(hideGroup, hideCategory);
        }
    }

    private IEnumerable<(int Group, int Category)> All() =>
        from @group in Enumerable.Range(Sums, Groups + 1) from category in Enumerable.Range(0, Categories) select (@group, category);

    private int CountHidden() => All().Count(cell => IsHidden(cell.Group, cell.Category));

    private bool IsHidden(int group, int category) => group == Sums ? hiddenSums[category] : hidden[group][category];

    private int Count(int group, int category) => group == Sums ? sums[category] : rows[group][category];

    // A single group is the whole.
    private void Hide(int group, int category)
    {
        if (group == Sums || Groups == 1)
            hiddenSums[category] = true;
        if (group != Sums || Groups == 1)
            hidden[Math.Max(0, group)][category] = true;
    }
}
