namespace NetworkHealth.Features.Dashboards;

/// <summary>Something that a table says otherwise now.</summary>
/// <param name="Table">Its title.</param>
/// <param name="Row">Which row; a network by its code.</param>
/// <param name="Column">Which column; empty where the whole row came or went.</param>
/// <param name="Then">What stood there; null where there was no such row.</param>
/// <param name="Now">What stands there; null where there is none any more.</param>
public sealed record FigureDifference(string Table, string Row, string Column, string? Then, string? Now)
{
    /// <summary>Every cell that differs, in the order of the tables. Columns and rows are told apart by what they are called.</summary>
    public static IReadOnlyList<FigureDifference> Between(IReadOnlyList<FigureTable> then, IReadOnlyList<FigureTable> now) =>
    [
        .. then.SelectMany(before => now.FirstOrDefault(after => after.Code == before.Code) is { } after
            ? Between(before, after) : [new FigureDifference(before.Title, "", "", "shown", null)]),
        .. now.Where(after => then.All(before => before.Code != after.Code)).Select(after => new FigureDifference(after.Title, "", "", null, "shown")),
    ];

    // Two cycles may have one label; then the second row of that name is the second there too.
    private static Dictionary<string, IReadOnlyList<string>> Keyed(FigureTable table) => table.Rows.GroupBy(table.KeyOf, StringComparer.Ordinal)
        .SelectMany(rows => rows.Select((row, i) => (Key: i == 0 ? rows.Key : $"{rows.Key} ({i + 1})", row))).ToDictionary(row => row.Key, row => row.row, StringComparer.Ordinal);

    private static IEnumerable<FigureDifference> Between(FigureTable before, FigureTable after)
    {
        var (old, rows) = (Keyed(before), Keyed(after));
        foreach (var (key, row) in old)
        {
            if (!rows.TryGetValue(key, out var today))
            {
                yield return new FigureDifference(before.Title, key, "", "shown", null);
                continue;
            }

            foreach (var (i, column) in before.Columns.Index().Skip(before.Keys))
            {
                int there = after.Columns.Select(other => other.Name).ToList().IndexOf(column.Name);
                if (there < 0 || today[there] != row[i])
                    yield return new FigureDifference(before.Title, key, column.Words, row[i], there < 0 ? null : today[there]);
            }

            foreach (var (i, column) in after.Columns.Index().Where(column => before.Columns.All(known => known.Name != column.Item.Name)))
                yield return new FigureDifference(before.Title, key, column.Words, null, today[i]);
        }

        foreach (string key in rows.Keys.Where(key => !old.ContainsKey(key)))
            yield return new FigureDifference(before.Title, key, "", null, "shown");
    }
}
