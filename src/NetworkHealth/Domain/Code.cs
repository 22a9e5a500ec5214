using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NetworkHealth.Domain;

/// <summary>The two identifiers that people type and that stand in addresses and files. Both compare by bytes.</summary>
public static partial class Code
{
    /// <summary>In characters as a reader counts them (Unicode scalar values).</summary>
    public const int MaxLength = 64;

    /// <summary>A cohort's slug: lower-case letters a–z, digits and hyphens, 1 to 64 of them.</summary>
    /// <exception cref="DomainRuleException">It is anything else.</exception>
    public static string Slug(string text) => SlugPattern().IsMatch(text)
        ? text
        : throw new DomainRuleException($"“{Shown(text)}” cannot be a cohort's short name. Use 1 to 64 lower-case letters, digits and hyphens.");

    /// <summary>A network's code: 1 to 64 visible characters without / and \, trimmed, upper and lower case apart.</summary>
    /// <exception cref="DomainRuleException">It is empty, too long, or holds a character that cannot be seen or cannot stand in an address.</exception>
    public static string Network(string text) => Of(text, "network");

    /// <summary>A team's code, of the same make as a network's.</summary>
    /// <exception cref="DomainRuleException">It is empty, too long, or holds a character that cannot be seen or cannot stand in an address.</exception>
    public static string Team(string text) => Of(text, "team");

    private static string Of(string text, string what)
    {
        string code = text.Trim();
        int length = code.EnumerateRunes().Count();
        if (length == 0)
            throw new DomainRuleException($"A {what} needs a code.");
        if (length > MaxLength)
            throw new DomainRuleException($"The code “{Shown(code)}” has {length} characters. A {what}'s code has at most {MaxLength}.");
        if (code.Contains('/', StringComparison.Ordinal) || code.Contains('\\', StringComparison.Ordinal) || code is "." or "..")
            throw new DomainRuleException($"The code “{code}” cannot stand in a web address. Leave out / and \\.");
        if (code.EnumerateRunes().Any(IsInvisible))
            throw new DomainRuleException($"The code “{Shown(code)}” holds a character that cannot be seen.");
        return code;
    }

    // Format characters (zero-width, text direction) would make two codes look alike; U+FFFD is what a wrongly read file leaves behind.
    private static bool IsInvisible(Rune rune) => rune.Value == 0xFFFD || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    /// <summary>Text of unknown origin as it may stand in a sentence: without what cannot be seen, and cut to twenty characters.</summary>
    public static string Shown(string text)
    {
        var shown = string.Concat(text.EnumerateRunes().Where(rune => !IsInvisible(rune)).Take(20).Select(rune => rune.ToString()));
        return shown.Length < text.Length ? shown + "…" : shown;
    }

    [GeneratedRegex(@"\A[a-z0-9-]{1,64}\z")]
    private static partial Regex SlugPattern();
}
