using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Domain;

/// <summary>A judgement as fields that are saved one at a time.</summary>
public sealed class JudgementFieldsTests
{
    private const Subject Domain = Subject.ContinuousImprovement;

    private static readonly Judgement Full = new(Answer.Of(Level.DevelopingMid), new Grounds
    {
        Seen = "Nine teams ended a cycle.\n\n\tTwo did not.",
        Why = "The two are the largest.",
        Links =
        [
            new EvidenceLink(1, "Log", "https://example.org/log", new DateOnly(2026, 5, 2)),
            new EvidenceLink(4, Address: "https://example.org/minutes"),
            new EvidenceLink(2),
        ],
        Surveys =
        [
            new SurveyResult(3, "Pulse", new DateOnly(2026, 2, 28), 31, 40, "Most know the aim."),
            new SurveyResult(7),
        ],
        Indicators = new Dictionary<string, IndicatorChoice>
        {
            ["CI1"] = IndicatorChoice.Least,
            ["CI2"] = IndicatorChoice.Developing,
            ["CI3"] = IndicatorChoice.Most,
            ["CI6"] = IndicatorChoice.NotSure,
        },
    });

    [Fact]
    public void Each_thing_said_is_a_field_with_its_text() => Assert.Equal(
        [
            ("indicator.CI1", "0"), ("indicator.CI2", "1"), ("indicator.CI3", "2"), ("indicator.CI6", "not_sure"),
            ("answer", "2"), ("why", "The two are the largest."), ("seen", "Nine teams ended a cycle.\n\n\tTwo did not."),
            ("link.1.title", "Log"), ("link.1.address", "https://example.org/log"), ("link.1.date", "2026-05-02"),
            ("link.4.title", ""), ("link.4.address", "https://example.org/minutes"), ("link.4.date", ""),
            ("link.2.title", ""), ("link.2.address", ""), ("link.2.date", ""),
            ("survey.3.instrument", "Pulse"), ("survey.3.date", "2026-02-28"), ("survey.3.answered", "31"), ("survey.3.asked", "40"), ("survey.3.text", "Most know the aim."),
            ("survey.7.instrument", ""), ("survey.7.date", ""), ("survey.7.answered", ""), ("survey.7.asked", ""), ("survey.7.text", ""),
        ], Full.Fields().Select(field => (field.Key, field.Value)));

    [Fact]
    public void The_fields_make_the_same_judgement_again() => Assert.Equal(Full, Made(Full.Fields()));

    [Fact]
    public void Nothing_said_has_no_fields() => Assert.Empty(Judgement.Nothing.Fields());

    [Fact]
    public void Each_field_changes_what_it_names_and_nothing_else()
    {
        var other = Made(Full.Fields().Select(field => new KeyValuePair<string, string>(field.Key, Another(field.Key))));

        foreach (string field in Full.Fields().Select(field => field.Key))
        {
            var changed = Full.With(Domain, field, Another(field));
            Assert.Equal([(field, Another(field))], changed.Fields().Except(Full.Fields()).Select(pair => (pair.Key, pair.Value)));
            Assert.Equal(Full.Fields().Select(pair => pair.Key), changed.Fields().Select(pair => pair.Key));
        }

        Assert.Equal(Full.Fields().Count(), other.Fields().Except(Full.Fields()).Count());
    }

    [Fact]
    public void Empty_takes_a_field_back()
    {
        foreach (var (field, said) in Full.Fields().Where(field => field.Value.Length > 0))
            Assert.DoesNotContain((field, said), Full.With(Domain, field, "").Fields().Select(pair => (pair.Key, pair.Value)));

        Assert.Equal(Judgement.Nothing, Full.Fields().Where(field => !field.Key.Contains("link", StringComparison.Ordinal) && !field.Key.Contains("survey", StringComparison.Ordinal))
            .Aggregate(Full with { Grounds = Full.Grounds with { Links = [], Surveys = [] } }, (so, field) => so.With(Domain, field.Key, "")));
        Assert.Null(Full.With(Domain, "link.1.date", " ").Grounds.Links[0].Date);
        Assert.Null(Full.With(Domain, "survey.3.asked", " ").Grounds.Surveys[0].Asked);
    }

    [Theory]
    [InlineData("not_enough_evidence", NotRatedReason.NotEnoughEvidence)]
    [InlineData("not_applicable", NotRatedReason.NotApplicable)]
    [InlineData("not_asked", NotRatedReason.NotAsked)]
    public void A_reason_for_no_level_is_an_answer(string text, NotRatedReason reason)
    {
        var said = Judgement.Nothing.With(Domain, "answer", text);

        Assert.Equal(Answer.None(reason), said.Answer);
        Assert.Equal([new("answer", text)], said.Fields());
    }

