using NetworkHealth.Domain;

namespace NetworkHealth.Features.DataImport;

/// <summary>What a file is of.</summary>
public enum ImportKind
{
    Ratings,
    Networks,
    Sustainability,
    Context,
    Teams,
}

/// <summary>The words of <see cref="ImportKind"/>.</summary>
public static class ImportKindWords
{
    public static IReadOnlyList<ImportKind> All { get; } = Enum.GetValues<ImportKind>();

    /// <summary>As commands, forms and addresses have it.</summary>
    public static string Code(this ImportKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>Null when it names no kind.</summary>
    public static ImportKind? Parse(string? code) => FileWords.Parse(All, Code, code ?? "");

    /// <summary>As a page calls it.</summary>
    public static string Words(this ImportKind kind) => kind == ImportKind.Sustainability ? "What lasts" : kind.ToString();

    /// <summary>One of what is counted.</summary>
    public static string Thing(this ImportKind kind) => kind switch
    {
        ImportKind.Ratings => "rating",
        ImportKind.Networks => "network",
        ImportKind.Sustainability => "entry",
        ImportKind.Context => "context item",
        _ => "team year",
    };

    /// <summary>What is counted.</summary>
    public static string Things(this ImportKind kind) => kind == ImportKind.Sustainability ? "entries" : kind.Thing() + "s";

    /// <summary>What the chain calls such an import.</summary>
    public static ChangeAction Action(this ImportKind kind) => kind switch
    {
        ImportKind.Ratings => ChangeAction.RatingsImported,
        ImportKind.Networks => ChangeAction.NetworksImported,
        ImportKind.Sustainability => ChangeAction.SustainabilityImported,
        ImportKind.Context => ChangeAction.ContextImported,
        _ => ChangeAction.TeamsImported,
    };
}
