using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Trajectories;

/// <summary>The published table of one cohort, live.</summary>
public sealed record CohortTable(
    string Slug, string Name, IReadOnlyList<Cycle> Cycles, RatingSource Source, IReadOnlyList<RatingSource> Sources,
    IReadOnlyList<int> RatedYears, IReadOnlyList<CohortTableRow> Networks)
{
    /// <summary>How a year is shown here.</summary>
    public string Shown(int year) => Cycles.FirstOrDefault(cycle => cycle.Year == year)?.Shown ?? $"{year}";
}

/// <summary>A network of the table with its overall trajectory.</summary>
public sealed record CohortTableRow(string Code, string Name, SubjectTrajectory Overall);

/// <summary>Reads the table; only the networks that the actor may see stand in it.</summary>
public sealed class CohortTrajectories(IDbContextFactory<NetworkHealthDb> dbs)
{
    /// <returns>Null when there is no such cohort for this actor.</returns>
    public async Task<CohortTable?> Read(Actor by, string slug, RatingSource? source, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Cohorts.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug, ct) is not { } cohort)
            return null;

        var (all, own) = (by.IsAdministrator, by.OwnNetworks);
        var networks = await db.Networks.Where(n => n.CohortId == cohort.Id && (all || own.Contains(n.Id)))
            .OrderBy(n => n.Code).Select(n => new { n.Id, n.Code, n.Name }).ToListAsync(ct);
        if (networks.Count == 0 && !all)
            return null;

        var ratings = new RatingsOfSource(
            await CurrentRating.Of(db, [.. networks.Select(n => n.Id)], ct), await RatedCycle.Of(db, cohort.Id, ct), source);
        return new CohortTable(
            cohort.Slug, cohort.Name, ShownCycles.Of(cohort, ratings.RatedYears), ratings.Source, ratings.Sources, ratings.RatedYears,
            [.. networks.Select(n => new CohortTableRow(n.Code, n.Name, ratings.Trajectory(n.Id, Subject.Overall)))]);
    }
}

/// <summary>The cycles that pictures and tables show.</summary>
internal static class ShownCycles
{
    /// <summary>An open cycle nobody was rated in is no gap yet, so it waits until there is something to show.</summary>
    public static IReadOnlyList<Cycle> Of(Cohort cohort, IReadOnlyList<int> ratedYears) =>
        [.. cohort.Cycles.Where(cycle => !cycle.IsOpen || ratedYears.Contains(cycle.Year))];
}
