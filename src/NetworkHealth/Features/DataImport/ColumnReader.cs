namespace NetworkHealth.Features.DataImport;

/// <summary>
/// One column of a file. What a cell means depends on its text alone, and files say the same few things again and again: each text is
/// read once.
/// </summary>
/// <param name="header">Says where the column stands, if the file has it.</param>
/// <param name="name">Its name.</param>
/// <param name="read">The meaning of a trimmed text, or the problem with it.</param>
internal sealed class ColumnReader<T>(FileHeader header, string name, Func<string, (T Value, string? Problem)> read)
{
    // Enough for words and months; names and codes mostly repeat the row before.
    private const int MostKept = 1000;

    private readonly int place = header.Place(name) ?? -1;
    private readonly Dictionary<string, (T Value, string? Problem)> known = [];
    private string? lastText;
    private (T Value, string? Problem) last;

    /// <summary>The meaning of the row's cell, its problem told. An absent column reads as an empty cell.</summary>
    public T Of(FileRow row) => Of(row, place, name);

    /// <summary>The same in a further column of this kind.</summary>
    public T Of(FileRow row, int at, string column)
    {
        string text = at < 0 ? "" : row.Cells[at];
        if (text != lastText)
            (lastText, last) = (text, Meaning(text));
        if (last.Problem is { } problem)
            row.Problem(column, problem);
        return last.Value;
    }

    private (T Value, string? Problem) Meaning(string text)
    {
        if (known.TryGetValue(text, out var meaning))
            return meaning;
        meaning = read(text.Trim());
        if (known.Count < MostKept)
            known.Add(text, meaning);
        return meaning;
    }
}
