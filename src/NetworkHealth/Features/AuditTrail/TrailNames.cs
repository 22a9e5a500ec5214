using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.AuditTrail;

/// <summary>Who and what the ids of some changes stand for today, and what their versions say: five statements, however many changes.</summary>
internal sealed class TrailNames
{
    private readonly Dictionary<Guid, string> people, cohorts, networks;
    private readonly Dictionary<Guid, OwnLabel> labels;
    private readonly Dictionary<(Guid Id, long Change), (VersionedKind Kind, string Json, string? Before)> versions;

    private TrailNames(
        Dictionary<Guid, string> people, Dictionary<Guid, string> cohorts, Dictionary<Guid, string> networks, Dictionary<Guid, OwnLabel> labels,
        Dictionary<(Guid Id, long Change), (VersionedKind Kind, string Json, string? Before)> versions) =>
        (this.people, this.cohorts, this.networks, this.labels, this.versions) = (people, cohorts, networks, labels, versions);

    public static async Task<TrailNames> Of(NetworkHealthDb db, IReadOnlyList<Change> changes, CancellationToken ct)
    {
        Guid[] touched = [.. changes.Select(change => Touched(change).Id).OfType<Guid>().Distinct()];
        Guid[] people = [.. changes.Select(change => change.ActorId).OfType<Guid>().Concat(touched).Distinct()];
        long[] numbers = [.. changes.Select(change => change.Number)];
        Guid[] concerned = [.. changes.Select(change => change.CohortId).OfType<Guid>().Distinct()];
        var labels = await db.OwnLabels.AsNoTracking().Where(label => touched.Contains(label.Id)).ToDictionaryAsync(label => label.Id, ct);
        var versions = await db.Versions.Where(version => touched.Contains(version.EntityId) && numbers.Contains(version.Change)).Select(version => new
        {
            version.EntityId,
            version.Change,
            version.Kind,
            version.Json,
            Before = db.Versions.Where(earlier => earlier.EntityId == version.EntityId && earlier.Change < version.Change).OrderByDescending(earlier => earlier.Change).Select(earlier => earlier.Json).FirstOrDefault(),
        }).ToListAsync(ct);
        Guid[] networks =
        [
            .. touched, .. labels.Values.Select(label => label.NetworkId),
            .. versions.Where(version => version.Kind == VersionedKind.HubStrategy).Select(version => Strategy(version.Json)?.NetworkId).OfType<Guid>(),
        ];
        return new TrailNames(
            await db.Users.AsNoTracking().Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, NameOf, ct),
            await db.Cohorts.Where(cohort => concerned.Contains(cohort.Id)).Select(cohort => new { cohort.Id, cohort.Name }).ToDictionaryAsync(cohort => cohort.Id, cohort => cohort.Name, ct),
            await db.Networks.Where(network => networks.Contains(network.Id)).Select(network => new { network.Id, network.Name }).ToDictionaryAsync(network => network.Id, network => network.Name, ct),
            labels,
            versions.ToDictionary(version => (version.EntityId, version.Change), version => (version.Kind, version.Json, version.Before)));
    }

    public TrailEntry Entry(Change change)
    {
        var (kind, id, more) = Touched(change);
        string about = kind switch
        {
            "person" => id == change.ActorId ? "" : Who(id, people),
            "network" => NetworkOf(id),
            "rating" => $"{NetworkOf(id)}, {more.Replace("/", ", ", StringComparison.Ordinal)}",
            "label" => id is { } label && labels.TryGetValue(label, out var own) ? NetworkOf(own.NetworkId) : "",
            "strategy" => id is { } strategy && versions.TryGetValue((strategy, change.Number), out var then) ? StrategyOf(Strategy(then.Json)) : "",
            "file" => more,
            _ => "",
        };
        string cohort = change.CohortId is { } concerned ? cohorts.GetValueOrDefault(concerned, "") : "";
        string what = string.Join(" · ", new[] { about, cohort, ActionWords.Details(change) }.Where(part => part.Length > 0));
        return new TrailEntry(change, Who(change.ActorId, people), what,
            id is { } entity && versions.TryGetValue((entity, change.Number), out var version) ? VersionDifference.Of(version.Kind, version.Before, version.Json) : []);
    }

    public static string NameOf(Person person) => PersonText.Shown(person.Name, person.Email);

    public static string Who(Guid? id, IReadOnlyDictionary<Guid, string> people) =>
        id is not { } person ? "the operator" : people.GetValueOrDefault(person, "somebody without an account");

    private string NetworkOf(Guid? id) => id is { } network ? networks.GetValueOrDefault(network, "") : "";

    private string StrategyOf(HubStrategyThen? then) => then is null ? "" : string.Join(", ", new[] { $"“{then.Name}”", NetworkOf(then.NetworkId) }.Where(part => part.Length > 0));

    private static HubStrategyThen? Strategy(string json)
    {
        try
        {
            return VersionJson.Read<HubStrategyThen>(json);
        }
        catch (JsonException)
        {
            return null; // a later version of this program wrote it
        }
    }

    // “rating:0190…/2026/self” is of a kind, has an id, and tells more behind it.
    private static (string Kind, Guid? Id, string More) Touched(Change change)
    {
        if (change.Touched.Split(':', 2) is not [var kind, var named])
            return ("", null, "");
        string[] parts = named.Split('/', 2);
        return Guid.TryParse(parts[0], out var id) ? (kind, id, parts.Length > 1 ? parts[1] : "") : (kind, null, named);
    }
}
