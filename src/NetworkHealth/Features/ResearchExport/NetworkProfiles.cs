using System.Globalization;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.ResearchExport;

/// <summary>The profile values of a trajectory's row, as files write them.</summary>
internal static class ProfileValues
{
    public static string?[] Of(NetworkProfile profile) =>
    [
        FileWords.Snake(profile.ProblemFocus), FileWords.Snake(profile.HubType), FileWords.Snake(profile.Structure),
        profile.LaunchYear?.ToString(CultureInfo.InvariantCulture), FileWords.TrueFalse(profile.PandemicLaunch),
    ];
}

/// <summary>
/// How many networks share each profile value. Values that fewer than five share would tell who a code stands for, so coded files leave
/// them empty.
/// </summary>
internal sealed class SharedValues
{
    public const int FewestNetworks = 5;

    // By the place of the value among the profile values: “other” is a kind of hub and a kind of problem.
    private readonly Dictionary<(int Place, string Value), int> counts = [];

    public void Add(string?[] values)
    {
        foreach (var (place, value) in values.Index())
        {
            if (value is not null)
                counts[(place, value)] = counts.GetValueOrDefault((place, value)) + 1;
        }
    }

    /// <summary>Counts the values of all networks that an export may hold, in a pass of its own over their versions, so that no network waits in memory.</summary>
    public static async Task<SharedValues> Of(NetworkHealthDb db, Export export, Func<NetworkProfile, string?[]> values, CancellationToken ct)
    {
        var shared = new SharedValues();
        await using var command = RatingReader.Command(db, export, NetworkProfiles.NetworksThen(export));
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
            shared.Add(values(VersionJson.Network(row.GetString(1)).Profile));
        return shared;
    }

    /// <summary>The value at this place, if enough networks share it.</summary>
    public string? Shown(int place, string? value) => value is null || counts[(place, value)] < FewestNetworks ? null : value;
}

/// <summary>The profiles of the networks as they stood after the change of an export; some hundred bytes of memory for each.</summary>
internal sealed class NetworkProfiles
{
    private readonly Dictionary<string, string?[]> profiles = new(StringComparer.Ordinal);
    private readonly SharedValues shared = new();
    private readonly bool identified;

    private NetworkProfiles(bool identified) => this.identified = identified;

    public static async Task<NetworkProfiles> Read(NetworkHealthDb db, Export export, CancellationToken ct)
    {
        var networks = new NetworkProfiles(export.Identified);
        await using var command = RatingReader.Command(db, export, NetworksThen(export));
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            string?[] values = ProfileValues.Of(VersionJson.Network(row.GetString(1)).Profile);
            networks.profiles[row.GetString(0)] = values;
            networks.shared.Add(values);
        }

        return networks;
    }

    /// <summary>Code and version of each network that the export may hold.</summary>
    public static string NetworksThen(Export export) => $"""
        SELECT n.code, v.json
        FROM networks n
        JOIN versions v ON v.entity_id = n.id
        WHERE n.cohort_id = @cohort{RatingReader.Only(export)} AND {RatingReader.StoodThen}
        """;

    /// <summary>The last columns of a trajectory's row.</summary>
    public byte[] Fields(string code) =>
        CsvField.Several([.. profiles[code].Select((value, place) => identified ? value : shared.Shown(place, value))]);
}
