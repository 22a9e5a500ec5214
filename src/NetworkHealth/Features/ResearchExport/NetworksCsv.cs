using System.Globalization;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.ResearchExport;

/// <summary><c>networks.csv</c>: a row for each network with its profile, archived ones too. A coded file has no names and no rare values.</summary>
internal static class NetworksCsv
{
    public static async Task Write(NetworkHealthDb db, Export export, CsvOutput csv, CancellationToken ct)
    {
        csv.Header(FileColumns.Networks(export.Identified));
        var shared = export.Identified ? null : await SharedValues.Of(db, export, Values, ct);
        await using var command = RatingReader.Command(db, export, $"{NetworkProfiles.NetworksThen(export)} ORDER BY n.code");
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            var network = VersionJson.Network(row.GetString(1));
            csv.Text(export.Cohort.Slug);
            csv.Text(row.GetString(0));
            if (export.Identified)
            {
                csv.Text(network.Name);
                csv.Text(network.Profile.HubOrganisation);
                csv.Text(network.Profile.Aim);
            }

            foreach (var (place, value) in Values(network.Profile).Index())
                csv.Text(shared is null ? value : shared.Shown(place, value));
            csv.EndRow();
            await csv.Drain(ct);
        }
    }

    private static string?[] Values(NetworkProfile profile) =>
    [
        FileWords.Snake(profile.HubType), FileWords.Snake(profile.ProblemFocus), FileWords.Snake(profile.Structure),
        Number(profile.Schools), Number(profile.Districts), Number(profile.Teams),
        Number(profile.GrantStartYear), Number(profile.GrantEndYear), Number(profile.LaunchYear), FileWords.TrueFalse(profile.PandemicLaunch),
        .. NsiCriterion.All.Select(criterion => FileWords.YesNo(criterion.Of(profile))),
    ];

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
