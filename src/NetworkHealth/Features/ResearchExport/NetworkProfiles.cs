using System.Globalization;
using System.Text.Json;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.ResearchExport;

/// <summary>The profile values of a trajectory's row, as files write them.</summary>
internal static class ProfileValues
{
    public static string?[] Of(NetworkProfile profile) =>
    [
        Snake(profile.ProblemFocus), Snake(profile.HubType), Snake(profile.Structure),
        profile.LaunchYear?.ToString(CultureInfo.InvariantCulture),
        profile.PandemicLaunch switch { true => "true", false => "false", null => null },
    ];

    private static string? Snake(Enum? value) => value is null ? null : JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}

/// <summary>
/// The profiles of the networks as they stood after the change of an export; some hundred bytes of memory for each. Values that fewer
/// than five networks share would tell who a code stands for, so coded files leave them empty.
/// </summary>
internal sealed class NetworkProfiles
{
    public const int FewestNetworks = 5;

    private readonly Dictionary<string, string?[]> profiles = new(StringComparer.Ordinal);

    // By the place of the value among the profile values: “other” is a kind of hub and a kind of problem.
    private readonly Dictionary<(int Place, string Value), int> counts = [];

    private readonly bool identified;

    private NetworkProfiles(bool identified) => this.identified = identified;

    public static async Task<NetworkProfiles> Read(NetworkHealthDb db, Export export, CancellationToken ct)
    {
        var networks = new NetworkProfiles(export.Identified);
        await using var command = RatingReader.Command(db, export, $"""
            SELECT n.code, v.json
            FROM networks n
            JOIN versions v ON v.entity_id = n.id
            WHERE n.cohort_id = @cohort AND v.change <= @change{RatingReader.Only(export)}
              AND NOT EXISTS (SELECT 1 FROM versions w WHERE w.entity_id = v.entity_id AND w.change > v.change AND w.change <= @change)
            """);
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
            networks.Add(row.GetString(0), ProfileValues.Of(VersionJson.Network(row.GetString(1)).Profile));
        return networks;
    }

    /// <summary>The last columns of a trajectory's row.</summary>
    public byte[] Fields(string code) =>
        CsvField.Several([.. profiles[code].Select((value, place) => value is null || IsRare(place, value) ? null : value)]);

    private void Add(string code, string?[] values)
    {
        profiles[code] = values;
        foreach (var (place, value) in values.Index())
        {
            if (value is not null)
                counts[(place, value)] = counts.GetValueOrDefault((place, value)) + 1;
        }
    }

    private bool IsRare(int place, string value) => !identified && counts[(place, value)] < FewestNetworks;
}
