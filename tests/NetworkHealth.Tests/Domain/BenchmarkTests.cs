using NetworkHealth.Domain;
using static NetworkHealth.Domain.Level;

namespace NetworkHealth.Tests.Domain;

/// <summary>A hub beside others: the middle of at least five, and nothing that tells one of them.</summary>
public sealed class BenchmarkTests
{
    private static readonly Guid[] Networks = [.. Enumerable.Range(0, 12).Select(_ => Guid.NewGuid())];

    [Theory]
    [InlineData("2", "2 2 2")]
    [InlineData("01", "0 0 1")]
    [InlineData("01234", "1 2 3")]
    [InlineData("40004", "0 0 4")]
    [InlineData("012344", "1 2 4")]
    [InlineData("00112233", "0 1 3")]
    [InlineData("001122334", "1 2 3")]
    public void The_middle_half_holds_half_and_the_median_is_the_lower_one(string levels, string middle)
    {
        var found = Middle.Of(Levels(levels))!;

        Assert.Equal(middle, $"{(int)found.From} {(int)found.Median} {(int)found.To}");
        Assert.True(4 * levels.Count(level => level - '0' >= (int)found.From) >= 3 * levels.Length);
        Assert.True(4 * levels.Count(level => level - '0' <= (int)found.To) >= 3 * levels.Length);
    }

    [Fact]
    public void Five_others_make_a_benchmark_and_four_do_not()
    {
        Assert.Null(Middle.Of([]));
        Assert.Equal(new Benchmark(Most, null, 0), Benchmark.Of(Most, [Closing("0123")]));
        Assert.Equal(new Benchmark(Most, new Middle(DevelopingLow, DevelopingMid, DevelopingHigh), 5), Benchmark.Of(Most, [Closing("01234")]));
        Assert.Equal(new Benchmark(null, null, 0), Benchmark.Of(null, []));
    }

    [Theory]
    [InlineData(Least, -1)]
    [InlineData(DevelopingLow, 0)]
    [InlineData(DevelopingHigh, 0)]
    [InlineData(Most, 1)]
    public void A_level_stands_below_with_or_above_the_middle_half(Level own, int side) => Assert.Equal(side, Benchmark.Of(own, [Closing("01234")]).Side);

    [Fact]
    public void The_number_of_others_is_told_in_steps_of_five()
    {
        Assert.Equal(["5 to 9", "5 to 9", "10 to 14", "10 to 14"], ((string[])["01234", "012340123", "0123401234", "012340123401"]).Select(levels => Benchmark.Of(Most, [Closing(levels)]).CountWords));
        Assert.Null(Benchmark.Of(null, [Closing("01234")]).Side);
    }

    [Fact]
    public void With_exactly_five_others_each_of_them_may_have_two_levels_or_more_whatever_is_shown()
    {
        var seen = Assignments(5).GroupBy(levels => Middle.Of(levels)!).ToList();

        Assert.True(seen.Count > 20);
        Assert.All(seen, shown => Assert.All(Enumerable.Range(0, 5), network => Assert.True(shown.Select(levels => levels[network]).Distinct().Count() >= 2, $"{shown.Key}")));
    }

    [Fact]
    public void One_network_more_or_another_level_of_up_to_four_changes_nothing_at_the_next_closing()
    {
        foreach (var levels in Assignments(5))
        {
            string before = string.Concat(levels.Select(level => (int)level));
            var stood = Benchmark.Of(Most, [Closing(before)]);
            foreach (var late in LevelWords.All)
                Assert.Equal(stood, Benchmark.Of(Most, [Closing(before), Closing(before + (int)late)]));
        }

        Assert.Equal(DevelopingMid, Benchmark.Of(Most, [Closing("01234"), Closing("44444")]).Others!.Median); // four differ
        Assert.Equal(DevelopingMid, Benchmark.Of(Most, [Closing("01234"), Closing("0123")]).Others!.Median); // one has withdrawn
    }

    [Fact]
    public void Five_changes_move_the_figures_even_over_several_closings_and_what_was_never_shown_holds_nothing_back()
    {
        Assert.Equal((Most, 10), Shown("00000", "0000044444", "4444444444"));
        Assert.Equal((Least, 5), Shown("00000", "00004", "00044", "00444", "04444"));
        Assert.Equal((Most, 5), Shown("00000", "00004", "00044", "00444", "04444", "44444"));
        Assert.Equal((DevelopingMid, 5), Shown("0123", "01234"));

        static (Level, int) Shown(params string[] closings) => Benchmark.Of(Most, closings.Select(Closing)) is var found ? (found.Others!.Median, found.Count) : default;
    }

    private static IReadOnlyDictionary<Guid, Level> Closing(string levels) => levels.Index().ToDictionary(of => Networks[of.Index], of => (Level)(of.Item - '0'));

    private static Level[] Levels(string levels) => [.. levels.Select(level => (Level)(level - '0'))];

    private static IEnumerable<Level[]> Assignments(int networks) => networks == 0
        ? [[]]
        : Assignments(networks - 1).SelectMany(rest => LevelWords.All.Select(level => (Level[])[.. rest, level]));
}
