namespace NetworkHealth.Domain;

/// <summary>
/// Which hidden cells of a table of counts may have another value. The sums make a network of flows: every cell stands in one row and one
/// column. Another table with the same sums exists if and only if some counts can be moved around a circle of hidden cells, alternately up
/// and down, without any falling below nought.
/// </summary>
/// <param name="rows">Counts by group and category.</param>
/// <param name="isHidden">Whether a cell is hidden; group −1 is the row of sums.</param>
internal sealed class HiddenCircles(int[][] rows, Func<int, int, bool> isHidden)
{
    /// <summary>The group that stands for the sums of the categories.</summary>
    public const int Sums = -1;

    private readonly int[] sums = [.. Enumerable.Range(0, rows[0].Length).Select(category => rows.Sum(row => row[category]))];

    private int Groups => rows.Length;

    private int Categories => sums.Length;

    /// <summary>Whether a hidden cell may be one more or one less, all that is shown being as it is.</summary>
    public bool CanVary(int group, int category) => Reaches(group, category, up: true) || (Count(group, category) > 0 && Reaches(group, category, up: false));

    private int Count(int group, int category) => group == Sums ? sums[category] : rows[group][category];

    // The sums count against the others: moving one up in a cell moves one up in its column's sum or one down in another cell of the
    // column. A node for each row and column; a hidden cell joins its two, one way for up, the other way for down if it is not nought.
    private bool Reaches(int group, int category, bool up)
    {
        int rowNode = group + 1, columnNode = Groups + 1 + category;
        bool startsAtColumn = (group >= 0) == up;
        int from = startsAtColumn ? columnNode : rowNode, to = startsAtColumn ? rowNode : columnNode;
        var seen = new bool[Groups + 1 + Categories];
        var queue = new Queue<int>([from]);
        seen[from] = true;
        while (queue.TryDequeue(out int node))
        {
            foreach (int next in Next(node, group, category))
            {
                if (next == to)
                    return true;
                if (!seen[next])
                {
                    seen[next] = true;
                    queue.Enqueue(next);
                }
            }
        }

        return false;
    }

    // From row to column is up for cells of groups and down for sums; from column to row the other way round.
    private IEnumerable<int> Next(int node, int exceptGroup, int exceptCategory)
    {
        bool isRow = node <= Groups;
        for (int i = isRow ? 0 : Sums; i < (isRow ? Categories : Groups); i++)
        {
            var (group, category) = isRow ? (node - 1, i) : (i, node - Groups - 1);
            if ((group, category) == (exceptGroup, exceptCategory) || !isHidden(group, category))
                continue;
            bool isUp = isRow == (group >= 0);
            if (isUp || Count(group, category) > 0)
                yield return isRow ? Groups + 1 + category : group + 1;
        }
    }
}
