using System.Globalization;

namespace NetworkHealth.Domain;

/// <summary>Months of plans and observations, kept as their first day.</summary>
public static class Month
{
    /// <summary>The month of a text such as <c>2026-03</c>; null for an empty one.</summary>
    /// <param name="text">As typed or as a file has it.</param>
    /// <param name="what">What it is, at the beginning of a sentence, such as “The target month”.</param>
    /// <exception cref="DomainRuleException">It is no month from 1900 to 2100.</exception>
    public static DateOnly? Parse(string? text, string what)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (!DateOnly.TryParseExact($"{text.Trim()}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
            throw new DomainRuleException($"{what} is written as 2026-03.");
        return Checked(month, what);
    }

    /// <exception cref="DomainRuleException">It lies outside 1900–2100.</exception>
    public static DateOnly? Checked(DateOnly? month, string what)
    {
        if (month is not { } said)
            return null;
        return said.Year is >= Cohort.FirstYear and <= Cohort.LastYear
            ? new DateOnly(said.Year, said.Month, 1)
            : throw new DomainRuleException($"{what} lies in {said.Year}. Choose a year from {Cohort.FirstYear} to {Cohort.LastYear}.");
    }

    /// <summary>“2026-03”, as files and controls have it; empty for none.</summary>
    public static string Code(DateOnly? month) => month?.ToString("yyyy-MM", CultureInfo.InvariantCulture) ?? "";

    /// <summary>“March 2026”.</summary>
    public static string Words(DateOnly month) => month.ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The month that it is.</summary>
    public static DateOnly Of(TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new DateOnly(now.Year, now.Month, 1);
    }

    /// <summary>Whole months from one to the other; negative when the other comes first.</summary>
    public static int Between(DateOnly from, DateOnly to) => ((to.Year - from.Year) * 12) + to.Month - from.Month;
}
