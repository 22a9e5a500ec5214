using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Trajectories;

/// <summary>The current revision of one rating, as the pages read it.</summary>
internal sealed record CurrentRating(
    Guid NetworkId, int Year, RatingSource Source, Answers Answers, int Revision, string? FrameworkVersion, DateOnly? RatedMonth)
{
    /// <summary>All current ratings of a cohort, by year.</summary>
    public static Task<List<CurrentRating>> OfCohort(NetworkHealthDb db, Guid cohortId, CancellationToken ct) =>
        (from network in db.Networks
         where network.CohortId == cohortId
         join current in db.CurrentRevisions on network.Id equals current.NetworkId
         orderby current.Year
         select new CurrentRating(network.Id, current.Year, current.Source, current.Answers, current.Number, current.FrameworkVersion, current.RatedMonth))
        .AsNoTracking().ToListAsync(ct);
}

/// <summary>The ratings of a cohort by one source: what its trajectories are measured against.</summary>
internal sealed class RatingsOfSource
{
    private readonly ILookup<Guid, CurrentRating> byNetwork;

    public RatingsOfSource(IReadOnlyCollection<CurrentRating> cohort, RatingSource? asked)
    {
        Sources = [.. cohort.Select(rating => rating.Source).Distinct().Order()];
        Source = asked ?? (Sources.Count == 0 || Sources.Contains(RatingSource.Self) ? RatingSource.Self : RatingSource.External);
        var ratings = cohort.Where(rating => rating.Source == Source).ToList();
        RatedYears = [.. ratings.Where(rating => SubjectWords.All.Any(s => rating.Answers[s]?.Level is not null)).Select(rating => rating.Year).Distinct()];
        byNetwork = ratings.ToLookup(rating => rating.NetworkId);
    }

    /// <summary>The source asked for; else the hubs' own if there is any, else external.</summary>
    public RatingSource Source { get; }

    public IReadOnlyList<RatingSource> Sources { get; }

    /// <summary>The years in which the source rated at least one network of the cohort.</summary>
    public IReadOnlyList<int> RatedYears { get; }

    public IEnumerable<CurrentRating> Of(Guid networkId) => byNetwork[networkId];

    public SubjectTrajectory Trajectory(Guid networkId, Subject subject)
    {
        var answered = byNetwork[networkId].Where(rating => rating.Answers[subject] is not null).ToList();
        return new SubjectTrajectory(
            subject,
            answered.ToDictionary(rating => rating.Year, rating => rating.Answers[subject]!.Value),
            new Trajectory(
                [.. answered.Where(r => r.Answers[subject]!.Value.Level is not null)
                    .Select(r => new RatedYear(r.Year, r.Answers[subject]!.Value.Level!.Value, r.FrameworkVersion))],
                RatedYears));
    }
}

/// <summary>One subject of one network: its answers by year and what the rule makes of them.</summary>
public sealed record SubjectTrajectory(Subject Subject, IReadOnlyDictionary<int, Answer> Answers, Trajectory Trajectory)
{
    /// <summary>The answer of a year, or null.</summary>
    public Answer? In(int year) => Answers.TryGetValue(year, out var answer) ? answer : null;
}
