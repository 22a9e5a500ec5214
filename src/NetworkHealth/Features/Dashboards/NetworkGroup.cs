using NetworkHealth.Domain;

namespace NetworkHealth.Features.Dashboards;

/// <summary>Networks at one level of the chosen cycle.</summary>
/// <param name="Words">“At Most in 2023”.</param>
/// <param name="Networks">By code.</param>
public sealed record NetworkGroup(string Words, IReadOnlyList<SeenNetwork> Networks)
{
    internal static IReadOnlyList<NetworkGroup> Of(IReadOnlyList<SeenNetwork> networks, Cycle? cycle) =>
    [
        .. networks.GroupBy(network => !network.SharesLevels ? -2 : (int?)network.In(cycle?.Year, Subject.Overall) ?? -1).OrderByDescending(group => group.Key)
            .Select(group => new NetworkGroup(
                group.Key switch { -2 => "Share their label only", -1 => cycle is null ? "Not rated yet" : $"No overall level in {cycle.Shown}", _ => $"At {((Level)group.Key).LongForm()} in {cycle!.Shown}" },
                [.. group])),
    ];
}
