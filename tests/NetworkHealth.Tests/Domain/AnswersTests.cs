using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Domain;

public sealed class AnswersTests
{
    [Theory]
    [InlineData(Subject.Overall, "OVERALL", "Overall")]
    [InlineData(Subject.HubLeadership, "HL", "Hub leadership")]
    [InlineData(Subject.RolesAndEngagement, "RE", "Network roles and engagement")]
    [InlineData(Subject.ContinuousImprovement, "CI", "Continuous improvement")]
    [InlineData(Subject.NetworkConnections, "NC", "Network connections")]
    [InlineData(Subject.NetworkCulture, "CU", "Network culture")]
    [InlineData(Subject.ContextsForImprovement, "CX", "Contexts for improvement")]
    public void Each_subject_keeps_its_own_answer(Subject subject, string code, string name)
    {
        var answers = Answers.Nothing.With(subject, Answer.Of(Level.Most));

        Assert.Equal([subject], SubjectWords.All.Where(each => answers[each] is not null));
        Assert.Equal(Level.Most, answers[subject]!.Value.Level);
        Assert.Equal(Answers.Nothing, answers.With(subject, null));
        Assert.Equal((code, name), (subject.Code(), subject.Name()));
        Assert.Equal(subject, SubjectWords.Parse($" {code.ToLowerInvariant()} "));
    }

    [Fact]
    public void The_six_domains_stand_behind_the_overall_subject()
    {
        Assert.Equal("OVERALL HL RE CI NC CU CX", string.Join(' ', SubjectWords.All.Select(subject => subject.Code())));
        Assert.Equal("HL RE CI NC CU CX", string.Join(' ', SubjectWords.Domains.Select(subject => subject.Code())));
        Assert.Null(SubjectWords.Parse("Overall health"));
    }

    [Theory]
    [InlineData(-3, null, NotRatedReason.NotAsked)]
    [InlineData(-2, null, NotRatedReason.NotApplicable)]
    [InlineData(-1, null, NotRatedReason.NotEnoughEvidence)]
    [InlineData(0, Level.Least, null)]
    [InlineData(4, Level.Most, null)]
    public void An_answer_is_a_level_or_a_reason_in_one_small_number(short stored, Level? level, NotRatedReason? reason)
    {
        var answer = Answer.FromStored(stored);

        Assert.Equal((level, reason), (answer.Level, answer.Reason));
        Assert.Equal(answer, level is { } given ? Answer.Of(given) : Answer.None(reason!.Value));
        Assert.Equal(stored, answer.Stored);
    }

    [Theory]
    [InlineData(-4)]
    [InlineData(5)]
    public void Another_number_is_no_answer(short stored) => Assert.Throws<ArgumentOutOfRangeException>(() => Answer.FromStored(stored));

    [Theory]
    [InlineData(NotRatedReason.NotEnoughEvidence, "not_enough_evidence", "not enough evidence")]
    [InlineData(NotRatedReason.NotApplicable, "not_applicable", "not applicable")]
    [InlineData(NotRatedReason.NotAsked, "not_asked", "not asked")]
    public void A_reason_has_a_code_for_files_and_words_for_people(NotRatedReason reason, string code, string words)
    {
        Assert.Equal((code, words), (reason.Code(), reason.Words()));
        Assert.Equal(reason, NotRatedReasonWords.Parse($" {code.ToUpperInvariant()} "));
        Assert.Null(NotRatedReasonWords.Parse(words));
    }

    [Theory]
    [InlineData(RatingSource.Self, "self", "the hub itself", "the hubs themselves")]
    [InlineData(RatingSource.External, "external", "an external team", "an external team")]
    public void A_source_has_a_code_for_files_and_words_for_people(RatingSource source, string code, string by, string byMany)
    {
        Assert.Equal((code, by, byMany), (source.Code(), source.By(), source.ByMany()));
        Assert.Equal(source, RatingSourceWords.Parse($" {code.ToUpperInvariant()} "));
        Assert.Null(RatingSourceWords.Parse("both"));
    }

    [Fact]
    public void Answers_are_equal_when_all_seven_are()
    {
        var one = Answers.Nothing.With(Subject.NetworkCulture, Answer.Of(Level.Least));

        Assert.Equal(one, Answers.Nothing.With(Subject.NetworkCulture, Answer.Of(Level.Least)));
        Assert.NotEqual(one, Answers.Nothing.With(Subject.ContextsForImprovement, Answer.Of(Level.Least)));
        Assert.NotEqual(one, Answers.Nothing.With(Subject.NetworkCulture, Answer.None(NotRatedReason.NotEnoughEvidence)));
        Assert.True(Answers.Nothing.SaysNothing);
        Assert.False(one.SaysNothing);
    }
}
