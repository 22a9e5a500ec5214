using NetworkHealth.Domain;

namespace NetworkHealth.Features.Strategies;

/// <summary>Who tells of a strategy, as its reader sees it.</summary>
public enum StrategyOrigin
{
    /// <summary>One of the published examples.</summary>
    Published,

    /// <summary>A hub of the reader.</summary>
    Own,

    /// <summary>Another hub: of the same cohort, or any for an administrator.</summary>
    Cohort,
}

/// <summary>One strategy of the library, as its reader sees it.</summary>
/// <param name="Id">For addresses: a name for published ones, a number for those of hubs.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Ways">Which ways it takes.</param>
/// <param name="Story">What was done.</param>
/// <param name="Told">Cells that the source or the hub says it carries.</param>
/// <param name="Implied">Cells that follow in our reading; none for those of hubs.</param>
/// <param name="Origin">Who tells of it.</param>
/// <param name="Hub">The hub that does; null for published ones.</param>
public sealed record LibraryStrategy(
    string Id, string Name, Strategy Ways, string Story, IReadOnlyList<MatrixPlace> Told, IReadOnlyList<MatrixPlace> Implied, StrategyOrigin Origin, StrategyHub? Hub = null)
{
    /// <summary>The published examples, in their order.</summary>
    public static IReadOnlyList<LibraryStrategy> Published { get; } = [.. PublishedStrategies.All.Select(Of)];

    /// <summary>All cells, told before implied.</summary>
    public IReadOnlyList<MatrixPlace> Places => [.. Told, .. Implied];

    /// <summary>Whether somebody of a hub may take it into a cell.</summary>
    public bool IsOffered => Hub is not { IsWithdrawn: true };

    private static LibraryStrategy Of(PublishedStrategy one) => new(one.Id, one.Name, one.Strategies, one.Story, Linked(one, LinkKind.Told), Linked(one, LinkKind.Implied), StrategyOrigin.Published);

    private static IReadOnlyList<MatrixPlace> Linked(PublishedStrategy one, LinkKind kind) =>
        [.. MatrixPlace.All.Where(place => one.Links.TryGetValue(place, out var link) && link == kind)];
}

/// <summary>The hub behind a strategy, and how the strategy stands there.</summary>
/// <param name="Network">Of the hub.</param>
/// <param name="IsShared">Whether the other hubs of the cohort read it.</param>
/// <param name="IsWithdrawn">Whether it was taken back.</param>
/// <param name="Edition">Grows with every change.</param>
public sealed record StrategyHub(HubNetwork Network, bool IsShared, bool IsWithdrawn, int Edition);

/// <summary>A network by its address and names.</summary>
public sealed record HubNetwork(Guid Id, string Cohort, string CohortName, string Code, string Name)
{
    /// <summary>As addresses and forms have it: <c>demo/RIV</c>.</summary>
    public string Address => $"{Cohort}/{Code}";
}
