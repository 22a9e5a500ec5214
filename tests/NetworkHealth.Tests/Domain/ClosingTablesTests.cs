using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Domain;

/// <summary>What is counted when a cycle is closed, and when it is counted again.</summary>
public sealed class ClosingTablesTests
{
    [Fact]
    public void Fewer_than_five_networks_are_not_counted()
    {
        Assert.Null(ClosingTables.Make(Networks("4433"), true, []));
        Assert.Equal(5, ClosingTables.Make(Networks("44332"), true, [])!.Whole.Size);
    }

    [Fact]
    public void All_count_and_those_without_a_level_are_not_rated()
    {
        var table = ClosingTables.Make(Networks("4444440000000------"), false, [])!;

        Assert.Equal([7, null, null, null, null, 6], table.Whole.Counts);
        Assert.Empty(table.Groups);
    }

    [Fact]
    public void A_table_stands_where_one_network_more_or_four_corrected_would_make_another()
    {
        var before = Networks("44444440000000333333");
        var told = Told(before);

        Assert.Null(ClosingTables.Make(before, false, [told]));
        Assert.Null(ClosingTables.Make([.. before, .. Networks("1")], false, [told]));
        Assert.Null(ClosingTables.Make(Changed(before, 4, Level.Most), false, [told]));
        Assert.Equal(20, ClosingTables.Make(Changed(before, 5, Level.Least), false, [told])!.Whole.Size);
    }

    [Fact]
    public void In_no_group_fewer_than_five_differ()
    {
        var before = Networks("4444440000000", "a").Concat(Networks("3333333111111", "b")).ToList();
        var told = Told(before, isGrouped: true);

        Assert.Null(ClosingTables.Make([.. before, .. Networks("00000", "a"), .. Networks("4", "b")], true, [told]));
        Assert.Equal([18, 13], ClosingTables.Make([.. before, .. Networks("00000", "a")], true, [told])!.Groups.Select(group => group.Size));
    }

    [Fact]
    public void Who_is_new_in_a_later_table_tells_its_level_neither_where_all_stand_together_nor_where_few_do()
    {
        var before = Networks("44444440000000333333");
        var told = Told(before);

        var one = ClosingTables.Make([.. before, .. Networks("44444")], false, [told])!;
        var some = ClosingTables.Make([.. before, .. Networks("444444000")], false, [told])!;

        Assert.All(one.Whole.Counts, Assert.Null);
        Assert.Equal([null, null, null, null, 13, null], some.Whole.Counts);
    }

    [Fact]
    public void A_table_that_showed_nothing_gives_way_to_another_once_five_differ_and_keeps_nothing_hidden()
    {
        var before = Networks("--------------------", "a");
        var told = Told(before);

        Assert.Null(ClosingTables.Make(Changed(before, 4, Level.Most), true, [told]));
        Assert.Equal([null, null, null, null, 7, null], ClosingTables.Make(Changed(Changed(before, 13, Level.Least), 7, Level.Most), true, [told])!.Whole.Counts);
    }

    [Theory]
    [InlineData("0000111122", "00000")]
    [InlineData("4444444444", "44444")]
    [InlineData("0000111122", "01111")]
    public void What_it_hid_is_not_told_by_those_who_came_since(string first, string since)
    {
        var before = Networks(first);
        var told = Told(before);
        Assert.False(told.Table.ShowsAnything);

        Assert.All(ClosingTables.Make([.. before, .. Networks(since)], false, [told])!.Whole.Counts, Assert.Null);
    }

    [Fact]
    public void Groups_stand_as_they_were_and_a_new_value_joins_those_put_together_last()
    {
        var before = Networks("4444440000000", "a").Concat(Networks("33", "b")).Concat(Networks("1111", "c")).ToList();
        var told = Told(before, isGrouped: true);
        List<CountedNetwork> moved = [.. before.Select(network => network.Group == "a" ? network with { Group = "c" } : network), .. Networks("000002", "d")];

        var table = ClosingTables.Make(moved, true, [told])!;

        Assert.Equal(["a", "c,b,d"], table.Groups.Select(group => string.Join(',', group.Names)));
        Assert.Equal([13, 12], table.Groups.Select(group => group.Size));
    }

