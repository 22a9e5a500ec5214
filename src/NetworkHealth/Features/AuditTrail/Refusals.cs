using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.AuditTrail;

/// <summary>Somebody signed in asked for what is not theirs.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Route">The pattern of the address, such as <c>/networks/{Cohort}/{Code}</c>.</param>
/// <param name="Cohort">The slug in the address, if it has one.</param>
/// <param name="Network">The code in the address, if it has one.</param>
public sealed record Refusal(Guid PersonId, string Route, string? Cohort, string? Network);

/// <summary>Keeps refusals in the chain, one a minute for each person and route: whoever tries a thousand codes leaves a few entries.</summary>
public sealed class Refusals(IDbContextFactory<NetworkHealthDb> dbs, TimeProvider clock)
{
    private static readonly TimeSpan OneIn = TimeSpan.FromMinutes(1);

    public async Task Note(Refusal refusal, CancellationToken ct = default)
    {
        string touched = $"route:{refusal.Route}";
        if (touched.Length > Change.TouchedMaxLength)
            touched = touched[..Change.TouchedMaxLength];
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await IsNoted(db, refusal.PersonId, touched, ct))
            return;

        await using var change = await db.BeginChange(new Actor(refusal.PersonId, []), clock, ct);
        if (await IsNoted(db, refusal.PersonId, touched, ct))
            return; // by a request that came in the same moment

        var cohort = await db.Cohorts.Where(c => c.Slug == refusal.Cohort).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(ct);
        var network = await db.Networks.Where(n => n.CohortId == cohort && n.Code == refusal.Network).Select(n => (Guid?)n.Id).SingleOrDefaultAsync(ct);
        await change.Commit(ChangeAction.AccessRefused, cohort, touched, new { network }, ct);
    }

    private Task<bool> IsNoted(NetworkHealthDb db, Guid person, string touched, CancellationToken ct)
    {
        var since = clock.GetUtcNow() - OneIn;
        return db.Changes.AnyAsync(c => c.At > since && c.ActorId == person && c.Action == ChangeAction.AccessRefused && c.Touched == touched, ct);
    }
}
