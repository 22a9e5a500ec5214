using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Dashboards;

/// <summary>Reads the matrices of a cohort as counts of networks, in a number of statements that does not grow with them.</summary>
public sealed class CohortMatrix(IDbContextFactory<NetworkHealthDb> dbs)
{
    /// <param name="by">An administrator, or a funder of the cohort, for whom only networks count whose plans they read.</param>
    /// <param name="slug">Slug of the cohort.</param>
    /// <param name="filter">What is asked for.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null when there is no such cohort for this actor.</returns>
    public async Task<CohortMatrixView?> Read(Actor by, string slug, CohortMatrixFilter filter, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Cohorts.AsNoTracking().SingleOrDefaultAsync(of => of.Slug == slug, ct) is not { } cohort || !(by.IsAdministrator || by.FundedCohorts.Contains(cohort.Id)))
            return null;
        if (!by.IsAdministrator && cohort.Display == Display.Aggregates)
            return new CohortMatrixView(cohort.Slug, cohort.Name, filter, 0, 0, [], [], ShowsCountsOnly: true);

        var networks = await db.Networks.AsNoTracking().Where(network => network.CohortId == cohort.Id).ToListAsync(ct);
        HashSet<Guid> read = [.. networks.Where(network => by.ReadsPlans(cohort, network)).Select(network => network.Id)];
        // The same in the question, so that what is not shared does not leave the database.
        var (all, own) = (by.IsAdministrator, by.OwnNetworks);
        var shared = db.Networks.Where(network => network.CohortId == cohort.Id && (all || network.Sharing == Sharing.LevelsAndEvidence || own.Contains(network.Id)));

        var states = await db.MatrixCells.Where(cell => cell.State != CellState.Open && shared.Any(network => network.Id == cell.NetworkId))
            .Select(cell => new SaidOfCell(cell.NetworkId, cell.Dimension, cell.Level, cell.State)).ToListAsync(ct);
        var plans = await db.PlanEntries.Where(entry => !entry.IsRemoved && entry.Plan.Status != PlanStatus.Dropped && shared.Any(network => network.Id == entry.NetworkId))
            .Select(entry => new Planned(entry.NetworkId, entry.Dimension, entry.Level, entry.Plan.Strategies)).ToListAsync(ct);
        var seen = await db.ObservedEntries.Where(entry => !entry.IsRemoved && shared.Any(network => network.Id == entry.NetworkId))
            .Select(entry => new Sighted(
                entry.NetworkId, entry.Dimension, entry.Level, entry.Number, entry.Answers, entry.Observation.Seen, entry.Observation.SeenMonth, entry.Observation.Strategies)).ToListAsync(ct);
        return CohortMatrixCounts.Of(
            new CohortMatrixView(cohort.Slug, cohort.Name, filter, networks.Count, read.Count, [], []),
            [.. states.Where(said => read.Contains(said.NetworkId))], [.. plans.Where(plan => read.Contains(plan.NetworkId))], [.. seen.Where(sight => read.Contains(sight.NetworkId))]);
    }
}
