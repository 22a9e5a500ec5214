using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.DataImport;

/// <summary>Merges a file of teams: the teams, then their years.</summary>
internal sealed class TeamsMerge(TeamsFile file, FileMerge merge)
{
    private Dictionary<(Guid Network, string Code), Team> teams = [];

    private ILookup<(Guid Network, string Name), Team>? byName;

    // On which line the file called a team anew.
    private readonly Dictionary<Team, int> called = [];

    public async Task Run(CancellationToken ct)
    {
        var (db, cohort) = (merge.Db, merge.Cohort);
        var networks = db.Networks.Where(network => network.CohortId == cohort).Select(network => network.Id);
        teams = await db.Teams.Where(team => networks.Contains(team.NetworkId)).ToDictionaryAsync(team => (team.NetworkId, team.Code), ct);
        var known = await db.TeamYears.Where(year => db.Teams.Any(team => team.Id == year.TeamId && networks.Contains(team.NetworkId)))
            .ToDictionaryAsync(year => (year.TeamId, year.Year), ct);
        merge.KeepAdded();

        int added = 0, renamed = 0;
        foreach (var ((network, code), (name, line)) in file.Teams.OrderBy(team => team.Value.Line))
            Call(merge.Network(network).Id, code, name, line, ref added, ref renamed);
        foreach (var (team, line) in called)
            MustBeAlone(team, line);
        merge.Besides = English.List(new[] { (added, "added"), (renamed, "renamed") }.Where(teams => teams.Item1 > 0).Select(teams => $"{English.Count(teams.Item1, "team")} {teams.Item2}"));
        foreach (var ((network, code, year), said) in file.Observed.OrderBy(year => year.Value.Line))
        {
            if (year is { } of)
                Observe(teams[(merge.Network(network).Id, code)], of, said, known);
        }
    }

    private void Call(Guid network, string code, string? name, int line, ref int added, ref int renamed)
    {
        if (!teams.TryGetValue((network, code), out var team))
        {
            team = teams[(network, code)] = new Team(network, code, name ?? code);
            merge.Db.Teams.Add(team);
            merge.Change.Keep(team);
            called[team] = line;
            added++;
            if (name is null && !Team.IsNumbered(code))
                merge.Warn(line, "team", $"The team {code} has no name, and its code stands in coded files. If the code says which team it is, give it one such as T1 and write what it is called under team_name.");
        }
        else if (team.IsRemoved)
        {
            merge.Problem(line, "team", $"The team {code} was removed here, and its code stays taken. Take its rows out, or give it another code.");
        }
        else if (name is not null && team.Rename(name))
        {
            merge.Change.Keep(team);
            called[team] = line;
            renamed++;
        }
    }

    // As on the page: two teams of one name could not be told apart. Of two that this file names, the later line is told.
    private void MustBeAlone(Team team, int line)
    {
        byName ??= teams.Values.Where(of => !of.IsRemoved).ToLookup(of => (of.NetworkId, of.Name));
        if (byName[(team.NetworkId, team.Name)].FirstOrDefault(other => other != team && called.GetValueOrDefault(other) < line) is { } known)
            merge.Problem(line, "team_name", $"{known.Code} is called {team.Name} already. Give {team.Code} another name.");
    }

    private void Observe(Team team, int year, TeamYearSaid said, Dictionary<(Guid, int), TeamYear> known)
    {
        var entry = known.GetValueOrDefault((team.Id, year));
        var before = entry?.Traction ?? Traction.Unknown;
        var now = new Traction(
            said.Traction.Ownership ?? before.Ownership, said.Traction.Depth ?? before.Depth, said.Traction.Spread ?? before.Spread, said.Traction.Sustainability ?? before.Sustainability);
        string ours = now.Stage is { } stage ? Traction.Code(stage) : "nothing";
        if (said.Stage is { } theirs && !string.Equals(theirs, ours, StringComparison.OrdinalIgnoreCase))
            merge.Warn(said.Line, "stage", $"The file says “{Code.Shown(theirs)}” for {team.Code} in {year}; its ownership, depth, spread and sustainability say {(now.Stage is null ? "no stage" : $"“{ours}”")}.");
        if (said.Traction == Traction.Unknown)
            return;

        if (entry is not null)
        {
            merge.Count(false, entry.Observe(now), () => merge.Change.Keep(entry));
            return;
        }

        var added = new TeamYear(team.Id, year, now);
        merge.Db.TeamYears.Add(added);
        merge.Count(true, true, () => merge.Change.Keep(added));
    }
}
