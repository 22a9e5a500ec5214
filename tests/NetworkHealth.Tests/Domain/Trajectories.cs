using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Domain;

/// <summary>Trajectories from a few characters: a digit is a level, a hyphen a cycle without a rating.</summary>
internal static class Trajectories
{
    private static readonly int[] Years = [2019, 2021, 2022, 2023, 2024, 2025, 2026];

    /// <summary>“-120” is the published row LD2.</summary>
    public static Trajectory Of(string cycles) => Of(cycles, Years[..cycles.Length]);

    public static Trajectory Of(string cycles, int[] ratedInCohort) =>
        new([.. cycles.Select((level, i) => (level, i)).Where(at => at.level != '-').Select(at => new RatedYear(Years[at.i], (Level)(at.level - '0')))],
            ratedInCohort);

    /// <summary>Every sequence of one to four cycles: 6 + 36 + 216 + 1,296 of them.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enumerable.Range(1, 4).SelectMany(length => Texts("-01234", length))];

    /// <summary>Every sequence of so many ratings without a gap.</summary>
    public static IReadOnlyList<string> WithoutGap(int ratings) => [.. Texts("01234", ratings)];

    private static IEnumerable<string> Texts(string letters, int length) => length == 0
        ? [""]
        : Texts(letters, length - 1).SelectMany(begun => letters.Select(letter => begun + letter));
}
