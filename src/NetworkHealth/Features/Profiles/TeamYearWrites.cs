using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Features.Trajectories;

namespace NetworkHealth.Features.Profiles;

/// <summary>What somebody observed of a team in a year.</summary>
/// <param name="Team">Which.</param>
/// <param name="Traction">All four unsaid says nothing.</param>
/// <param name="Edition">Of what they read; 0 where nothing was observed.</param>
public sealed record TeamObserved(Guid Team, Traction Traction, int Edition);

/// <summary>What a hub observes of its teams, a year at a time.</summary>
public sealed class TeamYearWrites(IDbContextFactory<NetworkHealthDb> dbs, TimeProvider clock)
{
    /// <summary>Notes the year of some teams, as one change with a version of each; what stands so already changes nothing.</summary>
    /// <param name="by">One of the hub.</param>
    /// <param name="slug">Slug of the cohort.</param>
    /// <param name="code">Code of the network.</param>
    /// <param name="year">A cycle of the cohort.</param>
    /// <param name="observed">The teams that they changed. Others may have been changed by others meanwhile.</param>
    /// <param name="ct">Cancels, and nothing is noted.</param>
    /// <exception cref="DomainRuleException">The actor is none of the hub, the cohort has no such year, a team is gone, or somebody else changed one of these teams.</exception>
    public async Task Observe(Actor by, string slug, string code, int year, IReadOnlyList<TeamObserved> observed, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        await using var change = await db.BeginChange(by, clock, ct);
        var place = await NetworkPlace.Find(db, by, slug, code, ct) ?? throw new DomainRuleException("There is no such network here.");
        by.MustRate(place.Network, RatingSource.Self);
        var teams = await db.Teams.Where(team => team.NetworkId == place.Network.Id).ToDictionaryAsync(team => team.Id, ct);
        var years = await db.TeamYears.Where(of => of.Year == year && db.Teams.Any(team => team.Id == of.TeamId && team.NetworkId == place.Network.Id)).ToDictionaryAsync(of => of.TeamId, ct);
        YearsOf.MustHold(place.Cohort, years.Values.Select(of => of.Year), year);

        var (written, stale) = (0, new List<string>());
        foreach (var of in observed)
        {
            var team = teams.GetValueOrDefault(of.Team) ?? throw new DomainRuleException("One of these teams is none of this network. Look at the others, then save again.");
            if (team.IsRemoved)
                throw new DomainRuleException($"{(team.Name == team.Code ? team.Name : $"{team.Code}, {team.Name},")} is not here any more: somebody else took it out, and what you said of it goes with it. Nothing else is lost and nothing is saved yet. Look at the others, then save again.");
            int edition = years.TryGetValue(of.Team, out var known) ? known.Edition : 0;
            if (known is null && of.Traction != Traction.Unknown)
                known = db.TeamYears.Add(new TeamYear(of.Team, year, of.Traction)).Entity;
            else if (known is null || !known.Observe(of.Traction))
                continue;
            if (edition != of.Edition)
                stale.Add(team.Name);
            change.Keep(known);
            written++;
        }

        if (stale.Count > 0)
            throw new DomainRuleException($"Somebody else observed {English.List(stale)} while you wrote, so nothing of yours is saved yet, and nothing is lost. Both stand below. Decide, then save again.");
        if (written > 0)
            await change.Commit(ChangeAction.TeamObserved, place.Cohort.Id, $"teams:{place.Network.Id}/{year}", ct: ct);
    }
}
