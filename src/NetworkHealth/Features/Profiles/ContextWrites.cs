using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Features.Trajectories;

namespace NetworkHealth.Features.Profiles;

/// <summary>What somebody says of one item of a year.</summary>
/// <param name="Item">Which.</param>
/// <param name="Value">Code of the answer; empty says nothing.</param>
/// <param name="Note">For a factor, what the network did about it.</param>
/// <param name="Edition">Of what they read; 0 where nothing was told.</param>
public sealed record ContextSaid(ContextItem Item, string Value, string Note, int Edition);

/// <summary>What a hub tells of its years; after the grant has ended too, since that is when much of it is understood.</summary>
public sealed class ContextWrites(IDbContextFactory<NetworkHealthDb> dbs, TimeProvider clock)
{
    /// <summary>Tells some items of a year, as one change with a version of each; what stands so already changes nothing.</summary>
    /// <param name="by">One of the hub.</param>
    /// <param name="slug">Slug of the cohort.</param>
    /// <param name="code">Code of the network.</param>
    /// <param name="year">A cycle of the cohort.</param>
    /// <param name="said">What they changed. The other items may have been changed by others meanwhile.</param>
    /// <param name="ct">Cancels, and nothing is told.</param>
    /// <exception cref="DomainRuleException">The actor is none of the hub, the cohort has no such year, something cannot be kept, or somebody else changed one of these items.</exception>
    public async Task Say(Actor by, string slug, string code, int year, IReadOnlyList<ContextSaid> said, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        await using var change = await db.BeginChange(by, clock, ct);
        var place = await NetworkPlace.Find(db, by, slug, code, ct) ?? throw new DomainRuleException("There is no such network here.");
        by.MustRate(place.Network, RatingSource.Self);
        var entries = await db.ContextEntries.Where(entry => entry.NetworkId == place.Network.Id && entry.Year == year).ToDictionaryAsync(entry => entry.Item, ct);
        YearsOf.MustHold(place.Cohort, entries.Values.Select(entry => entry.Year), year);

        var (written, stale) = (0, new List<string>());
        foreach (var item in said)
        {
            int edition = entries.TryGetValue(item.Item.Code, out var entry) ? entry.Edition : 0;
            entry ??= db.ContextEntries.Add(new ContextEntry(place.Network.Id, year, item.Item, "", "")).Entity;
            if (!entry.Say(item.Value, item.Note))
            {
                if (edition == 0)
                    db.Entry(entry).State = EntityState.Detached; // still nothing is told
                continue;
            }

            if (edition != item.Edition)
                stale.Add($"“{item.Item.Words}”");
            change.Keep(entry);
            written++;
        }

        if (stale.Count > 0)
            throw new DomainRuleException($"Somebody else changed {English.List(stale)} while you wrote, so nothing of yours is saved yet, and nothing is lost. Both stand below. Decide, then save again.");
        if (written > 0)
            await change.Commit(ChangeAction.ContextSaid, place.Cohort.Id, $"context:{place.Network.Id}/{year}", ct: ct);
    }
}
