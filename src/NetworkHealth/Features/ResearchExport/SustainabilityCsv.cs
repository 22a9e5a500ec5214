using System.Globalization;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.ResearchExport;

/// <summary>
/// <c>sustainability.csv</c>: for each network its 21 cells in the order of the matrix; a row for each plan and observation by number, and
/// one row without entry for a cell that has none.
/// </summary>
internal static class SustainabilityCsv
{
    private const int OfNetwork = 0, OfCell = 1, OfPlan = 2;

    public static async Task Write(NetworkHealthDb db, Export export, CsvOutput csv, CancellationToken ct)
    {
        csv.Header(FileColumns.Sustainability(export.Identified));
        // When something was seen and how long after the grant that was tell when the grant ended.
        var ends = export.Identified ? null : await SharedValues.Of(db, export, GrantEnd, ct);
        await using var command = RatingReader.Command(db, export, Sql(export));
        await using var row = await command.ExecuteReaderAsync(ct);

        var rows = new MatrixRows(export.Cohort.Slug, export.Identified);
        while (await row.ReadAsync(ct))
        {
            string code = row.GetString(0);
            if (code != rows.Code)
            {
                rows.Write(csv);
                await csv.Drain(ct);
                rows.Begin(code);
            }

            string json = row.GetString(2);
            if (row.GetInt32(1) != OfNetwork)
                Add(rows, row.GetInt32(1), json);
            else if (ends?.Shown(0, GrantEnd(VersionJson.Network(json).Profile)[0]) is not null) // an empty matrix has its 21 rows too
                rows.ShowMonths();
        }

        rows.Write(csv);
    }

    private static void Add(MatrixRows rows, int kind, string json)
    {
        switch (kind)
        {
            case OfCell:
                rows.Add(VersionJson.Read<MatrixCellThen>(json));
                break;
            case OfPlan:
                rows.Add(VersionJson.Read<PlanEntryThen>(json));
                break;
            default:
                rows.Add(VersionJson.Read<ObservedEntryThen>(json));
                break;
        }
    }

    private static string?[] GrantEnd(NetworkProfile profile) => [profile.GrantEndYear?.ToString(CultureInfo.InvariantCulture)];

    private static string Sql(Export export)
    {
        string then = $"WHERE n.cohort_id = @cohort{RatingReader.Only(export)} AND {RatingReader.StoodThen}";
        string Of(int kind, string table) =>
            $"SELECT n.code, {kind}, v.json FROM networks n JOIN {table} e ON e.network_id = n.id JOIN versions v ON v.entity_id = e.id {then}";
        return $"""
            SELECT n.code AS code, {OfNetwork} AS kind, v.json AS json FROM networks n JOIN versions v ON v.entity_id = n.id {then}
            UNION ALL {Of(OfCell, "matrix_cells")}
            UNION ALL {Of(OfPlan, "plan_entries")}
            UNION ALL {Of(OfPlan + 1, "observed_entries")}
            ORDER BY code
            """;
    }
}
