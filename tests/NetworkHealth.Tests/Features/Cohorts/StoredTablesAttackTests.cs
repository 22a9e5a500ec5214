using NetworkHealth.Domain;
using NetworkHealth.Features.Dashboards;
using NetworkHealth.Tests.Domain;

namespace NetworkHealth.Tests.Features.Cohorts;

/// <summary>An attacker who has all stored tables of a cohort, as its funder reads them, and those of an earlier closing.</summary>
public sealed class StoredTablesAttackTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Of_ten_random_cohorts_no_hidden_count_can_be_told_before_and_after_one_network_more()
    {
        var random = new Random(20261122);
        int hidden = 0, shown = 0;
        for (int i = 0; i < 10; i++)
        {
            var cohort = new CountedCohort(app, $"attacked-{i}");
            int size = random.Next(5, 41);
            await cohort.Has(Enumerable.Range(0, size).Select(n => ($"N{n}", Math.Min(random.Next(5), random.Next(5)))));
            await cohort.Rates(2021, Levels(random, size));
            await cohort.Rates(2022, Levels(random, size), RatingSource.External);
            await cohort.Rates(2022, Levels(random, size));
            var first = await cohort.Read();
            Assert.Equal(21, Tables(first).Count());
            await cohort.Rates(2021, [($"N{size}", "4444444")]);
            await cohort.ClosesAgain(2021);
            var second = await cohort.Read();

            // Nothing of the first list is told otherwise in the second, so both together tell what one tells.
            Assert.Equal(Tables(first).Select(Text), Tables(second).Select(Text));
            foreach (var table in Tables(second))
                Attack(table, ref hidden, ref shown);
        }

        Assert.True(hidden > 1000 && shown > 100, $"{hidden} hidden, {shown} shown");
    }

    internal static void Attack(CountTable table, ref int hidden, ref int shown)
    {
        var rows = table.Groups.Count == 0 ? [table.Whole] : table.Groups;
        Assert.Equal(table.Whole.Size, rows.Sum(row => row.Size));
        var attacker = new Attacker([.. rows.Select(row => row.Size)], [.. rows.Select(row => row.Counts)], table.Whole.Counts);
        for (int category = 0; category < CountRow.Categories; category++)
        {
            Look(table.Whole, category, () => attacker.ValuesOfSum(category), ref hidden, ref shown);
            for (int group = 0; group < rows.Count; group++)
                Look(rows[group], category, () => attacker.ValuesOf(group, category), ref hidden, ref shown);
        }
    }

    private static void Look(CountRow row, int category, Func<IReadOnlyList<int>> values, ref int hidden, ref int shown)
    {
        if (row.Counts[category] is { } count)
        {
            Assert.True(count >= GuardedTable.Fewest && count < row.Size);
            shown++;
        }
        else
        {
            Assert.True(values().Count >= 2);
            hidden++;
        }
    }

    private static IEnumerable<CountTable> Tables(StoredFiguresView view) => view.Cycles.SelectMany(cycle => cycle.Sources).SelectMany(source => source.Tables).Select(of => of.Table.Figures);

    internal static string Text(CountTable table) => string.Join('|', table.Groups.Prepend(table.Whole).Select(row => $"{string.Join(',', row.Names)} {row.Size} {string.Join(',', row.Counts)}"));

    private static IEnumerable<(string Code, string Levels)> Levels(Random random, int size)
    {
        int spread = random.Next(1, 7);
        return [.. Enumerable.Range(0, size).Select(i => ($"N{i}", string.Concat(Enumerable.Range(0, 7).Select(_ => "43210-"[Math.Min(random.Next(spread), random.Next(6))]))))];
    }
}
