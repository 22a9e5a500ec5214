using NetworkHealth.Domain;
using NetworkHealth.Features.Trajectories;

namespace NetworkHealth.Features.AnnualRating;

/// <summary>One revision as its report tells it, with the trajectory as it stood in that year.</summary>
public sealed class RatingReport
{
    /// <param name="view">The rating.</param>
    /// <param name="network">The trajectories by the same source.</param>
    /// <param name="revision">The revision to report.</param>
    public RatingReport(RatingView view, NetworkView network, Revision revision)
    {
        (Revision, before) = (revision, view.Before);
        var overall = revision.Answers.Overall;
        RatedYear[] rated =
        [
            .. network.Overall.Trajectory.Rated.Where(year => year.Year < revision.Year),
            .. overall?.Level is { } level ? [new RatedYear(revision.Year, level, revision.FrameworkVersion)] : Array.Empty<RatedYear>(),
        ];
        RatedYears = [.. network.RatedYears.Union(rated.Select(year => year.Year)).Where(year => year <= revision.Year).Order()];
        Trajectory = new Trajectory(rated, RatedYears);
        Cycles = [.. network.Cycles.Append(view.Cycle!).Where(cycle => cycle.Year <= revision.Year).DistinctBy(cycle => cycle.Year).OrderBy(cycle => cycle.Year)];
        OverallAnswers = network.Overall.Answers.Where(answer => answer.Key < revision.Year).ToDictionary();
        if (overall is { } answered)
            OverallAnswers[revision.Year] = answered;
    }

    private readonly YearBefore? before;

    public Revision Revision { get; }

    /// <summary>Of the overall level, up to this year.</summary>
    public Trajectory Trajectory { get; }

    public IReadOnlyList<int> RatedYears { get; }
    public IReadOnlyList<Cycle> Cycles { get; }
    public Dictionary<int, Answer> OverallAnswers { get; }

    /// <summary>Whether the sentences beside the levels are those that the raters had before them.</summary>
    public bool KeepsSentences => Revision.FrameworkVersion == Rubrics.Current.Version;

    /// <summary>Whether the year before was judged under another rubric, so that a step between them may be the rubric's.</summary>
    public bool IsAcrossFrameworks => before?.Revision.FrameworkVersion is { } then && Revision.FrameworkVersion is { } now && then != now;

    public Level? SuggestedOverall => OverallSuggestion.From(Revision.Answers)?.Level;

    public string? Against(Subject subject) =>
        before is null ? null : ReportWords.Against(Revision.Answers[subject], before.Revision.Answers[subject], before.Shown);

    /// <summary>What the level looks like in the rubric that it was chosen under; null where that is not kept here.</summary>
    public string? Sentence(Subject subject) =>
        KeepsSentences && Revision.Answers[subject]?.Level is { } level ? Rubrics.Current[subject].At(level) : null;

    /// <summary>What the indicators suggested, where something else was chosen.</summary>
    public Level? OtherSuggestion(Subject subject)
    {
        var suggested = subject == Subject.Overall ? SuggestedOverall
            : KeepsSentences ? IndicatorSuggestion.From(Rubrics.Current[subject], Revision.Judgement(subject).Grounds)?.Level : null;
        return suggested is not null && Revision.Answers[subject]?.Level is { } chosen && chosen != suggested ? suggested : null;
    }
}
