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
    /// <exception cref="DomainRuleException">A part says what is no degree.</exception>
    public IReadOnlyList<TeamObserved> Changed => [.. Teams.Where(line => line.IsChanged).Select(line => new TeamObserved(line.Team, line.Checked(), line.Edition))];

    /// <summary>
    /// Brings what was posted into the order of the teams; a team that was not posted stands as it does. What was changed of a team that stands
    /// elsewhere by now, or nowhere, is kept behind them, so that it is saved or refused and never lost in silence.
    /// </summary>
    public void Complete(IReadOnlyCollection<TeamRow> teams) => Teams =
    [
        .. teams.Select(team => Teams.Find(line => line.Team == team.Id) ?? TeamLine.Of(team)),
        .. Teams.Where(line => line.IsChanged && teams.All(team => team.Id != line.Team)).DistinctBy(line => line.Team),
    ];

    /// <summary>After a refusal: keeps what was changed, takes over what others changed elsewhere, and sets theirs beside where both did.</summary>
    /// <param name="teams">Those of the form.</param>
    /// <param name="all">All of the network; what was said of others went with them.</param>
    public void Meet(IReadOnlyCollection<TeamRow> teams, IReadOnlyCollection<TeamRow> all) => Teams =
    [
        .. teams.Concat(all.Where(team => Teams.Exists(line => line.Team == team.Id && line.IsChanged))).DistinctBy(team => team.Id)
            .Select(team => Teams.Find(line => line.Team == team.Id)?.Met(TeamLine.Of(team)) ?? TeamLine.Of(team)),
    ];
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

    public bool IsChanged => Wrong is not null || Read != Print(Traction);

    // What was posted and is no degree.
    private string? Wrong => ((string?[])[Ownership, Depth, Spread, Sustainability]).FirstOrDefault(said => !string.IsNullOrWhiteSpace(said) && DegreeWords.Parse(said) is null);

    /// <exception cref="DomainRuleException">A part says what is no degree.</exception>
    internal Traction Checked() => Wrong is { } wrong
        ? throw new DomainRuleException($"“{Code.Shown(wrong)}” is no answer here. Choose {English.Choice(DegreeWords.All.Select(degree => degree.Words().ToLowerInvariant()))}, or leave it not said. Nothing of yours is saved yet.")
        : Traction;

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
