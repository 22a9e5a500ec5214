using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Trajectories;

/// <summary>The network behind the address of its pages, with its cohort, as far as somebody may know it: without its name where only codes are shown.</summary>
internal sealed record NetworkPlace(Cohort Cohort, Network Network)
{
    /// <returns>Null when there is no such network for this actor.</returns>
    public static async Task<NetworkPlace?> Find(NetworkHealthDb db, Actor by, string slug, string code, CancellationToken ct)
    {
        var cohort = await db.Cohorts.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug, ct);
        var network = cohort is null ? null : await db.Networks.AsNoTracking().SingleOrDefaultAsync(n => n.CohortId == cohort.Id && n.Code == code, ct);
        return network is null ? null : For(by, cohort!, network);
    }

    /// <param name="by">Who reads.</param>
    /// <param name="cohort">Its cohort.</param>
    /// <param name="network">Not tracked: its name may be taken out.</param>
    public static NetworkPlace? For(Actor by, Cohort cohort, Network network)
    {
        if (!by.SeesAnything(cohort, network))
            return null;
        if (!by.ReadsName(cohort, network))
            network.KeepOnlyCode();
        return new NetworkPlace(cohort, network);
    }
}
