using NetworkHealth.Domain;
using NetworkHealth.Features.AnnualRating;

namespace NetworkHealth.Tests.Features.AnnualRating;

public sealed class RevisionPairTests
{
    private readonly Rating rating = new(Guid.CreateVersion7(), 2025, RatingSource.Self);

    [Theory]
    [InlineData(null, null, 2, 3, null)]
    [InlineData("", " ", 2, 3, null)]
    [InlineData("1", "3", 1, 3, null)]
    [InlineData("3", "1", 1, 3, null)]
    [InlineData("1", null, 1, 3, null)]
    [InlineData(null, "2", 1, 2, null)]
    [InlineData(null, "1", 1, 2, null)]
    [InlineData("9", "3", 2, 3, "There is no revision 9 here. These are the last two.")]
    [InlineData("1", "0", 2, 3, "There is no revision 0 here. These are the last two.")]
    [InlineData("<b>", "3", 2, 3, "There is no revision <b> here. These are the last two.")]
    [InlineData("1", "99999999999999999999", 2, 3, "There is no revision 999999999999… here. These are the last two.")]
    [InlineData("1", "1", 2, 3, "Revision 1 does not differ from itself. These are the last two.")]
    public void The_two_asked_for_or_the_last_two_with_a_reason(string? from, string? to, int earlier, int later, string? problem)
    {
        Submit(3);

        var pair = RevisionPair.Of([.. rating.Revisions.Reverse()], from, to)!;

        Assert.Equal((earlier, later, problem), (pair.From.Number, pair.To.Number, pair.Problem));
        Assert.Equal([Subject.Overall], pair.Differences.Keys);
    }

    [Fact]
    public void One_revision_has_nothing_to_compare_with()
    {
        Submit(1);

        Assert.Null(RevisionPair.Of(rating.Revisions, "1", "2"));
    }

    private void Submit(int revisions)
    {
        for (int i = 0; i < revisions; i++)
            rating.Submit(Answers.Nothing.With(Subject.Overall, Answer.Of((Level)i)), null, null, i, "Again.");
    }
}
