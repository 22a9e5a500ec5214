using System.Globalization;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.DataImport;

/// <summary>One row of a file: each cell read as what it should be, or told as a problem.</summary>
internal sealed class FileRow(int line, string[] cells, RatingsHeader header, ImportProblems problems)
{
    public int Line { get; } = line;
    public RatingsHeader Header { get; } = header;

    public void Problem(string column, string message) => problems.Add(Line, column, message);

    /// <summary>The cell, trimmed; null when the column is absent or the cell is empty.</summary>
    public string? Text(string column)
    {
        string text = Header.Place(column) is { } place ? cells[place].Trim() : "";
        return text.Length == 0 ? null : text;
    }

    public string? Code()
    {
        try
        {
            return Domain.Code.Network(Apostrophes.TakeOff(Text("network_code") ?? ""));
        }
        catch (DomainRuleException broken)
        {
            Problem("network_code", broken.Message);
            return null;
        }
    }

    public string? Name()
    {
        if (Text("network_name") is not { } name)
            return null;
        name = Apostrophes.TakeOff(name);
        if (name.Length <= Network.NameMaxLength)
            return name;
        Problem("network_name", $"The name has {name.Length} characters. A network's name has at most {Network.NameMaxLength}.");
        return null;
    }

    public RatingSource? Source(RatingSource unlessSaid)
    {
        if (Text("source") is not { } text)
            return unlessSaid;
        if (RatingSourceWords.Parse(text) is { } source)
            return source;
        Problem("source", $"'{text}' is not a source. Write self or external.");
        return null;
    }

    public int? Year()
    {
        string text = Text("year") ?? "";
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is >= Cohort.FirstYear and <= Cohort.LastYear)
            return year;
        Problem("year", $"'{text}' is not a year from {Cohort.FirstYear} to {Cohort.LastYear}.");
        return null;
    }

    public Subject? Subject()
    {
        string text = Text("subject") ?? "";
        if (SubjectWords.Parse(text) is { } subject)
            return subject;
        Problem("subject", $"'{text}' is not a subject. Write {string.Join(", ", SubjectWords.All.Select(known => known.Code()))}.");
        return null;
    }

    /// <summary>The level of a cell; null when it is empty or none.</summary>
    public Level? Level(int place)
    {
        string text = cells[place].Trim();
        if (text.Length == 0)
            return null;
        if (LevelWords.Parse(text) is { } level)
            return level;
        Problem(Header.Names[place], $"'{text}' is not a level. Write {string.Join(", ", LevelWords.All.Select(level => level.Label()))}, or 0 to 4.");
        return null;
    }

    /// <summary>The level or the reason for none; null when the row says neither.</summary>
    public Answer? LongAnswer()
    {
        var level = Level(Header.Place("level")!.Value);
        if (Text("not_rated_reason") is not { } text)
            return level is { } given ? Answer.Of(given) : null;

        if (NotRatedReasonWords.Parse(text) is not { } reason)
            Problem("not_rated_reason", $"'{text}' is not a reason. Write {string.Join(", ", NotRatedReasonWords.All.Select(known => known.Code()))}.");
        else if (level is not null)
            Problem("not_rated_reason", "The row has a level and a reason for having none. Keep one of them.");
        else
            return Answer.None(reason);
        return null;
    }

    public string? FrameworkVersion()
    {
        if (Text("framework_version") is not { } text)
            return null;
        text = Apostrophes.TakeOff(text);
        if (text.Length <= Revision.FrameworkVersionMaxLength)
            return text;
        Problem("framework_version", $"A framework version has at most {Revision.FrameworkVersionMaxLength} characters.");
        return null;
    }

    public string? RatedMonth()
    {
        if (Text("rated_month") is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            return text;
        Problem("rated_month", $"'{text}' is not a month. Write it as 2023-06.");
        return null;
    }
}
