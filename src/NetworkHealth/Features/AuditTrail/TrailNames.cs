using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.AuditTrail;

/// <summary>Who and what the ids of some changes stand for today, and what their versions say: six statements, however many changes.</summary>
internal sealed class TrailNames
{
    private readonly Dictionary<Guid, string> people, cohorts, networks;
    private readonly Dictionary<Guid, OwnLabel> labels;
    private readonly Dictionary<Guid, Team> teams;
    private readonly TrailVersions versions;

    private TrailNames(
        Dictionary<Guid, string> people, Dictionary<Guid, string> cohorts, Dictionary<Guid, string> networks, Dictionary<Guid, OwnLabel> labels, Dictionary<Guid, Team> teams,
        TrailVersions versions) =>
        (this.people, this.cohorts, this.networks, this.labels, this.teams, this.versions) = (people, cohorts, networks, labels, teams, versions);

    public static async Task<TrailNames> Of(NetworkHealthDb db, IReadOnlyList<Change> changes, CancellationToken ct)
    {
        Guid[] touched = [.. changes.Select(change => Touched(change).Id).OfType<Guid>().Distinct()];
        Guid[] people = [.. changes.Select(change => change.ActorId).OfType<Guid>().Concat(touched).Distinct()];
        Guid[] concerned = [.. changes.Select(change => change.CohortId).OfType<Guid>().Distinct()];
        var versions = await TrailVersions.Of(db, changes, touched, ct);
        Guid[] observed = [.. touched.Concat(versions.Teams).Distinct()];
        var labels = await db.OwnLabels.AsNoTracking().Where(label => touched.Contains(label.Id)).ToDictionaryAsync(label => label.Id, ct);
        var teams = await db.Teams.AsNoTracking().Where(team => observed.Contains(team.Id)).ToDictionaryAsync(team => team.Id, ct);
        Guid[] networks = [.. touched, .. labels.Values.Select(label => label.NetworkId), .. teams.Values.Select(team => team.NetworkId), .. versions.Networks];
        return new TrailNames(
            await db.Users.AsNoTracking().Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, NameOf, ct),
            await db.Cohorts.Where(cohort => concerned.Contains(cohort.Id)).Select(cohort => new { cohort.Id, cohort.Name }).ToDictionaryAsync(cohort => cohort.Id, cohort => cohort.Name, ct),
            await db.Networks.Where(network => networks.Contains(network.Id)).Select(network => new { network.Id, network.Name }).ToDictionaryAsync(network => network.Id, network => network.Name, ct),
            labels, teams, versions);
    }

    public TrailEntry Entry(Change change)
    {
        var (kind, id, more) = Touched(change);
        string about = kind switch
        {
            "person" => id == change.ActorId ? "" : Who(id, people),
            "network" => NetworkOf(id),
            "context" or "teams" => $"{NetworkOf(id)}, {more}",
            "team" => id is { } of && teams.TryGetValue(of, out var team) ? $"{TeamOf(of)}, {NetworkOf(team.NetworkId)}" : "",
            "rating" => $"{NetworkOf(id)}, {more.Replace("/", ", ", StringComparison.Ordinal)}",
            "label" => id is { } label && labels.TryGetValue(label, out var own) ? NetworkOf(own.NetworkId) : "",
            "strategy" or "plan" or "seen" or "cell" => versions.Thing(change, id) is { } thing ? $"{thing.Called}, {NetworkOf(thing.NetworkId)}" : "",
            "file" => more,
            _ => "",
        };
        string cohort = change.CohortId is { } concerned ? cohorts.GetValueOrDefault(concerned, "") : "";
        string what = string.Join(" · ", new[] { about, cohort, ActionWords.Details(change) }.Where(part => part.Length > 0));
        return new TrailEntry(change, Who(change.ActorId, people), what, versions.Differences(change, id, TeamOf));
    }

    public static string NameOf(Person person) => PersonText.Shown(person.Name, person.Email);

    public static string Who(Guid? id, IReadOnlyDictionary<Guid, string> people) =>
        id is not { } person ? "the operator" : people.GetValueOrDefault(person, "somebody without an account");

    private string NetworkOf(Guid? id) => id is { } network ? networks.GetValueOrDefault(network, "") : "";

    // Its code too, since two teams may have had one name.
    private string TeamOf(Guid id) =>
        !teams.TryGetValue(id, out var team) ? "A team" : team.Name == team.Code ? team.Code : $"{team.Code} {team.Name}";

    // “rating:0190…/2026/self” is of a kind, has an id, and tells more behind it.
    private static (string Kind, Guid? Id, string More) Touched(Change change)
    {
        if (change.Touched.Split(':', 2) is not [var kind, var named])
            return ("", null, "");
        string[] parts = named.Split('/', 2);
        return Guid.TryParse(parts[0], out var id) ? (kind, id, parts.Length > 1 ? parts[1] : "") : (kind, null, named);
    }
}
