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
/// <param name="ShowsCountsOnly">Whether its reader is a funder to whom the cohort shows no single network.</param>
public sealed record CohortTable(
    string Slug, string Name, IReadOnlyList<Cycle> Cycles, RatingSource Source, IReadOnlyList<RatingSource> Sources,
    IReadOnlyList<int> RatedYears, IReadOnlyList<CohortTableRow> Networks, bool IsWhole, bool TakesFiles, bool ShowsCountsOnly = false)
{
    /// <summary>The rows whose levels the reader sees: figures made of levels count these only.</summary>
    public IReadOnlyList<CohortTableRow> WithLevels { get; } = [.. Networks.Where(network => network.Levels is not null)];

    /// <summary>How a year is shown here.</summary>
    public string Shown(int year) => Cycles.FirstOrDefault(cycle => cycle.Year == year)?.Shown ?? $"{year}";
}

/// <summary>A network of the table.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name, or the code where only codes are shown.</param>
/// <param name="Label">Of its overall trajectory.</param>
/// <param name="Flags">Of the same.</param>
/// <param name="Levels">The trajectory itself; null where the network shares its label only.</param>
public sealed record CohortTableRow(string Code, string Name, TrajectoryLabel Label, IReadOnlyList<TrajectoryFlag> Flags, SubjectTrajectory? Levels);

/// <summary>Reads the table; only the networks that the actor may see stand in it.</summary>
public sealed class CohortTrajectories(IDbContextFactory<NetworkHealthDb> dbs)
{
    /// <returns>Null when there is no such cohort for this actor.</returns>
    public async Task<CohortTable?> Read(Actor by, string slug, RatingSource? source, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Cohorts.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug, ct) is not { } cohort)
            return null;

        var (all, own, evaluates, funds) = (by.IsAdministrator, by.OwnNetworks, by.EvaluatedCohorts.Contains(cohort.Id), by.FundedCohorts.Contains(cohort.Id));
        bool readsAny = all || evaluates || (funds && cohort.Display != Display.Aggregates);
        var networks = (await db.Networks.AsNoTracking().Where(n => n.CohortId == cohort.Id && (readsAny || own.Contains(n.Id))).OrderBy(n => n.Code).ToListAsync(ct))
            .Select(network => NetworkPlace.For(by, cohort, network)).OfType<NetworkPlace>().Select(place => place.Network).ToList();
        Sight Sight(Network network, RatingSource of) => by.SightOf(cohort, network, of);
        bool seesSelf = all || networks.Any(network => Sight(network, RatingSource.Self) > Domain.Sight.Nothing);
        if ((networks.Count == 0 && funds && !readsAny) || (!seesSelf && !evaluates) || (!seesSelf && source == RatingSource.Self))
            return funds ? new CohortTable(cohort.Slug, cohort.Name, [], source ?? RatingSource.Self, [], [], [], IsWhole: true, TakesFiles: false, ShowsCountsOnly: cohort.Display == Display.Aggregates) : null;

        Guid[] ids = [.. networks.Select(n => n.Id)];
        var sighted = networks.ToDictionary(n => n.Id);
        var seen = (await CurrentRating.Of(db, ids, ct)).Where(rating => Sight(sighted[rating.NetworkId], rating.Source) > Domain.Sight.Nothing).ToList();
        var ownLabels = (await OwnLabels.Of(db, ids, ct)).Where(label => Sight(sighted[label.NetworkId], label.Source) == Domain.Sight.Evidence).ToList();
        var ratings = new RatingsOfSource(seen, await RatedCycle.Of(db, cohort.Id, ct), ownLabels, source ?? (seesSelf ? null : RatingSource.External));
        // When a hub that shares its label only was rated is no part of that label.
        int[] years = networks.All(n => Sight(n, ratings.Source) != Domain.Sight.Label) ? [.. ratings.RatedYears]
            : [.. ratings.RatedYears.Where(year => networks.Any(n => Sight(n, ratings.Source) >= Domain.Sight.Levels && ratings.Of(n.Id).Any(rating => rating.Year == year)))];
        return new CohortTable(
            cohort.Slug, cohort.Name, ShownCycles.Of(cohort, years), ratings.Source, ratings.Sources, years,
            [.. networks.Where(n => Sight(n, ratings.Source) > Domain.Sight.Nothing).Select(n => Row(n, ratings.Trajectory(n.Id, Subject.Overall), Sight(n, ratings.Source)))],
            readsAny && (all || funds || ratings.Source == RatingSource.External), all || networks.Any(n => by.Sees(n, RatingSource.Self)));
    }

    private static CohortTableRow Row(Network network, SubjectTrajectory overall, Sight sight) =>
        new(network.Code, network.Name, overall.Trajectory.Label, overall.Trajectory.Flags, sight >= Sight.Levels ? overall : null);
}

/// <summary>The cycles that pictures and tables show.</summary>
internal static class ShownCycles
{
    /// <summary>An open cycle nobody was rated in is no gap yet, so it waits until there is something to show.</summary>
    public static IReadOnlyList<Cycle> Of(Cohort cohort, IReadOnlyList<int> ratedYears) =>
        [.. cohort.Cycles.Where(cycle => !cycle.IsOpen || ratedYears.Contains(cycle.Year))];
}
