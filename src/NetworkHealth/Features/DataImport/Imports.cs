using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.DataImport;

/// <summary>
/// Brings data in from a file of any kind: all of it or nothing. The file is read and checked before the database is touched; then one
/// change merges it. Ratings, of which there may be a million, have a way of their own.
/// </summary>
public sealed class Imports(RatingsImport ratings, IDbContextFactory<NetworkHealthDb> dbs, TimeProvider clock)
{
    /// <param name="by">An administrator or the operator.</param>
    /// <param name="order">What to do with it.</param>
    /// <param name="file">UTF-8 CSV; read twice, so it must be able to seek.</param>
    /// <param name="ct">Cancels, and nothing is written.</param>
    /// <exception cref="DomainRuleException">The actor may not import, the slug or name cannot be a cohort's, or the cohort is new where it must not be.</exception>
    public Task<ImportResult> Run(Actor by, ImportOrder order, Stream file, CancellationToken ct = default) => Run(by, order, file, null, ct);

    /// <summary>The same, told now and then how many rows are read.</summary>
    internal async Task<ImportResult> Run(Actor by, ImportOrder order, Stream file, Action<int>? read, CancellationToken ct)
    {
        if (order.Kind == ImportKind.Ratings)
            return await ratings.Run(by, order, file, read, ct);

        by.MustAdminister();
        Code.Slug(order.Slug);
        var problems = new ImportProblems();
        string hash = await FileCheck.Run(file, problems, ct);
        file.Position = 0;
        var parsed = ImportedFile.Of(order.Kind);
        if (problems.Count == 0)
            parsed.Parse(file, problems, read);
        return problems.Count > 0 ? ImportResult.Refused(order.Kind, parsed.Rows, problems) : await Write(by, order, parsed, hash, problems, ct);
    }

    private async Task<ImportResult> Write(Actor by, ImportOrder order, ImportedFile file, string hash, ImportProblems problems, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(30));
        await using var change = await db.BeginChange(by, clock, ct);
        var warnings = new List<string>();
        var networks = new ImportNetworks(db, change, order, warnings);
        var cohort = await networks.CohortOf(file.Years, ct);
        var merge = new FileMerge(db, change, cohort.Id, await networks.Meet(cohort, file.Codes, ct), problems);
        await file.Merge(merge, ct);
        if (problems.Count > 0)
            return ImportResult.Refused(order.Kind, file.Rows, problems);

        var result = new ImportResult(file.Rows, merge.Created, merge.Changed, merge.Unchanged, [.. warnings, .. merge.Warnings], [], 0)
        {
            Kind = order.Kind,
            Besides = MadeKnown.Joined(merge.Besides, networks.Known.Words(order.Kind)),
        };
        if (!order.IsDryRun && (result.ChangesSomething || networks.Known.IsAnything))
        {
            await change.Commit(order.Kind.Action(), cohort.Id, $"cohort:{cohort.Id}",
                new { sha256 = hash, rows = result.Rows, result.Created, changed = result.Revised, result.Unchanged }, ct);
        }

        return result;
    }
}
