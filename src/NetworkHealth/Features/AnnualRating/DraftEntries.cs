using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.AnnualRating;

/// <summary>Saves what people write in drafts, one entry at a time.</summary>
public sealed class DraftEntries(IDbContextFactory<NetworkHealthDb> dbs)
{
    /// <summary>Saves what an entry now says, in one statement.</summary>
    /// <param name="by">A rater.</param>
    /// <param name="network">The entry's network.</param>
    /// <param name="entry">What it says, with its next version.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Whether it was saved; if not, somebody else saved it first, the draft is gone or the cycle is closed.</returns>
    /// <exception cref="DomainRuleException">The actor is no rater.</exception>
    public async Task<bool> Save(Actor by, Network network, DraftEntry entry, CancellationToken ct = default)
    {
        by.MustRate(network, entry.Source);
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.Save(entry, ct);
    }
}
