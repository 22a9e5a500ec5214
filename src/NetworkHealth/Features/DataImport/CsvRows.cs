using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace NetworkHealth.Features.DataImport;

/// <summary>The second pass over a file: a header and the rows below it, every problem with its line and column. Touches no database.</summary>
internal sealed class CsvRows(ImportProblems problems, Action<int>? read = null)
{
    private const int TellEvery = 1000;

    private string? badQuotes;

    /// <param name="stream">UTF-8, checked by <see cref="FileCheck"/>.</param>
    /// <param name="readHeader">The header of the first row and its line; null, with its problems told, ends the reading.</param>
    /// <param name="rowsOf">What takes the rows below this header.</param>
    /// <returns>How many rows stand below the header.</returns>
    public int Read<T>(Stream stream, Func<string[], int, T?> readHeader, Func<T, Action<FileRow>> rowsOf) where T : FileHeader
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        using var csv = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = ",",
            IgnoreBlankLines = false,
            BadDataFound = bad => badQuotes = bad.Field.StartsWith('"') && bad.Field.Count(c => c == '"') % 2 == 1
                ? "A quote is opened and never closed."
                : "A quote stands inside a field that is not quoted as a whole. Quote the field and double the quotes inside.",
        });

        T? header = null;
        Action<FileRow>? add = null;
        int rows = 0, line = 1;
        for (; csv.Read(); line = csv.RawRow + 1)
        {
            if (Cells(csv, line, header) is not { } record)
                return rows;
            if (record is [""])
                continue; // an empty line says nothing

            if (header is null)
            {
                header = readHeader(record, line);
                if (header is null)
                    return rows;
                add = rowsOf(header);
            }
            else if (HasAllFields(line, record, header))
            {
                if (++rows % TellEvery == 0)
                    read?.Invoke(rows);
                add!(new FileRow(line, record, problems));
            }
        }

        if (header is null)
            problems.Add(1, "column 1", "The file is empty.");
        else if (rows == 0 && problems.Count == 0)
            problems.Add(line, header.Names[0], "The file has a header and nothing below it.");
        return rows;
    }

    // Null at a bad quote: an open one swallows the rest of the file, so nothing after it can be trusted.
    private string[]? Cells(CsvParser csv, int line, FileHeader? header)
    {
        string[] cells = new string[csv.Count];
        for (int i = 0; i < cells.Length; i++)
        {
            cells[i] = csv[i];
            if (badQuotes is null)
                continue;
            problems.Add(line, header is not null && i < header.Names.Count ? header.Names[i] : $"column {i + 1}", badQuotes);
            return null;
        }

        return cells;
    }

    private bool HasAllFields(int line, string[] cells, FileHeader header)
    {
        if (cells.Length == header.Names.Count)
            return true;

        string column = cells.Length < header.Names.Count ? header.Names[cells.Length] : $"column {header.Names.Count + 1}";
        problems.Add(line, column, $"The row has {cells.Length} {(cells.Length == 1 ? "field" : "fields")}, the header {header.Names.Count}.");
        return false;
    }
}
