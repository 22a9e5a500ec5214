using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Domain;

/// <summary>The rule against the published rows and against every sequence there can be.</summary>
public sealed class TrajectoryRuleTests
{
    [Fact]
    public void The_eleven_published_rows_get_their_published_labels()
    {
        string[][] rows =
        [
            .. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Files", "published-trajectories.csv")).Skip(1).Select(row => row.Split(',')),
        ];

        Assert.Equal(11, rows.Length);
        Assert.All(rows, row =>
        {
            Level[] rated = [.. row[1..^1].Where(cell => cell.Length > 0).Select(cell => LevelWords.Parse(cell)!.Value)];
            Assert.Equal(row[^1], TrajectoryRule.Label(rated).Words());
        });
    }

    [Theory]
    [InlineData(Level.Least, "Stagnant", "Improved", "Improved", "Much improved", "Much improved")]
    [InlineData(Level.DevelopingLow, "Stagnant", "Stagnant", "Improved", "Improved", "Much improved")]
    [InlineData(Level.DevelopingMid, "Declined", "Stagnant", "Stagnant", "Improved", "Improved")]
    [InlineData(Level.DevelopingHigh, "Declined", "Declined", "Stagnant", "Consistent Strength", "Improved")]
    [InlineData(Level.Most, "Declined", "Declined", "Declined", "Consistent Strength", "Consistent Strength")]
    public void Two_ratings_get_the_label_of_the_method_page(Level first, params string[] labelsByLast) =>
        Assert.Equal(labelsByLast, LevelWords.All.Select(last => TrajectoryRule.Label([first, last]).Words()));

    [Theory]
    [InlineData("2", TrajectoryLabel.NotEnoughData)]
    [InlineData("---2", TrajectoryLabel.NotEnoughData)]
    [InlineData("----", TrajectoryLabel.NotEnoughData)]
    [InlineData("222", TrajectoryLabel.Stagnant)]
    [InlineData("333", TrajectoryLabel.ConsistentStrength)]
    [InlineData("020", TrajectoryLabel.Declined)]
    [InlineData("010", TrajectoryLabel.Stagnant)]
    [InlineData("042", TrajectoryLabel.Improved)]
    [InlineData("032", TrajectoryLabel.Improved)]
    [InlineData("041", TrajectoryLabel.Declined)]
    [InlineData("4234", TrajectoryLabel.ConsistentStrength)]
    [InlineData("404", TrajectoryLabel.Stagnant)]
    [InlineData("202", TrajectoryLabel.Stagnant)]
    [InlineData("--00", TrajectoryLabel.Stagnant)]
    [InlineData("2-4", TrajectoryLabel.Improved)]
    [InlineData("24--", TrajectoryLabel.Improved)]
    public void Cases_that_the_published_rows_do_not_decide_are_decided(string cycles, TrajectoryLabel label) =>
        Assert.Equal(label, Trajectories.Of(cycles).Label);

    [Fact]
    public void Every_sequence_of_one_to_four_cycles_gets_one_label() =>
        Assert.Equal("1554: 180 Much improved, 380 Improved, 102 Consistent Strength, 286 Stagnant, 552 Declined, 54 Not enough data", Counts(Trajectories.All));

    [Fact]
    public void Two_or_more_ratings_always_give_a_trajectory() =>
        Assert.Equal("1500: 180 Much improved, 380 Improved, 102 Consistent Strength, 286 Stagnant, 552 Declined, 0 Not enough data",
            Counts(Trajectories.All.Where(cycles => cycles.Count(level => level != '-') >= 2)));

    [Theory]
    [InlineData(2, "25: 3 Much improved, 7 Improved, 3 Consistent Strength, 6 Stagnant, 6 Declined, 0 Not enough data")]
    [InlineData(3, "125: 15 Much improved, 32 Improved, 9 Consistent Strength, 24 Stagnant, 45 Declined, 0 Not enough data")]
    [InlineData(4, "625: 75 Much improved, 150 Improved, 27 Consistent Strength, 106 Stagnant, 267 Declined, 0 Not enough data")]
    public void Ratings_without_a_gap_spread_over_the_labels_as_published(int ratings, string counts) =>
        Assert.Equal(counts, Counts(Trajectories.WithoutGap(ratings)));

    [Fact]
    public void The_distinct_rated_sequences_spread_over_the_labels_as_published() =>
        Assert.Equal("781: 93 Much improved, 189 Improved, 39 Consistent Strength, 136 Stagnant, 318 Declined, 6 Not enough data",
            Counts(Enumerable.Range(0, 5).SelectMany(Trajectories.WithoutGap)));

    private static string Counts(IEnumerable<string> sequences)
    {
        string[] labels = [.. sequences.Select(cycles => Trajectories.Of(cycles).Label.Words())];
        string[] published = ["Much improved", "Improved", "Consistent Strength", "Stagnant", "Declined", "Not enough data"];
        Assert.Empty(labels.Except(published));
        return $"{labels.Length}: {string.Join(", ", published.Select(label => $"{labels.Count(given => given == label)} {label}"))}";
    }
}
