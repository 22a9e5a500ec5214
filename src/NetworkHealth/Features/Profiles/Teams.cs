using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Features.Trajectories;

namespace NetworkHealth.Features.Profiles;

/// <summary>The improvement teams of a network in one year.</summary>
/// <param name="Menu">The other pages of the network.</param>
/// <param name="Cycles">The cohort's, and years in which teams were observed beside them.</param>
/// <param name="Year">The one shown; null where the cohort has none.</param>
/// <param name="All">The teams, without those that were taken out.</param>
/// <param name="MayWrite">Whether the reader belongs to the hub.</param>
public sealed record TeamsView(NetworkMenu Menu, IReadOnlyList<Cycle> Cycles, Cycle? Year, IReadOnlyList<TeamRow> All, bool MayWrite)
{
    public StageCounts Stages { get; } = new([.. All.Select(team => team.Traction.Stage)]);
}

/// <summary>A team as it stands in the year shown.</summary>
/// <param name="Id">Of the team.</param>
/// <param name="Code">Stands for it in coded files.</param>
/// <param name="Name">Its name, or the code where only codes are shown.</param>
/// <param name="Edition">Of the team.</param>
/// <param name="Traction">What was observed; unknown where nothing was.</param>
/// <param name="Observed">Edition of that; 0 where nothing was.</param>
/// <param name="Years">In how many years something was observed of it.</param>
public sealed record TeamRow(Guid Id, string Code, string Name, int Edition, Traction Traction, int Observed, int Years);

/// <summary>Reads a network's teams in a number of statements that does not grow with teams or years.</summary>
public sealed class Teams(IDbContextFactory<NetworkHealthDb> dbs)
{
    /// <param name="by">Who reads.</param>
    /// <param name="slug">Slug of the cohort.</param>
    /// <param name="code">Code of the network.</param>
    /// <param name="year">As the address has it; unsaid, the last that was observed, else the last cycle.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null when there is no such network for this actor, what its hub tells is not shared with them, or there is no such year here.</returns>
    public async Task<TeamsView?> Read(Actor by, string slug, string code, string? year = null, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await NetworkPlace.Find(db, by, slug, code, ct) is not { } place || !by.ReadsPlans(place.Cohort, place.Network))
            return null;
        var id = place.Network.Id;
        var teams = await db.Teams.AsNoTracking().Where(team => team.NetworkId == id && !team.IsRemoved).ToListAsync(ct);
        var years = await db.TeamYears.AsNoTracking().Where(of => db.Teams.Any(team => team.Id == of.TeamId && team.NetworkId == id && !team.IsRemoved)).ToListAsync(ct);
        var observed = years.Where(of => of.Traction != Traction.Unknown).ToList(); // one that was cleared says nothing

        var cycles = YearsOf.Cycles(place.Cohort, observed.Select(of => of.Year));
        var latest = cycles.LastOrDefault(cycle => observed.Any(of => of.Year == cycle.Year)) ?? (cycles is [.., var last] ? last : null);
        var shown = string.IsNullOrEmpty(year) ? latest : cycles.FirstOrDefault(cycle => $"{cycle.Year}" == year);
        if (shown is null && !string.IsNullOrEmpty(year))
            return null;
        var byTeam = years.ToLookup(of => of.TeamId);
        TeamYear? In(Team team) => byTeam[team.Id].FirstOrDefault(of => of.Year == shown?.Year);
        bool named = by.ReadsName(place.Cohort, place.Network); // a team is often called after its school
        return new TeamsView(
            await NetworkMenu.Of(db, by, place, ct), cycles, shown,
            [
                .. teams.InOrder(team => team.Code).Select(team => new TeamRow(
                    team.Id, team.Code, named ? team.Name : team.Code, team.Edition, In(team)?.Traction ?? Traction.Unknown, In(team)?.Edition ?? 0,
                    byTeam[team.Id].Count(of => of.Traction != Traction.Unknown))),
            ],
            by.Rates(place.Network, RatingSource.Self));
    }
}
