using NetworkHealth.Domain;

namespace NetworkHealth.Features.DataImport;

/// <summary>What the header of a file says: where each column stands.</summary>
internal class FileHeader
{
    private readonly Dictionary<string, int> places = new(StringComparer.OrdinalIgnoreCase);

    protected FileHeader(IReadOnlyList<string> cells) => Names = [.. cells.Select(cell => cell.Trim())];

    public IReadOnlyList<string> Names { get; }

    public int? Place(string column) => places.TryGetValue(column, out int place) ? place : null;

    /// <summary>Reads the header of a file with one shape; null, with its problems told, when the file cannot be understood.</summary>
    /// <param name="cells">The first row.</param>
    /// <param name="line">Where it stands.</param>
    /// <param name="needed">Columns without which it says nothing.</param>
    /// <param name="wanted">All columns that are read.</param>
    /// <param name="ignored">What our own export has beyond these, which is worked out and not read.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static FileHeader? Read(IReadOnlyList<string> cells, int line, IReadOnlyList<string> needed, IReadOnlyList<string> wanted, IReadOnlyList<string> ignored, ImportProblems problems)
    {
        if (IsPartedOtherwise(cells, line, problems))
            return null;
        int before = problems.Count;
        var header = new FileHeader(cells);
        foreach (var (place, name) in header.Names.Index())
        {
            if (!header.Take(place, name, line, problems))
                continue;
            if (!wanted.Contains(name, StringComparer.OrdinalIgnoreCase) && !ignored.Contains(name, StringComparer.OrdinalIgnoreCase))
                TellUnknown(name, line, string.Join(", ", wanted), problems);
        }

        header.Require(needed, line, problems);
        return problems.Count == before ? header : null;
    }

    /// <summary>Whether the columns are parted by something else than commas, which is told.</summary>
    protected static bool IsPartedOtherwise(IReadOnlyList<string> cells, int line, ImportProblems problems)
    {
        string whole = string.Concat(cells);
        if (whole.IndexOfAny([';', '\t']) is not (>= 0 and var at))
            return false;
        string found = whole[at] == ';' ? "semicolons" : "tabs";
        problems.Add(line, "column 1", $"The columns are parted by {found}, not by commas. In the spreadsheet choose “CSV UTF-8 (comma delimited)” and save again.");
        return true;
    }

    /// <summary>Notes where a column stands; false, and told, when it has no name or stands twice.</summary>
    protected bool Take(int place, string name, int line, ImportProblems problems)
    {
        if (name.Length == 0)
            problems.Add(line, $"column {place + 1}", "The column has no name.");
        else if (!places.TryAdd(name, place))
            problems.Add(line, Code.Shown(name), $"The column “{Code.Shown(name)}” stands twice in the header.");
        else
            return true;
        return false;
    }

    protected static void TellUnknown(string name, int line, string known, ImportProblems problems) =>
        problems.Add(line, Code.Shown(name), $"The column “{Code.Shown(name)}” is not known here. Rename it or take it out; known are {known}.");

    protected void Require(IEnumerable<string> needed, int line, ImportProblems problems)
    {
        foreach (string name in needed.Where(name => !places.ContainsKey(name)))
            problems.Add(line, name, $"The column “{name}” is missing.");
    }
}
