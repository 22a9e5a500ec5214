using System.Globalization;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.AuditTrail;

/// <summary>Which entries are wanted, as the address says; nothing asked for is all.</summary>
/// <param name="Person">Who did it or to whom it was done: an id, words of a name or address, or <c>operator</c>.</param>
/// <param name="Network">COHORT/CODE.</param>
/// <param name="Action">Name of an action.</param>
/// <param name="From">The first moment, in UTC.</param>
/// <param name="To">The last moment, in UTC: a day or minute is meant as a whole.</param>
public sealed record TrailFilter(string? Person = null, string? Network = null, string? Action = null, string? From = null, string? To = null)
{
    public const string Operator = "operator";

    private static readonly (string Format, TimeSpan Whole)[] Formats =
    [
        ("yyyy-MM-dd", TimeSpan.FromDays(1)), ("yyyy-MM-dd'T'HH:mm", TimeSpan.FromMinutes(1)), ("yyyy-MM-dd'T'HH:mm:ss", TimeSpan.FromSeconds(1)),
        ("yyyy-MM-dd'T'HH:mm:ss.fff", TimeSpan.FromMilliseconds(1)),
    ];

    /// <exception cref="DomainRuleException">There is no such action.</exception>
    public ChangeAction? ChosenAction => Said(Action) is not { } name ? null
        : ActionWords.All.Select(action => (ChangeAction?)action).FirstOrDefault(action => action.ToString() == name) ?? throw new DomainRuleException("There is no such action. Choose one of the list.");

    /// <exception cref="DomainRuleException">It is no time.</exception>
    public DateTimeOffset? NotBefore => Time(From)?.At;

    /// <summary>What comes after the last moment.</summary>
    /// <exception cref="DomainRuleException">It is no time.</exception>
    public DateTimeOffset? Before => Time(To) is { } last ? last.At + last.Whole : null;

    /// <summary>The filter as a query, with which pages and files are addressed.</summary>
    public string Query(string? name = null, long? number = null)
    {
        var query = new QueryString();
        foreach (var (key, value) in new[] { ("person", Person), ("network", Network), ("action", Action), ("from", From), ("to", To), (name ?? "", number?.ToString(CultureInfo.InvariantCulture)) })
            query = value?.Trim() is { Length: > 0 } said ? query.Add(key, said) : query;
        return query.ToString();
    }

    /// <exception cref="DomainRuleException">It is over 300 characters or holds one that nothing is stored with.</exception>
    public static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : PlainText.Line(text, 300, "This filter");

    private static (DateTimeOffset At, TimeSpan Whole)? Time(string? text)
    {
        if (Said(text) is not { } said)
            return null;
        foreach (var (format, whole) in Formats)
        {
            if (DateTimeOffset.TryParseExact(said.TrimEnd('Z'), format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
                && at.Year is >= Cohort.FirstYear and <= Cohort.LastYear)
                return (at, whole);
        }

        throw new DomainRuleException($"“{Code.Shown(said)}” is not a time. Write it as 2026-03-31 or 2026-03-31T12:00, in UTC.");
    }
}
