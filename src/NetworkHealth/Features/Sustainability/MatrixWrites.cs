using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Features.Trajectories;

namespace NetworkHealth.Features.Sustainability;

/// <summary>Where a matrix belongs: the address of its pages.</summary>
/// <param name="Cohort">Slug of the cohort.</param>
/// <param name="Code">Code of the network.</param>
public sealed record MatrixAddress(string Cohort, string Code);

/// <summary>What a hub writes into its matrix. Each is one change with a version; after the grant has ended too, since that is when it is looked at.</summary>
public sealed class MatrixWrites(IDbContextFactory<NetworkHealthDb> dbs, TimeProvider clock)
{
    public const string Stale = "Somebody else changed this entry while you wrote. Look at it as it is now, then decide again.";
    private const string Gone = "This entry is not here any more. Somebody else removed it.";

    /// <summary>Says what a cell is meant to be; the same again changes nothing.</summary>
    /// <exception cref="DomainRuleException">The actor is none of the hub, or plans stand in the cell.</exception>
    public Task SetState(Actor by, MatrixAddress address, MatrixPlace place, CellState state, CancellationToken ct = default) => Write(by, address, ChangeAction.CellSet, async (db, network, change) =>
    {
        var cell = await db.MatrixCells.SingleOrDefaultAsync(c => c.NetworkId == network.Id && c.Dimension == place.Dimension && c.Level == place.Level, ct);
        if ((cell?.State ?? CellState.Open) == state)
            return null;
        if (cell is null)
            db.MatrixCells.Add(cell = new MatrixCell(network.Id, place, CellState.Open));
        bool hasPlans = await db.PlanEntries.AnyAsync(entry => entry.NetworkId == network.Id && entry.Dimension == place.Dimension && entry.Level == place.Level
                                                               && !entry.IsRemoved && entry.Plan.Status != PlanStatus.Dropped, ct);
        cell.Set(state, hasPlans);
        change.Keep(cell);
        return place.Code;
    }, ct);

