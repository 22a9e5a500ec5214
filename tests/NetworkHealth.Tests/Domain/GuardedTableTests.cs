using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Domain;

/// <summary>What is hidden in tables of counts cannot be worked out from what is shown.</summary>
public sealed class GuardedTableTests
{
    [Fact]
    public void Small_counts_and_rows_of_one_kind_are_hidden_and_what_would_tell_them()
    {
        Assert.Equal([10, null, 6, null, null, null], Cells(new GuardedTable([[10, 4, 6, 0, 0, 0]]), 0));
        Assert.Single(Cells(new GuardedTable([[10, 0, 10, 0, 0, 0]]), 0), cell => cell is not null);
        Assert.All(Cells(new GuardedTable([[8, 0, 0, 0, 0, 0]]), 0), Assert.Null);
        Assert.All(Cells(new GuardedTable([[3, 2, 0, 0, 0, 0]]), 0), Assert.Null);
    }

    [Fact]
    public void Groups_under_five_stand_together_with_the_next_smallest_until_they_are_five()
    {
        Assert.Equal(["a", "b,c"], Joined(new() { ["a"] = 9, ["b"] = 5, ["c"] = 2 }));
        Assert.Equal(["a", "b", "d,c"], Joined(new() { ["a"] = 9, ["b"] = 5, ["c"] = 2, ["d"] = 3 }));
        Assert.Equal(["a", "b"], Joined(new() { ["a"] = 9, ["b"] = 5 }));
        Assert.Equal(["a,b"], Joined(new() { ["a"] = 3, ["b"] = 2 }));
        Assert.Null(GuardedTable.Together(new Dictionary<string, int> { ["a"] = 4 }));
    }

    [Fact]
    public void An_attacker_with_all_tables_finds_at_least_two_values_for_every_hidden_cell()
    {
        var random = new Random(20261122);
        int hidden = 0, shown = 0;
        for (int cohort = 0; cohort < 200; cohort++)
        {
            var table = Of(random);
            var attacker = new Attacker(
                [.. table.Sizes], [.. Enumerable.Range(0, table.Guarded.Groups).Select(group => Cells(table.Guarded, group))],
                [.. Enumerable.Range(0, table.Guarded.Categories).Select(table.Guarded.Sum)]);
            for (int category = 0; category < table.Guarded.Categories; category++)
            {
                if (table.Guarded.Sum(category) is { } sum)
                {
                    Assert.True(sum >= GuardedTable.Fewest);
                    shown++;
                }
                else
                {
                    Assert.True(attacker.ValuesOfSum(category).Count >= 2, $"cohort {cohort}, sum {category}");
                    hidden++;
                }

                for (int group = 0; group < table.Guarded.Groups; group++)
                {
                    if (table.Guarded[group, category] is { } count)
                    {
                        Assert.True(count >= GuardedTable.Fewest && count < table.Sizes[group]);
                        shown++;
                    }
                    else
                    {
                        Assert.True(attacker.ValuesOf(group, category).Count >= 2, $"cohort {cohort}, group {group}, category {category}");
                        hidden++;
                    }
                }
            }
        }

        Assert.True(hidden > 1000 && shown > 300, $"{hidden} hidden, {shown} shown");
    }

    [Fact]
    public void The_attacker_finds_what_is_not_guarded()
    {
        var attacker = new Attacker([10, 10], [[4, 6], [null, 7]], [null, 13]);

        Assert.Equal([3], attacker.ValuesOf(1, 0));
        Assert.Equal([7], attacker.ValuesOfSum(0));
    }

    private static (GuardedTable Guarded, List<int> Sizes) Of(Random random)
    {
        int networks = random.Next(5, 41), fields = random.Next(1, 5), spread = random.Next(1, 7);
        var counts = new Dictionary<string, int[]>();
        for (int i = 0; i < networks; i++)
        {
            string field = $"{(char)('a' + Math.Min(random.Next(fields), random.Next(fields)))}";
            counts.TryAdd(field, new int[6]);
            counts[field][Math.Min(random.Next(spread), random.Next(6))]++;
        }

        var groups = GuardedTable.Together(counts.ToDictionary(group => group.Key, group => group.Value.Sum()))!;
        int[][] rows = [.. groups.Select(group => Enumerable.Range(0, 6).Select(category => group.Sum(name => counts[name][category])).ToArray())];
        return (new GuardedTable(rows), [.. rows.Select(row => row.Sum())]);
    }

    private static int?[] Cells(GuardedTable table, int group) => [.. Enumerable.Range(0, table.Categories).Select(category => table[group, category])];

    private static string[] Joined(Dictionary<string, int> groups) => [.. GuardedTable.Together(groups)!.Select(group => string.Join(',', group))];
}
