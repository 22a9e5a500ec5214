using NetworkHealth.Domain;

namespace NetworkHealth.Features.Dashboards;

/// <summary>Where the ratings of one cycle by one source stand. Networks that share their label only are not counted: when they rate is theirs.</summary>
/// <param name="Submitted">Networks with a submitted rating.</param>
/// <param name="Drafts">Networks with a first draft.</param>
/// <param name="NotStarted">Networks with neither, those that have ended left out.</param>
public sealed record Completeness(int Submitted, int Drafts, int NotStarted)
{
    /// <summary>Those that have not submitted.</summary>
    public int Waited => Drafts + NotStarted;

    public int All => Submitted + Drafts + NotStarted;

    internal static Completeness Of(IReadOnlyList<SeenNetwork> withLevels, Cycle cycle)
    {
        var open = withLevels.Where(network => !network.Answers.ContainsKey(cycle.Year)).ToList();
        int drafts = open.Count(network => network.Drafts.Contains(cycle.Year));
        return new Completeness(withLevels.Count - open.Count, drafts, open.Count(network => !network.IsArchived && !network.Drafts.Contains(cycle.Year)));
    }
}
