using System.Globalization;
using System.IO.Pipelines;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Features.ResearchExport;
using NetworkHealth.Shell;

namespace NetworkHealth.Features.AuditTrail;

/// <summary>Reads the trail of changes for administrators, a page in a number of statements that does not grow with the trail.</summary>
public sealed class Trail(IDbContextFactory<NetworkHealthDb> dbs, TimeProvider clock)
{
    public const int PageSize = 50;

    private const int Batch = 500;

    private static readonly string[] Columns = ["number", "at", "actor_id", "actor", "action", "concerns", "touched", "changed", "details", "hash"];

    /// <summary>A page of what fits, newest first.</summary>
    /// <param name="by">An administrator.</param>
    /// <param name="filter">Which entries.</param>
    /// <param name="before">Only entries with lower numbers; null begins at the newest.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="DomainRuleException">The actor may not, or the filter cannot be read.</exception>
    public async Task<TrailPage> Read(Actor by, TrailFilter filter, long? before, CancellationToken ct = default)
    {
        by.MustAdminister();
        await using var db = await dbs.CreateDbContextAsync(ct);
        var fitting = await TrailQuery.Of(db, filter, ct);
        var changes = await fitting.Where(change => before == null || change.Number < before).OrderByDescending(change => change.Number).Take(PageSize + 1).ToListAsync(ct);
        var shown = changes.Take(PageSize).ToList();
        var names = await TrailNames.Of(db, shown, ct);
        return new TrailPage([.. shown.Select(names.Entry)], changes.Count > PageSize ? shown[^1].Number : null, before is null);
    }

    /// <summary>
    /// Writes all that fits as CSV, newest first. That it was taken is noted before, in a change of its own, so that the file holds that too.
    /// </summary>
    /// <exception cref="DomainRuleException">The actor may not, or the filter cannot be read.</exception>
    public async Task Write(Actor by, TrailFilter filter, Func<PipeWriter> open, CancellationToken ct = default)
    {
        by.MustAdminister();
        await using var db = await dbs.CreateDbContextAsync(ct);
        var fitting = await TrailQuery.Of(db, filter, ct);
        await using (var change = await db.BeginChange(by, clock, ct))
            await change.Commit(ChangeAction.Exported, null, "file:audit.csv", ct: ct);

        var csv = new CsvOutput(open());
        csv.Header(Columns);
        long before = long.MaxValue;
        while (await fitting.Where(change => change.Number < before).OrderByDescending(change => change.Number).Take(Batch).ToListAsync(ct) is { Count: > 0 } changes)
        {
            var names = await TrailNames.Of(db, changes, ct);
            foreach (var change in changes)
                Row(csv, names.Entry(change));
            await csv.Drain(ct);
            before = changes[^1].Number;
        }

        await csv.Flush(ct);
    }

    private static void Row(CsvOutput csv, TrailEntry entry)
    {
        var change = entry.Change;
        csv.Text(change.Number.ToString(CultureInfo.InvariantCulture));
        csv.Text(Times.Exact(change.At));
        csv.Text(change.ActorId?.ToString());
        csv.Text(entry.Who);
        csv.Text(change.Action.ToString());
        csv.Text(entry.What);
        csv.Text(change.Touched);
        csv.Text(string.Join("; ", entry.Differences.Select(field => $"{field.Field}: {field.Before} → {field.After}")));
        csv.Text(change.Details);
        csv.Text(change.Hash);
        csv.EndRow();
    }
}
