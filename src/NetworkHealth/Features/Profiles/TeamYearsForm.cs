using NetworkHealth.Domain;

namespace NetworkHealth.Features.Profiles;

/// <summary>One year of some teams as a form: a line for each.</summary>
public sealed class TeamYearsForm
{
    /// <summary>So many teams on one form; a longer one could not be sent as a whole.</summary>
    public const int Most = 100;

    /// <summary>Never null, though a form without them is read as null.</summary>
    public List<TeamLine> Teams { get; set => field = value ?? []; } = [];

    /// <summary>The year as it stands.</summary>
    public static TeamYearsForm Of(IEnumerable<TeamRow> teams) => new() { Teams = [.. teams.Select(TeamLine.Of)] };

    /// <summary>What was changed since it was read.</summary>
    public IReadOnlyList<TeamObserved> Changed => [.. Teams.Where(line => line.IsChanged).Select(line => new TeamObserved(line.Team, line.Traction, line.Edition))];

    /// <summary>Brings what was posted into the order of the teams; a team that was not posted stands as it does, and one that was taken out is gone.</summary>
    public void Complete(IEnumerable<TeamRow> teams) => Teams = [.. teams.Select(team => Teams.Find(line => line.Team == team.Id) ?? TeamLine.Of(team))];

    /// <summary>After a refusal: keeps what was changed, takes over what others changed elsewhere, and sets theirs beside where both did.</summary>
    public void Meet(IEnumerable<TeamRow> now) => Teams = [.. now.Select(team => Teams.Find(line => line.Team == team.Id)?.Met(TeamLine.Of(team)) ?? TeamLine.Of(team))];
}

/// <summary>One team of the form; each part is a degree or nothing.</summary>
public sealed class TeamLine
{
    public Guid Team { get; set; }
    public string? Ownership { get; set; }
    public string? Depth { get; set; }
    public string? Spread { get; set; }
    public string? Sustainability { get; set; }

    /// <summary>Of what was read.</summary>
    public int Edition { get; set; } = -1;

    /// <summary>What was read, which tells what was changed since.</summary>
    public string? Read { get; set; }

    /// <summary>What somebody else observed meanwhile of a team that was changed here too.</summary>
    internal Traction? Theirs { get; private set; }

    public Traction Traction => new(DegreeWords.Parse(Ownership ?? ""), DegreeWords.Parse(Depth ?? ""), DegreeWords.Parse(Spread ?? ""), DegreeWords.Parse(Sustainability ?? ""));

    public bool IsChanged => Read != Print(Traction);

    public static TeamLine Of(TeamRow team) => Of(team.Id, team.Traction, team.Observed, Print(team.Traction));

    internal TeamLine Met(TeamLine now)
    {
        if (!IsChanged)
            return now;
        var mine = Of(Team, Traction, now.Edition, now.Read);
        mine.Theirs = now.Edition != Edition && now.Traction != Traction ? now.Traction : null;
        return mine;
    }

    private static TeamLine Of(Guid team, Traction traction, int edition, string? read) => new()
    {
        Team = team,
        Ownership = traction.Ownership?.Code(),
        Depth = traction.Depth?.Code(),
        Spread = traction.Spread?.Code(),
        Sustainability = traction.Sustainability?.Code(),
        Edition = edition,
        Read = read,
    };

    private static string Print(Traction traction) => string.Join('/', TractionPart.All.Select(part => part.Of(traction)?.Code()));
}
