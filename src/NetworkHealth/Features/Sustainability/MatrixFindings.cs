using NetworkHealth.Domain;

namespace NetworkHealth.Features.Sustainability;

/// <summary>What the matrix says in a sentence or two: counts, never a score.</summary>
public static class MatrixFindings
{
    /// <summary>“Nine plans stand in eight of twenty-one cells; two are in place. Six cells are still open.”</summary>
    public static string Plan(MatrixView view)
    {
        var plans = view.Views.Plans;
        if (plans.Count == 0)
            return "Nothing is planned yet. An open cell is a question, not a fault.";
        int cells = plans.Select(plan => plan.Place).Distinct().Count(), inPlace = plans.Count(plan => plan.Plan.Status == PlanStatus.InPlace);
        int open = MatrixPlace.All.Count(place => view.StateOf(place) == CellState.Open && plans.All(plan => plan.Place != place));
        string where = $"{English.Capital(English.Count(plans.Count, "plan"))} {(plans.Count == 1 ? "stands" : "stand")} in {English.Number(cells)} of 21 cells";
        string done = inPlace == 0 ? "" : $"; {English.Number(inPlace)} {(inPlace == 1 ? "is" : "are")} in place";
        return open == 0 ? $"{where}{done}." : $"{where}{done}. {English.Capital(English.Count(open, "cell"))} {(open == 1 ? "is" : "are")} still open; an open cell is a question, not a fault.";
    }

    /// <summary>“Five things were seen, two of them without a plan. Three plans were looked for and not seen, and four were not looked for yet.”</summary>
    public static string Observed(MatrixView view, DateOnly today)
    {
        var views = view.Views;
        if (views.Observed.Count == 0)
            return view.Network.Profile.FundingEnds() is { } ends && ends > today ? $"Nobody has looked yet what is there. The first look is due in {Month.Words(ends)}." : "Nobody has looked yet what is there.";
        int seen = views.Observed.Count(entry => entry.Observation.Seen != Seen.NotSeen), unplanned = views.SeenNotPlanned.Count;
        int looked = views.PlannedNotSeen.Count(views.IsAskedFor), unasked = views.PlannedNotSeen.Count - looked;
        string first = seen == 0 ? "Nothing of it was seen" : $"{English.Capital(English.Count(seen, "thing"))} {Was(seen)} seen{(unplanned == 0 ? "" : $", {English.Number(unplanned)} of them without a plan")}";
        string[] rest =
        [
            .. looked == 0 ? Array.Empty<string>() : [$"{English.Count(looked, "plan")} {Was(looked)} looked for and not seen"],
            .. unasked == 0 ? Array.Empty<string>() : [$"{English.Count(unasked, "plan")} {Was(unasked)} not looked for yet"],
        ];
        return rest.Length == 0 ? $"{first}." : $"{first}. {English.Capital(English.List(rest))}.";
    }

    private static string Was(int count) => count == 1 ? "was" : "were";
}
