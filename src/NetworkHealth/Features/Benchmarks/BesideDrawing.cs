using NetworkHealth.Domain;

namespace NetworkHealth.Features.Benchmarks;

/// <summary>The measures of the picture in user units: five equal columns from Least to Most, as in every picture of the scale, and a lane for each subject.</summary>
internal static class BesideDrawing
{
    public const int Column = 128, Width = 5 * Column, Head = 34, Row = 82, Ring = 10;

    private const int Name = 29, Lane = 58, Half = 13;

    public static int Left(Level level) => (int)level * Column;

    public static int Middle(Level level) => Left(level) + (Column / 2);

    public static int Height(int rows) => Head + (rows * Row) + 4;

    /// <summary>Where the name of a row stands.</summary>
    public static int NameOf(int row) => Head + (row * Row) + Name;

    /// <summary>The middle of a row's lane.</summary>
    public static int LaneOf(int row) => Head + (row * Row) + Lane;

    /// <summary>The bar of the middle half: x, y, width, height.</summary>
    public static (int X, int Y, int Width, int Height) Bar(Middle others, int row) =>
        (Left(others.From) + 6, LaneOf(row) - Half, Left(others.To) - Left(others.From) + Column - 12, 2 * Half);

    /// <summary>The mark of the median, taller than the ring, so that both are seen where they meet.</summary>
    public static string Mark(Level median, int row) => $"M{Middle(median)} {LaneOf(row) - Half - 4}V{LaneOf(row) + Half + 4}";

    /// <summary>The picture in words, for those who do not see it.</summary>
    public static string Story(IEnumerable<SubjectBeside> subjects) => string.Join("; ", subjects.Select(subject =>
        $"{subject.Subject.Name()}: this network {subject.OwnWords}, {(subject.Benchmark.Others is { } others ? $"others {others.Half}, median {others.Median.LongForm()}" : "too few others")}"));
}
