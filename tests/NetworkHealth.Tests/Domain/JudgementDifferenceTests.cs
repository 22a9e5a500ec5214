using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Domain;

public sealed class JudgementDifferenceTests
{
    private static readonly Judgement Full = new(Answer.Of(Level.DevelopingLow), new Grounds
    {
        Seen = "Two teams met.",
        Why = "One team left.",
        Links = [new EvidenceLink(1, "Log", "https://example.org/log", new DateOnly(2025, 5, 2))],
        Surveys = [new SurveyResult(2, "Member survey", null, 18, 30, "Most know the aim.")],
        Indicators = new Dictionary<string, IndicatorChoice> { ["CI1"] = IndicatorChoice.Most },
    });

    [Fact]
    public void Equal_judgements_differ_in_nothing()
    {
        Assert.Empty(JudgementDifference.Between(Full, Full with { Grounds = Full.Grounds with { Links = [.. Full.Grounds.Links] } }));
        Assert.Empty(JudgementDifference.Between(Judgement.Nothing, Judgement.Nothing));
    }

    [Fact]
    public void What_is_new_is_added_and_what_is_gone_removed_the_level_first()
    {
        string[] items = ["answer", "why", "seen", "link.1", "survey.2", "indicator.CI1"];

        var added = JudgementDifference.Between(Judgement.Nothing, Full);
        var removed = JudgementDifference.Between(Full, Judgement.Nothing);

        Assert.Equal(items.Select(item => (item, DifferenceKind.Added)), added.Select(of => (of.Item, of.Kind)));
        Assert.Equal(items.Select(item => (item, DifferenceKind.Removed)), removed.Select(of => (of.Item, of.Kind)));
        Assert.Equal([new("link.1.title", "", "Log"), new("link.1.address", "", "https://example.org/log"), new("link.1.date", "", "2025-05-02")], added[3].Fields);
        // A field that says nothing on either side is no difference: the survey has no date.
        Assert.Equal(["survey.2.instrument", "survey.2.answered", "survey.2.asked", "survey.2.text"], removed[4].Fields.Select(field => field.Field));
    }

    [Theory]
    [InlineData("answer", "3", "1", "3")]
    [InlineData("answer", "not_asked", "1", "not_asked")]
    [InlineData("seen", "Three teams met.", "Two teams met.", "Three teams met.")]
    [InlineData("why", "One team left. ", "One team left.", "One team left. ")]
    [InlineData("indicator.CI1", "not_sure", "2", "not_sure")]
    public void A_changed_field_shows_both_texts(string field, string value, string before, string after)
    {
        var difference = Assert.Single(JudgementDifference.Between(Full, Full.With(Subject.ContinuousImprovement, field, value)));

        Assert.Equal((field, DifferenceKind.Changed), (difference.Item, difference.Kind));
        Assert.Equal([new FieldDifference(field, before, after)], difference.Fields);
    }

    [Theory]
    [InlineData("link.1.title", "", "link.1", "Log")]
    [InlineData("survey.2.date", "2025-03-01", "survey.2", "")]
    [InlineData("survey.2.asked", "31", "survey.2", "30")]
    public void Of_a_link_or_survey_only_the_fields_that_differ_are_named(string field, string value, string item, string before)
    {
        var difference = Assert.Single(JudgementDifference.Between(Full, Full.With(Subject.ContinuousImprovement, field, value)));

        Assert.Equal((item, DifferenceKind.Changed), (difference.Item, difference.Kind));
        Assert.Equal([new FieldDifference(field, before, value)], difference.Fields);
    }

    [Fact]
    public void A_second_link_is_an_addition_beside_the_first()
    {
        var two = Full with { Grounds = Full.Grounds with { Links = [.. Full.Grounds.Links, new EvidenceLink(3)] } };

        Assert.Equal([("link.3", DifferenceKind.Added)], JudgementDifference.Between(Full, two).Select(of => (of.Item, of.Kind)));
    }

    [Fact]
    public void There_and_back_are_the_same_differences_turned_round()
    {
        var other = Full with { Answer = Answer.None(NotRatedReason.NotApplicable), Grounds = Full.Grounds with { Seen = null, Surveys = [] } };

        var there = JudgementDifference.Between(Full, other);
        var back = JudgementDifference.Between(other, Full);

        Assert.Equal(["answer", "seen", "survey.2"], there.Select(of => of.Item));
        Assert.Equal(there.SelectMany(of => of.Fields).Select(field => (field.Field, field.Before, field.After)),
            back.SelectMany(of => of.Fields).Select(field => (field.Field, field.After, field.Before)));
    }
}
