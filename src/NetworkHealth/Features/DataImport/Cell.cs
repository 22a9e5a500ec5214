using System.Globalization;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.DataImport;

/// <summary>What the trimmed text of a cell means, or the problem with it. Null is an empty cell or a problem.</summary>
internal static class Cell
{
    public static (string? Value, string? Problem) NetworkCode(string text) => Kept(Code.Network, text);

    public static (string? Value, string? Problem) NetworkName(string text)
    {
        string name = Apostrophes.TakeOff(text).Trim();
        if (name.Length > Network.NameMaxLength)
            return (null, $"The name has {name.Length} characters. A network's name has at most {Network.NameMaxLength}.");
        return (name.Length == 0 ? null : name, null);
    }

    public static (int? Value, string? Problem) Year(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is >= Cohort.FirstYear and <= Cohort.LastYear
            ? (year, null)
            : (null, $"'{Code.Shown(text)}' is not a year from {Cohort.FirstYear} to {Cohort.LastYear}.");

    /// <summary>A year that may be left empty.</summary>
    public static (int? Value, string? Problem) YearIfSaid(string text) => text.Length == 0 ? (null, null) : Year(text);

    /// <summary>A whole number in figures, with a minus where the least is below zero.</summary>
    public static Func<string, (int? Value, string? Problem)> Number(int least, int most) => text =>
    {
        if (text.Length == 0)
            return (null, null);
        return int.TryParse(Apostrophes.TakeOff(text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most
            ? (number, null)
            : (null, string.Create(CultureInfo.InvariantCulture, $"'{Code.Shown(text)}' is not a whole number{(most == int.MaxValue ? "" : $" from {least:N0} to {most:N0}")}."));
    };

    /// <summary>One of a few words, in any case.</summary>
    /// <param name="all">Them.</param>
    /// <param name="code">As files have each.</param>
    /// <param name="what">What they are, such as “a status”.</param>
    public static Func<string, (T? Value, string? Problem)> Word<T>(IReadOnlyList<T> all, Func<T, string> code, string what) where T : struct => text =>
    {
        if (text.Length == 0)
            return (null, null);
        return FileWords.Parse(all, code, text) is { } one
            ? (one, null)
            : (null, $"'{Code.Shown(text)}' is not {what}. Write {English.Choice(all.Select(code))}.");
    };

    public static (bool? Value, string? Problem) YesNo(string text)
    {
        if (text.Length == 0)
            return (null, null);
        return FileWords.YesNo(text) is { } said ? (said, null) : (null, $"'{Code.Shown(text)}' is neither yes nor no.");
    }

    /// <summary>Text of people that a rule of the domain keeps; see <see cref="PlainText"/>.</summary>
    public static Func<string, (string? Value, string? Problem)> Text(Func<string, string> rule) => text => text.Length == 0 ? (null, null) : Kept(rule, text);

    /// <summary>Text on one line.</summary>
    public static Func<string, (string? Value, string? Problem)> Line(int most, string what) => Text(text => PlainText.Line(text, most, what));

    public static Func<string, (DateOnly? Value, string? Problem)> Month(string what) => text =>
    {
        try
        {
            return (Domain.Month.Parse(Apostrophes.TakeOff(text), what), null);
        }
        catch (DomainRuleException broken)
        {
            return (null, broken.Message);
        }
    };

    private static (string?, string?) Kept(Func<string, string> rule, string text)
    {
        try
        {
            return (rule(Apostrophes.TakeOff(text)), null);
        }
        catch (DomainRuleException broken)
        {
            return (null, broken.Message);
        }
    }
}
