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
        RowReader? cells = null;
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
                cells ??= new RowReader(header, source);
                Row(new FileRow(line, record, problems), cells);
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

    private void Row(FileRow row, RowReader cells)
    {
        string? code = cells.Code.Of(row);
        var from = cells.Source.Of(row);
        if (code is null || from is null)
            return;

        if (cells.Header.Shape == FileShape.Long)
            LongRow(row, cells, code, from.Value);
        else
            WideRow(row, cells, code, from.Value);
    }

    private void LongRow(FileRow row, RowReader cells, string code, RatingSource from)
    {
        var (year, subject, answer) = (cells.Year.Of(row), cells.Subject.Of(row), cells.LongAnswer(row));
        string? framework = cells.FrameworkVersion.Of(row), month = cells.RatedMonth.Of(row);
        if (year is null || subject is null)
            return;

        var rating = file.Rating(code, year.Value, from);
        Name(row, cells, rating);
        if (IsDoubled(row, rating, subject.Value, "subject") || answer is null)
            return;

        file.Say(rating, subject.Value, answer.Value);
        if (rating.Line == 0)
        {
            (rating.Line, rating.FrameworkVersion, rating.RatedMonth) = (row.Line, framework, month);
            return;
        }

        OneForAll(row, rating, "framework_version", rating.FrameworkVersion, framework);
        OneForAll(row, rating, "rated_month", rating.RatedMonth, month);
    }

    private void WideRow(FileRow row, RowReader cells, string code, RatingSource from)
    {
        var subject = cells.Header.Shape == FileShape.WideBySubject ? cells.Subject.Of(row) : Subject.Overall;
        var years = cells.Header.Years;
        if (subject is null || IsDoubled(row, file.Rating(code, years[0].Year, from), subject.Value, "network_code"))
            return;

        Name(row, cells, file.Rating(code, years[^1].Year, from));
        foreach (var (place, year) in years)
        {
            var rating = file.Rating(code, year, from);
            if (cells.Level(row, place) is { } level)
                file.Say(rating, subject.Value, Answer.Of(level));
        }

        if (cells.PublishedLabel.Of(row) is { } label)
            file.PublishedLabels.Add((code, from, label, row.Line));
    }

    private static bool IsDoubled(FileRow row, FileRating rating, Subject subject, string column)
    {
        ref int line = ref rating.Lines[(int)subject];
        if (line > 0)
        {
            row.Problem(column, $"The same network, year, subject and source stands already on line {line}.");
            return true;
        }

        line = row.Line;
        return false;
    }

    private static void OneForAll(FileRow row, FileRating rating, string column, string? known, string? given)
    {
        if (known != given)
            row.Problem(column, $"The rating has “{given}” here and “{known}” on line {rating.Line}. One rating has one.");
    }

    private static void Name(FileRow row, RowReader cells, FileRating rating)
    {
        if (cells.Name.Of(row) is not { } name || name == rating.Name)
            return;
        rating.Name = name;
        var names = rating.Network.Names;
        if (!names.TryAdd(rating.Year, (name, row.Line)) && names[rating.Year].Name != name)
            row.Problem("network_name", $"{rating.Network.Code} is called “{name}” here and “{names[rating.Year].Name}” on line {names[rating.Year].Line}, in the same year.");
    }
}
