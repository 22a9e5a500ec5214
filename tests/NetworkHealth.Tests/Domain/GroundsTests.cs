using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Domain;

/// <summary>What an answer rests on: equal when it says the same, and the same again when read from the database.</summary>
public sealed class GroundsTests
{
    private static readonly Grounds[] Different =
    [
        Grounds.None,
        new() { Seen = "A" }, new() { Seen = "B" }, new() { Seen = "" }, new() { Why = "A" },
        new() { Links = [new EvidenceLink(1)] }, new() { Links = [new EvidenceLink(2)] }, new() { Links = [new EvidenceLink(1, "A")] },
        new() { Links = [new EvidenceLink(1, "", "A")] }, new() { Links = [new EvidenceLink(1, "", "", new DateOnly(2026, 1, 1))] },
        new() { Links = [new EvidenceLink(1), new EvidenceLink(2)] }, new() { Links = [new EvidenceLink(2), new EvidenceLink(1)] },
        new() { Surveys = [new SurveyResult(1)] }, new() { Surveys = [new SurveyResult(1, "A")] }, new() { Surveys = [new SurveyResult(1, "", new DateOnly(2026, 1, 1))] },
        new() { Surveys = [new SurveyResult(1, Answered: 0)] }, new() { Surveys = [new SurveyResult(1, Asked: 0)] }, new() { Surveys = [new SurveyResult(1, Text: "A")] },
        Grounds.None.With("CI1", IndicatorChoice.Least), Grounds.None.With("CI1", IndicatorChoice.NotSure), Grounds.None.With("CI2", IndicatorChoice.Least),
        Grounds.None.With("CI1", IndicatorChoice.Least).With("CI2", IndicatorChoice.Most),
    ];

    [Fact]
    public void They_are_equal_when_they_say_the_same_and_only_then()
    {
        for (int i = 0; i < Different.Length; i++)
        {
            for (int j = 0; j < Different.Length; j++)
                Assert.True(i == j == (Different[i] == Different[j]), $"{i} and {j}");
        }

        Assert.Equal([Grounds.None], Different.Where(grounds => grounds.SayNothing));
    }

    [Fact]
    public void The_order_in_which_indicators_were_chosen_says_nothing()
    {
        var one = Grounds.None.With("CI2", IndicatorChoice.Most).With("CI1", IndicatorChoice.Least);
        var other = Grounds.None.With("CI1", IndicatorChoice.Developing).With("CI2", IndicatorChoice.Most).With("CI1", IndicatorChoice.Least);

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.Equal(VersionJson.Of(one), VersionJson.Of(other));
    }

    [Fact]
    public void A_choice_taken_back_leaves_nothing()
    {
        var taken = Grounds.None.With("CI1", IndicatorChoice.Most).With("CI1", null).With("CI3", null);

        Assert.True(taken.SayNothing);
        Assert.Equal("{}", VersionJson.Of(taken));
    }

    [Fact]
    public void What_is_stored_reads_the_same()
    {
        foreach (var grounds in Different)
            Assert.Equal(grounds, VersionJson.Grounds(VersionJson.Of(grounds)));
    }

    [Fact]
    public void What_says_nothing_is_stored_in_two_characters() => Assert.Equal("{}", VersionJson.Of(Grounds.None));

    // Rows of this text stay for good: a change of these names would lose what is in them.
    [Fact]
    public void What_is_stored_has_these_names() => Assert.Equal(
        """{"seen":"S","why":"W","links":[{"id":1,"title":"T","address":"A","date":"2026-05-02"}],"surveys":[{"id":2,"instrument":"I","date":"2026-05-03","answered":3,"asked":4,"text":"X"}],"indicators":{"CI1":"least","CI2":"developing","CI3":"most","CI4":"not_sure"}}""",
        VersionJson.Of(new Grounds
        {
            Seen = "S",
            Why = "W",
            Links = [new EvidenceLink(1, "T", "A", new DateOnly(2026, 5, 2))],
            Surveys = [new SurveyResult(2, "I", new DateOnly(2026, 5, 3), 3, 4, "X")],
        }.With("CI1", IndicatorChoice.Least).With("CI2", IndicatorChoice.Developing).With("CI3", IndicatorChoice.Most).With("CI4", IndicatorChoice.NotSure)));

    [Theory]
    [InlineData("x")]
    [InlineData("\U0001F600")]
    [InlineData("\"\\")]
    [InlineData("\n")]
    [InlineData("\u0001")]
    [InlineData("\uFFFF")]
    [InlineData("\u202E")]
    public void Every_text_at_its_limit_is_stored_as_it_stands(string of)
    {
        var full = new Grounds
        {
            Seen = Filled(of, Grounds.SeenMaxLength),
            Why = Filled(of, Grounds.WhyMaxLength),
            Links = [.. Enumerable.Range(1, Grounds.MostLinks).Select(id => new EvidenceLink(id, Filled(of, EvidenceLink.TitleMaxLength), Filled(of, EvidenceLink.AddressMaxLength), DateOnly.MaxValue))],
            Surveys = [.. Enumerable.Range(21, Grounds.MostSurveys).Select(id =>
                new SurveyResult(id, Filled(of, SurveyResult.InstrumentMaxLength), DateOnly.MinValue, SurveyResult.MostAsked, SurveyResult.MostAsked, Filled(of, SurveyResult.TextMaxLength)))],
            Indicators = Rubrics.Current[Subject.ContinuousImprovement].Indicators.ToDictionary(indicator => indicator.Code, _ => IndicatorChoice.NotSure),
        };

        Assert.Equal(full, VersionJson.Grounds(VersionJson.Of(full)));
        Assert.Equal(31, full.NextId);
    }

    [Fact]
    public void A_new_link_or_survey_gets_an_id_that_neither_has()
    {
        Assert.Equal(1, Grounds.None.NextId);
        Assert.Equal(8, new Grounds { Links = [new EvidenceLink(7), new EvidenceLink(2)], Surveys = [new SurveyResult(3)] }.NextId);
        Assert.Equal(10, new Grounds { Links = [new EvidenceLink(7)], Surveys = [new SurveyResult(9)] }.NextId);
    }

    [Theory]
    [InlineData("", "https://example.org/log")]
    [InlineData("  ", "https://example.org/log")]
    [InlineData("The log", "The log")]
    public void Without_a_title_the_address_is_shown(string title, string shown) =>
        Assert.Equal(shown, new EvidenceLink(1, title, "https://example.org/log").Shown);

    private static string Filled(string of, int length) => string.Concat(Enumerable.Repeat(of, length / of.Length));
}
