using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Home;

/// <summary>A network that somebody leads or belongs to.</summary>
public sealed record OwnNetwork(Guid Id, Guid CohortId, string Cohort, string Code, string Name);

/// <summary>The networks that stand in a person's navigation.</summary>
public sealed class OwnNetworks(IDbContextFactory<NetworkHealthDb> dbs)
{
    public async Task<IReadOnlyList<OwnNetwork>> Of(Actor actor, CancellationToken ct = default)
    {
        var own = actor.OwnNetworks;
        if (own.Count == 0)
            return [];

        await using var db = await dbs.CreateDbContextAsync(ct);
        return await (from network in db.Networks
                      where own.Contains(network.Id)
                      join cohort in db.Cohorts on network.CohortId equals cohort.Id
                      orderby network.Code
                      select new OwnNetwork(network.Id, cohort.Id, cohort.Slug, network.Code, network.Name)).ToListAsync(ct);
    }
}
