using System.Globalization;

namespace NetworkHealth.Features.Profiles;

/// <summary>The codes that stand for teams in coded files: T1, T2 and so on, and whatever a file brought.</summary>
internal static class TeamCodes
{
    private const int Highest = 1_000_000;

    /// <summary>The next that no team of the network has or ever had.</summary>
    /// <param name="given">Of all its teams, those taken out included.</param>
    public static string Next(IReadOnlyCollection<string> given)
    {
        int next = 1 + given.Select(code => Number(code) ?? 0).DefaultIfEmpty().Max();
        while (given.Contains(Of(next), StringComparer.Ordinal)) // a file may have brought codes beyond the highest that is counted on
            next++;
        return Of(next);
    }

    /// <summary>T2 before T10, and other codes behind, by their bytes.</summary>
    public static IEnumerable<T> InOrder<T>(this IEnumerable<T> teams, Func<T, string> code) =>
        teams.OrderBy(team => Number(code(team)) ?? int.MaxValue).ThenBy(code, StringComparer.Ordinal);

    /// <summary>Whether a code stands before another in that order.</summary>
    public static bool IsBefore(string code, string other) => (Number(code) ?? int.MaxValue).CompareTo(Number(other) ?? int.MaxValue) switch
    {
        0 => string.CompareOrdinal(code, other) < 0,
        var numbers => numbers < 0,
    };

    private static string Of(int number) => string.Create(CultureInfo.InvariantCulture, $"T{number}");

    private static int? Number(string code) =>
        code.StartsWith('T') && int.TryParse(code.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= Highest ? number : null;
}
