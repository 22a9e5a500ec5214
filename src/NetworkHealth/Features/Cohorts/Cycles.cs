using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Cohorts;

/// <summary>What came of opening or closing a cycle.</summary>
/// <param name="Shown">How the cycle is shown.</param>
/// <param name="IsNew">Whether it was not so before.</param>
public sealed record CycleState(string Shown, bool IsNew);

/// <summary>Opens and closes the years in which a cohort is rated, and says how they are shown.</summary>
public sealed class Cycles(IDbContextFactory<NetworkHealthDb> dbs, TimeProvider clock)
{
    /// <summary>Opens a year to be rated, a new one or one that was closed; one that is open stays as it is.</summary>
    /// <param name="by">An administrator or the operator.</param>
    /// <param name="cohort">Slug of the cohort.</param>
    /// <param name="year">The year in which the cycle ends.</param>
    /// <param name="label">What is shown instead of the year; null leaves a label as it is.</param>
    /// <param name="edition">Which version of the cohort was read; null for commands.</param>
    /// <param name="ct">Cancels, and nothing is opened.</param>
    /// <exception cref="DomainRuleException">The actor may not, there is no such cohort, it changed meanwhile, or the year or label cannot be one.</exception>
    public Task<CycleState> Open(Actor by, string cohort, int year, string? label = null, long? edition = null, CancellationToken ct = default) =>
        Alter(by, cohort, year, ChangeAction.CycleOpened, found => found.OpenCycle(year, label), edition, ct);

    /// <summary>Closes a year and stores its tables of counts; one that is closed stays as it is, and so do drafts.</summary>
    /// <exception cref="DomainRuleException">The actor may not, there is no such cohort or cycle, or the cohort changed meanwhile.</exception>
    public Task<CycleState> Close(Actor by, string cohort, int year, long? edition = null, CancellationToken ct = default) =>
        Alter(by, cohort, year, ChangeAction.CycleClosed, found => found.CloseCycle(year), edition, ct);

    /// <summary>Shows another label instead of a year; without one, the year again.</summary>
    /// <exception cref="DomainRuleException">The actor may not, there is no such cohort or cycle, the cohort changed meanwhile, or the label does not fit.</exception>
    public Task<CycleState> Relabel(Actor by, string cohort, int year, string? label, long? edition = null, CancellationToken ct = default) =>
        Alter(by, cohort, year, ChangeAction.CohortDescribed, found => found.RelabelCycle(year, label), edition, ct);

    private async Task<CycleState> Alter(Actor by, string slug, int year, ChangeAction action, Func<Cohort, bool> alter, long? edition, CancellationToken ct)
    {
        by.MustAdminister();
        await using var db = await dbs.CreateDbContextAsync(ct);
        await using var change = await db.BeginChange(by, clock, ct);
        var cohort = await db.Cohorts.SingleOrDefaultAsync(c => c.Slug == slug, ct) ?? throw new DomainRuleException($"There is no cohort {slug}.");
        await Editions.MustBe(db, cohort.Id, edition, ct);
        bool isNew = alter(cohort);
        if (isNew)
        {
            change.Keep(cohort);
            if (action == ChangeAction.CycleClosed)
                await TablesOnClosing.Make(db, change.Number, cohort, year, ct);
            await change.Commit(action, cohort.Id, $"cohort:{cohort.Id}", new { year }, ct);
        }

        return new CycleState(cohort.Cycles.Single(cycle => cycle.Year == year).Shown, isNew);
    }
}
