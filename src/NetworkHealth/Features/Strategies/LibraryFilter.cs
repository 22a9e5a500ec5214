using NetworkHealth.Domain;

namespace NetworkHealth.Features.Strategies;

/// <summary>Which strategies to show, as an address has it; empty fields ask for nothing.</summary>
/// <param name="Way">Such as <c>build_capacity</c>.</param>
/// <param name="Dimension">Such as <c>D2</c>.</param>
/// <param name="Cell">Such as <c>D2-organisation</c>.</param>
/// <param name="Origin"><c>published</c>, <c>own</c> or <c>cohort</c>.</param>
public sealed record LibraryFilter(string? Way = null, string? Dimension = null, string? Cell = null, string? Origin = null)
{
    public Strategy? ChosenWay => Said(Way) is { } way ? StrategyWords.Parse(way) : null;
    public Dimension? ChosenDimension => Said(Dimension) is { } code ? DimensionWords.Parse(code) : null;
    public MatrixPlace? ChosenCell => MatrixPlace.Parse(Said(Cell));
    public StrategyOrigin? ChosenOrigin => Said(Origin) is { } origin && Enum.TryParse<StrategyOrigin>(origin, true, out var chosen) && Enum.IsDefined(chosen) ? chosen : null;

    public bool IsEmpty => new[] { Way, Dimension, Cell, Origin }.All(text => Said(text) is null);

    /// <summary>What of it cannot be read, in a sentence; null when all can.</summary>
    public string? Problem => this switch
    {
        { ChosenWay: null } when Said(Way) is { } way => $"“{Code.Shown(way)}” is none of the three ways. Choose one of the list.",
        { ChosenDimension: null } when Said(Dimension) is { } dimension => $"“{Code.Shown(dimension)}” is no row of the matrix. Choose one of the list.",
        { ChosenCell: null } when Said(Cell) is { } cell => $"“{Code.Shown(cell)}” is no cell of the matrix. Choose one of the list.",
        { ChosenOrigin: null } when Said(Origin) is { } origin => $"“{Code.Shown(origin)}” says nothing of who tells it. Choose one of the list.",
        _ => null,
    };

    /// <summary>Whether a strategy is shown.</summary>
    public bool Fits(LibraryStrategy strategy) =>
        (ChosenWay is not { } way || strategy.Ways.HasFlag(way))
        && (ChosenOrigin is not { } origin || strategy.Origin == origin)
        && (ChosenDimension is not { } dimension || strategy.Places.Any(place => place.Dimension == dimension))
        && (ChosenCell is not { } cell || strategy.Places.Contains(cell));

    /// <summary>As the address has it, with one field more: <c>?way=codify&amp;page=2</c>.</summary>
    public string Query(int page)
    {
        var fields = new[] { ("way", Said(Way)), ("dimension", Said(Dimension)), ("cell", Said(Cell)), ("origin", Said(Origin)), ("page", page.ToString(System.Globalization.CultureInfo.InvariantCulture)) };
        return "?" + string.Join('&', fields.Where(said => said.Item2 is not null).Select(said => $"{said.Item1}={Uri.EscapeDataString(said.Item2!)}"));
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
