using System.IO.Pipelines;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.ResearchExport;

/// <summary>Takes data away: settles who may take what as of when, notes it in the chain, then streams the file.</summary>
public sealed class Exports(IDbContextFactory<NetworkHealthDb> dbs, TimeProvider clock)
{
    /// <summary>
    /// Opens an export and writes its change. The entry comes before the data on purpose: whoever takes data away is on record even when
    /// the transfer breaks, and since changes get ever later times, nothing can be added any more to what stood at <paramref name="asOf"/>.
    /// </summary>
    /// <param name="by">Who takes it.</param>
    /// <param name="slug">Of which cohort.</param>
    /// <param name="file">Which file.</param>
    /// <param name="asOf">The time whose state is wanted; null is the last change to the cohort's data.</param>
    /// <param name="identified">Whether names and rare values are wanted, where the actor may have them.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null when there is no such cohort for this actor.</returns>
    /// <exception cref="DomainRuleException">The time has not come yet.</exception>
    public async Task<Export?> Open(Actor by, string slug, ExportFile file, DateTimeOffset? asOf, bool identified, CancellationToken ct = default)
    {
        asOf = asOf?.ToUniversalTime();
        if (asOf >= DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds()))
            throw new DomainRuleException("The time asked for has not passed yet, so nobody can say what will stand then.");

        await using var db = await dbs.CreateDbContextAsync(ct);
        var cohort = await db.Cohorts.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug, ct);
        if (cohort is null)
            return null;

        Guid[]? only = null;
        if (!by.IsAdministrator)
        {
            var own = by.OwnNetworks;
            only = await db.Networks.Where(n => n.CohortId == cohort.Id && own.Contains(n.Id)).Select(n => n.Id).ToArrayAsync(ct);
            if (only.Length == 0)
                return null;
        }

        await using var change = await db.BeginChange(by, clock, ct);
        var last = await db.Changes.AsNoTracking()
            .Where(c => c.CohortId == cohort.Id && ChangeActions.OfData.Contains(c.Action) && (asOf == null || c.At <= asOf))
            .OrderByDescending(c => c.Number).Select(c => new { c.Number, c.At }).FirstOrDefaultAsync(ct);
        var json = await db.Versions.Where(v => v.EntityId == cohort.Id && v.Change <= (last == null ? 0 : last.Number))
            .OrderByDescending(v => v.Change).Select(v => v.Json).FirstOrDefaultAsync(ct);
        var export = new Export(file, cohort.Id, json is null ? new CohortThen(slug, cohort.Name, null, []) : VersionJson.Cohort(json),
            last?.Number ?? 0, asOf ?? last?.At ?? clock.GetUtcNow(), only, identified || only is not null);
        await change.Commit(ChangeAction.Exported, cohort.Id, $"file:{file.Name()}",
            new { asOf = export.AsOf, change = export.Change, export.Identified, networks = only?.Length }, ct);
        return export;
    }

    /// <summary>Streams the file; the pipe is flushed, not completed.</summary>
    public async Task Write(Export export, PipeWriter pipe, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        await db.Database.OpenConnectionAsync(ct);
        var csv = new CsvOutput(pipe);
        await (export.File switch
        {
            ExportFile.Ratings => RatingsCsv.Write(db, export, csv, ct),
            ExportFile.Trajectories => TrajectoriesCsv.Write(db, export, csv, ct),
            ExportFile.Networks => NetworksCsv.Write(db, export, csv, ct),
            ExportFile.Sustainability => SustainabilityCsv.Write(db, export, csv, ct),
            ExportFile.Context => ContextCsv.Write(db, export, csv, ct),
            _ => TeamsCsv.Write(db, export, csv, ct),
        });
        await csv.Flush(ct);
    }
}
