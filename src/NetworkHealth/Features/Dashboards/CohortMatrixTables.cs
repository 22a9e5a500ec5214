using System.Globalization;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Dashboards;

/// <summary>The figures of a cohort's matrices as tables that can be exported and kept. Each number counts networks.</summary>
public static class CohortMatrixTables
{
    private static readonly FigureColumn[] Place = [new("dimension", "Dimension", FigureKind.Text), new("level", "Level", FigureKind.Text)];

    private static readonly FigureColumn[] Ways = [.. StrategyWords.All.Select(way => new FigureColumn(way.Code(), way.Words()))];

    /// <summary><c>matrix-planned</c>, <c>matrix-observed</c> and <c>strategies</c>, under the strategy asked for; none where the reader gets no figures.</summary>
    public static IReadOnlyList<FigureTable> Of(CohortMatrixView view)
    {
        if (view.ShowsCountsOnly || view.Counted == 0)
            return [];
        string only = view.Filter.Way is { } way ? $", only “{way.Words()}”" : "";
        return
        [
            new FigureTable(
                "matrix-planned", $"Networks that plan something, by cell of the matrix{only}", Place.Length,
                [.. Place, new("planned", "Plan something"), .. Ways, new("not_a_goal", "Not a goal"), new("not_applicable", "Not applicable"), new("open", "Open")],
                Rows(view, cell => [cell.Planned, .. StrategyWords.All.Select(one => cell.Ways[one]), cell.NotAGoal, cell.NotApplicable, cell.Open])),
            new FigureTable(
                "matrix-observed", $"Networks by the most that they saw, by cell of the matrix{only}", Place.Length,
                [.. Place, .. SeenWords.All.Reverse().Select(seen => new FigureColumn(seen.Code(), seen.Words())), new("not_looked_for", "Not looked for")],
                Rows(view, cell => [.. SeenWords.All.Reverse().Select(seen => cell.Seen[seen]), cell.NotLooked])),
            Strategies(view),
        ];
    }

    /// <summary>Which strategies carry which rows of the matrix.</summary>
    public static FigureTable Strategies(CohortMatrixView view) => new(
        "strategies", "Networks by the strategies of their plans, by dimension", 1,
        [Place[0], .. Ways, new("no_strategy", "No strategy named")],
        [.. view.Ways.Select(row => (IReadOnlyList<string>)[row.Dimension?.Name() ?? "All dimensions", .. CohortMatrixWays.Columns.Select(way => Text(row.Networks[way]))])]);

    private static IReadOnlyList<IReadOnlyList<string>> Rows(CohortMatrixView view, Func<CohortMatrixCell, IEnumerable<int>> counts) =>
        [.. view.Cells.Select(cell => (IReadOnlyList<string>)[cell.Place.Dimension.Name(), English.Capital(cell.Place.Level.Words()), .. counts(cell).Select(Text)])];

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
