using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Features.Trajectories;

namespace NetworkHealth.Features.Sustainability;

/// <summary>Where a matrix belongs: the address of its pages.</summary>
/// <param name="Cohort">Slug of the cohort.</param>
/// <param name="Code">Code of the network.</param>
public sealed record MatrixAddress(string Cohort, string Code);

/// <summary>One write into a matrix: by its hub alone, also once the network is archived, since that is when it is looked at.</summary>
internal static class MatrixChange
{
    public const string Stale = "Somebody else changed this entry while you wrote. Look at it as it is now, then decide again.";
    public const string Gone = "This entry is not here any more. Somebody else removed it.";

    /// <param name="dbs">The database.</param>
    /// <param name="clock">The time of the change.</param>
    /// <param name="by">Who writes.</param>
    /// <param name="address">Whose matrix.</param>
    /// <param name="action">What is done.</param>
    /// <param name="write">Writes, and says what it touched; null when nothing changed.</param>
    /// <param name="ct">Cancels, and nothing is written.</param>
    /// <exception cref="DomainRuleException">The actor is none of the hub, or the write refuses.</exception>
    public static async Task Make(
        IDbContextFactory<NetworkHealthDb> dbs, TimeProvider clock, Actor by, MatrixAddress address, ChangeAction action,
        Func<NetworkHealthDb, Network, OpenChange, Task<string?>> write, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        await using var change = await db.BeginChange(by, clock, ct);
        var place = await NetworkPlace.Find(db, by, address.Cohort, address.Code, ct) ?? throw new DomainRuleException("There is no such network here.");
        by.MustRate(place.Network, RatingSource.Self);
        if (await write(db, place.Network, change) is { } touched)
            await change.Commit(action, place.Cohort.Id, touched, new { network = place.Network.Id }, ct);
    }

    /// <summary>The number of a new entry. Under the lock of the chain, so that none is given twice.</summary>
    public static async Task<int> Next(NetworkHealthDb db, Network network, CancellationToken ct) => 1 + Math.Max(
        await db.PlanEntries.Where(entry => entry.NetworkId == network.Id).MaxAsync(entry => (int?)entry.Number, ct) ?? 0,
        await db.ObservedEntries.Where(entry => entry.NetworkId == network.Id).MaxAsync(entry => (int?)entry.Number, ct) ?? 0);

    /// <exception cref="DomainRuleException">It is not there any more.</exception>
    public static async Task<PlanEntry> Plan(NetworkHealthDb db, Network network, int number, CancellationToken ct) =>
        await db.PlanEntries.SingleOrDefaultAsync(entry => entry.NetworkId == network.Id && entry.Number == number && !entry.IsRemoved, ct)
        ?? throw new DomainRuleException(Gone);

    /// <exception cref="DomainRuleException">It is not there any more.</exception>
    public static async Task<ObservedEntry> Observation(NetworkHealthDb db, Network network, int number, CancellationToken ct) =>
        await db.ObservedEntries.SingleOrDefaultAsync(entry => entry.NetworkId == network.Id && entry.Number == number && !entry.IsRemoved, ct)
        ?? throw new DomainRuleException(Gone);
}
