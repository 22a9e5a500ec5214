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

/// <summary>Profile values that fewer than five networks share: they would tell who a code stands for, so coded files leave them empty.</summary>
internal sealed class RareValues
{
    public const int FewestNetworks = 5;

    public static readonly RareValues None = new([]);

    // By the place of the value among the profile values: “other” is a kind of hub and a kind of problem.
    private readonly HashSet<(int Place, string Value)> rare;

    private RareValues(HashSet<(int Place, string Value)> rare) => this.rare = rare;

    /// <summary>The versions of networks that stood after change <c>@change</c>.</summary>
    public static string NetworksThen(Export export) => $"""
        FROM networks n
        JOIN versions v ON v.entity_id = n.id
        WHERE n.cohort_id = @cohort AND v.change <= @change{RatingReader.Only(export)}
          AND NOT EXISTS (SELECT 1 FROM versions w WHERE w.entity_id = v.entity_id AND w.change > v.change AND w.change <= @change)
        """;

    public static async Task<RareValues> Read(NetworkHealthDb db, Export export, CancellationToken ct)
    {
        var counts = new Dictionary<(int Place, string Value), int>();
        await using var command = RatingReader.Command(db, export, $"SELECT v.json {NetworksThen(export)}");
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            foreach (var (place, value) in ProfileValues.Of(VersionJson.Network(row.GetString(0)).Profile).Index())
            {
                if (value is not null)
                    counts[(place, value)] = counts.GetValueOrDefault((place, value)) + 1;
            }
        }

        return new RareValues([.. counts.Where(count => count.Value < FewestNetworks).Select(count => count.Key)]);
    }

    public bool Contains(int place, string? value) => value is not null && rare.Contains((place, value));
}
