namespace NetworkHealth.Features.Sustainability;

/// <summary>What a worksheet is printed on, across.</summary>
public enum SheetPaper
{
    Letter,
    A3,
}

/// <summary>The words and measures of <see cref="SheetPaper"/>; the stylesheet has the same sizes of type.</summary>
public static class SheetPapers
{
    public static IReadOnlyList<SheetPaper> All { get; } = Enum.GetValues<SheetPaper>();

    /// <summary>As addresses and the stylesheet have it.</summary>
    public static string Code(this SheetPaper paper) => paper == SheetPaper.A3 ? "a3" : "letter";

    /// <summary>The paper of an address; Letter unless it says something else that there is.</summary>
    public static SheetPaper Of(string? code) => All.SingleOrDefault(paper => string.Equals(paper.Code(), code, StringComparison.OrdinalIgnoreCase));

    public static string Words(this SheetPaper paper) => paper == SheetPaper.A3 ? "A3" : "US Letter";

    /// <summary>How many lines of text all rows of the matrix may take together.</summary>
    internal static double Lines(this SheetPaper paper) => paper == SheetPaper.A3 ? 51 : 44;

    /// <summary>How wide a cell is, in widths of its type (em).</summary>
    internal static double Width(this SheetPaper paper) => paper == SheetPaper.A3 ? 30 : 24.5;
}
