using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Trajectories;

/// <summary>The published table of one cohort, live.</summary>
/// <param name="Slug">Of the cohort.</param>
/// <param name="Name">Of the cohort.</param>
/// <param name="Cycles">The columns.</param>
/// <param name="Source">Who judged.</param>
/// <param name="Sources">Between which the reader may choose.</param>
/// <param name="RatedYears">The years in which the source rated at least one network.</param>
/// <param name="Networks">The rows.</param>
/// <param name="IsWhole">Whether no network is left out for this reader.</param>
/// <param name="TakesFiles">Whether there are files for this reader.</param>
public sealed record CohortTable(
    string Slug, string Name, IReadOnlyList<Cycle> Cycles, RatingSource Source, IReadOnlyList<RatingSource> Sources,
    IReadOnlyList<int> RatedYears, IReadOnlyList<CohortTableRow> Networks, bool IsWhole, bool TakesFiles)
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

        var (all, own, evaluates) = (by.IsAdministrator, by.OwnNetworks, by.EvaluatedCohorts.Contains(cohort.Id));
        var networks = await db.Networks.AsNoTracking()
            .Where(n => n.CohortId == cohort.Id && (all || evaluates || own.Contains(n.Id))).OrderBy(n => n.Code).ToListAsync(ct);
        bool seesSelf = all || networks.Any(network => by.Sees(network, RatingSource.Self));
        if ((!seesSelf && !evaluates) || (!seesSelf && source == RatingSource.Self))
            return null;

        Guid[] ids = [.. networks.Select(n => n.Id)];
        var ofSelf = networks.Where(n => by.Sees(n, RatingSource.Self)).Select(n => n.Id).ToHashSet();
        var seen = (await CurrentRating.Of(db, ids, ct)).Where(rating => rating.Source == RatingSource.External || ofSelf.Contains(rating.NetworkId)).ToList();
        var ratings = new RatingsOfSource(
            seen, await RatedCycle.Of(db, cohort.Id, ct), await OwnLabels.Of(db, ids, ct), source ?? (seesSelf ? null : RatingSource.External));
        return new CohortTable(
            cohort.Slug, cohort.Name, ShownCycles.Of(cohort, ratings.RatedYears), ratings.Source, ratings.Sources, ratings.RatedYears,
            [.. networks.Where(n => by.Sees(n, ratings.Source)).Select(n => new CohortTableRow(n.Code, n.Name, ratings.Trajectory(n.Id, Subject.Overall)))],
            all || (evaluates && ratings.Source == RatingSource.External), seesSelf);
    }
}

/// <summary>The cycles that pictures and tables show.</summary>
internal static class ShownCycles
{
    /// <summary>An open cycle nobody was rated in is no gap yet, so it waits until there is something to show.</summary>
    public static IReadOnlyList<Cycle> Of(Cohort cohort, IReadOnlyList<int> ratedYears) =>
        [.. cohort.Cycles.Where(cycle => !cycle.IsOpen || ratedYears.Contains(cycle.Year))];
}