    [Fact]
    public void An_attacker_with_all_seven_tables_of_a_cohort_finds_two_values_for_every_hidden_cell()
    {
        var random = new Random(20261124);
        int hidden = 0, shown = 0;
        for (int cohort = 0; cohort < 200; cohort++)
        {
            int spread = random.Next(1, 7), fields = random.Next(1, 5);
            Guid[] ids = [.. Enumerable.Range(0, random.Next(5, 41)).Select(_ => Guid.NewGuid())];
            var groups = ids.ToDictionary(id => id, _ => $"{Math.Min(random.Next(fields), random.Next(fields))}");
            foreach (var _ in SubjectWords.All)
            {
                CountedNetwork[] networks = [.. ids.Select(id => new CountedNetwork(id, groups[id], Math.Min(random.Next(spread), random.Next(6)) is var level and < 5 ? (Level)level : null))];
                var table = ClosingTables.Make(networks, true, [])!;
                Features.Cohorts.StoredTablesAttackTests.Attack(table, ref hidden, ref shown);
                Assert.Null(ClosingTables.Make([.. networks, new CountedNetwork(Guid.NewGuid(), "0", Level.Most)], true, [new CountedEarlier(table, networks.ToDictionary(network => network.Id))]));
            }
        }

        Assert.True(hidden > 10_000 && shown > 2000, $"{hidden} hidden, {shown} shown");
    }

    [Fact]
    public void An_attacker_with_two_closings_who_knows_who_is_new_finds_two_values_for_all_that_was_ever_hidden()
    {
        var random = new Random(20261123);
        int made = 0;
        for (int cohort = 0; cohort < 12; cohort++)
        {
            int[][] first = [Row(random, random.Next(6, 9), 3), Row(random, random.Next(5, 8), 3)], since = [Row(random, random.Next(2) * 5, 3), Row(random, 5, 3)];
            var one = new GuardedTable(first);
            var told = new CountTable(new CountRow([], 0, Cells(one, -1)), [new CountRow([], 0, Cells(one, 0)), new CountRow([], 0, Cells(one, 1))]);
            var two = new GuardedTable([.. first.Select((row, g) => row.Zip(since[g], (a, b) => a + b).ToArray())], [new ToldEarlier(told, since)]);
            var possible = Possible(one, two, first, since);
            Assert.Contains(possible, pair => pair.First.Zip(first).All(rows => rows.First.SequenceEqual(rows.Second)));
            made += Enumerable.Range(-1, 3).Sum(group => Cells(two, group).Count(count => count is not null));
            for (int group = -1; group < 2; group++)
            {
                for (int category = 0; category < 3; category++)
                {
                    if (Cells(one, group)[category] is null)
                        Assert.True(possible.Select(pair => Value(pair.First, group, category)).Distinct().Count() > 1, $"cohort {cohort}, first {group} {category}");
                    if (Cells(two, group)[category] is null && (Cells(one, group)[category] is null || group < 0 || since[group].Sum() > 0))
                        Assert.True(possible.Select(pair => Value(pair.First, group, category) + Value(pair.Since, group, category)).Distinct().Count() > 1, $"cohort {cohort}, second {group} {category}");
                }
            }
        }

        Assert.True(made > 0, $"{made} shown");
    }

    // Everything that may be so, tried out: what was first, and what came since.
    private static List<(int[][] First, int[][] Since)> Possible(GuardedTable one, GuardedTable two, int[][] first, int[][] since)
    {
        var firsts = Tables(first).Where(table => Fits(one, table)).ToList();
        var sinces = Tables(since).ToList();
        return [.. from f in firsts from s in sinces where Fits(two, [.. f.Select((row, g) => row.Zip(s[g], (a, b) => a + b).ToArray())]) select (f, s)];
    }

    private static IEnumerable<int[][]> Tables(int[][] like) =>
        from one in KnowingAttackerTests.Rows(like[0].Sum(), 3) from two in KnowingAttackerTests.Rows(like[1].Sum(), 3) select new[] { one, two };

    private static bool Fits(GuardedTable shown, int[][] table) => Enumerable.Range(-1, 3).All(group => Cells(shown, group).Select((count, category) => count is null || count == Value(table, group, category)).All(fits => fits));

    private static int Value(int[][] rows, int group, int category) => group < 0 ? rows.Sum(row => row[category]) : rows[group][category];

    private static int?[] Cells(GuardedTable table, int group) => [.. Enumerable.Range(0, table.Categories).Select(category => group < 0 ? table.Sum(category) : table[group, category])];

    private static int[] Row(Random random, int size, int categories)
    {
        int[] row = new int[categories];
        int spread = random.Next(1, categories + 1);
        for (int i = 0; i < size; i++)
            row[random.Next(spread)]++;
        return row;
    }

    private static CountedEarlier Told(IReadOnlyCollection<CountedNetwork> networks, bool isGrouped = false) =>
        new(ClosingTables.Make(networks, isGrouped, [])!, networks.ToDictionary(network => network.Id));

    // A digit is a level, a dash none.
    private static List<CountedNetwork> Networks(string levels, string group = "") =>
        [.. levels.Select(level => new CountedNetwork(Guid.NewGuid(), group, level == '-' ? null : (Level)(level - '0')))];

    private static List<CountedNetwork> Changed(List<CountedNetwork> networks, int count, Level to) => [.. networks.Select((network, i) => i < count ? network with { Level = to } : network)];
}
