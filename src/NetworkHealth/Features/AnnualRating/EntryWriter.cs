using NetworkHealth.Domain;

namespace NetworkHealth.Features.AnnualRating;

/// <summary>Where and when something was typed.</summary>
/// <param name="Tab">The browser tab: what came from there is not somebody else's.</param>
/// <param name="At">When it reached the server, before anything could hold it up: of two from one tab the later is the newer.</param>
public sealed record Typing(string Tab, DateTimeOffset At);

/// <summary>Writes the entries of a draft that a page has open, and finds out what is in the way where it cannot.</summary>
internal sealed class EntryWriter(RatingView view, DraftEntries entries)
{
    /// <summary>Why nothing can be saved any more; null while it can.</summary>
    public string? Gone { get; private set; }

    /// <summary>The entry as it stands now, and who saved it.</summary>
    public Task<SavedEntry> Read(Actor by, Subject subject, CancellationToken ct) => OrGone(() => entries.Read(by, view.Address, subject, ct));

    /// <summary>Writes what an entry shall say on top of what the page knows of it.</summary>
    /// <returns>The entry as it now stands, or else what it met.</returns>
    public async Task<(DraftEntry? Saved, EntryConflict? Met)> Write(Actor by, DraftEntry entry, Judgement mine, Typing typed, CancellationToken ct)
    {
        var next = entry.Next(mine, by.PersonId, typed.Tab, typed.At);
        if (await OrGone(() => entries.Save(by, view.Network, next, ct)))
            return (next, null);

        var (fresh, whose) = await Read(by, entry.Subject, ct);
        if (fresh.Judgement == mine)
            return (fresh, null);
        // Saved from this very tab before, by a connection that broke before it could tell. What came after this and was saved is newer: then
        // this is the broken connection, and must not write its older text over it.
        if (fresh.IsFrom(by, typed.Tab) && fresh.Version != entry.Version && fresh.SavedAt <= typed.At)
            return await Write(by, fresh, Rebased(entry.Judgement, mine, fresh), typed, ct);
        return (null, new EntryConflict(fresh, whose, entry.Judgement, mine));
    }

    private static Judgement Rebased(Judgement from, Judgement mine, DraftEntry onto) => new EntryConflict(onto, "", from, mine).KeepingMine();

    private async Task<T> OrGone<T>(Func<Task<T>> access)
    {
        try
        {
            return await access();
        }
        catch (DomainRuleException gone)
        {
            Gone = gone.Message;
            throw;
        }
    }
}
