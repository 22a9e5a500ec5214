using NetworkHealth.Domain;

namespace NetworkHealth.Features.AnnualRating;

/// <summary>The sentences of a report, made from levels and counts; never an average.</summary>
public static class ReportWords
{
    /// <summary>“The hub rates its network as Developing (High). Four of six domains are at Developing (High) or above; network culture is lowest, at Least.”</summary>
    public static string Lede(RatingSource source, Answers answers) => $"{Whole(source, answers.Overall)} {Domains(answers)}";

    /// <summary>“One level up from Developing (Mid) in 2024.”</summary>
    /// <param name="now">What this year says.</param>
    /// <param name="then">What the year before said.</param>
    /// <param name="year">How that year is shown.</param>
    public static string Against(Answer? now, Answer? then, string year) => (now?.Level, then?.Level) switch
    {
        (null, null) => $"Not rated in {year} either.",
        (null, { } before) => $"{before.LongForm()} in {year}.",
        (_, null) => $"Not rated in {year}.",
        ({ } level, { } before) when level == before => $"The same as in {year}.",
        ({ } level, { } before) => $"{English.Capital(English.Count(Math.Abs(level - before), "level"))} {(level > before ? "up" : "down")} from {before.LongForm()} in {year}.",
    };

    /// <summary>The domains at the lowest level; null when none is rated.</summary>
    public static (Level Level, IReadOnlyList<Subject> Domains)? Lowest(Answers answers)
    {
        var rated = Rated(answers);
        return rated.Count == 0 ? null : (rated.Values.Min(), [.. rated.Where(domain => domain.Value == rated.Values.Min()).Select(domain => domain.Key)]);
    }

    /// <summary>Names of domains within a sentence. One of them holds an “and” itself, so two of them get a comma.</summary>
    public static string Names(IEnumerable<Subject> domains)
    {
        string[] names = [.. domains.Select(domain => char.ToLowerInvariant(domain.Name()[0]) + domain.Name()[1..])];
        return names is [var one, var other] && names.Any(name => name.Contains(" and ", StringComparison.Ordinal)) ? $"{one}, and {other}" : English.List(names);
    }

    private static string Whole(RatingSource source, Answer? overall)
    {
        var (who, whose) = source == RatingSource.Self ? ("The hub", "its network") : ("An external team", "the network");
        return overall switch
        {
            { Level: { } level } => $"{who} rates {whose} as {level.LongForm()}{(level is Level.Least or Level.Most ? " developed" : "")}.",
            { Reason: { } reason } => $"{who} gives {whose} no overall level: {reason.Words()}.",
            _ => $"{who} says nothing of {whose} as a whole.",
        };
    }

    private static string Domains(Answers answers)
    {
        var rated = Rated(answers);
        int all = SubjectWords.Domains.Count;
        if (Lowest(answers) is not var (lowest, low))
            return "No domain has a level.";

        string of = rated.Count == all ? $"{English.Number(all)} domains" : English.Count(rated.Count, "rated domain");
        string none = rated.Count == all ? "" : $" {English.Capital(English.Count(all - rated.Count, "domain has", "domains have"))} no level.";
        if (low.Count == rated.Count)
            return $"{(low.Count == 1 ? $"{low[0].Name()} is" : $"All {of} are")} at {lowest.LongForm()}.{none}";

        var above = rated.Where(domain => domain.Value > lowest).ToDictionary();
        // Naming the few says more: the lowest where they are few, those above where most are low.
        string sentence = low.Count <= 2
            ? $"{Some(above.Count)} at {above.Values.Min().LongForm()}{(above.Values.Distinct().Count() > 1 ? " or above" : "")}; {Names(low)} {Are(low.Count)} lowest, at {lowest.LongForm()}."
            : $"{Some(low.Count)} at {lowest.LongForm()}; {Names(above.Keys)} {Are(above.Count)} above it.";
        return sentence + none;

        string Some(int count) => $"{English.Capital(English.Number(count))} of {of} {Are(count)}";
    }

    private static string Are(int count) => count == 1 ? "is" : "are";

    private static Dictionary<Subject, Level> Rated(Answers answers) =>
        SubjectWords.Domains.Where(domain => answers[domain]?.Level is not null).ToDictionary(domain => domain, domain => answers[domain]!.Value.Level!.Value);
}
