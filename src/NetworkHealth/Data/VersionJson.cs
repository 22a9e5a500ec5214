using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using NetworkHealth.Domain;

namespace NetworkHealth.Data;

/// <summary>What versions hold. Fields are only ever added, since old versions are read for good.</summary>
public static class VersionJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static string Of(Cohort cohort) =>
        JsonSerializer.Serialize(new CohortThen(cohort.Slug, cohort.Name, cohort.Funder, cohort.Cycles), Options);

    public static string Of(Network network) => JsonSerializer.Serialize(new NetworkThen(network.Code, network.Name, network.Profile), Options);

    public static CohortThen Cohort(string json) => JsonSerializer.Deserialize<CohortThen>(json, Options)!;

    public static NetworkThen Network(string json) => JsonSerializer.Deserialize<NetworkThen>(json, Options)!;
}

/// <summary>A cohort as it stood after some change.</summary>
public sealed record CohortThen(string Slug, string Name, string? Funder, IReadOnlyList<Cycle> Cycles);

/// <summary>A network as it stood after some change.</summary>
public sealed record NetworkThen(string Code, string Name, NetworkProfile Profile);
