using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Domain;

/// <summary>What a judgement still needs before it can be submitted, and what is odd about it.</summary>
public sealed class JudgementTests
{
    private const Subject Domain = Subject.NetworkCulture;

    private static readonly Judgement Mid = new(Answer.Of(Level.DevelopingMid), Grounds.None);

    [Fact]
    public void Nothing_said_needs_an_answer() =>
        Assert.Equal([new Gap(Domain, "answer", "Choose a level, or say why there is none.")], Judgement.Nothing.Missing(Domain, null));

    [Theory]
    [InlineData(null)]
    [InlineData(Level.DevelopingMid)]
    public void A_level_that_is_suggested_or_meets_no_suggestion_is_enough(Level? suggested) => Assert.Empty(Mid.Missing(Domain, suggested));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n\t")]
    public void A_level_that_differs_from_the_suggestion_needs_a_sentence(string? why)
    {
        var differs = Mid with { Grounds = new Grounds { Why = why } };

        Assert.Equal([new Gap(Domain, "why", "Say in a sentence why this level differs from the suggestion.")], differs.Missing(Domain, Level.DevelopingHigh));
        Assert.Empty((differs with { Grounds = new Grounds { Why = "A large team left." } }).Missing(Domain, Level.DevelopingHigh));
    }

    [Fact]
    public void A_reason_for_no_level_differs_from_no_suggestion() =>
        Assert.Empty(new Judgement(Answer.None(NotRatedReason.NotEnoughEvidence), Grounds.None).Missing(Domain, Level.Most));

    [Theory]
    [InlineData("", "Give the address of this document, or remove the link.")]
    [InlineData("  ", "Give the address of this document, or remove the link.")]
    [InlineData("javascript:alert(1)", "This is no web address. It begins with https:// or http://, such as https://example.org/log.")]
    public void A_link_needs_an_address_of_the_web(string address, string sentence)
    {
        var said = Mid with { Grounds = new Grounds { Links = [new EvidenceLink(1, "Log", "https://example.org"), new EvidenceLink(5, "Log", address)] } };

        Assert.Equal([new Gap(Domain, "link.5.address", sentence)], said.Missing(Domain, null));
    }

    [Fact]
    public void A_survey_needs_its_name_and_how_many_answered_of_how_many()
    {
        var said = Mid with
        {
            Grounds = new Grounds
            {
                Surveys =
                [
                    new SurveyResult(1), new SurveyResult(2, "Pulse", Answered: 3), new SurveyResult(3, "Pulse", Asked: 3), new SurveyResult(4, "Pulse", null, 1001, 1000),
                    new SurveyResult(5, " ", null, 4, 5), new SurveyResult(6, "Pulse", null, 5, 5), new SurveyResult(7, "Pulse", null, 0, 0),
                ],
            },
        };

        Assert.Equal(
            [
                ("survey.1.instrument", "Say which survey it was."), ("survey.1.answered", "Say how many answered, of how many asked."),
                ("survey.2.answered", "Say how many answered, of how many asked."), ("survey.3.answered", "Say how many answered, of how many asked."),
                ("survey.4.answered", "1001 of 1000 cannot be: more answered than were asked."), ("survey.5.instrument", "Say which survey it was."),
                ("survey.7.asked", "Say how many were asked; at least one."),
            ], said.Missing(Domain, null).Select(gap => (gap.Field, gap.Sentence)));
    }

    [Fact]
    public void Evidence_from_outside_the_cycle_deserves_a_second_look_and_keeps_nothing_from_being_submitted()
    {
        var said = Mid with
        {
            Grounds = new Grounds
            {
                Links = [Dated(1, 2025, 12, 31), Dated(2, 2026, 1, 1), Dated(3, 2026, 12, 31), Dated(4, 2027, 1, 1), new EvidenceLink(5, "", "https://example.org")],
                Surveys = [new SurveyResult(6, "Pulse", new DateOnly(2024, 5, 1), 1, 1), new SurveyResult(7, "Pulse", null, 1, 1)],
            },
        };

        Assert.Equal(
            [
                new Gap(Domain, "link.1.date", "This evidence is from 2025, outside 2026. That is allowed; is it what you mean?"),
                new Gap(Domain, "link.4.date", "This evidence is from 2027, outside 2026. That is allowed; is it what you mean?"),
                new Gap(Domain, "survey.6.date", "This survey is from 2024, outside 2026. That is allowed; is it what you mean?"),
            ], said.OutsideOf(Domain, new Cycle(2026, null, IsOpen: true)));
        Assert.Equal(["link.4.date", "survey.6.date"], said.OutsideOf(Domain, new Cycle(2026, "2025–26", IsOpen: true)).Select(gap => gap.Field));
        Assert.Empty(said.Missing(Domain, null));
    }

    [Theory]
    [InlineData("https://example.org/log?a=1#b", "https://example.org/log?a=1#b")]
    [InlineData("  http://example.org ", "http://example.org/")]
    [InlineData("HTTPS://EXAMPLE.ORG/A", "https://example.org/A")]
    [InlineData("https://example.org/a b", "https://example.org/a%20b")]
    [InlineData("https://example.org/\"><script>", "https://example.org/%22%3E%3Cscript%3E")]
    [InlineData("https://bücher.example/straße", "https://bücher.example/stra%C3%9Fe")]
    [InlineData("http://[::1]:8080/x", "http://[::1]:8080/x")]
    [InlineData("", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData(" JavaScript:alert(1)//https://example.org", null)]
    [InlineData("data:text/html,<script>alert(1)</script>", null)]
    [InlineData("ftp://example.org/x", null)]
    [InlineData("file:///etc/hosts", null)]
    [InlineData("/etc/hosts", null)]
    [InlineData("//example.org/x", null)]
    [InlineData("\\\\example.org\\x", null)]
    [InlineData("example.org", null)]
    [InlineData("http://", null)]
    [InlineData("https:///log", null)]
    [InlineData("https://a b.example", null)]
    [InlineData("mailto:somebody@example.org", null)]
    [InlineData("view-source:https://example.org", null)]
    public void Only_an_address_of_the_web_becomes_a_link(string address, string? target) =>
        Assert.Equal(target, new EvidenceLink(1, "", address).Target?.AbsoluteUri);

    [Theory]
    [InlineData(64, 100, true)]
    [InlineData(65, 100, false)]
    [InlineData(66, 100, false)]
    [InlineData(12, 20, true)]
    [InlineData(13, 20, false)]
    [InlineData(649_999, 1_000_000, true)]
    [InlineData(650_000, 1_000_000, false)]
    [InlineData(20, 20, false)]
    [InlineData(0, 1, true)]
    [InlineData(0, 0, false)]
    [InlineData(21, 20, false)]
    [InlineData(null, 20, false)]
    [InlineData(1, null, false)]
    public void Under_65_percent_who_answered_are_few(int? answered, int? asked, bool few) =>
        Assert.Equal(few, new SurveyResult(1, "Pulse", null, answered, asked).FewAnswered);

    private static EvidenceLink Dated(int id, int year, int month, int day) => new(id, "", "https://example.org", new DateOnly(year, month, day));
}
