using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
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

    // Read-only properties can be made anew from the others, and empty lists say nothing.
    private static readonly JsonSerializerOptions GroundsOptions = new(Options)
    {
        IgnoreReadOnlyProperties = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutEmptyLists } },
    };

    private static readonly JsonSerializerOptions ShownOptions = new(Options) { IgnoreReadOnlyProperties = true };

    public static string Of(Cohort cohort) =>
        JsonSerializer.Serialize(new CohortThen(cohort.Slug, cohort.Name, cohort.Funder, cohort.Cycles, cohort.Display, cohort.IsNamedForResearch, cohort.GroupedBy), Options);

    public static string Of(Network network) => JsonSerializer.Serialize(
        new NetworkThen(network.Code, network.Name, network.Profile, network.Sharing, network.IsKeptFromResearch, network.IsArchived), Options);

    public static string Of(OwnLabel label) =>
        JsonSerializer.Serialize(new OwnLabelThen(label.NetworkId, label.Source, label.Subject, label.Label, label.Reason, label.RuleLabel, label.RuleVersion, label.HasLapsed), Options);

    public static string Of(MatrixCell cell) => JsonSerializer.Serialize(new MatrixCellThen(cell.NetworkId, cell.Dimension, cell.Level, cell.State), Options);

    public static string Of(PlanEntry entry) =>
        JsonSerializer.Serialize(new PlanEntryThen(entry.NetworkId, entry.Number, entry.Dimension, entry.Level, entry.Plan, entry.Made, entry.IsRemoved), Options);

    public static string Of(ObservedEntry entry) =>
        JsonSerializer.Serialize(new ObservedEntryThen(entry.NetworkId, entry.Number, entry.Dimension, entry.Level, entry.Observation, entry.Answers, entry.IsRemoved), Options);

    public static string Of(HubStrategy strategy) =>
        JsonSerializer.Serialize(new HubStrategyThen(strategy.NetworkId, strategy.Name, strategy.Strategies, strategy.Story, strategy.Cells, strategy.IsShared, strategy.IsWithdrawn), Options);

    public static string Of(ContextEntry entry) => JsonSerializer.Serialize(new ContextEntryThen(entry.NetworkId, entry.Year, entry.Item, entry.Value, entry.Note), Options);

    public static string Of(Team team) => JsonSerializer.Serialize(new TeamThen(team.NetworkId, team.Code, team.Name, team.IsRemoved), Options);

    public static string Of(TeamYear year) =>
        JsonSerializer.Serialize(new TeamYearThen(year.TeamId, year.Year, year.Traction.Ownership, year.Traction.Depth, year.Traction.Spread, year.Traction.Sustainability), Options);

    public static string Of(CountTable table) => JsonSerializer.Serialize(table, ShownOptions);

    /// <summary>What a version of one kind says; the record of that kind must be asked for.</summary>
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)!;

    public static string Of(Grounds grounds) => JsonSerializer.Serialize(grounds, GroundsOptions);

    public static Grounds Grounds(string json) => JsonSerializer.Deserialize<Grounds>(json, GroundsOptions)!;

    public static OwnLabelThen OwnLabel(string json) => JsonSerializer.Deserialize<OwnLabelThen>(json, Options)!;

    public static CohortThen Cohort(string json) => JsonSerializer.Deserialize<CohortThen>(json, Options)!;

    public static NetworkThen Network(string json) => JsonSerializer.Deserialize<NetworkThen>(json, Options)!;

    private static void LeaveOutEmptyLists(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.PropertyType != typeof(string) && property.PropertyType.IsAssignableTo(typeof(IEnumerable))))
            property.ShouldSerialize = (_, value) => value is IEnumerable items && items.GetEnumerator().MoveNext();
    }
}

/// <summary>A label beside the rule's as it stood after some change; no label once it was withdrawn.</summary>
public sealed record OwnLabelThen(
    Guid NetworkId, RatingSource Source, Subject Subject, TrajectoryLabel? Label, string Reason, TrajectoryLabel RuleLabel, string RuleVersion, bool HasLapsed = false);

/// <summary>A cell of a matrix as it stood after some change.</summary>
public sealed record MatrixCellThen(Guid NetworkId, Dimension Dimension, LastingLevel Level, CellState State);

/// <summary>A plan as it stood after some change.</summary>
public sealed record PlanEntryThen(Guid NetworkId, int Number, Dimension Dimension, LastingLevel Level, Plan Plan, DateOnly? Made, bool IsRemoved = false);

/// <summary>An observation as it stood after some change.</summary>
public sealed record ObservedEntryThen(Guid NetworkId, int Number, Dimension Dimension, LastingLevel Level, Observation Observation, int? Answers, bool IsRemoved = false);

/// <summary>A hub's strategy as it stood after some change.</summary>
public sealed record HubStrategyThen(Guid NetworkId, string Name, Strategy Strategies, string Story, string Cells, bool IsShared, bool IsWithdrawn);

/// <summary>One item of a year's context as it stood after some change.</summary>
public sealed record ContextEntryThen(Guid NetworkId, int Year, string Item, string Value, string Note);

/// <summary>A team as it stood after some change.</summary>
public sealed record TeamThen(Guid NetworkId, string Code, string Name, bool IsRemoved = false);

/// <summary>A year of a team as it stood after some change.</summary>
public sealed record TeamYearThen(Guid TeamId, int Year, Degree? Ownership, Degree? Depth, Degree? Spread, Degree? Sustainability);

/// <summary>A cohort as it stood after some change.</summary>
public sealed record CohortThen(
    string Slug, string Name, string? Funder, IReadOnlyList<Cycle> Cycles, Display Display = default, bool IsNamedForResearch = false, ProfileField? GroupedBy = null);

/// <summary>A network as it stood after some change.</summary>
public sealed record NetworkThen(
    string Code, string Name, NetworkProfile Profile, Sharing Sharing = default, bool IsKeptFromResearch = false, bool IsArchived = false);
