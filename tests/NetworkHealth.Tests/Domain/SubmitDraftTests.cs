using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Domain;

/// <summary>A draft becomes a revision, or is refused with what to do about it.</summary>
public sealed class SubmitDraftTests
{
    private readonly Rating rating = Rated.Rating();

    [Fact]
    public void A_complete_draft_becomes_the_first_revision_with_all_that_it_rests_on()
    {
        var grounds = new Grounds { Seen = "Nine teams.", Why = "Two are new." }.With("CI1", IndicatorChoice.Most);
        var draft = Rated.Draft().Complete().Saying(Subject.ContinuousImprovement, Level.DevelopingMid, grounds);
        draft[Subject.ContextsForImprovement].Say(new Judgement(Answer.None(NotRatedReason.NotApplicable), Grounds.None));

        var revision = rating.Submit(draft, Rated.June, change: 7);

        Assert.Equal((1, 7L, "2024.1", Rated.June, null), (revision.Number, revision.Change, revision.FrameworkVersion, revision.RatedMonth, revision.Reason));
        Assert.Equal((Rated.Network, 2026, RatingSource.Self), (revision.NetworkId, revision.Year, revision.Source));
        Assert.Equal(draft.Answers, revision.Answers);
        Assert.Equal([Subject.ContinuousImprovement], revision.Grounds.Select(of => of.Subject));
        Assert.All(SubjectWords.All, subject => Assert.Equal(draft[subject].Judgement, revision.Judgement(subject)));
        Assert.Same(revision, rating.Current);
    }

    [Fact]
    public void Reasons_for_no_level_complete_a_draft_too()
    {
        var draft = Rated.Draft();
        foreach (var entry in draft.Entries)
            entry.Say(new Judgement(Answer.None(NotRatedReason.NotEnoughEvidence), Grounds.None));

        Assert.Equal(1, rating.Submit(draft, Rated.June, change: 1).Number);
    }

    [Fact]
    public void What_is_missing_is_counted_and_the_first_told()
    {
        Assert.Equal("Seven things are missing. Hub leadership: Choose a level, or say why there is none.", Refused(Rated.Draft()));
        Assert.Equal("One thing is missing. Overall: Say in a sentence why this level differs from the suggestion.",
            Refused(Rated.Draft().Complete().Saying(Subject.Overall, Level.Most)));
    }

    [Fact]
    public void Opened_again_it_becomes_the_next_revision_with_its_reason()
    {
        var first = rating.Submit(Rated.Draft().Complete(), Rated.June, change: 1);
        var again = Rated.Draft(first, "The survey came in late.").Complete(Level.DevelopingHigh);

        var second = rating.Submit(again, Rated.June.AddMonths(1), change: 2);

        Assert.Equal((2, "The survey came in late.", Rated.June.AddMonths(1)), (second.Number, second.Reason, second.RatedMonth));
        Assert.Equal([1, 2], rating.Revisions.Select(revision => revision.Number));
        Assert.Equal(Answer.Of(Level.DevelopingMid), first.Answers.Overall);
    }

    [Fact]
    public void Evidence_alone_is_a_difference_and_the_same_once_more_is_none()
    {
        var first = rating.Submit(Rated.Draft().Complete(), Rated.June, change: 1);
        var again = Rated.Draft(first, "More evidence.");

        Assert.Equal("Nothing differs from the rating as it stands.", Refused(again, month: Rated.June.AddMonths(1)));
        again[Subject.Overall].Say(again[Subject.Overall].Judgement with { Grounds = new Grounds { Seen = "" } });
        Assert.Equal(2, rating.Submit(again, Rated.June, change: 2).Number);
    }

    [Fact]
    public void An_imported_rating_may_be_submitted_unchanged_since_its_framework_was_not_known()
    {
        var imported = rating.Submit(Rated.Draft().Complete().Answers, null, null, change: 1);

        Assert.Equal("2024.1", rating.Submit(Rated.Draft(imported, "We stand by it."), Rated.June, change: 2).FrameworkVersion);
    }

    [Fact]
    public void A_revision_that_came_meanwhile_keeps_it_from_being_submitted_until_it_goes_on_from_there()
    {
        var draft = Rated.Draft().Complete();
        var came = rating.Submit(Answers.Nothing.With(Subject.Overall, Answer.Of(Level.Least)), null, null, change: 1);

        Assert.Equal("Another revision came while this draft was open. Read both, then go on from the newer one or discard the draft.", Refused(draft));
        draft.GoOnFrom(came, "The file was older.");
        Assert.Equal((2, draft.Answers), (rating.Submit(draft, Rated.June, change: 2).Number, rating.Current!.Answers));
    }

    [Fact]
    public void A_draft_of_an_earlier_framework_is_moved_first()
    {
        var draft = Rated.Draft().Complete().Under("2023.1");

        Assert.Equal("This draft was begun under framework 2023.1. Move it to framework 2024.1 first.", Refused(draft));
        draft.MoveToCurrentRubric();
        Assert.Equal("2024.1", rating.Submit(draft, Rated.June, change: 1).FrameworkVersion);
    }

    private string Refused(Draft draft, DateOnly? month = null)
    {
        int before = rating.Revisions.Count;
        string sentence = Assert.Throws<DomainRuleException>(() => rating.Submit(draft, month ?? Rated.June, change: 9)).Message;
        Assert.Equal(before, rating.Revisions.Count);
        return sentence;
    }
}
