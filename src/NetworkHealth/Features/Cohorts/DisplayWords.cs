using NetworkHealth.Domain;

namespace NetworkHealth.Features.Cohorts;

/// <summary>What funders see of a cohort, in words.</summary>
internal static class DisplayWords
{
    /// <summary>In the order in which more is shown.</summary>
    public static IReadOnlyList<Display> All { get; } = Enum.GetValues<Display>();

    public static string Words(this Display display) => display switch
    {
        Display.Names => "Names",
        Display.Codes => "Codes",
        _ => "Aggregates",
    };

    public static string Sentence(this Display display) => display switch
    {
        Display.Names => "Funders see each network under its name, as far as its leader shares.",
        Display.Codes => "Funders see each network under its code, as far as its leader shares.",
        _ => "Funders see counts for the whole cohort, and no network by itself.",
    };
}
