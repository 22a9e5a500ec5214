using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Domain;

public sealed class RatingTests
{
    private static readonly Answers Low = Answers.Nothing.With(Subject.Overall, Answer.Of(Level.DevelopingLow));
    private static readonly Answers High = Answers.Nothing.With(Subject.Overall, Answer.Of(Level.DevelopingHigh));
    private static readonly DateOnly June = new(2023, 6, 1);

    private readonly Rating rating = new(Guid.CreateVersion7(), 2023, RatingSource.Self);

    [Fact]
    public void Revisions_are_numbered_and_none_is_lost()
    {
        rating.Submit(Low, "2024.1", June, change: 4);
        var second = rating.Submit(High, "2024.1", June, change: 9, " The survey came in late. ");

        Assert.Equal([(1, 4L, null), (2, 9L, "The survey came in late.")], rating.Revisions.Select(r => (r.Number, r.Change, r.Reason)));
        Assert.Equal([Low, High], rating.Revisions.Select(r => r.Answers));
        Assert.Same(second, rating.Current);
        Assert.Equal((2023, "2024.1", June), (second.Year, second.FrameworkVersion, second.RatedMonth));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void From_the_second_revision_on_a_reason_is_needed(string? reason)
    {
        rating.Submit(Low, null, null, change: 1);

        var refused = Assert.Throws<DomainRuleException>(() => rating.Submit(High, null, null, change: 2, reason));
        Assert.Equal("Say in a sentence why this rating is submitted again.", refused.Message);
        Assert.Equal(Low, Assert.Single(rating.Revisions).Answers);
    }

    [Fact]
    public void A_rating_that_says_nothing_is_refused()
    {
        var refused = Assert.Throws<DomainRuleException>(() => rating.Submit(Answers.Nothing, "2024.1", June, change: 1));

        Assert.Equal("Choose a level, or a reason for none, for at least one subject.", refused.Message);
        Assert.Null(rating.Current);
    }

    [Fact]
    public void A_reason_for_no_level_is_something_said()
    {
        var answers = Answers.Nothing.With(Subject.NetworkCulture, Answer.None(NotRatedReason.NotAsked));

        Assert.Equal(answers, rating.Submit(answers, null, null, change: 1).Answers);
    }

    [Fact]
    public void A_revision_that_changes_nothing_is_refused()
    {
        rating.Submit(Low, "2024.1", June, change: 1);

        var refused = Assert.Throws<DomainRuleException>(() => rating.Submit(Low with { }, "2024.1", June, change: 2, "Once more."));
        Assert.Equal("Nothing differs from the rating as it stands.", refused.Message);
    }

    [Fact]
    public void Another_rubric_or_month_is_a_difference()
    {
        rating.Submit(Low, "2024.1", June, change: 1);
        rating.Submit(Low, "2025.1", June, change: 2, "Rated under the new rubric.");
        rating.Submit(Low, "2025.1", June.AddMonths(1), change: 3, "The month was wrong.");

        Assert.Equal([1, 2, 3], rating.Revisions.Select(r => r.Number));
    }

    [Fact]
    public void A_note_stands_with_the_answer_it_supports()
    {
        var revision = rating.Submit(Low, null, null, change: 1);
        revision.Note(Subject.Overall, " Twelve teams finished a cycle. ");

        Assert.Equal("Twelve teams finished a cycle.", revision.Judgement(Subject.Overall).Grounds.Seen);
        Assert.Single(revision.Grounds);
    }

    [Fact]
    public void A_note_has_at_most_4000_characters()
    {
        var revision = rating.Submit(Low, null, null, change: 1);
        revision.Note(Subject.Overall, new string('x', 4000));

        Assert.Throws<DomainRuleException>(() => revision.Note(Subject.HubLeadership, new string('x', 4001)));
        Assert.Single(revision.Grounds);
    }
}
