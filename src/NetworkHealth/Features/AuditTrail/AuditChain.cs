using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.AuditTrail;

/// <summary>What checking the chain of changes found.</summary>
/// <param name="Count">Entries read.</param>
/// <param name="Head">The hash of the last entry: kept elsewhere, it proves later that nobody wrote a new chain.</param>
/// <param name="Problem">The first entry that does not fit, in a sentence; null when all fit.</param>
public sealed record AuditFinding(long Count, string Head, string? Problem);

/// <summary>Checks the chain of changes from its first entry to its head.</summary>
public sealed class AuditChain(IDbContextFactory<NetworkHealthDb> dbs)
{
    public async Task<AuditFinding> Verify(CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        // One snapshot, so that a change that comes meanwhile is either in the entries and the head or in neither.
        await using var snapshot = await db.BeginReading(ct);
        AuditHead? head;
        try
        {
            head = await db.AuditHead.AsNoTracking().SingleOrDefaultAsync(ct);
        }
        catch (Exception unreadable) when (IsUnreadable(unreadable))
        {
            return new AuditFinding(0, "", "The row that holds the end of the chain cannot be read, or there are two.");
        }

        if (head is null)
            return new AuditFinding(0, "", "The row that holds the end of the chain is missing.");

        var (count, last, at) = (0L, Change.NoHash, DateTimeOffset.UnixEpoch);
        await using var entries = db.Changes.AsNoTracking().OrderBy(change => change.Number).AsAsyncEnumerable().GetAsyncEnumerator(ct);
        while (true)
        {
            try
            {
                if (!await entries.MoveNextAsync())
                    break;
            }
            catch (Exception unreadable) when (IsUnreadable(unreadable))
            {
                return new AuditFinding(count, last, $"Entry {count + 1} cannot be read: one of its fields holds what was never written there.");
            }

            var entry = entries.Current;
            if (entry.Number != count + 1)
                return new AuditFinding(count, last, $"Entry {count + 1} is missing.");
            if (entry.Hash != entry.HashAfter(last) || entry.At <= at)
                return new AuditFinding(count, last, $"Entry {entry.Number} is not what was written.");
            (count, last, at) = (entry.Number, entry.Hash, entry.At);
        }

        if (count < head.Count)
            return new AuditFinding(count, last, $"Entry {count + 1} is missing: the chain once had {head.Count}.");
        if (head.LastHash != last || head.Count != count || head.LastAt != at)
            return new AuditFinding(count, last, $"The end of the chain is not entry {count} as it stands.");
        return new AuditFinding(count, last, null);
    }

    private static bool IsUnreadable(Exception thrown) =>
        thrown is InvalidOperationException { InnerException: not DbException } or FormatException or InvalidCastException or ArgumentException or OverflowException;
}
