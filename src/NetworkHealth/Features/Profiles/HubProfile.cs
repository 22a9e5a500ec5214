using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Features.Cohorts;
using NetworkHealth.Features.Trajectories;

namespace NetworkHealth.Features.Profiles;

/// <summary>The profile of a network as its leader edits it.</summary>
/// <param name="Menu">The other pages of the network.</param>
/// <param name="Profile">As it stands.</param>
/// <param name="Edition">Of the network.</param>
public sealed record ProfileView(NetworkMenu Menu, NetworkProfile Profile, long Edition);

/// <summary>What a hub leader says of the network. Its name is the administrator's to change, since files and people know it.</summary>
public sealed class HubProfile(IDbContextFactory<NetworkHealthDb> dbs, TimeProvider clock)
{
    /// <returns>Null unless the actor leads this network.</returns>
    public async Task<ProfileView?> Read(Actor by, string slug, string code, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await NetworkPlace.Find(db, by, slug, code, ct) is not { } place || !by.Leads(place.Network))
            return null;
        return new ProfileView(await NetworkMenu.Of(db, by, place, ct), place.Network.Profile, await Editions.Of(db, place.Network.Id, ct));
    }

    /// <summary>Says what is known of the network; the same again changes nothing.</summary>
    /// <exception cref="DomainRuleException">The actor does not lead the network, somebody else changed it since the edition was read, or something cannot be kept.</exception>
    public async Task Describe(Actor by, string slug, string code, long edition, NetworkProfile profile, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        await using var change = await db.BeginChange(by, clock, ct);
        var place = await NetworkPlace.Find(db, by, slug, code, ct) ?? throw new DomainRuleException("There is no such network here.");
        if (!by.Leads(place.Network))
            throw new DomainRuleException("Only the leader of this hub can do this.");
        var network = await db.Networks.SingleAsync(n => n.Id == place.Network.Id, ct);
        var before = network.Profile;
        network.Describe(profile);
        if (network.Profile == before)
            return;
        await Editions.MustBe(db, network.Id, edition, ct);
        change.Keep(network);
        await change.Commit(ChangeAction.NetworkDescribed, place.Cohort.Id, $"network:{network.Id}", ct: ct);
    }
}
