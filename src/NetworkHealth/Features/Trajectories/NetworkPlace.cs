using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Trajectories;

/// <summary>The network behind the address of its pages, with its cohort.</summary>
internal sealed record NetworkPlace(Cohort Cohort, Network Network)
{
    /// <returns>Null when there is no such network for this actor.</returns>
    public static async Task<NetworkPlace?> Find(NetworkHealthDb db, Actor by, string slug, string code, CancellationToken ct)
    {
        var cohort = await db.Cohorts.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug, ct);
        var network = cohort is null ? null : await db.Networks.AsNoTracking().SingleOrDefaultAsync(n => n.CohortId == cohort.Id && n.Code == code, ct);
        return network is not null && by.MaySee(network) ? new NetworkPlace(cohort!, network) : null;
    }
}
