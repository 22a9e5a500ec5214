using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NetworkHealth.Domain;

namespace NetworkHealth.Data;

/// <summary>
/// A change being made: a transaction that holds the lock of the chain, so that its number is known before it is written.
/// Without <see cref="Commit"/> nothing of it stays.
/// </summary>
public sealed class OpenChange(NetworkHealthDb db, IDisposable? turn, IDbContextTransaction transaction, Actor by, TimeProvider clock, AuditHead head) : IAsyncDisposable
{
    public long Number => head.Count + 1;

    /// <summary>Keeps what the cohort looks like from this change on.</summary>
    public void Keep(Cohort cohort) =>
        db.Versions.Add(new EntityVersion(VersionedKind.Cohort, cohort.Id, Number, VersionJson.Of(cohort)));

    /// <summary>Keeps what the network looks like from this change on.</summary>
    public void Keep(Network network) =>
        db.Versions.Add(new EntityVersion(VersionedKind.Network, network.Id, Number, VersionJson.Of(network)));

    /// <summary>Keeps what a label beside the rule's says from this change on.</summary>
    public void Keep(OwnLabel label) =>
        db.Versions.Add(new EntityVersion(VersionedKind.OwnLabel, label.Id, Number, VersionJson.Of(label)));

    /// <summary>Keeps what a cell of a matrix is meant to be from this change on.</summary>
    public void Keep(MatrixCell cell) =>
        db.Versions.Add(new EntityVersion(VersionedKind.MatrixCell, cell.Id, Number, VersionJson.Of(cell)));

    /// <summary>Keeps what a plan says from this change on.</summary>
    public void Keep(PlanEntry entry) =>
        db.Versions.Add(new EntityVersion(VersionedKind.PlanEntry, entry.Id, Number, VersionJson.Of(entry)));

    /// <summary>Keeps what an observation says from this change on.</summary>
    public void Keep(ObservedEntry entry) =>
        db.Versions.Add(new EntityVersion(VersionedKind.ObservedEntry, entry.Id, Number, VersionJson.Of(entry)));

    /// <summary>Keeps what a hub's strategy says from this change on.</summary>
    public void Keep(HubStrategy strategy) =>
        db.Versions.Add(new EntityVersion(VersionedKind.HubStrategy, strategy.Id, Number, VersionJson.Of(strategy)));

    /// <summary>Keeps what is said of a year's context from this change on.</summary>
    public void Keep(ContextEntry entry) =>
        db.Versions.Add(new EntityVersion(VersionedKind.ContextEntry, entry.Id, Number, VersionJson.Of(entry)));

    /// <summary>Keeps what a team is called from this change on.</summary>
    public void Keep(Team team) =>
        db.Versions.Add(new EntityVersion(VersionedKind.Team, team.Id, Number, VersionJson.Of(team)));

    /// <summary>Keeps what is said of a team's year from this change on.</summary>
    public void Keep(TeamYear year) =>
        db.Versions.Add(new EntityVersion(VersionedKind.TeamYear, year.Id, Number, VersionJson.Of(year)));

    /// <summary>Writes what has been added so far, for statements that need it in the tables; it still stays only with the change.</summary>
    public Task Save(CancellationToken ct = default) => db.SaveChangesAsync(ct);

    /// <summary>Writes the entry of the chain as the last thing and commits.</summary>
    /// <param name="action">What was done.</param>
    /// <param name="cohortId">The cohort whose data it concerns.</param>
    /// <param name="touched">What it touched, by id.</param>
    /// <param name="details">Figures and fingerprints; never text about people.</param>
    /// <param name="ct">Cancels up to the commit.</param>
    public async Task<Change> Commit(ChangeAction action, Guid? cohortId, string touched, object? details = null, CancellationToken ct = default)
    {
        await Save(ct);
        var change = head.Append(clock.GetUtcNow(), by.PersonId, action, cohortId, touched, JsonSerializer.Serialize(details ?? new { }, VersionJson.Options));
        db.Changes.Add(change);
        await Save(ct);
        await transaction.CommitAsync(ct);
        return change;
    }

    public async ValueTask DisposeAsync()
    {
        using (turn)
            await transaction.DisposeAsync();
        // A context that makes a second change must read the head anew: others may have come between.
        db.Entry(head).State = EntityState.Detached;
    }
}
