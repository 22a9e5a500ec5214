using System.Globalization;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Cohorts;

/// <summary>A date of a grant as people type it: a year, or a month where more is known.</summary>
/// <param name="Year">From 1900 to 2100.</param>
/// <param name="Month">1 to 12; null where only the year is known.</param>
internal sealed record GrantDate(int Year, int? Month)
{
    /// <summary>That of a text such as <c>2025</c> or <c>2025-06</c>; null for any other.</summary>
    public static GrantDate? Parse(string? typed)
    {
        string text = typed?.Trim() ?? "";
        if (!DateOnly.TryParseExact(text, ["yyyy", "yyyy-MM", "yyyy-M"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            || date.Year is < Cohort.FirstYear or > Cohort.LastYear)
            return null;
        return new GrantDate(date.Year, text.Contains('-', StringComparison.Ordinal) ? date.Month : null);
    }

    /// <summary>As the field has it; empty where it is not known.</summary>
    public static string Code(int? year, int? month) =>
        year is not { } of ? "" : month is { } within ? string.Create(CultureInfo.InvariantCulture, $"{of}-{within:00}") : of.ToString(CultureInfo.InvariantCulture);

    public bool IsBefore(GrantDate? other) => other is not null && (Year < other.Year || (Year == other.Year && Month < other.Month));
}
