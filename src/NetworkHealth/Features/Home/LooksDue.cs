using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Home;

/// <summary>A network of which the hub has not looked yet what is still there, although the time has come.</summary>
/// <param name="Cohort">Slug of the cohort.</param>
/// <param name="Code">Code of the network.</param>
/// <param name="Network">Its name.</param>
/// <param name="Time">When it was to look.</param>
/// <param name="Missing">What is missing, as the end of a sentence.</param>
public sealed record LookDue(string Cohort, string Code, string Network, FollowUpTime Time, string Missing);

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
                              select new { Network = network, Cohort = cohort.Slug }).ToListAsync(ct);
        var plans = (await db.PlanEntries.AsNoTracking().Where(plan => own.Contains(plan.NetworkId) && !plan.IsRemoved).ToListAsync(ct)).ToLookup(plan => plan.NetworkId);
        var seen = (await db.ObservedEntries.AsNoTracking().Where(entry => own.Contains(entry.NetworkId) && !entry.IsRemoved).ToListAsync(ct)).ToLookup(entry => entry.NetworkId);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return [.. from of in networks
                   let views = new MatrixViews([.. plans[of.Network.Id]], [.. seen[of.Network.Id]])
                   let due = FollowUp.Waiting(of.Network.Profile.FundingEnds(), views, today)
                   where due is not null
                   select new LookDue(of.Cohort, of.Network.Code, of.Network.Name, due, FollowUpWords.Missing(views, due, today))];
    }
}
