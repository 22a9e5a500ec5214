using NetworkHealth.Domain;

namespace NetworkHealth.Features.Dashboards;

/// <summary>What may be told of networks that are shown by code: a value that fewer than five of them share would tell who a code stands for, as in coded files.</summary>
internal sealed class CommonValues(IReadOnlyList<NetworkProfile> profiles)
{
    private readonly HashSet<ProblemFocus?> focuses = Common(profiles, of => of.ProblemFocus);
    private readonly HashSet<HubType?> hubs = Common(profiles, of => of.HubType);
    private readonly HashSet<NetworkStructure?> structures = Common(profiles, of => of.Structure);
    private readonly HashSet<bool?> launches = Common(profiles, of => of.PandemicLaunch);

    /// <summary>The profile without rare values.</summary>
    public NetworkProfile Of(NetworkProfile profile) => profile with
    {
        ProblemFocus = focuses.Contains(profile.ProblemFocus) ? profile.ProblemFocus : null,
        HubType = hubs.Contains(profile.HubType) ? profile.HubType : null,
        Structure = structures.Contains(profile.Structure) ? profile.Structure : null,
        PandemicLaunch = launches.Contains(profile.PandemicLaunch) ? profile.PandemicLaunch : null,
    };

    private static HashSet<T?> Common<T>(IReadOnlyList<NetworkProfile> profiles, Func<NetworkProfile, T?> value) where T : struct =>
        [.. profiles.GroupBy(value).Where(sharing => sharing.Key is not null && sharing.Count() >= GuardedTable.Fewest).Select(sharing => sharing.Key)];
}
