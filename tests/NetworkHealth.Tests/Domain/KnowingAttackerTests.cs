using System.Globalization;
using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Domain;

/// <summary>
/// Somebody who knows the rules by which cells are hidden too: of all tables that there can be, those that would be shown just like the one
/// that is shown. Every table of a size is looked at.
/// </summary>
public sealed class KnowingAttackerTests
{
    [Fact]
    public void A_row_leaves_two_values_to_every_hidden_cell_even_to_who_knows_the_rules()
    {
        for (int size = GuardedTable.Fewest; size <= 14; size++)
            Assert.Empty(Told([.. Rows(size, 5).Select(row => new[] { row })], (_, _) => true));
    }

    [Theory]
    [InlineData(5, 5)]
    [InlineData(8, 5)]
    [InlineData(7, 7)]
    [InlineData(9, 6)]
    [InlineData(16, 9)]
    public void So_does_a_group_of_one_kind_beside_another_group(int first, int second) =>
        Assert.Empty(Told([.. from one in Rows(first, 3) from two in Rows(second, 3) select new[] { one, two }], (table, group) => group >= 0 && table[group].Max() == table[group].Sum()));

    // The hidden cells of certain rows that have one value in all tables with the same view.
    private static List<string> Told(IReadOnlyList<int[][]> tables, Func<int[][], int, bool> inRow) =>
    [
        .. tables.Select(rows => (Rows: rows, Shown: new GuardedTable(rows))).GroupBy(table => View(table.Shown), StringComparer.Ordinal)
            .SelectMany(view => Hidden(view.First().Shown)
                .Where(cell => view.Any(table => inRow(table.Rows, cell.Group)) && view.Select(table => Value(table.Rows, cell)).Distinct().Count() < 2)
                .Select(cell => $"{view.Key}: {cell}")),
    ];

    private static string View(GuardedTable table) => string.Join(" | ", Enumerable.Range(-1, table.Groups + 1)
        .Select(group => string.Join(' ', Enumerable.Range(0, table.Categories).Select(category => Cell(table, (group, category))?.ToString(CultureInfo.InvariantCulture) ?? "–"))));

    private static IEnumerable<(int Group, int Category)> Hidden(GuardedTable table) =>
        from row in Enumerable.Range(-1, table.Groups + 1) from category in Enumerable.Range(0, table.Categories) where Cell(table, (row, category)) is null select (row, category);

    private static int? Cell(GuardedTable table, (int Group, int Category) cell) => cell.Group < 0 ? table.Sum(cell.Category) : table[cell.Group, cell.Category];

    private static int Value(int[][] rows, (int Group, int Category) cell) => cell.Group < 0 ? rows.Sum(row => row[cell.Category]) : rows[cell.Group][cell.Category];

    internal static IEnumerable<int[]> Rows(int size, int categories) =>
        categories == 1 ? [[size]] : Enumerable.Range(0, size + 1).SelectMany(first => Rows(size - first, categories - 1).Select(rest => new[] { first }.Concat(rest).ToArray()));
}
