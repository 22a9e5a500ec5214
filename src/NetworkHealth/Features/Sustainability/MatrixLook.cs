using NetworkHealth.Domain;

namespace NetworkHealth.Features.Sustainability;

/// <summary>The four ways to look at a matrix.</summary>
public enum MatrixLook
{
    Plan,
    Observed,
    PlannedNotSeen,
    SeenNotPlanned,
}

/// <summary>The words of <see cref="MatrixLook"/>.</summary>
public static class MatrixLooks
{
    public static IReadOnlyList<MatrixLook> All { get; } = Enum.GetValues<MatrixLook>();

    /// <summary>As addresses have it.</summary>
    public static string Code(this MatrixLook look) => look switch
    {
        MatrixLook.Plan => "plan",
        MatrixLook.Observed => "observed",
        MatrixLook.PlannedNotSeen => "not-seen",
        _ => "not-planned",
    };

    /// <summary>The look of a code; the plan for anything else.</summary>
    public static MatrixLook Parse(string? code) => All.FirstOrDefault(look => look.Code() == code);

    public static string Words(this MatrixLook look) => look switch
    {
        MatrixLook.Plan => "Plan",
        MatrixLook.Observed => "Observed",
        MatrixLook.PlannedNotSeen => "Planned, not seen",
        _ => "Seen, not planned",
    };

    /// <summary>The plans that a cell shows; what was dropped comes last, and only among the plans.</summary>
    public static IReadOnlyList<PlanEntry> Plans(this MatrixLook look, MatrixViews views, MatrixPlace place) => look switch
    {
        MatrixLook.Plan => [.. views.Plans.Concat(views.Dropped).Where(plan => plan.Place == place)],
        MatrixLook.PlannedNotSeen => [.. views.PlannedNotSeen.Where(plan => plan.Place == place)],
        _ => [],
    };

    /// <summary>The observations that a cell shows.</summary>
    public static IReadOnlyList<ObservedEntry> Observations(this MatrixLook look, MatrixViews views, MatrixPlace place) => look switch
    {
        MatrixLook.Observed => [.. views.Observed.Where(seen => seen.Place == place)],
        MatrixLook.SeenNotPlanned => [.. views.SeenNotPlanned.Where(seen => seen.Place == place)],
        _ => [],
    };

    /// <summary>Beside a plan that was not seen: whether anybody looked.</summary>
    public static string? Standing(this MatrixLook look, MatrixViews views, PlanEntry plan) =>
        look != MatrixLook.PlannedNotSeen ? null : views.IsAskedFor(plan) ? "Looked for, not seen." : "Not looked for yet.";

    /// <summary>Whether this look has a button that opens the entry.</summary>
    public static bool Opens(this MatrixLook look, MatrixViews views, OpenEntry entry) => (entry.IsPlan, entry.Number, entry.Answers) switch
    {
        (true, null, _) => look is MatrixLook.Plan,
        (true, { } number, _) => look is MatrixLook.Plan && views.Plan(number) is not null,
        (false, { } number, _) => look.Observations(views, entry.Place).Any(seen => seen.Number == number),
        (false, null, { } plan) => look is MatrixLook.PlannedNotSeen && look.Plans(views, entry.Place).Any(shown => shown.Number == plan),
        _ => look is MatrixLook.Observed or MatrixLook.SeenNotPlanned,
    };
}
