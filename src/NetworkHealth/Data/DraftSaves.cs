using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;

namespace NetworkHealth.Data;

/// <summary>
/// What people type, on the server in one statement. It is no change of the chain: nobody but the raters sees it, and nobody relies on it
/// until it is submitted.
/// </summary>
public static class DraftSaves
{
    public const int TabMaxLength = 40;

    /// <summary>Saves what an entry now says, unless it was saved by somebody else, its draft is gone, its cycle is closed or its network archived.</summary>
    /// <param name="db">The database.</param>
    /// <param name="entry">What it says, with its next version.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Whether it was saved. If not, nothing is changed.</returns>
    public static async Task<bool> Save(this NetworkHealthDb db, DraftEntry entry, CancellationToken ct = default)
    {
        using var turn = await db.TurnToWrite(ct);
        return await db.DraftEntries
            .Where(e => e.NetworkId == entry.NetworkId && e.Year == entry.Year && e.Source == entry.Source && e.Subject == entry.Subject)
            .Where(e => e.Version == entry.Version - 1)
            .Where(e => db.Drafts.Any(draft => draft.NetworkId == e.NetworkId && draft.Year == e.Year && draft.Source == e.Source
                                               && draft.FrameworkVersion == Rubrics.Current.Version))
            .Where(e => db.Networks.Any(network => network.Id == e.NetworkId && !network.IsArchived
                && db.Cohorts.Any(cohort => cohort.Id == network.CohortId && cohort.Cycles.Any(cycle => cycle.Year == e.Year && cycle.IsOpen))))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(e => e.Answer, entry.Answer)
                    .SetProperty(e => e.Grounds, entry.Grounds)
                    .SetProperty(e => e.Version, entry.Version)
                    .SetProperty(e => e.SavedBy, entry.SavedBy)
                    .SetProperty(e => e.SavedAt, entry.SavedAt)
                    .SetProperty(e => e.Tab, entry.Tab),
                ct) == 1;
    }
}
