using NetworkHealth.Domain;

namespace NetworkHealth.Features.Dashboards;

/// <summary>How often a domain is the lowest of a network's.</summary>
/// <param name="Domain">Which.</param>
/// <param name="Networks">In how many networks no other domain is lower, although not all are equal.</param>
/// <param name="Alone">In how many of them no other is as low.</param>
public sealed record LowestDomains(Subject Domain, int Networks, int Alone)
{
    /// <summary>The domain that is lowest most often first; equals in the order of the framework.</summary>
    internal static IReadOnlyList<LowestDomains> Of(Dashboard of)
    {
        // Where all rated domains are equal, none is lowest.
        var lowest = of.WithLevels.Select(network => SubjectWords.Domains.Select(domain => (Domain: domain, Level: network.In(of.Cycle?.Year, domain))).Where(rated => rated.Level is not null).ToList())
            .Where(rated => rated.Select(one => one.Level).Distinct().Count() > 1)
            .Select(rated => rated.Where(one => one.Level == rated.Min(other => other.Level)).Select(one => one.Domain).ToList()).ToList();
        return [.. SubjectWords.Domains.Select(domain => new LowestDomains(domain, lowest.Count(low => low.Contains(domain)), lowest.Count(low => low is [var only] && only == domain)))
            .OrderByDescending(domain => domain.Networks).ThenByDescending(domain => domain.Alone)];
    }
}
