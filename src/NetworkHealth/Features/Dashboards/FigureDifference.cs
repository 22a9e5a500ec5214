namespace NetworkHealth.Features.Dashboards;

/// <summary>Something that a table says otherwise now, in the words of the page.</summary>
/// <param name="Row">Which row; a network by its code, empty where a column came or went.</param>
/// <param name="Column">Which column or columns; empty where the whole row came or went. Both are empty where the whole table did.</param>
/// <param name="Then">What stood there; null where there was no such place.</param>
/// <param name="Now">What stands there; null where there is none any more.</param>
public sealed record FigureDifference(string Row, string Column, string? Then, string? Now)
{
    /// <summary>Stands for a whole row, column or table.</summary>
    public const string Whole = "shown";
}
