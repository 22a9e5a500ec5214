using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Domain;

/// <summary>What holds of the rule for every sequence of one to four cycles.</summary>
public sealed class TrajectoryPropertyTests
{
    private static readonly TrajectoryLabel[] WorstToBest =
    [
        TrajectoryLabel.Declined, TrajectoryLabel.Stagnant, TrajectoryLabel.ConsistentStrength, TrajectoryLabel.Improved, TrajectoryLabel.MuchImproved,
    ];

    private static readonly string[] WithTwoRatings = [.. Trajectories.All.Where(cycles => cycles.Count(level => level != '-') >= 2)];

    [Fact]
    public void A_gap_never_changes_the_label() =>
        Assert.All(Trajectories.All, cycles => Assert.All(Enumerable.Range(0, cycles.Length + 1), at =>
            Assert.Equal(Label(cycles), Label(cycles.Insert(at, "-")))));

    [Fact]
    public void Repeating_the_last_rating_never_changes_the_label() =>
        Assert.All(WithTwoRatings, cycles => Assert.Equal(Label(cycles), Label(cycles + cycles.TrimEnd('-')[^1])));

    [Fact]
    public void Raising_the_last_rating_never_gives_a_worse_label() =>
        Assert.All(WithTwoRatings, cycles => Assert.All(Raised(cycles, cycles.TrimEnd('-').Length - 1), higher =>
            Assert.True(Rank(higher) >= Rank(cycles), $"{cycles} is {Label(cycles)}, {higher} is {Label(higher)}")));

    [Fact]
    public void Raising_the_first_rating_never_gives_a_better_label_except_into_consistent_strength() =>
        Assert.All(WithTwoRatings, cycles => Assert.All(Raised(cycles, cycles.Length - cycles.TrimStart('-').Length), higher =>
            Assert.True(Rank(higher) <= Rank(cycles) || Label(higher) == TrajectoryLabel.ConsistentStrength, $"{cycles} is {Label(cycles)}, {higher} is {Label(higher)}")));

    [Fact]
    public void The_test_for_decline_and_the_test_for_much_improvement_never_both_hold() =>
        Assert.DoesNotContain(WithTwoRatings.Select(Trajectories.Of), trajectory =>
            trajectory.Drop >= TrajectoryRule.DeclineDrop && trajectory.Drop > trajectory.Net && trajectory.Net >= TrajectoryRule.MuchImprovedNet);

    [Fact]
    public void An_improved_network_always_ends_above_its_start()
    {
        var improved = WithTwoRatings.Select(Trajectories.Of).Where(t => t.Label is TrajectoryLabel.Improved or TrajectoryLabel.MuchImproved).ToList();

        Assert.Equal(560, improved.Count);
        Assert.All(improved, trajectory => Assert.True(trajectory.Last.Level > trajectory.First.Level));
    }

    [Fact]
    public void Forty_declined_sequences_end_above_their_start_and_are_of_three_kinds()
    {
        var above = WithTwoRatings.Select(Trajectories.Of).Where(t => t.Label == TrajectoryLabel.Declined && t.Net > 0).ToList();

        Assert.Equal(40, above.Count);
        Assert.Equal(["0→3→1", "0→4→1", "1→4→2"],
            above.Select(t => $"{(int)t.First.Level}→{(int)t.Best}→{(int)t.Last.Level}").Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_rule_names_its_version_and_its_thresholds()
    {
        Assert.Equal("1.0", TrajectoryRule.Version);
        Assert.Equal((2, 3, 1), (TrajectoryRule.DeclineDrop, TrajectoryRule.MuchImprovedNet, TrajectoryRule.ImprovedNet));
        Assert.Equal((Level.DevelopingHigh, Level.DevelopingMid), (TrajectoryRule.StrongEnds, TrajectoryRule.StrongFloor));
    }

    private static TrajectoryLabel Label(string cycles) => Trajectories.Of(cycles).Label;

    private static int Rank(string cycles) => Array.IndexOf(WorstToBest, Label(cycles));

    private static IEnumerable<string> Raised(string cycles, int at) =>
        "01234".Where(level => level > cycles[at]).Select(level => cycles.Remove(at, 1).Insert(at, level.ToString()));
}
