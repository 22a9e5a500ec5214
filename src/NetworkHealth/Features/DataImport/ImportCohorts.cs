using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.DataImport;

/// <summary>The cohorts into which a file can be imported.</summary>
public sealed class ImportCohorts(IDbContextFactory<NetworkHealthDb> dbs)
{
    /// <returns>Slugs and names.</returns>
    /// <exception cref="DomainRuleException">The actor may not.</exception>
    public async Task<IReadOnlyList<(string Slug, string Name)>> Read(Actor by, CancellationToken ct = default)
    {
        by.MustAdminister();
        await using var db = await dbs.CreateDbContextAsync(ct);
        var cohorts = await db.Cohorts.OrderBy(cohort => cohort.Slug).Select(cohort => new { cohort.Slug, cohort.Name }).ToListAsync(ct);
        return [.. cohorts.Select(cohort => (cohort.Slug, cohort.Name))];
    }
}
