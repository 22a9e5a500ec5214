using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Features.Sustainability;
using NetworkHealth.Features.Trajectories;

namespace NetworkHealth.Features.Strategies;

/// <summary>What a hub says of a strategy of its own.</summary>
public sealed record StrategyText(string Name, Strategy Ways, string Story, IReadOnlyList<MatrixPlace> Places, bool IsShared);

/// <summary>What hubs write into the library. Each is one change with a version; after the grant has ended too.</summary>
public sealed class HubStrategies(IDbContextFactory<NetworkHealthDb> dbs, TimeProvider clock)
{
    public const string Stale = "Somebody else of your hub changed this strategy while you wrote. Nothing of yours is saved yet. Theirs stands below; save again if yours shall stand instead.";
    public const string Withdrawn = "Somebody else of your hub withdrew this strategy while you wrote. It is not changed any more; you can write it down as a new one.";

    /// <summary>Adds a strategy to the library of a hub.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="DomainRuleException">The actor is none of the hub, or the strategy cannot be kept.</exception>
    public async Task<Guid> Add(Actor by, MatrixAddress address, StrategyText says, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        await using var change = await db.BeginChange(by, clock, ct);
        var place = await NetworkPlace.Find(db, by, address.Cohort, address.Code, ct) ?? throw new DomainRuleException("There is no such network here.");
        by.MustRate(place.Network, RatingSource.Self);
        var strategy = new HubStrategy(place.Network.Id, says.Name, says.Ways, says.Story, says.Places, says.IsShared);
        db.HubStrategies.Add(strategy);
        await Commit(change, ChangeAction.StrategyAdded, place.Network, strategy, ct);
        return strategy.Id;
    }

    /// <summary>Changes what a strategy says, or who reads it; the same again changes nothing.</summary>
    /// <exception cref="DomainRuleException">The actor is none of the hub, somebody else changed or withdrew it since the edition was read, or it cannot be kept.</exception>
    public Task Change(Actor by, Guid id, int edition, StrategyText says, CancellationToken ct = default) => Write(by, id, ChangeAction.StrategyChanged, strategy =>
    {
        if (strategy.IsWithdrawn)
            throw new DomainRuleException(Withdrawn);
        int now = strategy.Edition;
        if (!strategy.Change(says.Name, says.Ways, says.Story, says.Places, says.IsShared))
            return false;
        return now == edition ? true : throw new DomainRuleException(Stale);
    }, ct);

    /// <summary>Takes a strategy out of the library; copies of it in cells stay. Withdrawing it again changes nothing.</summary>
    /// <exception cref="DomainRuleException">The actor is none of the hub, or somebody else changed it since the edition was read.</exception>
    public Task Withdraw(Actor by, Guid id, int edition, CancellationToken ct = default) => Write(by, id, ChangeAction.StrategyWithdrawn, strategy =>
    {
        if (strategy.IsWithdrawn)
            return false;
        if (strategy.Edition != edition)
            throw new DomainRuleException("Somebody else of your hub changed this strategy while you read. Look at it as it is now, then decide again.");
        strategy.Withdraw();
        return true;
    }, ct);

    private async Task Write(Actor by, Guid id, ChangeAction action, Func<HubStrategy, bool> write, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        await using var change = await db.BeginChange(by, clock, ct);
        var strategy = await StrategyLibrary.ReadBy(db, by).SingleOrDefaultAsync(one => one.Id == id, ct) ?? throw new DomainRuleException("There is no such strategy here.");
        var network = await db.Networks.AsNoTracking().SingleAsync(one => one.Id == strategy.NetworkId, ct);
        by.MustRate(network, RatingSource.Self);
        if (write(strategy))
            await Commit(change, action, network, strategy, ct);
    }

    // The trail finds what concerns a network by the network's id.
    private static async Task Commit(OpenChange change, ChangeAction action, Network network, HubStrategy strategy, CancellationToken ct)
    {
        change.Keep(strategy);
        await change.Commit(action, network.CohortId, $"strategy:{strategy.Id}", new { network = network.Id }, ct);
    }
}
