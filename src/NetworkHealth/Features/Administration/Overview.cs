using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Administration;

/// <summary>How much there is to administer.</summary>
public sealed record ServiceCounts(int People, int Invited, int Cohorts, int Networks, long Changes);

/// <summary>Counts for the first page of administrators, in one statement.</summary>
public sealed class Overview(IDbContextFactory<NetworkHealthDb> dbs)
{
    /// <exception cref="DomainRuleException">The actor may not.</exception>
    public async Task<ServiceCounts> Count(Actor by, CancellationToken ct = default)
    {
        by.MustAdminister();
        await using var db = await dbs.CreateDbContextAsync(ct);
        var joined = db.Joined();
        return await db.AuditHead.Select(head => new ServiceCounts(
            db.Users.Count(person => person.ErasedAt == null),
            db.Users.Count(person => person.ErasedAt == null && person.DeactivatedAt == null && !joined.Contains(person.Id)),
            db.Cohorts.Count(), db.Networks.Count(), head.Count)).SingleAsync(ct);
    }
}
