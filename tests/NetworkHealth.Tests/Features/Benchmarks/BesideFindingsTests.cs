using NetworkHealth.Domain;
using NetworkHealth.Features.Benchmarks;
using static NetworkHealth.Domain.Level;

namespace NetworkHealth.Tests.Features.Benchmarks;

/// <summary>The heading counts domains, in words.</summary>
public sealed class BesideFindingsTests
{
    [Theory]
    [InlineData("wwwwww", "All six domains stand with the middle half")]
    [InlineData("wwwwbb", "Four of six domains stand with the middle half, two below")]
    [InlineData("wbbbaa", "One of six domains stands with the middle half, three below and two above")]
    [InlineData("bbbbba", "Five of six domains stand below the middle half, one above")]
    [InlineData("aa----", "Both domains that can be compared stand above the middle half")]
    [InlineData("wwa---", "Two of three domains that can be compared stand with the middle half, one above")]
    [InlineData("b-----", "The one domain that can be compared stands below the middle half")]
    [InlineData("------", "As a whole, the network stands above the middle half of the others")]
    public void The_heading_says_how_many_domains_stand_where(string sides, string heading) =>
        Assert.Equal(heading, BesideFindings.Heading([Row(Subject.Overall, 'a'), .. SubjectWords.Domains.Zip(sides).Select(of => Row(of.First, of.Second))]));

    [Fact]
    public void Where_nothing_of_the_network_can_be_compared_the_heading_is_a_plain_noun() =>
        Assert.Equal("The middle half of the others", BesideFindings.Heading([Row(Subject.Overall, '-')]));

    private static SubjectBeside Row(Subject subject, char side)
    {
        Level? own = side switch { 'b' => Least, 'w' => DevelopingMid, 'a' => Most, _ => null };
        return new SubjectBeside(subject, own is { } level ? Answer.Of(level) : null, new Benchmark(own, new Middle(DevelopingLow, DevelopingMid, DevelopingHigh), 5));
    }
}
