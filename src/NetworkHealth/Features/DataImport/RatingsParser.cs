using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.DataImport;

/// <summary>The second pass over a file: rows to ratings, every problem with its line and column. Touches no database.</summary>
internal sealed class RatingsParser(RatingSource source, ImportProblems problems)
{
    private readonly RatingsFile file = new();
    private readonly Dictionary<(string, int, RatingSource, Subject), int> lines = [];
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

        RatingsHeader? header = null;
        int line = 1;
        for (; csv.Read(); line = csv.RawRow + 1)
        {
            if (Cells(csv, line, header) is not { } cells)
                return file;
            if (cells is [""])
                continue; // an empty line says nothing

            if (header is null)
            {
                header = RatingsHeader.Read(cells, line, problems);
                if (header is null)
                    return file;
            }
            else if (HasAllFields(line, cells, header))
            {
                file.Rows++;
                Row(new FileRow(line, cells, header, problems));
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

    private void Row(FileRow row)
    {
        string? code = row.Code();
        var from = row.Source(source);
        if (code is null || from is null)
            return;

        if (row.Header.Shape == FileShape.Long)
            LongRow(row, code, from.Value);
        else
            WideRow(row, code, from.Value);
    }

    private void LongRow(FileRow row, string code, RatingSource from)
    {
        var (year, subject, answer) = (row.Year(), row.Subject(), row.LongAnswer());
        string? framework = row.FrameworkVersion(), month = row.RatedMonth();
        if (year is null || subject is null)
            return;

        file.Years.Add(year.Value);
        Name(row, file.Network(code), year.Value);
        if (IsDoubled(row, (code, year.Value, from, subject.Value), "subject") || answer is null)
            return;

        var rating = file.Rating(code, year.Value, from);
        rating.Answers[(int)subject] = answer;
        if (rating.Line == 0)
        {
            (rating.Line, rating.FrameworkVersion, rating.RatedMonth) = (row.Line, framework, month);
            return;
        }

        OneForAll(row, rating, "framework_version", rating.FrameworkVersion, framework);
        OneForAll(row, rating, "rated_month", rating.RatedMonth, month);
    }

    private void WideRow(FileRow row, string code, RatingSource from)
    {
        var subject = row.Header.Shape == FileShape.WideBySubject ? row.Subject() : Subject.Overall;
        if (subject is null || IsDoubled(row, (code, 0, from, subject.Value), "network_code"))
            return;

        Name(row, file.Network(code), row.Header.Years[^1].Year);
        foreach (var (place, year) in row.Header.Years)
        {
            file.Years.Add(year);
            if (row.Level(place) is { } level)
                file.Rating(code, year, from).Answers[(int)subject] = Answer.Of(level);
        }

        if (row.Text("published_label") is { } label)
            file.PublishedLabels.Add((code, from, label, row.Line));
    }

    private bool IsDoubled(FileRow row, (string, int, RatingSource, Subject) key, string column)
    {
        if (lines.TryAdd(key, row.Line))
            return false;
        row.Problem(column, $"The same network, year, subject and source stands already on line {lines[key]}.");
        return true;
    }

    private static void OneForAll(FileRow row, FileRating rating, string column, string? known, string? given)
    {
        if (known != given)
            row.Problem(column, $"The rating has “{given}” here and “{known}” on line {rating.Line}. One rating has one.");
    }

    private static void Name(FileRow row, FileNetwork network, int year)
    {
        if (row.Name() is not { } name)
            return;
        if (!network.Names.TryAdd(year, (name, row.Line)) && network.Names[year].Name != name)
            row.Problem("network_name", $"{network.Code} is called “{name}” here and “{network.Names[year].Name}” on line {network.Names[year].Line}, in the same year.");
    }
}
