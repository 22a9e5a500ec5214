using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Features.Cohorts;
using NetworkHealth.Features.Trajectories;

namespace NetworkHealth.Features.DataImport;

/// <summary>How a file of ratings is to be taken.</summary>
/// <param name="Slug">The cohort; made when it is new.</param>
/// <param name="FileName">Named in the reason of each revision.</param>
/// <param name="CohortName">The name of a new cohort; its slug when null.</param>
/// <param name="Source">Whose judgement it is where the file does not say.</param>
/// <param name="IsDryRun">Says what would happen and writes nothing.</param>
/// <param name="IsNewCohort">Whether the cohort must be new, or must be there; null makes it where it is new.</param>
/// <param name="Kind">What the file is of.</param>
public sealed record ImportOrder(
    string Slug, string FileName, string? CohortName = null, RatingSource Source = RatingSource.Self, bool IsDryRun = false, bool? IsNewCohort = null,
    ImportKind Kind = ImportKind.Ratings);

/// <summary>
/// Loads years of ratings from a file: all of it or nothing. The file is read and checked before the database is touched; then one
/// change stages the ratings in bulk and merges them by set, so that the lock is held for a second or two a million levels.
/// </summary>
public sealed class RatingsImport(IDbContextFactory<NetworkHealthDb> dbs, TimeProvider clock)
{
    /// <param name="by">An administrator or the operator.</param>
    /// <param name="order">What to do with it.</param>
    /// <param name="file">UTF-8 CSV in one of three shapes; read twice, so it must be able to seek.</param>
    /// <param name="ct">Cancels, and nothing is written.</param>
    /// <exception cref="DomainRuleException">The actor may not import, the slug or name cannot be a cohort's, or the cohort is new where it must not be.</exception>
    public Task<ImportResult> Run(Actor by, ImportOrder order, Stream file, CancellationToken ct = default) => Run(by, order, file, null, ct);

    /// <summary>The same, told now and then how many rows are read.</summary>
    internal async Task<ImportResult> Run(Actor by, ImportOrder order, Stream file, Action<int>? read, CancellationToken ct)
    {
        by.MustAdminister();
        Code.Slug(order.Slug);

        var problems = new ImportProblems();
        string hash = await FileCheck.Run(file, problems, ct);
        file.Position = 0;
        var parsed = problems.Count == 0 ? new RatingsParser(order.Source, problems, read).Parse(file) : new RatingsFile();
        if (problems.Count > 0)
            return ImportResult.Refused(ImportKind.Ratings, parsed.Rows, problems);

        await using var db = await dbs.CreateDbContextAsync(ct);
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(30));
        return await Write(db, by, order, parsed, hash, ct);
    }

    private async Task<ImportResult> Write(NetworkHealthDb db, Actor by, ImportOrder order, RatingsFile file, string hash, CancellationToken ct)
    {
        await using var staged = await StagedRatings.Stage(db, file, ct);
        await using var change = await db.BeginChange(by, clock, ct);
        var warnings = new List<string>();

        var networks = new ImportNetworks(db, change, order, warnings);
        var cohort = await networks.CohortOf(file.Years, ct);
        await networks.Merge(cohort, file, ct);

        var (created, revised, restamped) = await staged.Merge(cohort.Id, change.Number, $"Imported from {order.FileName}", ct);
        await change.Save(ct);
        await OwnLabels.LetLapse(db, change, db.Networks.Where(network => network.CohortId == cohort.Id), ct);
        if (restamped > 0)
            warnings.Add($"{English.Capital(English.Count(restamped, "rating"))} took the framework version or month of this file as a whole, also for answers that it does not repeat.");
        warnings.AddRange(await PublishedLabels.Differences(db, cohort.Id, file, ct));

        var result = new ImportResult(file.Rows, created, revised, file.Ratings.Count - created - revised, warnings, [], 0) { Besides = networks.Known.Words(ImportKind.Ratings) };
        if (!order.IsDryRun && (result.ChangesSomething || networks.Known.IsAnything))
        {
            await TablesOnClosing.Make(db, change.Number, cohort, closing: null, ct);
            await change.Commit(ChangeAction.RatingsImported, cohort.Id, $"cohort:{cohort.Id}",
                new { sha256 = hash, rows = result.Rows, result.Created, result.Revised, result.Unchanged }, ct);
        }

        return result;
    }
}
