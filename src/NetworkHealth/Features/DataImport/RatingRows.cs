using NetworkHealth.Domain;

namespace NetworkHealth.Features.DataImport;

/// <summary>Turns the rows of a file, long or wide, into its ratings, and tells where two rows do not go together.</summary>
internal sealed class RatingRows(RatingsFile file, RowReader cells)
{
    public void Add(FileRow row)
    {
        string? code = cells.Code.Of(row);
        var from = cells.Source.Of(row);
        if (code is null || from is null)
            return;

        if (cells.Header.Shape == FileShape.Long)
            LongRow(row, code, from.Value);
        else
            WideRow(row, code, from.Value);
    }

    private void LongRow(FileRow row, string code, RatingSource from)
    {
        var (year, subject, answer) = (cells.Year.Of(row), cells.Subject.Of(row), cells.LongAnswer(row));
        string? framework = cells.FrameworkVersion.Of(row), month = cells.RatedMonth.Of(row);
        if (year is null || subject is null)
            return;

        var rating = file.Rating(code, year.Value, from);
        Name(row, rating);
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

    private void WideRow(FileRow row, string code, RatingSource from)
    {
        var subject = cells.Header.Shape == FileShape.WideBySubject ? cells.Subject.Of(row) : Subject.Overall;
        var years = cells.Header.Years;
        if (subject is null || IsDoubled(row, file.Rating(code, years[0].Year, from), subject.Value, "network_code"))
            return;

        Name(row, file.Rating(code, years[^1].Year, from));
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

    private void Name(FileRow row, FileRating rating)
    {
        if (cells.Name.Of(row) is not { } name || name == rating.Name)
            return;
        rating.Name = name;
        var names = rating.Network.Names;
        if (!names.TryAdd(rating.Year, (name, row.Line)) && names[rating.Year].Name != name)
            row.Problem("network_name", $"{rating.Network.Code} is called “{name}” here and “{names[rating.Year].Name}” on line {names[rating.Year].Line}, in the same year.");
    }
}
