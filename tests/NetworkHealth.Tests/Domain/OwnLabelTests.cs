using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Domain;

/// <summary>A label that the raters set beside the rule's.</summary>
public sealed class OwnLabelTests
{
    private readonly OwnLabel label = new(Guid.CreateVersion7(), RatingSource.Self, Subject.Overall);

    [Fact]
    public void It_stands_beside_the_label_it_was_set_beside_and_lapses_with_another()
    {
        Assert.False(label.StandsBeside(TrajectoryLabel.Stagnant));

        label.Set(TrajectoryLabel.Improved, TrajectoryLabel.Stagnant, " The last year was cut short.\r\n ");

        Assert.Equal((TrajectoryLabel.Improved, TrajectoryLabel.Stagnant, "1.0", "The last year was cut short."), (label.Label, label.RuleLabel, label.RuleVersion, label.Reason));
        Assert.Equal([TrajectoryLabel.Stagnant], TrajectoryLabelWords.All.Where(label.StandsBeside));
    }

    [Fact]
    public void Setting_it_again_replaces_it()
    {
        label.Set(TrajectoryLabel.Improved, TrajectoryLabel.Stagnant, "First.");
        label.Set(TrajectoryLabel.Stagnant, TrajectoryLabel.Declined, "Second.");

        Assert.Equal((TrajectoryLabel.Stagnant, "Second."), (label.Label, label.Reason));
        Assert.Equal([TrajectoryLabel.Declined], TrajectoryLabelWords.All.Where(label.StandsBeside));
    }

    [Theory]
    [InlineData(TrajectoryLabel.Improved, TrajectoryLabel.Improved, "Why.", "The rule says Improved already. Choose another label, or leave it at that.")]
    [InlineData(TrajectoryLabel.Improved, TrajectoryLabel.NotEnoughData, "Why.", "A label can be set once there are two ratings.")]
    [InlineData(TrajectoryLabel.NotEnoughData, TrajectoryLabel.Improved, "Why.", "A label can be set once there are two ratings.")]
    [InlineData(TrajectoryLabel.Improved, TrajectoryLabel.Declined, null, "Say in a sentence why another label fits better.")]
    [InlineData(TrajectoryLabel.Improved, TrajectoryLabel.Declined, " \n", "Say in a sentence why another label fits better.")]
    [InlineData(TrajectoryLabel.Improved, TrajectoryLabel.Declined, "\0", "This reason holds a character that cannot be stored. Type the place anew instead of pasting it.")]
    public void What_makes_no_sense_is_refused_and_changes_nothing(TrajectoryLabel set, TrajectoryLabel rule, string? reason, string sentence)
    {
        label.Set(TrajectoryLabel.MuchImproved, TrajectoryLabel.Stagnant, "Before.");

        Assert.Equal(sentence, Assert.Throws<DomainRuleException>(() => label.Set(set, rule, reason)).Message);
        Assert.Equal((TrajectoryLabel.MuchImproved, TrajectoryLabel.Stagnant, "Before."), (label.Label, label.RuleLabel, label.Reason));
    }

    [Fact]
    public void A_reason_has_at_most_1000_characters()
    {
        label.Set(TrajectoryLabel.Improved, TrajectoryLabel.Stagnant, new string('x', 1000));

        Assert.Throws<DomainRuleException>(() => label.Set(TrajectoryLabel.Improved, TrajectoryLabel.Stagnant, new string('y', 1001)));
        Assert.Equal(new string('x', 1000), label.Reason);
    }

    [Fact]
    public void Lapsed_it_stands_beside_nothing_until_it_is_set_again()
    {
        label.Set(TrajectoryLabel.Improved, TrajectoryLabel.Stagnant, "Why.");

        label.Lapse();

        Assert.Equal((TrajectoryLabel.Improved, "Why."), (label.Label, label.Reason));
        Assert.DoesNotContain(TrajectoryLabelWords.All, label.StandsBeside);
        label.Set(TrajectoryLabel.Improved, TrajectoryLabel.Stagnant, "Again.");
        Assert.True(label.StandsBeside(TrajectoryLabel.Stagnant));
    }

    [Fact]
    public void Withdrawn_it_stands_beside_nothing_until_it_is_set_again()
    {
        Assert.Equal("There is no label of your own here.", Assert.Throws<DomainRuleException>(label.Withdraw).Message);
        label.Set(TrajectoryLabel.Improved, TrajectoryLabel.Stagnant, "Why.");

        label.Withdraw();

        Assert.Equal((null, ""), (label.Label, label.Reason));
        Assert.DoesNotContain(TrajectoryLabelWords.All, label.StandsBeside);
        Assert.Throws<DomainRuleException>(label.Withdraw);
        label.Set(TrajectoryLabel.Improved, TrajectoryLabel.Stagnant, "Again.");
        Assert.True(label.StandsBeside(TrajectoryLabel.Stagnant));
    }
}
