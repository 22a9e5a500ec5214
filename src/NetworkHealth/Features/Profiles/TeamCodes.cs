using System.Globalization;

namespace NetworkHealth.Features.Profiles;

/// <summary>The codes that stand for teams in coded files: T1, T2 and so on, and whatever a file brought.</summary>
internal static class TeamCodes
{
    private const int Highest = 1_000_000;

    /// <summary>The next that no team of the network has or ever had.</summary>
    /// <param name="given">Of all its teams, those taken out included.</param>
    public static string Next(IReadOnlyCollection<string> given) =>
        Of(1 + given.Select(code => Number(code) ?? 0).DefaultIfEmpty().Max());

    /// <summary>T2 before T10, and other codes behind, by their bytes.</summary>
    public static IEnumerable<T> InOrder<T>(this IEnumerable<T> teams, Func<T, string> code) =>
        teams.OrderBy(team => Number(code(team)) ?? int.MaxValue).ThenBy(code, StringComparer.Ordinal);

    private static string Of(int number) => string.Create(CultureInfo.InvariantCulture, $"T{number}");

    private static int? Number(string code) =>
        code.StartsWith('T') && int.TryParse(code.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= Highest ? number : null;
}
