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
    /// <exception cref="DomainRuleException">The actor is no rater any more.</exception>
    public async Task<bool> Save(Actor by, Network network, DraftEntry entry, CancellationToken ct = default)
    {
        // Only an open page saves, so whoever has no right to had it when the page was opened.
        if (!by.Rates(network, entry.Source))
        {
            throw new DomainRuleException(by.PersonId is null
                ? "You are signed out here. What you wrote last stays in this browser; sign in again to save it."
                : "You do not rate this network any more. What you wrote last stays in this browser.");
        }

        if (entry.NetworkId != network.Id)
            throw new ArgumentException("The entry is another network's.", nameof(entry));
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.Save(entry, ct);
    }

    /// <summary>The entry as it stands now, and who saved it.</summary>
    /// <exception cref="DomainRuleException">It can no longer be written, and why.</exception>
    public async Task<SavedEntry> Read(Actor by, RatingAddress address, Subject subject, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var place = await RatingPlace.Open(db, by, address, ct);
        by.MustRate(place.Network, address.Source);
        if (await place.Draft(db, ct) is not { } draft)
        {
            throw new DomainRuleException(await place.Revisions(db).AnyAsync(ct)
                ? "This rating was submitted meanwhile. What you wrote last is not in it, and stays in this browser."
                : "This draft was discarded meanwhile. What you wrote last stays in this browser.");
        }

        if (!draft.IsUnderCurrentRubric)
            throw new DomainRuleException($"This draft was begun under framework {draft.FrameworkVersion}, which is no longer current. Load this page again to go on.");
        var entry = draft[subject];
        if (entry.SavedBy is { } id && id == by.PersonId)
            return new SavedEntry(entry, "you, in another window");
        var other = await db.Users.Where(person => person.Id == entry.SavedBy).Select(person => new { person.Name, person.Email }).SingleOrDefaultAsync(ct);
        return new SavedEntry(entry, other is null ? "somebody else" : PersonText.Shown(other.Name, other.Email));
    }
}

/// <summary>An entry as it stands, and who saved it last, in words for the reader.</summary>
public sealed record SavedEntry(DraftEntry Entry, string By);