    /// <summary>Adds a plan to a cell.</summary>
    /// <returns>Its number.</returns>
    /// <exception cref="DomainRuleException">The actor is none of the hub, the cell is no goal, or the plan cannot be kept.</exception>
    public async Task<int> AddPlan(Actor by, MatrixAddress address, MatrixPlace place, Plan plan, CancellationToken ct = default)
    {
        int number = 0;
        await Write(by, address, ChangeAction.PlanAdded, async (db, network, change) =>
        {
            var cell = await db.MatrixCells.SingleOrDefaultAsync(c => c.NetworkId == network.Id && c.Dimension == place.Dimension && c.Level == place.Level, ct);
            if (cell is { State: not CellState.Open })
                throw new DomainRuleException("This cell is no goal or does not apply. Open it first.");
            var entry = new PlanEntry(network.Id, number = await Next(db, network, ct), place, plan, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
            db.PlanEntries.Add(entry);
            change.Keep(entry);
            return $"{place.Code}/{number}";
        }, ct);
        return number;
    }

    /// <summary>Changes what a plan says.</summary>
    /// <exception cref="DomainRuleException">The actor is none of the hub, somebody else changed it since the edition was read, or the plan cannot be kept.</exception>
    public Task ChangePlan(Actor by, MatrixAddress address, int number, int edition, Plan plan, CancellationToken ct = default) => Write(by, address, ChangeAction.PlanChanged, async (db, network, change) =>
    {
        var entry = await db.PlanEntries.SingleOrDefaultAsync(e => e.NetworkId == network.Id && e.Number == number && !e.IsRemoved, ct) ?? throw new DomainRuleException(Gone);
        if (entry.Plan == plan.Checked())
            return null;
        if (entry.Edition != edition)
            throw new DomainRuleException(Stale);
        entry.Change(plan);
        change.Keep(entry);
        return $"{entry.Place.Code}/{number}";
    }, ct);

    /// <summary>Adds what was seen.</summary>
    /// <returns>Its number.</returns>
    /// <exception cref="DomainRuleException">The actor is none of the hub, the plan that it answers is gone or of another cell, or it cannot be kept.</exception>
    public async Task<int> Observe(Actor by, MatrixAddress address, MatrixPlace place, Observation observation, int? answers = null, CancellationToken ct = default)
    {
        int number = 0;
        await Write(by, address, ChangeAction.ObservationAdded, async (db, network, change) =>
        {
            var entry = new ObservedEntry(network.Id, number = await Next(db, network, ct), place, observation, await PlanOf(db, network, answers, ct));
            db.ObservedEntries.Add(entry);
            change.Keep(entry);
            return $"{place.Code}/{number}";
        }, ct);
        return number;
    }

    /// <summary>Changes what was seen.</summary>
    /// <exception cref="DomainRuleException">The actor is none of the hub, somebody else changed it since the edition was read, or it cannot be kept.</exception>
    public Task ChangeObservation(Actor by, MatrixAddress address, int number, int edition, Observation observation, int? answers, CancellationToken ct = default) =>
        Write(by, address, ChangeAction.ObservationChanged, async (db, network, change) =>
        {
            var entry = await db.ObservedEntries.SingleOrDefaultAsync(e => e.NetworkId == network.Id && e.Number == number && !e.IsRemoved, ct) ?? throw new DomainRuleException(Gone);
            int read = entry.Edition;
            if (!entry.Change(observation, await PlanOf(db, network, answers, ct)))
                return null;
            if (read != edition)
                throw new DomainRuleException(Stale);
            change.Keep(entry);
            return $"{entry.Place.Code}/{number}";
        }, ct);

    /// <summary>Takes a plan out of the matrix, for one that was entered by mistake; one that came to nothing is dropped.</summary>
    /// <exception cref="DomainRuleException">The actor is none of the hub, an observation answers it, or somebody else changed it since the edition was read.</exception>
    public Task RemovePlan(Actor by, MatrixAddress address, int number, int edition, CancellationToken ct = default) => Write(by, address, ChangeAction.PlanRemoved, async (db, network, change) =>
    {
        var entry = await db.PlanEntries.SingleOrDefaultAsync(e => e.NetworkId == network.Id && e.Number == number && !e.IsRemoved, ct) ?? throw new DomainRuleException(Gone);
        if (entry.Edition != edition)
            throw new DomainRuleException(Stale);
        entry.Remove(await db.ObservedEntries.AnyAsync(seen => seen.NetworkId == network.Id && seen.Answers == number && !seen.IsRemoved, ct));
        change.Keep(entry);
        return $"{entry.Place.Code}/{number}";
    }, ct);

    /// <summary>Takes an observation out of the matrix.</summary>
    /// <exception cref="DomainRuleException">The actor is none of the hub, or somebody else changed it since the edition was read.</exception>
    public Task RemoveObservation(Actor by, MatrixAddress address, int number, int edition, CancellationToken ct = default) => Write(by, address, ChangeAction.ObservationRemoved, async (db, network, change) =>
    {
        var entry = await db.ObservedEntries.SingleOrDefaultAsync(e => e.NetworkId == network.Id && e.Number == number && !e.IsRemoved, ct) ?? throw new DomainRuleException(Gone);
        if (entry.Edition != edition)
            throw new DomainRuleException(Stale);
        entry.Remove();
        change.Keep(entry);
        return $"{entry.Place.Code}/{number}";
    }, ct);

    private static async Task<PlanEntry?> PlanOf(NetworkHealthDb db, Network network, int? number, CancellationToken ct) => number is null
        ? null
        : await db.PlanEntries.SingleOrDefaultAsync(entry => entry.NetworkId == network.Id && entry.Number == number && !entry.IsRemoved, ct)
          ?? throw new DomainRuleException("The plan that this answers is not here any more.");

    // Under the lock of the chain, so that no number is given twice.
    private static async Task<int> Next(NetworkHealthDb db, Network network, CancellationToken ct) => 1 + Math.Max(
        await db.PlanEntries.Where(entry => entry.NetworkId == network.Id).MaxAsync(entry => (int?)entry.Number, ct) ?? 0,
        await db.ObservedEntries.Where(entry => entry.NetworkId == network.Id).MaxAsync(entry => (int?)entry.Number, ct) ?? 0);

    private async Task Write(Actor by, MatrixAddress address, ChangeAction action, Func<NetworkHealthDb, Network, OpenChange, Task<string?>> write, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        await using var change = await db.BeginChange(by, clock, ct);
        var place = await NetworkPlace.Find(db, by, address.Cohort, address.Code, ct) ?? throw new DomainRuleException("There is no such network here.");
        by.MustRate(place.Network, RatingSource.Self);
        if (await write(db, place.Network, change) is { } touched)
            await change.Commit(action, place.Cohort.Id, $"matrix:{place.Network.Id}/{touched}", ct: ct);
    }
}
