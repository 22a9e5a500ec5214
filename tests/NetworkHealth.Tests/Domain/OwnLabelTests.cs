using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Domain;

/// <summary>When another label stands beside the rule's, and what it must bring.</summary>
public sealed class OwnLabelTests
{
    private readonly OwnLabel label = new(Guid.NewGuid(), RatingSource.Self, Subject.Overall);

    [Fact]
    public void It_stands_beside_the_label_it_was_set_against_and_beside_no_other()
    {
        label.Set(TrajectoryLabel.Improved, TrajectoryLabel.Stagnant, " Two schools joined late. ");

        Assert.Equal(("Two schools joined late.", TrajectoryRule.Version), (label.Reason, label.RuleVersion));
        Assert.True(label.StandsBeside(TrajectoryLabel.Stagnant));
        Assert.False(label.StandsBeside(TrajectoryLabel.Declined));
        Assert.False(label.StandsBeside(TrajectoryLabel.Improved));
    }

    [Fact]
    public void Withdrawn_it_stands_beside_nothing_and_its_reason_is_gone()
    {
        label.Set(TrajectoryLabel.Improved, TrajectoryLabel.Stagnant, "Because.");
        label.Withdraw();

        Assert.Equal((null, ""), (label.Label, label.Reason));
        Assert.False(label.StandsBeside(TrajectoryLabel.Stagnant));
        Assert.Equal("There is no label of your own here.", Assert.Throws<DomainRuleException>(label.Withdraw).Message);
    }

    [Theory]
    [InlineData(TrajectoryLabel.NotEnoughData, TrajectoryLabel.Improved, "Because.", "A label can be set once there are two ratings.")]
    [InlineData(TrajectoryLabel.Stagnant, TrajectoryLabel.NotEnoughData, "Because.", "A label can be set once there are two ratings.")]
    [InlineData(TrajectoryLabel.Improved, TrajectoryLabel.Improved, "Because.", "The rule says Improved already. Choose another label, or leave it at that.")]
    [InlineData(TrajectoryLabel.Stagnant, TrajectoryLabel.Improved, " \r\n", "Say in a sentence why another label fits better.")]
    [InlineData(TrajectoryLabel.Stagnant, TrajectoryLabel.Improved, null, "Say in a sentence why another label fits better.")]
    public void What_cannot_stand_is_refused(TrajectoryLabel rule, TrajectoryLabel own, string? reason, string sentence) =>
        Assert.Equal(sentence, Assert.Throws<DomainRuleException>(() => label.Set(own, rule, reason)).Message);

    [Fact]
    public void A_reason_is_never_shortened()
    {
        label.Set(TrajectoryLabel.Improved, TrajectoryLabel.Stagnant, new string('a', OwnLabel.ReasonMaxLength));

        var refused = Assert.Throws<DomainRuleException>(() => label.Set(TrajectoryLabel.Improved, TrajectoryLabel.Stagnant, new string('a', OwnLabel.ReasonMaxLength + 1)));

        Assert.Equal("This reason has 1,001 characters; 1,000 fit. Shorten it, and it is saved.", refused.Message);
        Assert.Equal(OwnLabel.ReasonMaxLength, label.Reason.Length);
    }
}
