using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Sustainability;

/// <summary>What a hub sees of what should last. Each write is one change with a version.</summary>
public sealed class ObservationWrites(IDbContextFactory<NetworkHealthDb> dbs, TimeProvider clock)
{
    /// <summary>Adds what was seen.</summary>
    /// <returns>Its number.</returns>
    /// <exception cref="DomainRuleException">The actor is none of the hub, the plan that it answers is gone or of another cell, or it cannot be kept.</exception>
    public async Task<int> Observe(Actor by, MatrixAddress address, MatrixPlace place, Observation observation, int? answers = null, CancellationToken ct = default)
    {
        int number = 0;
        await Write(by, address, ChangeAction.ObservationAdded, async (db, network, change) =>
        {
            MustHaveCome(observation);
            var entry = new ObservedEntry(network.Id, number = await MatrixChange.Next(db, network, ct), place, observation, await PlanOf(db, network, answers, ct));
            db.ObservedEntries.Add(entry);
            change.Keep(entry);
            return Touched(entry);
        }, ct);
        return number;
    }

    /// <summary>Changes what was seen; the same again changes nothing.</summary>
    /// <returns>The edition that stands now.</returns>
    /// <exception cref="DomainRuleException">The actor is none of the hub, somebody else changed it since the edition was read, or it cannot be kept.</exception>
    public async Task<int> Change(Actor by, MatrixAddress address, int number, int edition, Observation observation, int? answers, CancellationToken ct = default)
    {
        int now = 0;
        await Write(by, address, ChangeAction.ObservationChanged, async (db, network, change) =>
        {
            var entry = await MatrixChange.Observation(db, network, number, ct);
            int read = now = entry.Edition;
            MustHaveCome(observation);
            if (!entry.Change(observation, await PlanOf(db, network, answers, ct)))
                return null;
            if (read != edition)
                throw new DomainRuleException(MatrixChange.Stale);
            now = entry.Edition;
            change.Keep(entry);
            return Touched(entry);
        }, ct);
        return now;
    }

    /// <summary>Takes an observation out of the matrix.</summary>
    /// <exception cref="DomainRuleException">The actor is none of the hub, or somebody else changed it since the edition was read.</exception>
    public Task Remove(Actor by, MatrixAddress address, int number, int edition, CancellationToken ct = default) => Write(by, address, ChangeAction.ObservationRemoved, async (db, network, change) =>
    {
        var entry = await MatrixChange.Observation(db, network, number, ct);
        if (entry.Edition != edition)
            throw new DomainRuleException(MatrixChange.Stale);
        entry.Remove();
        change.Keep(entry);
        return Touched(entry);
    }, ct);

    private void MustHaveCome(Observation observation)
    {
        if (Month.Checked(observation.SeenMonth, "The month in which it was seen") is { } month && month > Month.Of(clock))
            throw new DomainRuleException($"{Month.Words(month)} has not come yet. Say when it was seen.");
    }

    private static string Touched(ObservedEntry entry) => $"seen:{entry.Id}/{entry.Place.Code}";

    private static async Task<PlanEntry?> PlanOf(NetworkHealthDb db, Network network, int? number, CancellationToken ct) => number is null
        ? null
        : await db.PlanEntries.SingleOrDefaultAsync(entry => entry.NetworkId == network.Id && entry.Number == number && !entry.IsRemoved, ct)
          ?? throw new DomainRuleException("The plan that this answers is not here any more.");

    private Task Write(Actor by, MatrixAddress address, ChangeAction action, Func<NetworkHealthDb, Network, OpenChange, Task<string?>> write, CancellationToken ct) =>
        MatrixChange.Make(dbs, clock, by, address, action, write, ct);
}
