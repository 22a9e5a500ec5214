using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.ResearchExport;

/// <summary><c>context.csv</c>: a row for each item of a year's context that is said, by year and in the order of <see cref="ContextItem.All"/>.</summary>
internal static class ContextCsv
{
    public static async Task Write(NetworkHealthDb db, Export export, CsvOutput csv, CancellationToken ct)
    {
        csv.Header(FileColumns.Context(export.Identified));
        await using var command = RatingReader.Command(db, export, $"""
            SELECT n.code, v.json
            FROM networks n
            JOIN context_entries e ON e.network_id = n.id
            JOIN versions v ON v.entity_id = e.id
            WHERE n.cohort_id = @cohort{RatingReader.Only(export)} AND {RatingReader.StoodThen}
            ORDER BY n.code, e.year
            """);
        await using var row = await command.ExecuteReaderAsync(ct);

        // The items of one network's year wait here.
        string? code = null;
        var said = new Dictionary<string, ContextEntryThen>();
        while (await row.ReadAsync(ct))
        {
            var entry = VersionJson.Read<ContextEntryThen>(row.GetString(1));
            if (said.Count > 0 && (code != row.GetString(0) || said.Values.First().Year != entry.Year))
            {
                Rows(csv, export, code!, said);
                await csv.Drain(ct);
                said.Clear();
            }

            code = row.GetString(0);
            said[entry.Item] = entry;
        }

        Rows(csv, export, code ?? "", said);
    }

    private static void Rows(CsvOutput csv, Export export, string code, Dictionary<string, ContextEntryThen> said)
    {
        foreach (var item in ContextItem.All)
        {
            // A note alone says nothing in a file without notes.
            if (!said.TryGetValue(item.Code, out var entry) || (entry.Value.Length == 0 && (!export.Identified || entry.Note.Length == 0)))
                continue;
            csv.Text(export.Cohort.Slug);
            csv.Text(code);
            csv.Number(entry.Year);
            csv.Text(item.Kind.Code());
            csv.Text(item.Code);
            csv.Text(entry.Value);
            if (export.Identified)
                csv.Text(entry.Note);
            csv.EndRow();
        }
    }
}
