using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Home;

/// <summary>An open cycle in which one of the actor's networks has no rating of its own yet.</summary>
public sealed record WaitingRating(string Cohort, string Code, string Network, int Year, string Cycle, string? LastRated);

/// <summary>What waits for a person: for leaders and members, the open cycles of their networks.</summary>
public sealed class Waiting(IDbContextFactory<NetworkHealthDb> dbs)
{
    public async Task<IReadOnlyList<WaitingRating>> For(Actor by, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var own = by.OwnNetworks;
        var networks = await db.Networks.AsNoTracking().Where(n => own.Contains(n.Id)).OrderBy(n => n.Code).ToListAsync(ct);
        var cohortIds = networks.Select(n => n.CohortId).Distinct().ToList();
        var cohorts = await db.Cohorts.AsNoTracking().Where(c => cohortIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        var rated = (await db.Revisions.Where(r => own.Contains(r.NetworkId) && r.Source == RatingSource.Self && r.Number == 1)
            .Select(r => new { r.NetworkId, r.Year }).ToListAsync(ct)).ToLookup(r => r.NetworkId, r => r.Year);

        return [.. from network in networks
                   let cohort = cohorts[network.CohortId]
                   from cycle in cohort.Cycles
                   where cycle.IsOpen && !rated[network.Id].Contains(cycle.Year)
                   let last = cohort.Cycles.LastOrDefault(earlier => rated[network.Id].Contains(earlier.Year))
                   select new WaitingRating(cohort.Slug, network.Code, network.Name, cycle.Year, cycle.Shown, last?.Shown)];
    }
}
