using NetworkHealth.Domain;
using NetworkHealth.Features.AnnualRating;

namespace NetworkHealth.Tests.Features.AnnualRating;

public sealed class ReportWordsTests
{
    // Seven characters, one for each subject: a level, - for not enough evidence, . for nothing said.
    [Theory]
    [InlineData("4434242", "The hub rates its network as Most developed. Four of six domains are at Developing (High) or above; network connections and contexts for improvement are lowest, at Developing (Mid).")]
    [InlineData("3333331", "The hub rates its network as Developing (High). Five of six domains are at Developing (High); contexts for improvement is lowest, at Developing (Low).")]
    [InlineData("0111111", "The hub rates its network as Least developed. All six domains are at Developing (Low).")]
    [InlineData("1111143", "The hub rates its network as Developing (Low). Four of six domains are at Developing (Low); network culture and contexts for improvement are above it.")]
    [InlineData("2002444", "The hub rates its network as Developing (Mid). Four of six domains are at Developing (Mid) or above; hub leadership, and network roles and engagement are lowest, at Least.")]
    [InlineData("-2.....", "The hub gives its network no overall level: not enough evidence. Hub leadership is at Developing (Mid). Five domains have no level.")]
    [InlineData("322222-", "The hub rates its network as Developing (High). All five rated domains are at Developing (Mid). One domain has no level.")]
    [InlineData(".------", "The hub says nothing of its network as a whole. No domain has a level.")]
    [InlineData("3......", "The hub rates its network as Developing (High). No domain has a level.")]
    public void The_lede_counts(string answers, string sentence) => Assert.Equal(sentence, ReportWords.Lede(RatingSource.Self, Read(answers)));

    [Fact]
    public void An_external_team_is_named_as_one() =>
        Assert.StartsWith("An external team rates the network as Most developed.", ReportWords.Lede(RatingSource.External, Read("4444444")), StringComparison.Ordinal);

    [Theory]
    [InlineData("3", "2", "One level up from Developing (Mid) in 2024.")]
    [InlineData("0", "4", "Four levels down from Most in 2024.")]
    [InlineData("1", "1", "The same as in 2024.")]
    [InlineData("1", "-", "Not rated in 2024.")]
    [InlineData("-", "1", "Developing (Low) in 2024.")]
    [InlineData(".", "-", "Not rated in 2024 either.")]
    public void A_year_is_held_against_the_one_before(string now, string then, string sentence) =>
        Assert.Equal(sentence, ReportWords.Against(Read(now)[Subject.Overall], Read(then)[Subject.Overall], "2024"));

    private static Answers Read(string answers) => answers.Index().Where(of => of.Item != '.').Aggregate(Answers.Nothing, (all, of) =>
        all.With((Subject)of.Index, of.Item == '-' ? Answer.None(NotRatedReason.NotEnoughEvidence) : Answer.Of((Level)(of.Item - '0'))));
}
