using NetworkHealth.Features.Dashboards;

namespace NetworkHealth.Tests.Features.Dashboards;

/// <summary>What counts as a change of a table, and what does not count by itself.</summary>
public sealed class TableDifferenceTests
{
    private static readonly string[] Kept = ["A", "North", "Least", "Most", "Much improved", "Least in 2023, Most in 2024.", "late_start"];

    [Fact]
    public void Nothing_differs_from_itself() => Assert.Empty(TableDifference.Between([Networks(Kept)], [Networks(Kept)]));

    [Fact]
    public void Name_reason_and_flags_count_once_where_no_figure_changed() =>
        Assert.Equal(
            [new FigureDifference("A", "Network, Reason and Flags", "North; Least in 2023, Most in 2024.; Late start", "South; Least in 2023, Most in 2023–24.; none")],
            Of(Networks(Kept), Networks(["A", "South", "Least", "Most", "Much improved", "Least in 2023, Most in 2023–24.", ""])));

    [Fact]
    public void They_do_not_count_beside_figures_that_changed() =>
        Assert.Equal(
            [new FigureDifference("A", "2024", "Most", "Least"), new FigureDifference("A", "Trajectory", "Much improved", "Stagnant")],
            Of(Networks(Kept), Networks(["A", "South", "Least", "Least", "Stagnant", "Least in 2023 and 2024.", "late_start;dip"])));

    [Fact]
    public void Flags_stand_in_words() =>
        Assert.Equal([new FigureDifference("A", "Flags", "Late start", "Late start; Dip")], Of(Networks(Kept), Networks([.. Kept[..6], "late_start;dip"])));

    [Fact]
    public void An_empty_level_says_whether_it_is_not_rated_or_not_shared()
    {
        var (rated, withdrawn, closed) = (Networks(Kept), Networks([.. Kept[..3], "", .. Kept[4..]]), Networks(["A", "North", "", "", "Much improved", "Shares its label only.", "late_start"]));

        Assert.Equal([new FigureDifference("A", "2024", "Most", "not rated")], Of(rated, withdrawn));
        Assert.Equal([new FigureDifference("A", "2023", "Least", "not shared"), new FigureDifference("A", "2024", "not rated", "not shared")], Of(withdrawn, closed));
    }

    [Fact]
    public void Rows_columns_and_tables_that_come_or_go_count_once()
    {
        FigureTable one = new("cycles", "By cycle", 1, [new("cycle", "Cycle", FigureKind.Text), new("most", "Most"), new("least", "Least")], [["2023", "1", "2"], ["2024", "3", "4"]]);
        FigureTable two = new("cycles", "By cycle", 1, [new("cycle", "Cycle", FigureKind.Text), new("not_rated", "Not rated"), new("most", "Most")], [["2024", "0", "3"], ["2025", "0", "5"]]);
        var other = one with { Code = "other", Title = "Other" };

        Assert.Equal(
            [new FigureDifference("", "Least", "shown", null), new FigureDifference("", "Not rated", null, "shown"), new FigureDifference("2023", "", "shown", null), new FigureDifference("2025", "", null, "shown")],
            Of(one, two));
        Assert.Equal([new FigureDifference("", "", "shown", null)], TableDifference.Between([one, other], [one]).Single().Changes);
        Assert.Equal(("other", "Other", new FigureDifference("", "", null, "shown")), TableDifference.Between([one], [one, other]).Select(table => (table.Code, table.Title, table.Changes.Single())).Single());
    }

    private static IReadOnlyList<FigureDifference> Of(FigureTable then, FigureTable now) => TableDifference.Between([then], [now]).Single().Changes;

    private static FigureTable Networks(params string[][] rows) => new(
        "trajectories", "Networks by cycle", 1,
        [
            new("network_code", "Code", FigureKind.Text), new("network", "Network", FigureKind.Text), new("y2023", "2023", FigureKind.Level), new("y2024", "2024", FigureKind.Level),
            new("label", "Trajectory", FigureKind.Text), new("reason", "Reason", FigureKind.Text), new("flags", "Flags", FigureKind.Text),
        ],
        rows);
}
