using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.ResearchExport;

/// <summary><c>teams.csv</c>: a row for each year in which something was observed of a team, and one without year for a team of which nothing was.</summary>
internal static class TeamsCsv
{
    public static async Task Write(NetworkHealthDb db, Export export, CsvOutput csv, CancellationToken ct)
    {
        csv.Header(FileColumns.Teams(export.Identified));
        await using var command = RatingReader.Command(db, export, Sql(export));
        await using var row = await command.ExecuteReaderAsync(ct);

        // A team comes first, then its years.
        (string Network, TeamThen Team)? begun = null;
        bool hasYears = false;
        while (await row.ReadAsync(ct))
        {
            if (row.GetInt32(2) != 0)
            {
                var year = VersionJson.Read<TeamYearThen>(row.GetString(3));
                var traction = new Traction(year.Ownership, year.Depth, year.Spread, year.Sustainability);
                if (traction == Traction.Unknown || begun is null or { Team.IsRemoved: true })
                    continue;
                Row(csv, export, begun.Value, year.Year, traction);
                hasYears = true;
                await csv.Drain(ct);
                continue;
            }

            End();
            (begun, hasYears) = ((row.GetString(0), VersionJson.Read<TeamThen>(row.GetString(3))), false);
        }

        End();

        void End()
        {
            if (begun is { Team.IsRemoved: false } && !hasYears)
                Row(csv, export, begun.Value, null, Traction.Unknown);
        }
    }

    private static string Sql(Export export)
    {
        string then = $"WHERE n.cohort_id = @cohort{RatingReader.Only(export)} AND {RatingReader.StoodThen}";
        return $"""
            SELECT n.code AS network, t.code AS team, 0 AS year, v.json AS json
            FROM networks n JOIN teams t ON t.network_id = n.id JOIN versions v ON v.entity_id = t.id {then}
            UNION ALL
            SELECT n.code, t.code, y.year, v.json
            FROM networks n JOIN teams t ON t.network_id = n.id JOIN team_years y ON y.team_id = t.id JOIN versions v ON v.entity_id = y.id {then}
            ORDER BY network, team, year
            """;
    }

    private static void Row(CsvOutput csv, Export export, (string Network, TeamThen Team) of, int? year, Traction traction)
    {
        csv.Text(export.Cohort.Slug);
        csv.Text(of.Network);
        csv.Text(of.Team.Code);
        csv.Number(year);
        foreach (var degree in (ReadOnlySpan<Degree?>)[traction.Ownership, traction.Depth, traction.Spread, traction.Sustainability])
            csv.Text(degree?.Code());
        csv.Text(traction.Stage is { } stage ? Traction.Code(stage) : null);
        if (export.Identified)
            csv.Text(of.Team.Name);
        csv.EndRow();
    }
}
