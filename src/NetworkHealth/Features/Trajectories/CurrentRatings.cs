using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Trajectories;

/// <summary>The current revision of one rating, as the pages read it.</summary>
internal sealed record CurrentRating(
    Guid NetworkId, int Year, RatingSource Source, Answers Answers, int Revision, string? FrameworkVersion, DateOnly? RatedMonth)
{
    public bool HasLevel => SubjectWords.All.Any(subject => Answers[subject]?.Level is not null);

    /// <summary>The current ratings of these networks, by year.</summary>
    public static Task<List<CurrentRating>> Of(NetworkHealthDb db, IReadOnlyList<Guid> networkIds, CancellationToken ct) =>
        (from current in db.CurrentRevisions
         where networkIds.Contains(current.NetworkId)
         orderby current.Year
         select new CurrentRating(current.NetworkId, current.Year, current.Source, current.Answers, current.Number, current.FrameworkVersion, current.RatedMonth))
        .AsNoTracking().ToListAsync(ct);
}

/// <summary>A year in which a source rated at least one network of a cohort.</summary>
internal sealed record RatedCycle(string Source, int Year)
{
    /// <summary>
    /// The years that flags are measured against. For a funder a year counts only where a network was rated in it that shares its levels: when
    /// a hub that shares its label only was rated is no part of that label, so it must not show in the flags of others.
    /// </summary>
    public static async Task<List<RatedCycle>> Of(NetworkHealthDb db, Actor by, Cohort cohort, CancellationToken ct)
    {
        if (by.IsAdministrator || !by.FundedCohorts.Contains(cohort.Id))
            return await Of(db, cohort.Id, "", [], ct);
        var own = by.OwnNetworks;
        string theirs = own.Count == 0 ? "" : $" OR n.id IN ({string.Join(", ", own.Select((_, i) => $"{{{i + 1}}}"))})";
        return await Of(db, cohort.Id, $" AND (v.source = '{RatingSource.External.Code()}' OR n.sharing <> '{nameof(Sharing.Trajectory)}'{theirs})", own, ct);
    }

    /// <summary>The same, found in ratings that were read already.</summary>
    public static IReadOnlyList<RatedCycle> In(IEnumerable<CurrentRating> ratings) =>
        [.. ratings.Where(rating => rating.HasLevel).Select(rating => new RatedCycle(rating.Source.Code(), rating.Year)).Distinct().OrderBy(cycle => cycle.Year)];

    /// <summary>All of the cohort's, of those who are asked for by nobody in particular.</summary>
    public static Task<List<RatedCycle>> Of(NetworkHealthDb db, Guid cohortId, CancellationToken ct) => Of(db, cohortId, "", [], ct);

    private static Task<List<RatedCycle>> Of(NetworkHealthDb db, Guid cohortId, string further, IReadOnlyList<Guid> own, CancellationToken ct)
    {
        string sql = $$"""
            SELECT DISTINCT v.source AS "Source", v.year AS "Year"
            FROM networks n
            JOIN revisions v ON v.network_id = n.id
            WHERE n.cohort_id = {0} AND {{RevisionSql.AnyLevel("v")}}
              AND {{RevisionSql.IsCurrent("v")}}{{further}}
            """;
        return db.Database.SqlQueryRaw<RatedCycle>(sql, [cohortId, .. own]).OrderBy(cycle => cycle.Year).ToListAsync(ct);
    }
}

/// <summary>The ratings of a cohort by one source: what its trajectories are measured against.</summary>
internal sealed class RatingsOfSource
{
    private readonly ILookup<Guid, CurrentRating> byNetwork;
    private readonly IReadOnlyCollection<OwnLabel> ownLabels;

    /// <param name="ratings">Those of the networks to show.</param>
    /// <param name="cycles">The rated cycles of the whole cohort.</param>
    /// <param name="ownLabels">Labels beside the rule's, of all sources.</param>
    /// <param name="asked">The source asked for.</param>
    public RatingsOfSource(
        IReadOnlyCollection<CurrentRating> ratings, IReadOnlyCollection<RatedCycle> cycles, IReadOnlyCollection<OwnLabel> ownLabels, RatingSource? asked)
    {
        Sources = [.. ratings.Select(rating => rating.Source).Distinct().Order()];
        Source = asked ?? (Sources.Count == 0 || Sources.Contains(RatingSource.Self) ? RatingSource.Self : RatingSource.External);
        RatedYears = [.. cycles.Where(cycle => cycle.Source == Source.Code()).Select(cycle => cycle.Year)];
        byNetwork = ratings.Where(rating => rating.Source == Source).ToLookup(rating => rating.NetworkId);
        this.ownLabels = [.. ownLabels.Where(label => label.Source == Source)];
    }

    /// <summary>The source asked for; else the hubs' own if there is any, else external.</summary>
    public RatingSource Source { get; }

    public IReadOnlyList<RatingSource> Sources { get; }

    /// <summary>The years in which the source rated at least one network of the cohort.</summary>
    public IReadOnlyList<int> RatedYears { get; }

    public IEnumerable<CurrentRating> Of(Guid networkId) => byNetwork[networkId];

    /// <summary>The years in which a network has a level of any subject.</summary>
    public IEnumerable<int> Leveled(Guid networkId) => byNetwork[networkId].Where(rating => rating.HasLevel).Select(rating => rating.Year);

    /// <param name="networkId">Whose.</param>
    /// <param name="subject">Of what.</param>
    /// <param name="years">What flags are measured against, where that is not all rated years.</param>
    public SubjectTrajectory Trajectory(Guid networkId, Subject subject, IReadOnlyList<int>? years = null)
    {
        var answered = byNetwork[networkId].Where(rating => rating.Answers[subject] is not null).ToList();
        return new SubjectTrajectory(
            subject,
            answered.ToDictionary(rating => rating.Year, rating => rating.Answers[subject]!.Value),
            new Trajectory(
                [.. answered.Where(r => r.Answers[subject]!.Value.Level is not null)
                    .Select(r => new RatedYear(r.Year, r.Answers[subject]!.Value.Level!.Value, r.FrameworkVersion))],
                years ?? RatedYears),
            ownLabels.FirstOrDefault(label => label.NetworkId == networkId && label.Subject == subject));
    }
}

/// <summary>One subject of one network: its answers by year, what the rule makes of them, and the label that its raters last set beside it.</summary>
public sealed record SubjectTrajectory(Subject Subject, IReadOnlyDictionary<int, Answer> Answers, Trajectory Trajectory, OwnLabel? OwnLabel = null)
{
    /// <summary>The other label, where it stands.</summary>
    public OwnLabel? Beside => OwnLabel?.StandsBeside(Trajectory.Label) == true ? OwnLabel : null;

    /// <summary>The other label, where it was set against another label of the rule than today's.</summary>
    public OwnLabel? Lapsed => OwnLabel?.StandsBeside(Trajectory.Label) == false ? OwnLabel : null;

    /// <summary>Why the other label has lapsed: “after a later rating the rule says Improved”.</summary>
    public string WhyLapsed => Trajectory.Label switch
    {
        TrajectoryLabel.NotEnoughData => "by now there are too few ratings for a label",
        var rule when rule == OwnLabel!.RuleLabel => "a later rating changed that, and another changed it back",
        var rule => $"after a later rating the rule says {rule.Words()}",
    };

    /// <summary>The answer of a year, or null.</summary>
    public Answer? In(int year) => Answers.TryGetValue(year, out var answer) ? answer : null;
}
