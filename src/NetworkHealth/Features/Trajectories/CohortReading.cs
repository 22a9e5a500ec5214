using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Trajectories;

/// <summary>What one reader sees of a cohort's networks and of their ratings by one source: its table and its dashboard are made of nothing else.</summary>
internal sealed class CohortReading
{
    private readonly Actor by;
    private IReadOnlyList<int>? ratedYears;

    private CohortReading(Actor by, Cohort cohort, IReadOnlyList<Network> networks, RatingsOfSource ratings) =>
        (this.by, Cohort, Networks, Ratings) = (by, cohort, networks, ratings);

    public Cohort Cohort { get; }

    /// <summary>Those of which the reader sees anything by this source, without names where only codes are shown.</summary>
    public IReadOnlyList<Network> Networks { get; }

    public RatingsOfSource Ratings { get; }

    /// <summary>Whether the reader sees networks that are not their own.</summary>
    public bool ReadsAny => ReadsAnyOf(by, Cohort);

    /// <summary>Whether its reader is a funder to whom the cohort shows no single network.</summary>
    public bool ShowsCountsOnly => Networks.Count == 0 && IsFunder(by, Cohort) && Cohort.Display == Display.Aggregates && !ReadsAny;

    /// <summary>Whether its reader sees single networks in another role, and is a funder to whom the cohort shows none.</summary>
    public bool ReadsCountsToo => IsFunder(by, Cohort) && Cohort.Display == Display.Aggregates && !ShowsCountsOnly;

    /// <summary>Whether no network is left out for this reader.</summary>
    public bool IsWhole => ReadsAny && (ReadsMatrix || Ratings.Source == RatingSource.External);

    /// <summary>Whether the reader sees what the networks together plan to last.</summary>
    public bool ReadsMatrix => by.IsAdministrator || FundsOneByOne(by, Cohort);

    /// <summary>Whether there are files for this reader.</summary>
    public bool TakesFiles => by.IsAdministrator || Networks.Any(network => by.Sees(network, RatingSource.Self));

    /// <summary>The years in which the source rated a network whose levels the reader sees: when a hub that shares its label only was rated is no part of that label.</summary>
    public IReadOnlyList<int> RatedYears => ratedYears ??= Networks.All(n => Sight(n) != Domain.Sight.Label) ? Ratings.RatedYears
        : [.. Ratings.RatedYears.Where(year => Networks.Any(n => Sight(n) >= Domain.Sight.Levels && Ratings.Leveled(n.Id).Contains(year)))];

    /// <summary>How much of a network's ratings the reader sees.</summary>
    public Sight Sight(Network network) => by.SightOf(Cohort, network, Ratings.Source);

    /// <summary>A row of the cohort's table.</summary>
    public CohortTableRow Row(Network network)
    {
        bool seesLevels = Sight(network) >= Domain.Sight.Levels;
        var overall = Ratings.Trajectory(network.Id, Subject.Overall, seesLevels ? RatedYears : [.. RatedYears.Union(Ratings.Leveled(network.Id)).Order()]);
        return new CohortTableRow(network.Code, network.Name, overall.Trajectory.Label, overall.Trajectory.Flags, seesLevels ? overall : null, network.IsArchived);
    }

    /// <param name="db">Read in four or five statements, however many networks and years there are.</param>
    /// <param name="by">Who reads.</param>
    /// <param name="slug">Of the cohort.</param>
    /// <param name="source">Who judged; unsaid, self if the reader sees any such rating, else external.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null when there is no such cohort for this actor, or none of their sight by this source.</returns>
    public static async Task<CohortReading?> Of(NetworkHealthDb db, Actor by, string slug, RatingSource? source, CancellationToken ct)
    {
        if (await db.Cohorts.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug, ct) is not { } cohort)
            return null;

        var (all, own, evaluates, funds) = (by.IsAdministrator, by.OwnNetworks, by.EvaluatedCohorts.Contains(cohort.Id), IsFunder(by, cohort));
        bool readsAny = ReadsAnyOf(by, cohort);
        var networks = (await db.Networks.AsNoTracking().Where(n => n.CohortId == cohort.Id && (readsAny || own.Contains(n.Id))).OrderBy(n => n.Code).ToListAsync(ct))
            .Select(network => NetworkPlace.For(by, cohort, network)).OfType<NetworkPlace>().Select(place => place.Network).ToList();
        Sight Sight(Network network, RatingSource of) => by.SightOf(cohort, network, of);
        bool seesSelf = all || networks.Any(network => Sight(network, RatingSource.Self) > Domain.Sight.Nothing);
        if ((networks.Count == 0 && funds && !readsAny) || (!seesSelf && !evaluates) || (!seesSelf && source == RatingSource.Self))
            return funds && !evaluates ? new CohortReading(by, cohort, [], new RatingsOfSource([], [], [], source)) : null;

        Guid[] ids = [.. networks.Select(n => n.Id)];
        var sighted = networks.ToDictionary(n => n.Id);
        var current = await CurrentRating.Of(db, ids, ct);
        var seen = current.Where(rating => Sight(sighted[rating.NetworkId], rating.Source) > Domain.Sight.Nothing).ToList();
        var ownLabels = (await OwnLabels.Of(db, ids, ct)).Where(label => Sight(sighted[label.NetworkId], label.Source) == Domain.Sight.Evidence).ToList();
        var ratings = new RatingsOfSource(seen, readsAny ? RatedCycle.In(current) : await RatedCycle.Of(db, by, cohort, ct), ownLabels, source ?? (seesSelf ? null : RatingSource.External));
        return new CohortReading(by, cohort, [.. networks.Where(n => Sight(n, ratings.Source) > Domain.Sight.Nothing)], ratings);
    }

    private static bool ReadsAnyOf(Actor by, Cohort cohort) => by.IsAdministrator || by.EvaluatedCohorts.Contains(cohort.Id) || FundsOneByOne(by, cohort);

    private static bool FundsOneByOne(Actor by, Cohort cohort) => IsFunder(by, cohort) && cohort.Display != Display.Aggregates;

    private static bool IsFunder(Actor by, Cohort cohort) => by.FundedCohorts.Contains(cohort.Id);
}
