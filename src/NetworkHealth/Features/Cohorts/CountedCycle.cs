using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Cohorts;

/// <summary>The networks of a cohort in one cycle by one source, as they stand or as they stood after some change.</summary>
/// <param name="Networks">Those that count: they were rated, or not archived.</param>
/// <param name="Ratings">Of those that were rated.</param>
internal sealed record CountedCycle(IReadOnlyDictionary<Guid, NetworkProfile> Networks, IReadOnlyDictionary<Guid, RatedNetwork> Ratings)
{
    /// <summary>The versions of the framework that they were rated under, as far as they are known.</summary>
    public IReadOnlyList<string> FrameworkVersions =>
        [.. Ratings.Values.Select(rating => rating.FrameworkVersion).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    public static CountedCycle Of(IEnumerable<CountableNetwork> networks, IEnumerable<RatedNetwork> ratings)
    {
        var rated = ratings.ToDictionary(rating => rating.NetworkId);
        return new CountedCycle(networks.Where(n => !n.IsArchived || rated.ContainsKey(n.Id)).ToDictionary(n => n.Id, n => n.Profile), rated);
    }

    /// <summary>As they stood: made anew from the revisions and versions up to that change.</summary>
    public static async Task<CountedCycle> Then(NetworkHealthDb db, Guid cohortId, int year, RatingSource source, long after, CancellationToken ct) =>
        Of(await CountableNetwork.Then(db, cohortId, after, ct), (await RatedNetwork.Of(db, cohortId, year, after, ct))[source]);

    /// <summary>With those that were counted before and would not be now: whoever left takes nothing out of the figures.</summary>
    public CountedCycle With(IEnumerable<CountedCycle> before)
    {
        var all = Networks.ToDictionary();
        foreach (var (id, profile) in before.SelectMany(cycle => cycle.Networks))
            all.TryAdd(id, profile);
        return this with { Networks = all };
    }

    /// <summary>What counts for one subject.</summary>
    public IReadOnlyList<CountedNetwork> Of(Subject subject, ProfileField? groupedBy) =>
        [.. Networks.Select(network => new CountedNetwork(network.Key, groupedBy.Of(network.Value), Ratings.GetValueOrDefault(network.Key)?.Level(subject)))];
}

/// <summary>What of a network decides whether and where it counts.</summary>
internal sealed record CountableNetwork(Guid Id, bool IsArchived, NetworkProfile Profile)
{
    /// <summary>The networks of a cohort as they stand.</summary>
    public static Task<List<CountableNetwork>> Now(NetworkHealthDb db, Guid cohortId, CancellationToken ct) =>
        db.Networks.Where(n => n.CohortId == cohortId).Select(n => new CountableNetwork(n.Id, n.IsArchived, n.Profile)).AsNoTracking().ToListAsync(ct);

    /// <summary>Those that there were after a change, as they stood then.</summary>
    public static async Task<IEnumerable<CountableNetwork>> Then(NetworkHealthDb db, Guid cohortId, long after, CancellationToken ct)
    {
        var versions = await (from version in db.Versions
                              join network in db.Networks on version.EntityId equals network.Id
                              where network.CohortId == cohortId && version.Kind == VersionedKind.Network && version.Change <= after
                              orderby version.Change
                              select new { version.EntityId, version.Json }).ToListAsync(ct);
        return versions.GroupBy(version => version.EntityId)
            .Select(of => (Id: of.Key, Then: VersionJson.Network(of.Last().Json))).Select(of => new CountableNetwork(of.Id, of.Then.IsArchived, of.Then.Profile));
    }
}
