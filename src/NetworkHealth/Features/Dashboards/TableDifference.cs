using NetworkHealth.Domain;

namespace NetworkHealth.Features.Dashboards;

/// <summary>
/// What one table says otherwise now. Figures are levels, labels and counts. Names, reasons and flags mostly follow from them, so they
/// count only in a row of which no figure changed, and all of them together once. A row, a column or a table that came or went counts once.
/// </summary>
/// <param name="Code">Of the table.</param>
/// <param name="Title">As it was kept; of a table that came, as it is called now.</param>
/// <param name="Changes">At least one; first of columns, then in the order of the rows.</param>
public sealed record TableDifference(string Code, string Title, IReadOnlyList<FigureDifference> Changes)
{
    /// <summary>The tables that differ, in their order. Columns and rows are told apart by what they are called.</summary>
    public static IReadOnlyList<TableDifference> Between(IReadOnlyList<FigureTable> then, IReadOnlyList<FigureTable> now) =>
    [
        .. then.Select(before => new TableDifference(before.Code, before.Title, now.FirstOrDefault(after => after.Code == before.Code) is { } after
            ? [.. Between(before, after)] : [new FigureDifference("", "", FigureDifference.Whole, null)])).Where(table => table.Changes.Count > 0),
        .. now.Where(after => then.All(before => before.Code != after.Code)).Select(after => new TableDifference(after.Code, after.Title, [new FigureDifference("", "", null, FigureDifference.Whole)])),
    ];

    private static IEnumerable<FigureDifference> Between(FigureTable before, FigureTable after)
    {
        var places = before.Columns.Index().Skip(before.Keys).Select(column => (column.Item, Then: column.Index, Now: after.Columns.ToList().FindIndex(other => other.Name == column.Item.Name))).ToList();
        foreach (var gone in places.Where(place => place.Now < 0))
            yield return new FigureDifference("", gone.Item.Words, FigureDifference.Whole, null);
        foreach (var come in after.Columns.Skip(after.Keys).Where(column => before.Columns.All(known => known.Name != column.Name)))
            yield return new FigureDifference("", come.Words, null, FigureDifference.Whole);

        places.RemoveAll(place => place.Now < 0);
        var (old, rows) = (Keyed(before), Keyed(after));
        foreach (var (key, row) in old)
        {
            if (!rows.TryGetValue(key, out var today))
            {
                yield return new FigureDifference(key.Name, "", FigureDifference.Whole, null);
                continue;
            }

            var changed = (from place in places
                           let cell = (Column: place.Item, Then: before.Shown(row, place.Then), Now: after.Shown(today, place.Now))
                           where cell.Then != cell.Now
                           select cell).ToList();
            var figures = changed.Where(cell => cell.Column.IsFigure).ToList();
            foreach (var cell in figures)
                yield return new FigureDifference(key.Name, cell.Column.Words, cell.Then, cell.Now);
            if (figures.Count == 0 && changed.Count > 0)
                yield return new FigureDifference(key.Name, English.List(changed.Select(cell => cell.Column.Words)), string.Join("; ", changed.Select(cell => cell.Then)), string.Join("; ", changed.Select(cell => cell.Now)));
        }

        foreach (var key in rows.Keys.Where(key => !old.ContainsKey(key)))
            yield return new FigureDifference(key.Name, "", null, FigureDifference.Whole);
    }

    // Two cycles may have one label; then the second row of that name is the second there too.
    private static Dictionary<(string Name, int Nth), IReadOnlyList<string>> Keyed(FigureTable table) => table.Rows.GroupBy(table.KeyOf, StringComparer.Ordinal)
        .SelectMany(rows => rows.Select((row, i) => (Key: (rows.Key, i), row))).ToDictionary(row => row.Key, row => row.row);
}
