using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.DataImport;

/// <summary>The second pass over a file: rows to ratings, every problem with its line and column. Touches no database.</summary>
internal sealed class RatingsParser(RatingSource source, ImportProblems problems, Action<int>? read = null)
{
    private const int TellEvery = 1000;

    private string? badQuotes;

    public RatingsFile Parse(Stream stream)
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

        var file = new RatingsFile();
        RatingsHeader? header = null;
        RatingRows? rows = null;
        int line = 1;
        for (; csv.Read(); line = csv.RawRow + 1)
        {
            if (Cells(csv, line, header) is not { } record)
                return file;
            if (record is [""])
                continue; // an empty line says nothing

            if (header is null)
            {
                header = RatingsHeader.Read(record, line, problems);
                if (header is null)
                    return file;
            }
            else if (HasAllFields(line, record, header))
            {
                file.Rows++;
                if (file.Rows % TellEvery == 0)
                    read?.Invoke(file.Rows);
                rows ??= new RatingRows(file, new RowReader(header, source));
                rows.Add(new FileRow(line, record, problems));
            }
        }

        if (header is null)
            problems.Add(1, "column 1", "The file is empty.");
        else if (file.Rows == 0 && problems.Count == 0)
            problems.Add(line, header.Names[0], "The file has a header and nothing below it.");
        return file;
    }

    // Null at a bad quote: an open one swallows the rest of the file, so nothing after it can be trusted.
    private string[]? Cells(CsvParser csv, int line, RatingsHeader? header)
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

    private bool HasAllFields(int line, string[] cells, RatingsHeader header)
    {
        if (cells.Length == header.Names.Count)
            return true;

        string column = cells.Length < header.Names.Count ? header.Names[cells.Length] : $"column {header.Names.Count + 1}";
        problems.Add(line, column, $"The row has {cells.Length} {(cells.Length == 1 ? "field" : "fields")}, the header {header.Names.Count}.");
        return false;
    }
}