    [Theory]
    [InlineData("answer", "5")]
    [InlineData("answer", "-1")]
    [InlineData("answer", "22")]
    [InlineData("answer", "٢")]
    [InlineData("answer", " ")]
    [InlineData("answer", "because")]
    [InlineData("indicator.CI1", "3")]
    [InlineData("indicator.CI1", "-1")]
    [InlineData("indicator.CI1", "least")]
    [InlineData("link.1.date", "2024-02-30")]
    [InlineData("link.1.date", "1899-12-31")]
    [InlineData("link.1.date", "2101-01-01")]
    [InlineData("link.1.date", "02.05.2024")]
    [InlineData("link.1.date", "2024-5-2")]
    [InlineData("survey.3.date", "2023-02-29")]
    [InlineData("survey.3.date", "yesterday")]
    [InlineData("survey.3.answered", "-1")]
    [InlineData("survey.3.answered", "+1")]
    [InlineData("survey.3.answered", "1.5")]
    [InlineData("survey.3.answered", "1e3")]
    [InlineData("survey.3.answered", "1,000")]
    [InlineData("survey.3.asked", "1000001")]
    [InlineData("survey.3.asked", "99999999999999999999")]
    [InlineData("survey.3.asked", "٤٠")]
    public void What_does_not_fit_its_field_is_refused(string field, string value)
    {
        string sentence = field.Split('.') switch
        {
            ["answer"] => "This is neither a level nor a reason for none.",
            ["indicator", _] => "This is no choice for an indicator.",
            [.., "date"] => "Give a day from 1900 to 2100, such as 2 May 2024.",
            _ => "Give a whole number from 0 to 1,000,000, in figures.",
        };

        Assert.Equal(sentence, Assert.Throws<DomainRuleException>(() => Full.With(Domain, field, value)).Message);
    }

    [Theory]
    [InlineData("link.1.date", "2024-02-29")]
    [InlineData("link.1.date", "1900-01-01")]
    [InlineData("link.1.date", "2100-12-31")]
    [InlineData("survey.3.answered", "0")]
    [InlineData("survey.3.asked", "1000000")]
    public void The_outermost_that_fits_is_kept(string field, string value) =>
        Assert.Contains(new KeyValuePair<string, string>(field, value), Full.With(Domain, field, value).Fields());

    [Theory]
    [InlineData("")]
    [InlineData("Answer")]
    [InlineData("level")]
    [InlineData("why.2")]
    [InlineData("indicator")]
    [InlineData("indicator.HL1")]
    [InlineData("indicator.CI7")]
    [InlineData("indicator.ci1")]
    [InlineData("indicator.CI1.x")]
    [InlineData("link.1")]
    [InlineData("link.1.id")]
    [InlineData("link.0.title")]
    [InlineData("link.-1.title")]
    [InlineData("link.100000.title")]
    [InlineData("link.99999999999.title")]
    [InlineData("link.one.title")]
    [InlineData("link.1.title.x")]
    [InlineData("survey.3.title")]
    [InlineData("survey.3")]
    public void There_is_no_other_field(string field)
    {
        var refused = Assert.Throws<DomainRuleException>(() => Full.With(Domain, field, "1"));

        Assert.StartsWith("There is no field ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_whole_has_no_indicators() => Assert.Throws<DomainRuleException>(() => Judgement.Nothing.With(Subject.Overall, "indicator.CI1", "1"));

    [Fact]
    public void One_answer_holds_at_most_twenty_links()
    {
        var twenty = Enumerable.Range(1, 20).Aggregate(Judgement.Nothing, (so, id) => so.With(Domain, $"link.{id}.title", $"Number {id}"));

        Assert.Equal("One answer holds at most 20 links.", Assert.Throws<DomainRuleException>(() => twenty.With(Domain, "link.21.title", "x")).Message);
        Assert.Equal(Enumerable.Range(1, 20), twenty.With(Domain, "link.20.address", "https://example.org").Grounds.Links.Select(link => link.Id));
        Assert.Equal(21, twenty.Grounds.NextId);
    }

    [Fact]
    public void One_answer_holds_at_most_ten_survey_results()
    {
        var ten = Enumerable.Range(1, 10).Aggregate(Judgement.Nothing, (so, id) => so.With(Domain, $"survey.{id}.text", $"Number {id}"));

        Assert.Equal("One answer holds at most 10 survey results.", Assert.Throws<DomainRuleException>(() => ten.With(Domain, "survey.11.text", "x")).Message);
        Assert.Equal(10, ten.With(Domain, "survey.1.asked", "4").Grounds.Surveys.Count);
    }

    [Theory]
    [InlineData("why", true)]
    [InlineData("seen", true)]
    [InlineData("survey.3.text", true)]
    [InlineData("survey.3.instrument", false)]
    [InlineData("link.1.title", false)]
    [InlineData("answer", false)]
    [InlineData("indicator.CI1", false)]
    public void Long_text_can_be_put_together_and_other_fields_cannot(string field, bool isText) => Assert.Equal(isText, JudgementFields.IsText(field));

    private static Judgement Made(IEnumerable<KeyValuePair<string, string>> fields) =>
        fields.Aggregate(Judgement.Nothing, (so, field) => so.With(Domain, field.Key, field.Value));

    private static string Another(string field) => field.Split('.') switch
    {
        ["answer"] => "not_applicable",
        ["indicator", "CI2"] => "2",
        ["indicator", _] => "1",
        [.., "date"] => "1999-12-31",
        [.., "answered"] => "7",
        [.., "asked"] => "9",
        _ => "another text",
    };
}
