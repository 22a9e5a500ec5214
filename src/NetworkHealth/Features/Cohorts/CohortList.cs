using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Cohorts;

/// <summary>A cohort in a list, with what the actor may see of it.</summary>
public sealed record CohortEntry(string Slug, string Name, string? Funder, int Networks, IReadOnlyList<Cycle> Cycles);

/// <summary>The cohorts in which the actor sees at least one network, and those they evaluate or fund; an administrator sees all.</summary>
public sealed class CohortList(IDbContextFactory<NetworkHealthDb> dbs)
{
    public async Task<IReadOnlyList<CohortEntry>> For(Actor by, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var (all, own) = (by.IsAdministrator, by.OwnNetworks);
        Guid[] whole = [.. by.EvaluatedCohorts.Union(by.FundedCohorts)];
        var networks = await db.Networks.Where(n => all || own.Contains(n.Id) || whole.Contains(n.CohortId))
            .GroupBy(n => n.CohortId).Select(cohort => new { cohort.Key, Count = cohort.Count() }).ToDictionaryAsync(c => c.Key, c => c.Count, ct);
        var cohorts = await db.Cohorts.AsNoTracking().Where(c => all || whole.Contains(c.Id) || networks.Keys.Contains(c.Id)).OrderBy(c => c.Slug).ToListAsync(ct);
        return [.. cohorts.Select(c => new CohortEntry(c.Slug, c.Name, c.Funder, networks.GetValueOrDefault(c.Id), c.Cycles))];
    }
}
