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
internal sealed class RatingsHeader
{
    private static readonly string[] LongColumns =
        ["network_code", "year", "subject", "level", "network_name", "not_rated_reason", "source", "framework_version", "rated_month"];

    private static readonly string[] WideColumns = ["network_code", "network_name", "subject", "source", "published_label"];

    private readonly Dictionary<string, int> places = new(StringComparer.OrdinalIgnoreCase);

    private RatingsHeader(IReadOnlyList<string> names) => Names = names;

    public IReadOnlyList<string> Names { get; }
    public FileShape Shape { get; private set; }

    /// <summary>The columns that are years, with their places, in the order of the years.</summary>
    public List<(int Place, int Year)> Years { get; } = [];

    public int? Place(string column) => places.TryGetValue(column, out int place) ? place : null;

    /// <summary>Reads the header; null, with its problems told, when the file cannot be understood.</summary>
    public static RatingsHeader? Read(IReadOnlyList<string> cells, int line, ImportProblems problems)
    {
        int before = problems.Count;
        var header = new RatingsHeader([.. cells.Select(cell => cell.Trim())]);
        string whole = string.Concat(cells);
        if (whole.IndexOfAny([';', '\t']) is var at and >= 0)
        {
            string found = whole[at] == ';' ? "semicolons" : "tabs";
            problems.Add(line, "column 1", $"The columns are parted by {found}, not by commas. In the spreadsheet choose “CSV UTF-8 (comma delimited)” and save again.");
            return null;
        }

        header.Shape = ShapeOf(header.Names);
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
        if (name.Length == 0)
        {
            problems.Add(line, $"column {place + 1}", "The column has no name.");
            return;
        }

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

        if (!places.TryAdd(name, place))
            problems.Add(line, Code.Shown(name), $"The column “{Code.Shown(name)}” stands twice in the header.");
        else if (!IsKnown(name))
            problems.Add(line, Code.Shown(name), $"The column “{Code.Shown(name)}” is not known here. Rename it or take it out; known are {string.Join(", ", Wanted)}{(Shape == FileShape.Long ? "" : " and years")}.");
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
        foreach (string name in needed.Where(name => !places.ContainsKey(name)))
            problems.Add(line, name, $"The column “{name}” is missing.");
        if (Shape != FileShape.Long && Years.Count == 0)
            problems.Add(line, "year", "There is neither a column for each year nor the columns year, subject and level.");
    }

    // “2019” or “y2019”, as our own files write it.
    private static int? YearOf(string name) =>
        int.TryParse(name.StartsWith('y') || name.StartsWith('Y') ? name.AsSpan(1) : name, NumberStyles.None, CultureInfo.InvariantCulture, out int year) ? year : null;
}
