namespace NetworkHealth.Tests.Domain;

/// <summary>
/// Somebody who wants to know what is hidden in a table of counts, and knows the sizes of groups and every shown cell and sum. Written apart
/// from the code that hides: it asks of each value whether the rest can be filled in with whole numbers, by pushing counts from rows to columns.
/// </summary>
/// <param name="sizes">Networks of each group.</param>
/// <param name="cells">Cells by group and category; null is hidden.</param>
/// <param name="sums">Sums of the categories; null is hidden.</param>
internal sealed class Attacker(IReadOnlyList<int> sizes, IReadOnlyList<IReadOnlyList<int?>> cells, IReadOnlyList<int?> sums)
{
    /// <summary>The values that a hidden cell may have.</summary>
    public IReadOnlyList<int> ValuesOf(int group, int category) =>
        [.. Enumerable.Range(0, sizes[group] + 1).Where(value => IsPossible(cells.Select((row, g) => row.Select((cell, c) => (g, c) == (group, category) ? value : cell).ToArray()).ToArray(), sums))];

    /// <summary>The values that a hidden sum may have.</summary>
    public IReadOnlyList<int> ValuesOfSum(int category) =>
        [.. Enumerable.Range(0, sizes.Sum() + 1).Where(value => IsPossible([.. cells.Select(row => row.ToArray())], [.. sums.Select((sum, c) => c == category ? value : sum)]))];

    private bool IsPossible(int?[][] filled, IReadOnlyList<int?> known)
    {
        int groups = sizes.Count, categories = known.Count;
        int[] rest = [.. filled.Select((row, g) => sizes[g] - row.Sum(cell => cell ?? 0))];
        int?[] demand = [.. known.Select((sum, c) => sum - filled.Sum(row => row[c] ?? 0))];
        int open = rest.Sum() - demand.Sum(d => d ?? 0);
        if (rest.Any(r => r < 0) || demand.Any(d => d < 0) || open < 0)
            return false;

        // Source, groups, categories, one node for all categories whose sum is hidden, sink.
        int source = groups + categories, free = source + 1, sink = source + 2;
        var capacity = new int[sink + 1, sink + 1];
        for (int g = 0; g < groups; g++)
        {
            capacity[source, g] = rest[g];
            for (int c = 0; c < categories; c++)
            {
                if (filled[g][c] is null)
                    capacity[g, groups + c] = int.MaxValue / 2;
            }
        }

        for (int c = 0; c < categories; c++)
            capacity[groups + c, demand[c] is null ? free : sink] = demand[c] ?? int.MaxValue / 2;
        capacity[free, sink] = open;
        return Push(capacity, source, sink) == rest.Sum();
    }

    // Edmonds and Karp.
    private static int Push(int[,] capacity, int source, int sink)
    {
        int total = 0;
        while (true)
        {
            int[] from = [.. Enumerable.Repeat(-1, capacity.GetLength(0))];
            from[source] = source;
            var queue = new Queue<int>([source]);
            while (from[sink] < 0 && queue.TryDequeue(out int node))
            {
                for (int next = 0; next < from.Length; next++)
                {
                    if (from[next] < 0 && capacity[node, next] > 0)
                    {
                        from[next] = node;
                        queue.Enqueue(next);
                    }
                }
            }

            if (from[sink] < 0)
                return total;
            int least = int.MaxValue;
            for (int node = sink; node != source; node = from[node])
                least = Math.Min(least, capacity[from[node], node]);
            for (int node = sink; node != source; node = from[node])
            {
                capacity[from[node], node] -= least;
                capacity[node, from[node]] += least;
            }

            total += least;
        }
    }
}
