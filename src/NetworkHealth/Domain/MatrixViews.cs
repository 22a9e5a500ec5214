namespace NetworkHealth.Domain;

/// <summary>What a cell is meant to be; an empty one is a question, not a fault.</summary>
public enum CellState
{
    Open,
    NotAGoal,
    NotApplicable,
}

/// <summary>A plan in its cell.</summary>
/// <param name="Id">Of the entry.</param>
/// <param name="Place">Its cell.</param>
/// <param name="Plan">What it says.</param>
public sealed record PlannedThere(Guid Id, MatrixPlace Place, Plan Plan);

/// <summary>An observation in its cell.</summary>
/// <param name="Id">Of the entry.</param>
/// <param name="Place">Its cell.</param>
/// <param name="Answers">The plan that it answers, if any.</param>
/// <param name="Observation">What it says.</param>
public sealed record SeenThere(Guid Id, MatrixPlace Place, Guid? Answers, Observation Observation);

/// <summary>The four ways to look at a matrix. A plan that was dropped is no plan any more, in any of them.</summary>
public sealed class MatrixViews(IReadOnlyCollection<PlannedThere> plans, IReadOnlyCollection<SeenThere> observations)
{
    private readonly ILookup<Guid, SeenThere> answers = observations.Where(seen => seen.Answers is not null).ToLookup(seen => seen.Answers!.Value);

    public IReadOnlyList<PlannedThere> Plans { get; } = [.. plans.Where(plan => plan.Plan.Status != PlanStatus.Dropped)];

    public IReadOnlyList<SeenThere> Observed => [.. observations];

    /// <summary>Plans of which the latest observation sees nothing, or which nobody has looked for; see <see cref="IsAskedFor"/>.</summary>
    public IReadOnlyList<PlannedThere> PlannedNotSeen => [.. Plans.Where(plan => Latest(plan.Id) is not { Observation.Seen: not Seen.NotSeen })];

    /// <summary>What was seen although nobody planned it.</summary>
    public IReadOnlyList<SeenThere> SeenNotPlanned => [.. observations.Where(seen => seen is { Answers: null, Observation.Seen: not Seen.NotSeen })];

    /// <summary>Whether anybody looked for the plan yet: not looked for is not the same as not seen.</summary>
    public bool IsAskedFor(Guid plan) => answers.Contains(plan);

    // Of two in one month, or without one, the later entered counts: ids grow with time.
    private SeenThere? Latest(Guid plan) => answers[plan].OrderBy(seen => seen.Observation.SeenMonth).ThenBy(seen => seen.Id).LastOrDefault();
}
