using NetworkHealth.Domain;

namespace NetworkHealth.Features.Benchmarks;

/// <summary>What the page says in sentences: counts of domains, and why there are no figures.</summary>
public static class BesideFindings
{
    /// <summary>“Four of six domains stand with the middle half, two below”.</summary>
    public static string Heading(IReadOnlyList<SubjectBeside> subjects)
    {
        var domains = subjects.Where(subject => subject.Subject != Subject.Overall && subject.Benchmark.Side is not null).ToList();
        if (domains.Count == 0)
        {
            return subjects.FirstOrDefault(subject => subject.Subject == Subject.Overall)?.Benchmark.Side is { } side
                ? $"As a whole, the network stands {Where(side)} the middle half of the others"
                : "The middle half of the others";
        }

        var sides = ((int[])[0, -1, 1]).Select(side => (Where: Where(side), Count: domains.Count(domain => domain.Benchmark.Side == side))).Where(side => side.Count > 0).ToList();
        var (first, most) = sides[0];
        string of = domains.Count == SubjectWords.Domains.Count ? "domains" : "domains that can be compared";
        string begins = (most == domains.Count, domains.Count) switch
        {
            (true, 1) => "The one domain that can be compared stands",
            (true, 2) => $"Both {of} stand",
            (true, _) => $"All {English.Number(most)} {of} stand",
            _ => $"{English.Capital(English.Number(most))} of {English.Number(domains.Count)} {of} {(most == 1 ? "stands" : "stand")}",
        };
        string rest = English.List(sides.Skip(1).Select(side => $"{English.Number(side.Count)} {side.Where}"));
        return $"{begins} {first} the middle half{(rest.Length == 0 ? "" : $", {rest}")}";
    }

    /// <summary>Why there is no cycle to compare.</summary>
    public static string WhyNone(bool hasClosed, RatingSource source) => hasClosed
        ? $"This network was not rated by {source.By()} in any closed cycle. It can be compared once a cycle is closed in which it was."
        : "No cycle of this cohort is closed yet. Networks are compared once one is, so that nobody is read halfway through the year.";

    /// <summary>Why others are too few to compare with.</summary>
    /// <param name="source">Who judged.</param>
    /// <param name="rated">Others that the source rated in that cycle.</param>
    /// <param name="alike">Those of them that were judged under the same version of the framework.</param>
    /// <param name="version">That version; null where it is not stated.</param>
    public static string WhyTooFew(RatingSource source, int rated, int alike, string? version)
    {
        string five = English.Number(Benchmark.FewestOthers);
        if (rated < Benchmark.FewestOthers)
            return $"Fewer than {five} other networks were rated by {source.ByMany()} in this cycle. Fewer would tell too much of each.";
        if (alike < Benchmark.FewestOthers)
            return $"Fewer than {five} other networks were rated {Under(version)}, as this one was. Levels under different versions are not set side by side.";
        return $"In no subject do {five} other networks have a level. Fewer would tell too much of each.";
    }

    /// <summary>“under framework 2024.1”.</summary>
    public static string Under(string? version) => version is null ? "without naming a version of the framework" : $"under framework {version}";

    private static string Where(int side) => side switch { 0 => "with", < 0 => "below", _ => "above" };
}
