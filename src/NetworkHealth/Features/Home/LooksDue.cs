using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Home;

/// <summary>A network of which nobody has looked yet what is still there, although its time has come.</summary>
public sealed record LookDue(string Cohort, string Code, string Network, FollowUpTime Time);

/// <summary>What the hubs of a person are asked to look for after their funding has ended; archived networks too.</summary>
public sealed class LooksDue(IDbContextFactory<NetworkHealthDb> dbs, TimeProvider clock)
{
    /// <summary>In the order of the networks' codes.</summary>
    public async Task<IReadOnlyList<LookDue>> For(Actor actor, CancellationToken ct = default)
    {
        var own = actor.OwnNetworks;
        if (own.Count == 0)
            return [];

        await using var db = await dbs.CreateDbContextAsync(ct);
        var networks = await (from network in db.Networks.AsNoTracking()
                              where own.Contains(network.Id) && network.Profile.GrantEndYear != null
                              join cohort in db.Cohorts on network.CohortId equals cohort.Id
                              orderby network.Code
                              select new
                              {
                                  Network = network,
                                  Cohort = cohort.Slug,
                                  Last = db.ObservedEntries.Where(seen => seen.NetworkId == network.Id && !seen.IsRemoved).Max(seen => seen.Observation.SeenMonth),
                              }).ToListAsync(ct);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return [.. from of in networks
                   let due = FollowUp.Waiting(of.Network.Profile.FundingEnds(), of.Last is { } last ? [last] : [], today)
                   where due is not null
                   select new LookDue(of.Cohort, of.Network.Code, of.Network.Name, due)];
    }
}
