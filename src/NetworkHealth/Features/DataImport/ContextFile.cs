using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.DataImport;

/// <summary>A file of contexts: a row for each item of a network's year. A row with neither value nor note makes the network and the year known.</summary>
internal sealed class ContextFile : ImportedFile
{
    private readonly Dictionary<(string Code, int Year, ContextItem Item), Said> items = [];
    private readonly List<string> warnings = [];

    protected override IReadOnlyList<string> Needed => ["network_code", "year", "item"];

    protected override IReadOnlyList<string> Exported => FileColumns.Context(identified: true);

    protected override IReadOnlyList<string> Ignored => ["cohort", "kind"];

    public override async Task Merge(FileMerge merge, CancellationToken ct)
    {
        var (db, cohort) = (merge.Db, merge.Cohort);
        var networks = db.Networks.Where(network => network.CohortId == cohort).Select(network => network.Id);
        var known = await db.ContextEntries.Where(entry => networks.Contains(entry.NetworkId)).ToDictionaryAsync(entry => (entry.NetworkId, entry.Year, entry.Item), ct);
        merge.KeepAdded();
        merge.Warnings.AddRange(warnings);
        foreach (var ((code, year, item), said) in items.Where(item => item.Value.IsSaid).OrderBy(item => item.Value.Line))
        {
            var network = merge.Network(code).Id;
            if (known.TryGetValue((network, year, item.Code), out var entry))
            {
                merge.Count(false, entry.Say(said.Value ?? entry.Value, said.Note ?? entry.Note), () => merge.Change.Keep(entry));
                continue;
            }

            var added = new ContextEntry(network, year, item, said.Value ?? "", said.Note ?? "");
            db.ContextEntries.Add(added);
            merge.Count(true, true, () => merge.Change.Keep(added));
        }
    }

    protected override Action<FileRow> Reader(FileHeader header)
    {
        var codes = new ColumnReader<string?>(header, "network_code", Cell.NetworkCode);
        var years = new ColumnReader<int?>(header, "year", Cell.Year);
        var kinds = new ColumnReader<string>(header, "kind", text => (text, null));
        var names = new ColumnReader<ContextItem?>(header, "item", Item);
        var values = new ColumnReader<string?>(header, "value", text => (text.Length == 0 ? null : text, null));
        var notes = new ColumnReader<string?>(header, "note", Cell.Text(text => PlainText.Checked(text.Trim(), ContextEntry.NoteMaxLength, "This note")));
        return row =>
        {
            var (code, year, item, value, note) = (codes.Of(row), years.Of(row), names.Of(row), values.Of(row), notes.Of(row));
            if (code is null || year is null || item is null)
                return;
            Codes.Add(code);
            Years.Add(year.Value);
            if (value is not null && item.Value(value) is null)
                row.Problem("value", $"'{Code.Shown(value)}' is not a value of {item.Code}. Write {English.Choice(item.Values.Select(known => known.Code))}.");
            if (kinds.Of(row) is { Length: > 0 } kind && !string.Equals(kind, item.Kind.Code(), StringComparison.OrdinalIgnoreCase))
                warnings.Add($"line {row.Line}, kind: The file calls {item.Code} “{Code.Shown(kind)}”; it is {(item.Kind == ContextKind.Factor ? "a factor" : "an action")}.");
            if (!items.TryAdd((code, year.Value, item), new Said(row.Line, value, note)))
                row.Problem("item", $"{item.Code} of {code} in {year} stands already on line {items[(code, year.Value, item)].Line}.");
        };
    }

    private static (ContextItem?, string?) Item(string text) => ContextItem.Parse(text) is { } item
        ? (item, null)
        : (null, $"'{Code.Shown(text)}' is not an item of a context. Write {English.Choice(ContextItem.All.Select(known => known.Code))}.");

    private sealed record Said(int Line, string? Value, string? Note)
    {
        public bool IsSaid => Value is not null || Note is not null;
    }
}
