using System.Globalization;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.AnnualRating;

/// <summary>Two revisions of one rating to compare, the earlier one first.</summary>
/// <param name="From">The earlier one.</param>
/// <param name="To">The later one.</param>
/// <param name="Problem">Why these are not the two that were asked for; null when they are, or none were.</param>
public sealed record RevisionPair(Revision From, Revision To, string? Problem)
{
    /// <returns>The two asked for; else the last two. Null when there are fewer.</returns>
    /// <param name="revisions">Newest first.</param>
    /// <param name="from">A number, as it stands in the address.</param>
    /// <param name="to">Another one.</param>
    public static RevisionPair? Of(IReadOnlyList<Revision> revisions, string? from, string? to)
    {
        if (revisions.Count < 2)
            return null;

        var (one, other) = (Find(revisions, from), Find(revisions, to));
        if ((Unknown(one, from) ?? Unknown(other, to)) is { } unknown)
            return new(revisions[1], revisions[0], $"There is no revision {unknown} here. These are the last two.");

        other ??= revisions[0];
        one ??= revisions.FirstOrDefault(revision => revision.Number == other.Number - 1) ?? revisions[1];
        if (one == other)
            return new(revisions[1], revisions[0], $"Revision {one.Number} does not differ from itself. These are the last two.");
        return one.Number < other.Number ? new(one, other, null) : new(other, one, null);
    }

    /// <summary>What differs, by subject; subjects without a difference are left out.</summary>
    public IReadOnlyDictionary<Subject, IReadOnlyList<JudgementDifference>> Differences { get; } = SubjectWords.All
        .Select(subject => (subject, differences: JudgementDifference.Between(From.Judgement(subject), To.Judgement(subject))))
        .Where(of => of.differences.Count > 0).ToDictionary(of => of.subject, of => of.differences);

    private static Revision? Find(IReadOnlyList<Revision> revisions, string? number) =>
        revisions.FirstOrDefault(revision => revision.Number.ToString(CultureInfo.InvariantCulture) == number?.Trim());

    private static string? Unknown(Revision? found, string? asked)
    {
        if (found is not null || string.IsNullOrWhiteSpace(asked))
            return null;
        string word = asked.Trim();
        return word.Length > 12 ? $"{word[..12]}…" : word;
    }
}
