using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.AuditTrail;

/// <summary>What a thing said after a change, and before it.</summary>
/// <param name="Id">Of the thing.</param>
/// <param name="Change">Number of the change.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Json">What it said.</param>
/// <param name="Before">What it said until then; null where it was new.</param>
internal sealed record TrailVersion(Guid Id, long Change, VersionedKind Kind, string Json, string? Before)
{
    /// <summary>The team whose year it is, where it is one.</summary>
    public Guid? Team => Kind == VersionedKind.TeamYear ? Read<TeamYearThen>()?.TeamId : null;

    /// <summary>What it is called and whose it is, where it says so itself.</summary>
    public (string Called, Guid NetworkId)? Thing => Kind switch
    {
        VersionedKind.HubStrategy when Read<HubStrategyThen>() is { } then => ($"“{then.Name}”", then.NetworkId),
        VersionedKind.PlanEntry when Read<PlanEntryThen>() is { } then => ($"“{then.Plan.Statement}”", then.NetworkId),
        VersionedKind.ObservedEntry when Read<ObservedEntryThen>() is { } then => ($"“{then.Observation.Statement}”", then.NetworkId),
        VersionedKind.MatrixCell when Read<MatrixCellThen>() is { } then => (new MatrixPlace(then.Dimension, then.Level).ToString(), then.NetworkId),
        _ => null,
    };

    /// <summary>Null where a later version of this program wrote it.</summary>
    public T? Read<T>() where T : class
    {
        try
        {
            return VersionJson.Read<T>(Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>The versions of some changes: of the one thing that each touched, and of all parts of a year that one change told.</summary>
internal sealed class TrailVersions
{
    // A file may bring thousands of versions in one change; what a form told of a year is read in full.
    private static readonly ChangeAction[] InParts = [ChangeAction.ContextSaid, ChangeAction.TeamObserved];

    private readonly ILookup<long, TrailVersion> byChange;

    private TrailVersions(IEnumerable<TrailVersion> all) => byChange = all.ToLookup(version => version.Change);

    /// <summary>The teams whose years were told.</summary>
    public IEnumerable<Guid> Teams => byChange.SelectMany(versions => versions).Select(version => version.Team).OfType<Guid>();

    /// <summary>The networks whose plans, observations, cells and strategies these are.</summary>
    public IEnumerable<Guid> Networks => byChange.SelectMany(versions => versions).Select(version => version.Thing?.NetworkId).OfType<Guid>();

    /// <summary>What a change touched, where the thing says itself what it is called.</summary>
    public (string Called, Guid NetworkId)? Thing(Change change, Guid? id) => byChange[change.Number].FirstOrDefault(version => version.Id == id)?.Thing;

    public static async Task<TrailVersions> Of(NetworkHealthDb db, IReadOnlyList<Change> changes, IReadOnlyList<Guid> touched, CancellationToken ct)
    {
        long[] numbers = [.. changes.Select(change => change.Number)], inParts = [.. changes.Where(change => InParts.Contains(change.Action)).Select(change => change.Number)];
        return new TrailVersions(await db.Versions
            .Where(version => (touched.Contains(version.EntityId) && numbers.Contains(version.Change)) || inParts.Contains(version.Change))
            .Select(version => new TrailVersion(
                version.EntityId, version.Change, version.Kind, version.Json,
                db.Versions.Where(earlier => earlier.EntityId == version.EntityId && earlier.Change < version.Change).OrderByDescending(earlier => earlier.Change).Select(earlier => earlier.Json).FirstOrDefault()))
            .ToListAsync(ct));
    }

    /// <summary>What a change made different, in the order of pages.</summary>
    /// <param name="change">Which.</param>
    /// <param name="id">The one thing that it touched, where it is one.</param>
    /// <param name="team">What a team is called.</param>
    public IReadOnlyList<FieldChange> Differences(Change change, Guid? id, Func<Guid, string> team) =>
    [
        .. byChange[change.Number].Where(version => version.Id == id || InParts.Contains(change.Action))
            .Select(version => (Named: version.Team is { } of ? team(of) : "", Version: version))
            .OrderBy(of => Order(of.Version)).ThenBy(of => of.Named, StringComparer.Ordinal)
            .SelectMany(of => VersionDifference.Of(of.Version.Kind, of.Version.Before, of.Version.Json)
                .Select(field => of.Named.Length == 0 ? field : field with { Field = $"{of.Named}: {field.Field.ToLowerInvariant()}" })),
    ];

    // Of a year's context, the order in which it is asked for.
    private static int Order(TrailVersion version)
    {
        if (version.Kind != VersionedKind.ContextEntry)
            return 0;
        string? code = version.Read<ContextEntryThen>()?.Item;
        return ContextItem.All.Index().Where(item => item.Item.Code == code).Select(item => item.Index).FirstOrDefault(int.MaxValue);
    }
}
