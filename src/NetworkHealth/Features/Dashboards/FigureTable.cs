using NetworkHealth.Domain;

namespace NetworkHealth.Features.Dashboards;

/// <summary>What stands in a column of figures.</summary>
public enum FigureKind
{
    /// <summary>A name, a label or a sentence.</summary>
    Text,

    /// <summary>A published label of a level, such as <c>Dev (Mid)</c>; empty where there is none.</summary>
    Level,

    /// <summary>A number of networks or teams; <see cref="FigureTable.Hidden"/> where it is hidden.</summary>
    Count,
}

/// <summary>A column.</summary>
/// <param name="Name">In files: snake case, at most 26 characters.</param>
/// <param name="Words">On the page.</param>
/// <param name="Kind">What stands in it.</param>
public sealed record FigureColumn(string Name, string Words, FigureKind Kind = FigureKind.Count)
{
    /// <summary>Whether a level, a label or a count stands in it, and not a text beside one.</summary>
    internal bool IsFigure => Kind != FigureKind.Text || Name == "label";
}

/// <summary>One table as its reader sees it, in the form that is shown, exported, kept and compared.</summary>
/// <param name="Code">In addresses and names of files, such as <c>levels</c>.</param>
/// <param name="Title">What it shows, as a heading.</param>
/// <param name="Keys">How many columns at the left say which row it is.</param>
/// <param name="Columns">Those at the left first.</param>
/// <param name="Rows">A text for each column.</param>
public sealed record FigureTable(string Code, string Title, int Keys, IReadOnlyList<FigureColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Stands where a count may not be read.</summary>
    public const string Hidden = "hidden";

    /// <summary>A column for each level from Most to Least, as the tables of counts have them, and one for no level.</summary>
    public static IReadOnlyList<FigureColumn> LevelColumns { get; } =
    [
        .. LevelWords.All.Reverse().Select(level => new FigureColumn(level == Level.Least ? "least" : level == Level.Most ? "most" : $"dev_{level.CellWord().ToLowerInvariant()}", level.Label())),
        new FigureColumn("not_rated", "Not rated"),
    ];

    /// <summary>Its file.</summary>
    public FigureFile ToFigureFile() => new(Code, Title, Rows.Count);

    /// <summary>What says which row it is, in one text.</summary>
    public string KeyOf(IReadOnlyList<string> row) => string.Join(", ", row.Take(Keys));

    /// <summary>A cell in words. In files no level is an empty cell, and another column says whether it is not shared; here the cell says so itself.</summary>
    public string Shown(IReadOnlyList<string> row, int column) => (Columns[column], row[column]) switch
    {
        ({ Kind: FigureKind.Level }, "") => SharesLevels(row) ? "not rated" : "not shared",
        ({ Name: "flags" }, "") => "none",
        ({ Name: "flags" }, var codes) => string.Join("; ", codes.Split(';').Select(code => Enum.GetValues<TrajectoryFlag>().Where(flag => flag.Code() == code).Select(flag => flag.Name()).FirstOrDefault(code))),
        (_, var text) => text,
    };

    // The two tables of networks say it in these words, also those that were kept long ago.
    private bool SharesLevels(IReadOnlyList<string> row) =>
        !Columns.Zip(row).Any(cell => (cell.First.Name, cell.Second) is ("shares", "label only") or ("reason", "Shares its label only."));
}

/// <summary>The file of a table, as links name it.</summary>
/// <param name="Code">Of the table.</param>
/// <param name="Title">Of the table.</param>
/// <param name="Rows">How many rows it has, without the head.</param>
public sealed record FigureFile(string Code, string Title, int Rows)
{
    public static implicit operator FigureFile(FigureTable table) => table.ToFigureFile();
}
