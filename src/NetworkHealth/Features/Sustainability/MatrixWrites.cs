using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Sustainability;

/// <summary>What a hub plans in its matrix. Each write is one change with a version.</summary>
public sealed class MatrixWrites(IDbContextFactory<NetworkHealthDb> dbs, TimeProvider clock)
{
    /// <summary>Says what a cell is meant to be; the same again changes nothing.</summary>
    /// <exception cref="DomainRuleException">The actor is none of the hub, or plans stand in the cell.</exception>
    public Task SetState(Actor by, MatrixAddress address, MatrixPlace place, CellState state, CancellationToken ct = default) => Write(by, address, ChangeAction.CellSet, async (db, network, change) =>
    {
        var cell = await Cell(db, network, place, ct);
        if ((cell?.State ?? CellState.Open) == state)
            return null;
        if (cell is null)
            db.MatrixCells.Add(cell = new MatrixCell(network.Id, place, CellState.Open));
        bool hasPlans = await db.PlanEntries.AnyAsync(entry => entry.NetworkId == network.Id && entry.Dimension == place.Dimension && entry.Level == place.Level
                                                               && !entry.IsRemoved && entry.Plan.Status != PlanStatus.Dropped, ct);
        cell.Set(state, hasPlans);
        change.Keep(cell);
        return $"cell:{cell.Id}/{place.Code}";
    }, ct);

    /// <summary>Adds a plan to a cell.</summary>
    /// <returns>Its number.</returns>
    /// <exception cref="DomainRuleException">The actor is none of the hub, the cell is no goal, or the plan cannot be kept.</exception>
    public async Task<int> AddPlan(Actor by, MatrixAddress address, MatrixPlace place, Plan plan, CancellationToken ct = default)
    {
        int number = 0;
        await Write(by, address, ChangeAction.PlanAdded, async (db, network, change) =>
        {
            if (await Cell(db, network, place, ct) is { State: not CellState.Open })
                throw new DomainRuleException("This cell is no goal or does not apply. Open it first.");
            var entry = new PlanEntry(network.Id, number = await MatrixChange.Next(db, network, ct), place, plan, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
            db.PlanEntries.Add(entry);
            change.Keep(entry);
            return Touched(entry);
        }, ct);
        return number;
    }

    /// <summary>Changes what a plan says; the same again changes nothing.</summary>
    /// <returns>The edition that stands now.</returns>
    /// <exception cref="DomainRuleException">The actor is none of the hub, somebody else changed it since the edition was read, or the plan cannot be kept.</exception>
    public async Task<int> ChangePlan(Actor by, MatrixAddress address, int number, int edition, Plan plan, CancellationToken ct = default)
    {
        int now = 0;
        await Write(by, address, ChangeAction.PlanChanged, async (db, network, change) =>
        {
            var entry = await MatrixChange.Plan(db, network, number, ct);
            now = entry.Edition;
            if (entry.Plan == plan.Checked())
                return null;
            if (entry.Edition != edition)
                throw new DomainRuleException(MatrixChange.Stale);
            if (entry.Plan.Status == PlanStatus.Dropped && plan.Status != PlanStatus.Dropped && await Cell(db, network, entry.Place, ct) is { State: not CellState.Open })
                throw new DomainRuleException("This cell is no goal or does not apply. Open it before you take the plan up again.");
            entry.Change(plan);
            now = entry.Edition;
            change.Keep(entry);
            return Touched(entry);
        }, ct);
        return now;
    }

    /// <summary>Takes a plan out of the matrix, for one that was entered by mistake; one that came to nothing is dropped.</summary>
    /// <exception cref="DomainRuleException">The actor is none of the hub, an observation answers it, or somebody else changed it since the edition was read.</exception>
    public Task RemovePlan(Actor by, MatrixAddress address, int number, int edition, CancellationToken ct = default) => Write(by, address, ChangeAction.PlanRemoved, async (db, network, change) =>
    {
        var entry = await MatrixChange.Plan(db, network, number, ct);
        if (entry.Edition != edition)
            throw new DomainRuleException(MatrixChange.Stale);
        entry.Remove(await db.ObservedEntries.AnyAsync(seen => seen.NetworkId == network.Id && seen.Answers == number && !seen.IsRemoved, ct));
        change.Keep(entry);
        return Touched(entry);
    }, ct);

    private static string Touched(PlanEntry entry) => $"plan:{entry.Id}/{entry.Place.Code}";

    private static Task<MatrixCell?> Cell(NetworkHealthDb db, Network network, MatrixPlace place, CancellationToken ct) =>
        db.MatrixCells.SingleOrDefaultAsync(cell => cell.NetworkId == network.Id && cell.Dimension == place.Dimension && cell.Level == place.Level, ct);

    private Task Write(Actor by, MatrixAddress address, ChangeAction action, Func<NetworkHealthDb, Network, OpenChange, Task<string?>> write, CancellationToken ct) =>
        MatrixChange.Make(dbs, clock, by, address, action, write, ct);
}
