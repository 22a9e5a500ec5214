using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.DataImport;

/// <summary>
/// What a file of networks, of what lasts, of contexts or of teams says, once it has been read and checked, and how it is merged. An empty
/// cell says nothing and leaves what stands as it is, and so does a column that the file lacks: nothing is ever emptied by a file.
/// </summary>
internal abstract class ImportedFile
{
    public int Rows { get; private set; }

    /// <summary>The networks that it names, whether it says anything of them or not.</summary>
    public HashSet<string> Codes { get; } = new(StringComparer.Ordinal);

    /// <summary>The years that it names, which become cycles.</summary>
    public SortedSet<int> Years { get; } = [];

    /// <summary>Columns without which it says nothing.</summary>
    protected abstract IReadOnlyList<string> Needed { get; }

    /// <summary>All columns that our own export has.</summary>
    protected abstract IReadOnlyList<string> Exported { get; }

    /// <summary>Those of them that are worked out, and not read.</summary>
    protected virtual IReadOnlyList<string> Ignored => ["cohort"];

    /// <summary>An empty one of this kind, which is not that of ratings.</summary>
    public static ImportedFile Of(ImportKind kind) => kind switch
    {
        ImportKind.Networks => new NetworksFile(),
        ImportKind.Sustainability => new SustainabilityFile(),
        ImportKind.Context => new ContextFile(),
        _ => new TeamsFile(),
    };

    /// <summary>Reads the rows, every problem with its line and column. Touches no database.</summary>
    public void Parse(Stream stream, ImportProblems problems, Action<int>? read) => Rows = new CsvRows(problems, read).Read(
        stream, (cells, line) => FileHeader.Read(cells, line, Needed, [.. Exported.Except(Ignored)], Ignored, problems), Reader);

    /// <summary>Brings what it says into the database, inside the change; problems that only the database shows are told, and then nothing stays.</summary>
    public abstract Task Merge(FileMerge merge, CancellationToken ct);

    /// <summary>What takes the rows below a header.</summary>
    protected abstract Action<FileRow> Reader(FileHeader header);
}

/// <summary>A file that is being merged: where to, and what comes of it.</summary>
/// <param name="db">The database of the change.</param>
/// <param name="change">The change, whose versions each changed thing keeps.</param>
/// <param name="cohort">Id of the cohort.</param>
/// <param name="networks">The networks of the file.</param>
/// <param name="problems">Takes what only the database shows.</param>
internal sealed class FileMerge(NetworkHealthDb db, OpenChange change, Guid cohort, FileNetworks networks, ImportProblems problems)
{
    public NetworkHealthDb Db => db;
    public OpenChange Change => change;
    public Guid Cohort => cohort;
    public FileNetworks Networks => networks;
    public List<string> Warnings { get; } = [];

    public int Created { get; private set; }
    public int Changed { get; private set; }
    public int Unchanged { get; private set; }

    /// <summary>What it did beside the things it counts, such as “two cells set”; empty for nothing.</summary>
    public string Besides { get; set; } = "";

    public Network Network(string code) => networks.ByCode[code];

    public void Problem(int line, string column, string message) => problems.Add(line, column, message);

    public void Warn(int line, string column, string message) => Warnings.Add($"line {line}, {column}: {message}");

    /// <summary>Counts what the file says of one thing, and keeps it where it differs.</summary>
    public void Count(bool isNew, bool differs, Action keep)
    {
        if (isNew || differs)
            keep();
        (Created, Changed, Unchanged) = isNew ? (Created + 1, Changed, Unchanged) : differs ? (Created, Changed + 1, Unchanged) : (Created, Changed, Unchanged + 1);
    }

    /// <summary>Keeps the networks that are new, where the file says nothing else of them.</summary>
    public void KeepAdded()
    {
        foreach (var network in networks.Added)
            change.Keep(network);
    }
}
