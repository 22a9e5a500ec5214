using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Domain;

/// <summary>A rating being made, from opening it to handing it in.</summary>
public sealed class DraftTests
{
    private static readonly Grounds Seen = new Grounds { Seen = "Nine teams.", Links = [new EvidenceLink(1, "Log", "https://example.org")] }
        .With("CI1", IndicatorChoice.Developing).With("CI2", IndicatorChoice.NotSure);

    [Fact]
    public void A_first_draft_says_nothing_under_the_current_framework()
    {
        var draft = Rated.Draft();

        Assert.Equal(SubjectWords.All, draft.Entries.Select(entry => entry.Subject));
        Assert.All(draft.Entries, entry => Assert.Equal((Judgement.Nothing, 1, null, null, null), (entry.Judgement, entry.Version, entry.SavedBy, entry.SavedAt, entry.Tab)));
        Assert.Equal((0, null, "2024.1", true, Answers.Nothing), (draft.BeganFrom, draft.Reason, draft.FrameworkVersion, draft.IsUnderCurrentRubric, draft.Answers));
        Assert.All(draft.Entries, entry => Assert.Equal(1, entry.Version));
        Assert.Equal((0, DateTimeOffset.UnixEpoch), (draft.BeganFrom, draft.OpenedAt));
    }

    [Fact]
    public void A_first_draft_needs_no_reason_and_keeps_none() => Assert.Null(Rated.Draft(reason: "Because.").Reason);

    [Fact]
    public void Opened_again_it_begins_with_all_that_the_revision_says()
    {
        var first = Rated.Draft().Complete().Saying(Subject.ContinuousImprovement, Level.DevelopingMid, Seen);
        var revision = Rated.Rating().Submit(first, Rated.June, change: 1);

        var again = Rated.Draft(revision, "  The survey came in late.\r\n");

        Assert.Equal((1, "The survey came in late.", "2024.1"), (again.BeganFrom, again.Reason, again.FrameworkVersion));
        Assert.All(SubjectWords.All, subject => Assert.Equal(first[subject].Judgement, again[subject].Judgement));
        Assert.Equal(Seen, again[Subject.ContinuousImprovement].Grounds);
        Assert.Equal(1, again.BeganFrom);
    }

    [Theory]
    [InlineData("2023.1")]
    [InlineData(null)]
    public void Opened_again_from_another_framework_it_keeps_levels_and_evidence_and_drops_indicators(string? version)
    {
        var first = Rated.Draft().Complete().Saying(Subject.ContinuousImprovement, Level.DevelopingMid, Seen);
        var revision = Rated.Rating().Submit(first, Rated.June, change: 1).Under(version);

        var again = Rated.Draft(revision, "New framework.");

        Assert.Equal("2024.1", again.FrameworkVersion);
        Assert.Equal(first.Answers, again.Answers);
        Assert.Equal(Seen with { Indicators = Grounds.None.Indicators }, again[Subject.ContinuousImprovement].Grounds);
        Assert.Equal(Seen, revision.Judgement(Subject.ContinuousImprovement).Grounds);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n")]
    public void Opening_again_needs_a_reason(string? reason)
    {
        var revision = Rated.Rating().Submit(Rated.Draft().Complete(), Rated.June, change: 1);

        Assert.Equal("Say in a sentence why this rating is opened again.", Assert.Throws<DomainRuleException>(() => Rated.Draft(revision, reason)).Message);
        var draft = Rated.Draft(revision, "Kept.");
        Assert.Throws<DomainRuleException>(() => draft.SayWhy(reason));
        Assert.Throws<DomainRuleException>(() => draft.GoOnFrom(revision, reason));
        Assert.Equal("Kept.", draft.Reason);
    }

    [Fact]
    public void A_reason_has_at_most_1000_characters_that_can_be_stored()
    {
        var revision = Rated.Rating().Submit(Rated.Draft().Complete(), Rated.June, change: 1);
        var draft = Rated.Draft(revision, new string('x', 1000));

        Assert.Equal("This reason has 1,001 characters; 1,000 fit. Shorten it, and it is saved.",
            Assert.Throws<DomainRuleException>(() => draft.SayWhy(new string('y', 1001))).Message);
        Assert.Throws<DomainRuleException>(() => draft.SayWhy("\0"));
        Assert.Equal(new string('x', 1000), draft.Reason);
        draft.SayWhy("Shorter.");
        Assert.Equal("Shorter.", draft.Reason);
    }

    [Fact]
    public void Its_edition_changes_with_every_entry_and_never_comes_back()
    {
        var draft = Rated.Draft();
        var editions = new List<string> { draft.Edition };

        foreach (var subject in SubjectWords.All)
        {
            var before = draft[subject].Judgement;
            draft.Saying(subject, Level.Most);
            editions.Add(draft.Edition);
            draft[subject].Say(before);
            editions.Add(draft.Edition);
        }

        Assert.Equal(15, editions.Distinct().Count());
    }

    [Fact]
    public void Going_on_from_a_revision_that_came_keeps_what_the_draft_says()
    {
        var draft = Rated.Draft().Complete(Level.Most);
        string edition = draft.Edition;
        var came = Rated.Rating().Submit(Answers.Nothing.With(Subject.Overall, Answer.Of(Level.Least)), null, null, change: 1);

        draft.GoOnFrom(came, " The file was older. ");

        Assert.Equal((1, "The file was older."), (draft.BeganFrom, draft.Reason));
        Assert.Equal(Answer.Of(Level.Most), draft.Answers.Overall);
        Assert.NotEqual(edition, draft.Edition);
    }

    [Fact]
    public void Moved_to_the_current_framework_it_loses_its_indicators_alone()
    {
        var draft = Rated.Draft().Complete().Saying(Subject.ContinuousImprovement, Level.DevelopingMid, Seen).Under("2023.1");
        Assert.False(draft.IsUnderCurrentRubric);
        int version = draft[Subject.ContinuousImprovement].Version;
        var answers = draft.Answers;

        draft.MoveToCurrentRubric();

        Assert.True(draft.IsUnderCurrentRubric);
        Assert.Equal(answers, draft.Answers);
        Assert.Equal(Seen with { Indicators = Grounds.None.Indicators }, draft[Subject.ContinuousImprovement].Grounds);
        Assert.Equal((version + 1, 2), (draft[Subject.ContinuousImprovement].Version, draft[Subject.HubLeadership].Version));
    }

    [Fact]
    public void What_is_missing_is_told_in_the_order_of_rating()
    {
        var draft = Rated.Draft().Complete(Level.DevelopingHigh).Saying(Subject.ContinuousImprovement, Level.Most, Grounds.None.With("CI1", IndicatorChoice.Least))
            .Saying(Subject.Overall, Level.Least);
        draft[Subject.NetworkCulture].Say(Judgement.Nothing);
        draft[Subject.HubLeadership].Say(new Judgement(Answer.None(NotRatedReason.NotAsked), new Grounds { Links = [new EvidenceLink(2)] }));

        Assert.Equal(
            [(Subject.HubLeadership, "link.2.address"), (Subject.ContinuousImprovement, "why"), (Subject.NetworkCulture, "answer"), (Subject.Overall, "why")],
            draft.Missing.Select(gap => (gap.Subject, gap.Field)));
        Assert.Equal(Level.Least, draft.Suggested(Subject.ContinuousImprovement));
        Assert.Equal(Level.DevelopingHigh, draft.Suggested(Subject.Overall));
        Assert.Null(draft.Suggested(Subject.NetworkConnections));
    }
}
