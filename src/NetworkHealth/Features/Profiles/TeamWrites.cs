using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Features.Trajectories;

namespace NetworkHealth.Features.Profiles;

/// <summary>What a hub says of its improvement teams. Each write is one change with a version.</summary>
public sealed class TeamWrites(IDbContextFactory<NetworkHealthDb> dbs, TimeProvider clock)
{
    private const string Stale = "Somebody else changed this team while you wrote, so nothing of yours was saved. Look at it as it is now, then decide again.";
    private const string Gone = "This team is not here any more. Somebody else took it out.";

    /// <summary>Adds a team under the next free code.</summary>
    /// <returns>Its code.</returns>
    /// <exception cref="DomainRuleException">The actor is none of the hub, or the name cannot be used.</exception>
    public async Task<string> Add(Actor by, string slug, string code, string? name, CancellationToken ct = default)
    {
        string given = "";
        await Write(by, slug, code, ChangeAction.TeamAdded, async (db, network, change) =>
        {
            given = TeamCodes.Next(await db.Teams.Where(team => team.NetworkId == network.Id).Select(team => team.Code).ToListAsync(ct));
            var team = new Team(network.Id, given, name ?? "");
            await MustBeAlone(db, team, ct);
            db.Teams.Add(team);
            change.Keep(team);
            return team;
        }, ct);
        return given;
    }

    /// <summary>Calls a team otherwise; its code stays.</summary>
    /// <exception cref="DomainRuleException">The actor is none of the hub, somebody else changed the team since the edition was read, or the name cannot be used.</exception>
    public Task Rename(Actor by, string slug, string code, string team, int edition, string? name, CancellationToken ct = default) =>
        Alter(by, slug, code, team, edition, async (db, renamed) =>
        {
            if (!renamed.Rename(name ?? ""))
                return false;
            await MustBeAlone(db, renamed, ct);
            return true;
        }, ct);

    /// <summary>Takes a team out, with what was observed of it; its code is never given again.</summary>
    /// <exception cref="DomainRuleException">The actor is none of the hub, or somebody else changed the team since the edition was read.</exception>
    public Task Remove(Actor by, string slug, string code, string team, int edition, CancellationToken ct = default) => Alter(by, slug, code, team, edition, (_, removed) =>
    {
        removed.Remove();
        return Task.FromResult(true);
    }, ct);

    private Task Alter(Actor by, string slug, string code, string teamCode, int edition, Func<NetworkHealthDb, Team, Task<bool>> alter, CancellationToken ct) =>
        Write(by, slug, code, ChangeAction.TeamChanged, async (db, network, change) =>
        {
            var team = await db.Teams.SingleOrDefaultAsync(t => t.NetworkId == network.Id && t.Code == teamCode && !t.IsRemoved, ct) ?? throw new DomainRuleException(Gone);
            int read = team.Edition;
            if (!await alter(db, team))
                return null;
            if (read != edition)
                throw new DomainRuleException(Stale);
            change.Keep(team);
            return team;
        }, ct);

    private static async Task MustBeAlone(NetworkHealthDb db, Team team, CancellationToken ct)
    {
        if (await db.Teams.Where(other => other.NetworkId == team.NetworkId && other.Id != team.Id && !other.IsRemoved && other.Name == team.Name).Select(other => other.Code).FirstOrDefaultAsync(ct) is { } other)
            throw new DomainRuleException($"{other} is called {team.Name} already. Choose another name.");
    }

    private async Task Write(Actor by, string slug, string code, ChangeAction action, Func<NetworkHealthDb, Network, OpenChange, Task<Team?>> write, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        await using var change = await db.BeginChange(by, clock, ct);
        var place = await NetworkPlace.Find(db, by, slug, code, ct) ?? throw new DomainRuleException("There is no such network here.");
        by.MustRate(place.Network, RatingSource.Self);
        // The network stands beside it, so that the trail finds the change by either.
        if (await write(db, place.Network, change) is { } team)
            await change.Commit(action, place.Cohort.Id, $"team:{team.Id}", new { network = place.Network.Id }, ct);
    }
}
