namespace NetworkHealth.Features.Dashboards;

/// <summary>As much of a long table as stands on a page.</summary>
/// <param name="Whole">All of its rows.</param>
/// <param name="Page">From 1 on.</param>
public sealed record TablePart(FigureTable Whole, int Page)
{
    /// <summary>So many rows stand on a page.</summary>
    public const int Length = 50;

    public int Pages => Math.Max(1, (Whole.Rows.Count + Length - 1) / Length);

    /// <summary>Which row is the first here, counted from 1.</summary>
    public int First => ((Page - 1) * Length) + 1;

    public FigureTable Here => Whole with { Rows = [.. Whole.Rows.Skip((Page - 1) * Length).Take(Length)] };

    /// <summary>The page of each long table that an address asks for by its code, such as <c>?trajectories=2&amp;domains=3</c>; one behind the last is the last.</summary>
    internal static IReadOnlyList<TablePart> Of(IReadOnlyList<FigureTable> tables, AskedView asked)
    {
        var parts = tables.Select(table => new TablePart(table, 1)).Select(part => part.Pages == 1 ? part
            : new TablePart(part.Whole, Math.Min(part.Pages, asked.Take(part.Whole.Code, "page", text => int.TryParse(text, out int page) && page > 0 ? page : (int?)null) ?? 1))).ToList();
        asked.RefuseRest();
        return parts;
    }

    /// <summary>What an address asks for to show one of the tables on another page and the others as they are; empty where all begin at the first.</summary>
    internal static string Query(IReadOnlyList<TablePart> parts, string code, int page) =>
        string.Join('&', parts.Select(part => (part.Whole.Code, Page: part.Whole.Code == code ? page : part.Page)).Where(part => part.Page > 1).Select(part => $"{part.Code}={part.Page}"));
}
