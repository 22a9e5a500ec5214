using NetworkHealth.Domain;

namespace NetworkHealth.Features.Trajectories;

/// <summary>What the hub and an external team each say of one network: two measurements beside each other, never one of both.</summary>
/// <param name="Cycles">Those in which either was rated, or that are closed.</param>
/// <param name="Self">The hub's view, by subject.</param>
/// <param name="External">The external team's, by subject.</param>
public sealed record BothSources(IReadOnlyList<Cycle> Cycles, IReadOnlyList<SubjectTrajectory> Self, IReadOnlyList<SubjectTrajectory> External)
{
    /// <summary>The latest cycle in which both gave a level to the same subject; null while there is none.</summary>
    public Cycle? Latest => Cycles.LastOrDefault(cycle => Pairs.Any(pair => pair.Self.In(cycle.Year)?.Level is not null && pair.External.In(cycle.Year)?.Level is not null));

    public SourceDistance Overall => new(Self[(int)Subject.Overall].Trajectory.Rated, External[(int)Subject.Overall].Trajectory.Rated);

    public IEnumerable<(SubjectTrajectory Self, SubjectTrajectory External)> Pairs => Self.Zip(External);

    internal static BothSources Of(NetworkPlace place, IEnumerable<RatingsOfSource> sources)
    {
        RatingsOfSource[] both = [.. sources];
        IReadOnlyList<SubjectTrajectory> Subjects(RatingSource source) =>
            [.. SubjectWords.All.Select(subject => both.Single(of => of.Source == source).Trajectory(place.Network.Id, subject))];
        return new BothSources(
            ShownCycles.Of(place.Cohort, [.. both.SelectMany(of => of.RatedYears)]), Subjects(RatingSource.Self), Subjects(RatingSource.External));
    }
}
