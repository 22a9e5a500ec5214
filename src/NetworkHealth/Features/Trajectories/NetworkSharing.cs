using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Trajectories;

/// <summary>What a network shares, and beside each choice what its funder then reads.</summary>
/// <param name="CohortName">Name of the cohort.</param>
/// <param name="Name">Name of the network.</param>
/// <param name="Now">What it shares.</param>
/// <param name="Display">How the cohort shows its networks to the funder.</param>
/// <param name="Choices">Each choice with what the funder reads under it.</param>
public sealed record SharingView(string CohortName, string Name, SharedNow Now, Display Display, IReadOnlyList<FunderReads> Choices);

/// <summary>What a network shares with its funder and with researchers.</summary>
public sealed record SharedNow(Sharing Sharing, bool IsKeptFromResearch);

/// <summary>What a funder reads under one choice; neither where the cohort shows no single network.</summary>
public sealed record FunderReads(Sharing Sharing, NetworkView? Levels, SharedLabel? Label);

/// <summary>The leader's choice of what others read of the hub's own ratings.</summary>
public sealed class NetworkSharing(IDbContextFactory<NetworkHealthDb> dbs, NetworkTrajectories trajectories, TimeProvider clock)
{
    /// <returns>Null unless the actor leads this network.</returns>
    public async Task<SharingView?> Read(Actor by, string slug, string code, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await NetworkPlace.Find(db, by, slug, code, ct) is not { } place || !by.Leads(place.Network))
            return null;

        var choices = new List<FunderReads>();
        foreach (var sharing in SharingWords.All)
        {
            var (levels, label) = await trajectories.ReadAsFunder(by, slug, code, sharing, ct);
            choices.Add(new FunderReads(sharing, levels, label));
        }

        return new SharingView(place.Cohort.Name, place.Network.Name, new SharedNow(place.Network.Sharing, place.Network.IsKeptFromResearch), place.Cohort.Display, choices);
    }

    /// <summary>Sets what is shared; the same again changes nothing.</summary>
    /// <param name="by">The leader.</param>
    /// <param name="slug">Slug of the cohort.</param>
    /// <param name="code">Code of the network.</param>
    /// <param name="chosen">What shall be shared.</param>
    /// <param name="read">What was shared when the leader chose.</param>
    /// <param name="ct">Cancels, and nothing is set.</param>
    /// <exception cref="DomainRuleException">The actor does not lead the network, or another leader was faster.</exception>
    public async Task Set(Actor by, string slug, string code, SharedNow chosen, SharedNow read, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        await using var change = await db.BeginChange(by, clock, ct);
        if (await NetworkPlace.Find(db, by, slug, code, ct) is not { } place)
            throw new DomainRuleException("There is no such network here.");
        if (!by.Leads(place.Network))
            throw new DomainRuleException("Only the leader of this hub chooses what is shared.");
        var network = await db.Networks.SingleAsync(n => n.Id == place.Network.Id, ct);
        var now = new SharedNow(network.Sharing, network.IsKeptFromResearch);
        if (now == chosen)
            return;
        if (now != read)
            throw new DomainRuleException("Another leader changed this while you read. Look at it as it is now, then choose.");

        network.Share(chosen.Sharing, chosen.IsKeptFromResearch);
        change.Keep(network);
        await change.Commit(ChangeAction.SharingChanged, place.Cohort.Id, $"network:{network.Id}", new { sharing = chosen.Sharing, research = !chosen.IsKeptFromResearch }, ct);
    }
}
