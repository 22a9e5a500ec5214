namespace NetworkHealth.Domain;

/// <summary>Who judged: the hub itself, or an evaluator or research team. Two measurements, never pooled.</summary>
public enum RatingSource
{
    Self,
    External,
}

/// <summary>The words of a <see cref="RatingSource"/> in files, addresses and sentences.</summary>
public static class RatingSourceWords
{
    public static IReadOnlyList<RatingSource> All { get; } = Enum.GetValues<RatingSource>();

    public static string Code(this RatingSource source) => source == RatingSource.Self ? "self" : "external";

    /// <summary>Fits behind “Rated by …”.</summary>
    public static string By(this RatingSource source) => source == RatingSource.Self ? "the hub itself" : "an external team";

    /// <summary>Fits behind “Rated by …” where several networks are meant.</summary>
    public static string ByMany(this RatingSource source) => source == RatingSource.Self ? "the hubs themselves" : "an external team";

    /// <summary>The raters where a sentence is about them: “The hub calls it …”.</summary>
    public static string Raters(this RatingSource source) => source == RatingSource.Self ? "the hub" : "the external team";

    /// <summary>Reads <c>self</c> or <c>external</c> in any case, trimmed; null when it is neither.</summary>
    public static RatingSource? Parse(string? text) => text?.Trim().ToUpperInvariant() switch
    {
        "SELF" => RatingSource.Self,
        "EXTERNAL" => RatingSource.External,
        _ => null,
    };
}
