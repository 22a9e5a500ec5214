using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Domain;

/// <summary>The stage of a team, one for each.</summary>
public sealed class TractionTests
{
    [Theory]
    [InlineData(null, Degree.Yes, Degree.Yes, Degree.Yes, null)]
    [InlineData(Degree.Yes, null, Degree.Yes, Degree.Yes, null)]
    [InlineData(Degree.No, Degree.Yes, Degree.Yes, Degree.Yes, TractionStage.None)]
    [InlineData(Degree.Partly, Degree.Yes, Degree.Yes, Degree.Yes, TractionStage.None)]
    [InlineData(Degree.Yes, Degree.No, Degree.Yes, Degree.Yes, TractionStage.None)]
    [InlineData(Degree.Yes, Degree.Partly, null, null, TractionStage.Started)]
    [InlineData(Degree.Yes, Degree.Yes, Degree.Partly, Degree.Yes, TractionStage.Started)]
    [InlineData(Degree.Yes, Degree.Partly, Degree.Yes, null, TractionStage.Building)]
    [InlineData(Degree.Yes, Degree.Yes, Degree.Yes, Degree.Partly, TractionStage.Building)]
    [InlineData(Degree.Yes, Degree.Yes, Degree.Yes, Degree.Yes, TractionStage.Sustaining)]
    public void It_is_the_furthest_that_the_parts_before_it_carry(Degree? ownership, Degree? depth, Degree? spread, Degree? sustainability, TractionStage? stage) =>
        Assert.Equal(stage, new Traction(ownership, depth, spread, sustainability).Stage);

    [Fact]
    public void The_published_shares_stand_as_published_and_make_a_hundred()
    {
        Assert.Equal([49, 36, 15, 0], Enum.GetValues<TractionStage>().Select(stage => Traction.Published[stage]));
        Assert.Equal(100, Traction.Published.Values.Sum());
    }
}
