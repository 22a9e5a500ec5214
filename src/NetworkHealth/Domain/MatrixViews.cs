namespace NetworkHealth.Domain;

/// <summary>What a cell is meant to be; an open one is a question, not a fault.</summary>
public enum CellState
{
    Open,
    NotAGoal,
    NotApplicable,
}

/// <summary>The words of <see cref="CellState"/>.</summary>
public static class CellStateWords
{
    public static IReadOnlyList<CellState> All { get; } = Enum.GetValues<CellState>();

    /// <summary>As files have it.</summary>
    public static string Code(this CellState state) => state switch
    {
        CellState.NotAGoal => "not_a_goal",
        CellState.NotApplicable => "not_applicable",
        _ => "open",
    };

    public static string Words(this CellState state) => English.Capital(state.Code().Replace('_', ' '));
}

/// <summary>The four ways to look at a network's matrix. A plan that was dropped is no plan any more, in any of them.</summary>
/// <param name="plans">All plans of the network.</param>
/// <param name="observations">All observations of the network.</param>
public sealed class MatrixViews(IReadOnlyCollection<PlanEntry> plans, IReadOnlyCollection<ObservedEntry> observations)
{
    private readonly ILookup<int, ObservedEntry> answers = observations.Where(seen => seen.Answers is not null).ToLookup(seen => seen.Answers!.Value);

    public IReadOnlyList<PlanEntry> Plans { get; } = [.. plans.Where(plan => plan.Plan.Status != PlanStatus.Dropped)];

    public IReadOnlyList<PlanEntry> Dropped { get; } = [.. plans.Where(plan => plan.Plan.Status == PlanStatus.Dropped)];

    public IReadOnlyList<ObservedEntry> Observed => [.. observations];

    /// <summary>The months in which somebody looked.</summary>
    public IEnumerable<DateOnly> LookedIn => observations.Select(seen => seen.Observation.SeenMonth).OfType<DateOnly>();

    /// <summary>The plans that nobody has looked for from a month on until today.</summary>
    public IReadOnlyList<PlanEntry> NotLookedForSince(DateOnly month, DateOnly today) =>
        [.. Plans.Where(plan => !answers[plan.Number].Any(seen => seen.Observation.SeenMonth >= month && seen.Observation.SeenMonth <= today))];

    /// <summary>Plans of which the latest observation sees nothing, or which nobody has looked for; see <see cref="IsAskedFor"/>.</summary>
    public IReadOnlyList<PlanEntry> PlannedNotSeen => [.. Plans.Where(plan => Latest(plan) is not { Observation.Seen: not Seen.NotSeen })];

    /// <summary>What was seen although nobody planned it, or its plan was dropped.</summary>
    public IReadOnlyList<ObservedEntry> SeenNotPlanned => [.. observations.Where(seen => seen.Observation.Seen != Seen.NotSeen && Answered(seen) is not { Plan.Status: not PlanStatus.Dropped })];

    /// <summary>A plan by its number, dropped or not; null when there is none.</summary>
    public PlanEntry? Plan(int number) => plans.FirstOrDefault(plan => plan.Number == number);

    /// <summary>An observation by its number; null when there is none.</summary>
    public ObservedEntry? Observation(int number) => observations.FirstOrDefault(seen => seen.Number == number);

    /// <summary>The plan that an observation answers; null when it answers none.</summary>
    public PlanEntry? Answered(ObservedEntry seen) => seen.Answers is { } number ? Plan(number) : null;

    /// <summary>Whether anybody looked for the plan yet: not looked for is not the same as not seen.</summary>
    public bool IsAskedFor(PlanEntry plan) => answers.Contains(plan.Number);

    // Of two in one month, or without one, the later entered counts.
    private ObservedEntry? Latest(PlanEntry plan) => answers[plan.Number].OrderBy(seen => seen.Observation.SeenMonth).ThenBy(seen => seen.Number).LastOrDefault();
}
