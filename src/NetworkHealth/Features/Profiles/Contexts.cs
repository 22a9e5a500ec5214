using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Features.Trajectories;

namespace NetworkHealth.Features.Profiles;

/// <summary>What a network is and what is told of its years, as its page shows it.</summary>
/// <param name="Menu">The other pages of the network.</param>
/// <param name="Network">Without its name, hub and aim where only codes are shown.</param>
/// <param name="IsNamed">Whether they are shown.</param>
/// <param name="Cycles">The cohort's, and years that something is told of beside them.</param>
/// <param name="Entries">What is told, of all years.</param>
/// <param name="Overall">The hub's own overall answers, by year.</param>
/// <param name="MayWrite">Whether the reader belongs to the hub.</param>
/// <param name="Leads">Whether the reader leads it, and so describes the network.</param>
public sealed record ContextView(
    NetworkMenu Menu, Network Network, bool IsNamed, IReadOnlyList<Cycle> Cycles, IReadOnlyList<ContextEntry> Entries, IReadOnlyDictionary<int, Answer> Overall,
    bool MayWrite, bool Leads)
{
    /// <summary>What is told of an item in a year; null where nothing ever was.</summary>
    public ContextEntry? Of(int year, ContextItem item) => Entries.FirstOrDefault(entry => entry.Year == year && entry.Item == item.Code);

    /// <summary>The years that something is told of.</summary>
    public IReadOnlyList<Cycle> Told => [.. Cycles.Where(cycle => Entries.Any(entry => entry.Year == cycle.Year && entry.IsSaid))];

    /// <summary>Those of the picture of levels: an open cycle that is not rated is no gap yet.</summary>
    public IReadOnlyList<Cycle> Drawn => [.. Cycles.Where(cycle => !cycle.IsOpen || Overall.ContainsKey(cycle.Year))];

    /// <summary>The cycle of an address; null when there is none of that year here.</summary>
    public Cycle? Asked(string? year) => Cycles.FirstOrDefault(cycle => $"{cycle.Year}" == year);
}

/// <summary>Reads profile and context in a number of statements that does not grow with the years.</summary>
public sealed class Contexts(IDbContextFactory<NetworkHealthDb> dbs)
{
    /// <returns>Null when there is no such network for this actor, or what its hub tells is not shared with them.</returns>
    public async Task<ContextView?> Read(Actor by, string slug, string code, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await NetworkPlace.Find(db, by, slug, code, ct) is not { } place || !by.ReadsPlans(place.Cohort, place.Network))
            return null;
        var (cohort, network) = (place.Cohort, place.Network);
        var entries = await db.ContextEntries.AsNoTracking().Where(entry => entry.NetworkId == network.Id).ToListAsync(ct);
        var overall = await db.CurrentRevisions.AsNoTracking().Where(rating => rating.NetworkId == network.Id && rating.Source == RatingSource.Self)
            .Select(rating => new { rating.Year, rating.Answers }).ToListAsync(ct);
        return new ContextView(
            await NetworkMenu.Of(db, by, place, ct), network, by.ReadsName(cohort, network), YearsOf.Cycles(cohort, entries.Where(entry => entry.IsSaid).Select(entry => entry.Year)), entries,
            overall.Where(rating => rating.Answers[Subject.Overall] is not null).ToDictionary(rating => rating.Year, rating => rating.Answers[Subject.Overall]!.Value),
            by.Rates(network, RatingSource.Self), by.Leads(network));
    }
}
