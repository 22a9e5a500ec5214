using NetworkHealth.Domain;

namespace NetworkHealth.Features.Dashboards;

/// <summary>That a network's cell is no goal or does not apply.</summary>
internal sealed record SaidOfCell(Guid NetworkId, Dimension Dimension, LastingLevel Level, CellState State);

/// <summary>A plan that was not dropped, without its words.</summary>
internal sealed record Planned(Guid NetworkId, Dimension Dimension, LastingLevel Level, Strategy Ways)
{
    public MatrixPlace Place => new(Dimension, Level);
}

/// <summary>An observation without its words.</summary>
internal sealed record Sighted(Guid NetworkId, Dimension Dimension, LastingLevel Level, int Number, int? Answers, Seen Seen, DateOnly? Month, Strategy Ways)
{
    public MatrixPlace Place => new(Dimension, Level);
}

/// <summary>Counts networks, never plans: a hub that writes one thing in five lines counts once.</summary>
internal static class CohortMatrixCounts
{
    public static CohortMatrixView Of(CohortMatrixView view, IReadOnlyList<SaidOfCell> states, IReadOnlyList<Planned> plans, IReadOnlyList<Sighted> seen)
    {
        var way = view.Filter.Way;
        var asked = plans.Where(plan => way is not { } one || plan.Ways.HasFlag(one)).ToList();
        var looks = Last(seen).ToList();
        var last = looks.Where(sight => way is not { } one || sight.Ways.HasFlag(one)).ToList();
        var (statesAt, plansAt, askedAt) = (states.ToLookup(said => new MatrixPlace(said.Dimension, said.Level)), plans.ToLookup(plan => plan.Place), asked.ToLookup(plan => plan.Place));
        var (looksAt, lastAt) = (looks.ToLookup(sight => sight.Place), last.ToLookup(sight => sight.Place));
        var there = view.Filter.Look == CohortMatrixLook.Planned
            ? asked.Select(plan => (plan.Level, plan.NetworkId))
            : last.Where(sight => sight.Seen >= Seen.Partly).Select(sight => (sight.Level, sight.NetworkId));
        return view with
        {
            Cells = [.. MatrixPlace.All.Select(place => Cell(place, view.Counted, [.. statesAt[place]], [.. plansAt[place]], [.. askedAt[place]], looksAt[place], lastAt[place]))],
            Ways = [.. DimensionWords.All.Select(dimension => Ways(dimension, plans.Where(plan => plan.Dimension == dimension))), Ways(null, plans)],
            ByLevel = there.Distinct().GroupBy(one => one.Level).ToDictionary(level => level.Key, level => level.Count()),
        };
    }

    private static CohortMatrixCell Cell(
        MatrixPlace place, int counted, IReadOnlyList<SaidOfCell> states, IReadOnlyList<Planned> plans, IReadOnlyList<Planned> asked, IEnumerable<Sighted> looks, IEnumerable<Sighted> seen)
    {
        var most = seen.GroupBy(sight => sight.NetworkId).Select(network => network.Max(sight => sight.Seen)).ToList();
        return new CohortMatrixCell(
            place, Networks(asked.Select(plan => plan.NetworkId)),
            StrategyWords.All.ToDictionary(way => way, way => Networks(plans.Where(plan => plan.Ways.HasFlag(way)).Select(plan => plan.NetworkId))),
            Networks(states.Where(said => said.State == CellState.NotAGoal).Select(said => said.NetworkId)),
            Networks(states.Where(said => said.State == CellState.NotApplicable).Select(said => said.NetworkId)),
            counted - Networks(plans.Select(plan => plan.NetworkId).Concat(states.Select(said => said.NetworkId))),
            SeenWords.All.ToDictionary(degree => degree, degree => most.Count(one => one == degree)),
            counted - Networks(looks.Select(sight => sight.NetworkId)));
    }

    private static CohortMatrixWays Ways(Dimension? dimension, IEnumerable<Planned> plans) => new(dimension, CohortMatrixWays.Columns.ToDictionary(
        way => way, way => Networks(plans.Where(plan => way == Strategy.None ? plan.Ways == Strategy.None : plan.Ways.HasFlag(way)).Select(plan => plan.NetworkId))));

    // Of the observations that answer one plan the latest counts, as in a network's own matrix; what answers none stands by itself.
    private static IEnumerable<Sighted> Last(IEnumerable<Sighted> seen) => seen.GroupBy(sight => (sight.NetworkId, Of: sight.Answers ?? -sight.Number))
        .Select(answers => answers.OrderBy(sight => sight.Month).ThenBy(sight => sight.Number).Last());

    private static int Networks(IEnumerable<Guid> ids) => ids.Distinct().Count();
}
