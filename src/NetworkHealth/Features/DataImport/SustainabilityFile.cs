using NetworkHealth.Domain;

namespace NetworkHealth.Features.DataImport;

/// <summary>
/// A file of what lasts: a row for each plan and observation, known by its number in the network, and rows without entry that only say what a
/// cell is meant to be. An entry that the file lacks stays.
/// </summary>
internal sealed class SustainabilityFile : ImportedFile
{
    /// <summary>What the file says each cell is meant to be, and on which line first.</summary>
    public Dictionary<(string Code, MatrixPlace Place), (CellState State, int Line)> Cells { get; } = [];

    public Dictionary<(string Code, int Number), EntrySaid> Entries { get; } = [];

    protected override IReadOnlyList<string> Needed => ["network_code", "dimension", "level"];

    protected override IReadOnlyList<string> Exported => FileColumns.Sustainability(identified: true);

    public override Task Merge(FileMerge merge, CancellationToken ct) => new MatrixMerge(this, merge).Run(ct);

    protected override Action<FileRow> Reader(FileHeader header)
    {
        var codes = new ColumnReader<string?>(header, "network_code", Cell.NetworkCode);
        var dimensions = new ColumnReader<Dimension?>(header, "dimension", Needs(Cell.Word(DimensionWords.All, DimensionWords.Code, "a dimension"), "Say which dimension, D1 to D7."));
        var levels = new ColumnReader<LastingLevel?>(header, "level", Needs(Cell.Word(LastingLevelWords.All, LastingLevelWords.Code, "a level"), "Say which level: leadership, organisation or individual."));
        var states = new ColumnReader<CellState?>(header, "cell_state", Cell.Word(CellStateWords.All, CellStateWords.Code, "what a cell can be"));
        var entries = new EntryReader(header);
        return row =>
        {
            var (code, dimension, level, state, number) = (codes.Of(row), dimensions.Of(row), levels.Of(row), states.Of(row), entries.Number.Of(row));
            if (code is null || dimension is null || level is null)
                return;
            Codes.Add(code);
            var place = new MatrixPlace(dimension.Value, level.Value);
            if (state is { } said)
                Set(row, code, place, said);
            Add(row, code, number, entries.Of(row, place), header);
        };
    }

    private void Set(FileRow row, string code, MatrixPlace place, CellState state)
    {
        if (!Cells.TryAdd((code, place), (state, row.Line)) && Cells[(code, place)] is var known && known.State != state)
            row.Problem("cell_state", $"The cell {place.Code} of {code} is {state.Code()} here and {known.State.Code()} on line {known.Line}. A cell is one of them.");
    }

    private void Add(FileRow row, string code, int? number, EntrySaid said, FileHeader header)
    {
        if (number is { } known)
        {
            if (!Entries.TryAdd((code, known), said))
                row.Problem("entry", $"Entry {known} of {code} stands already on line {Entries[(code, known)].Line}.");
            return;
        }

        bool isEmpty = header.Place("entry") is not { } at || row.Cells[at].Trim().Length == 0;
        if (isEmpty && said.Foreign(null) is { } column)
            row.Problem("entry", $"The row says something of an entry, in {column}, and gives it no number. Number the entries of a network, each once.");
    }

    private static Func<string, (T?, string?)> Needs<T>(Func<string, (T?, string?)> read, string otherwise) where T : struct =>
        text => text.Length == 0 ? (null, otherwise) : read(text);
}
