using System.Globalization;

namespace NetworkHealth.Domain;

/// <summary>Whole numbers as people type them.</summary>
public static class WholeNumber
{
    /// <summary>Null for an empty text; a minus may lead.</summary>
    /// <exception cref="DomainRuleException">It is no whole number.</exception>
    public static int? Parse(string text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number
        : throw new DomainRuleException($"“{Code.Shown(text.Trim())}” is not a whole number. Write figures only, such as 8.");
}
