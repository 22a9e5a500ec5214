using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Domain;

/// <summary>The four published examples stand in the cells that the source tells, and in no others: a table written by hand from the source.</summary>
public sealed class PublishedStrategiesTests
{
    [Theory]
    [InlineData("playing-cards", Strategy.Codify, "D3-organisation D3-individual D4-organisation D4-individual", "D3-leadership D4-leadership")]
    [InlineData("change-packages", Strategy.Codify, "D2-organisation D2-individual D3-organisation D3-individual D4-organisation D4-individual", "")]
    [InlineData("teacher-and-school-leaders", Strategy.BuildCapacity, "D2-organisation", "D2-individual D5-organisation")]
    [InlineData("district-professional-learning", Strategy.BuildCapacity | Strategy.Embed, "D2-organisation", "D5-organisation D6-organisation")]
    public void Each_has_its_cells_told_and_implied_apart(string id, Strategy strategies, string told, string implied)
    {
        var strategy = PublishedStrategies.All.Single(one => one.Id == id);

        Assert.Equal((strategies, told, implied), (strategy.Strategies, Cells(strategy, LinkKind.Told), Cells(strategy, LinkKind.Implied)));
    }

    [Fact]
    public void There_are_four_and_none_touches_whether_the_network_goes_on_or_who_stays_in_touch()
    {
        Assert.Equal(4, PublishedStrategies.All.Count);
        Assert.DoesNotContain(PublishedStrategies.All.SelectMany(one => one.Links.Keys), cell => cell.Dimension is Dimension.NetworkContinues or Dimension.StayConnected);
        Assert.All(PublishedStrategies.All, one => Assert.True(one.Story.Length > 100 && one.Name.Length > 5));
    }

    private static string Cells(PublishedStrategy strategy, LinkKind kind) =>
        string.Join(' ', MatrixPlace.All.Where(cell => strategy.Links.TryGetValue(cell, out var link) && link == kind).Select(cell => cell.Code));
}
