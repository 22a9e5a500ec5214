using System.Globalization;

namespace NetworkHealth.Domain;

/// <summary>Small words of our sentences: numbers up to twelve, lists, plurals.</summary>
public static class English
{
    private static readonly string[] Numbers =
        ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>“three”, “13”; zero is “none”.</summary>
    public static string Number(int count) =>
        count >= 0 && count < Numbers.Length ? Numbers[count] : count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>“one network”, “three networks”.</summary>
    public static string Count(int count, string one, string? many = null) =>
        count == 1 ? $"one {one}" : $"{(count == 0 ? "no" : Number(count))} {many ?? one + "s"}";

    /// <summary>“a”, “a and b”, “a, b and c”.</summary>
    public static string List(IEnumerable<string> items)
    {
        string[] all = [.. items];
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }

    /// <summary>“a”, “a or b”, “a, b or c”.</summary>
    public static string Choice(IEnumerable<string> items)
    {
        string[] all = [.. items];
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} or {all[^1]}";
    }

    /// <summary>“12 June 2023”.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>With a capital letter, for the beginning of a sentence.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
