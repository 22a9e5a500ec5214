using System.Globalization;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.DataImport;

/// <summary>The three ways in which people keep ratings in a table.</summary>
internal enum FileShape
{
    /// <summary>A row for each network, year and subject.</summary>
    Long,

    /// <summary>A row for each network with its overall level in one column a year.</summary>
    WideOverall,

    /// <summary>A row for each network and subject with one column a year.</summary>
    WideBySubject,
}

/// <summary>What the header says: the shape of the file and where each column stands.</summary>
internal sealed class RatingsHeader : FileHeader
{
    private static readonly string[] LongColumns =
        ["network_code", "year", "subject", "level", "network_name", "not_rated_reason", "source", "framework_version", "rated_month"];

    private static readonly string[] WideColumns = ["network_code", "network_name", "subject", "source", "published_label"];

    private RatingsHeader(IReadOnlyList<string> cells) : base(cells) => Shape = ShapeOf(Names);

    public FileShape Shape { get; }

    /// <summary>The columns that are years, with their places, in the order of the years.</summary>
    public List<(int Place, int Year)> Years { get; } = [];

    /// <summary>Reads the header; null, with its problems told, when the file cannot be understood.</summary>
    public static RatingsHeader? Read(IReadOnlyList<string> cells, int line, ImportProblems problems)
    {
        if (IsPartedOtherwise(cells, line, problems))
            return null;

        int before = problems.Count;
        var header = new RatingsHeader(cells);
        foreach (var (place, name) in header.Names.Index())
            header.Accept(place, name, line, problems);
        header.Require(line, problems);
        header.Years.Sort((a, b) => a.Year.CompareTo(b.Year));
        return problems.Count == before ? header : null;
    }

    private static FileShape ShapeOf(IReadOnlyList<string> names)
    {
        bool Has(string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);
        if (Has("year") || Has("level"))
            return FileShape.Long;
        return Has("subject") ? FileShape.WideBySubject : FileShape.WideOverall;
    }

    private void Accept(int place, string name, int line, ImportProblems problems)
    {
        if (YearOf(name) is { } year && Shape != FileShape.Long)
        {
            if (year is < Cohort.FirstYear or > Cohort.LastYear)
                problems.Add(line, name, $"“{name}” is not a year from {Cohort.FirstYear} to {Cohort.LastYear}.");
            else if (Years.Any(known => known.Year == year))
                problems.Add(line, name, $"The year {year} has two columns.");
            else
                Years.Add((place, year));
            return;
        }

        if (Take(place, name, line, problems) && !IsKnown(name))
            TellUnknown(name, line, $"{string.Join(", ", Wanted)}{(Shape == FileShape.Long ? "" : " and years")}", problems);
    }

    private IReadOnlyList<string> Wanted => Shape switch
    {
        FileShape.Long => LongColumns,
        FileShape.WideBySubject => [.. WideColumns.Except(["published_label"])],
        _ => [.. WideColumns.Except(["subject"])],
    };

    // Our own exports come back as they are: what they say beyond these columns is worked out, not read.
    private bool IsKnown(string name) => Wanted.Contains(name, StringComparer.OrdinalIgnoreCase)
        || (Shape == FileShape.Long ? FileColumns.Ratings : FileColumns.Trajectories([])).Contains(name, StringComparer.OrdinalIgnoreCase);

    private void Require(int line, ImportProblems problems)
    {
        string[] needed = Shape switch
        {
            FileShape.Long => LongColumns[..4],
            FileShape.WideBySubject => ["network_code", "subject"],
            _ => ["network_code"],
        };
        Require(needed, line, problems);
        if (Shape != FileShape.Long && Years.Count == 0)
            problems.Add(line, "year", "There is neither a column for each year nor the columns year, subject and level.");
    }

    // “2019” or “y2019”, as our own files write it.
    private static int? YearOf(string name) =>
        int.TryParse(name.StartsWith('y') || name.StartsWith('Y') ? name.AsSpan(1) : name, NumberStyles.None, CultureInfo.InvariantCulture, out int year) ? year : null;
}
