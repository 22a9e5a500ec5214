using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Strategies;

/// <summary>What somebody reads of the library.</summary>
/// <param name="Strategies">All that they may read: the published ones, then those of hubs.</param>
/// <param name="Own">The networks that they write for.</param>
public sealed record LibraryView(IReadOnlyList<LibraryStrategy> Strategies, IReadOnlyList<HubNetwork> Own);

/// <summary>Reads the library in two statements, however many strategies there are; for whoever has no hub, in none.</summary>
public sealed class StrategyLibrary(IDbContextFactory<NetworkHealthDb> dbs)
{
    /// <summary>The whole library of a reader.</summary>
    public async Task<LibraryView> Read(Actor by, CancellationToken ct = default)
    {
        if (!by.IsAdministrator && by.OwnNetworks.Count == 0)
            return new LibraryView(LibraryStrategy.Published, []);
        await using var db = await dbs.CreateDbContextAsync(ct);
        var hubs = await Of(db, by, ReadBy(db, by), ct);
        return new LibraryView([.. LibraryStrategy.Published, .. hubs], await Own(db, by, ct));
    }

    /// <summary>One strategy, for a hub that wants to take it over, with the networks that the reader writes for.</summary>
    /// <returns>Null when there is no such strategy for this actor, it was withdrawn, or the actor belongs to no hub.</returns>
    public async Task<(LibraryStrategy Strategy, IReadOnlyList<HubNetwork> Own)?> ToCopy(Actor by, string id, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var own = await Own(db, by, ct);
        var strategy = LibraryStrategy.Published.SingleOrDefault(one => one.Id == id)
                       ?? (Guid.TryParse(id, out var guid) ? (await Of(db, by, ReadBy(db, by).Where(one => one.Id == guid && !one.IsWithdrawn), ct)).SingleOrDefault() : null);
        return own.Count == 0 || strategy is null ? null : (strategy, own);
    }

    /// <summary>A strategy of a hub of the reader, withdrawn ones too.</summary>
    /// <returns>Null when it is none of theirs.</returns>
    public async Task<LibraryStrategy?> ToChange(Actor by, Guid id, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return (await Of(db, by, ReadBy(db, by).Where(one => one.Id == id), ct)).SingleOrDefault(one => one.Origin == StrategyOrigin.Own);
    }

    /// <summary>The networks that somebody writes for.</summary>
    public async Task<IReadOnlyList<HubNetwork>> Own(Actor by, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await Own(db, by, ct);
    }

    /// <summary>
    /// The strategies of hubs that somebody may read: all of their own hubs, withdrawn ones too; of other hubs of the same cohorts those that are
    /// shared; administrators read all that are not withdrawn.
    /// </summary>
    internal static IQueryable<HubStrategy> ReadBy(NetworkHealthDb db, Actor by)
    {
        var own = by.OwnNetworks;
        bool all = by.IsAdministrator;
        return db.HubStrategies.Where(strategy => own.Contains(strategy.NetworkId) || (!strategy.IsWithdrawn && (all || (strategy.IsShared
            && db.Networks.Any(theirs => theirs.Id == strategy.NetworkId && db.Networks.Any(mine => own.Contains(mine.Id) && mine.CohortId == theirs.CohortId))))));
    }

    private static async Task<IReadOnlyList<LibraryStrategy>> Of(NetworkHealthDb db, Actor by, IQueryable<HubStrategy> strategies, CancellationToken ct)
    {
        var rows = await (from strategy in strategies.AsNoTracking()
                          join network in db.Networks on strategy.NetworkId equals network.Id
                          join cohort in db.Cohorts on network.CohortId equals cohort.Id
                          orderby cohort.Slug, network.Code, strategy.Id
                          select new { strategy, Network = new HubNetwork(network.Id, cohort.Slug, cohort.Name, network.Code, network.Name) }).ToListAsync(ct);
        var own = by.OwnNetworks;
        return
        [
            .. from row in rows
               let one = row.strategy
               let origin = own.Contains(one.NetworkId) ? StrategyOrigin.Own : StrategyOrigin.Cohort
               orderby one.IsWithdrawn
               select new LibraryStrategy(one.Id.ToString(), one.Name, one.Strategies, one.Story, one.Places, [], origin, new StrategyHub(row.Network, one.IsShared, one.IsWithdrawn, one.Edition)),
        ];
    }

    private static async Task<IReadOnlyList<HubNetwork>> Own(NetworkHealthDb db, Actor by, CancellationToken ct)
    {
        var own = by.OwnNetworks;
        return own.Count == 0
            ? []
            : await (from network in db.Networks
                     where own.Contains(network.Id)
                     join cohort in db.Cohorts on network.CohortId equals cohort.Id
                     orderby cohort.Slug, network.Code
                     select new HubNetwork(network.Id, cohort.Slug, cohort.Name, network.Code, network.Name)).ToListAsync(ct);
    }
}
