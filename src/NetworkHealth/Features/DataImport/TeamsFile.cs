using NetworkHealth.Domain;

namespace NetworkHealth.Features.DataImport;

/// <summary>
/// A file of teams: a row for each year of a team, and a row without year for one of which nothing was observed. A row that says none of the
/// four parts makes the network, the team and the year known.
/// </summary>
internal sealed class TeamsFile : ImportedFile
{
    /// <summary>What the file calls each team, null for nothing, and on which line first; the line of the team where no row names it.</summary>
    public Dictionary<(string Network, string Team), (string? Name, int Line)> Teams { get; } = [];

    public Dictionary<(string Network, string Team, int? Year), TeamYearSaid> Observed { get; } = [];

    protected override IReadOnlyList<string> Needed => ["network_code", "team"];

    protected override IReadOnlyList<string> Exported => FileColumns.Teams(identified: true);

    // A stage is worked out; where a file says one, it is held against ours.
    protected override IReadOnlyList<string> Ignored => ["cohort", "stage"];

    public override Task Merge(FileMerge merge, CancellationToken ct) => new TeamsMerge(this, merge).Run(ct);

    protected override Action<FileRow> Reader(FileHeader header)
    {
        var codes = new ColumnReader<string?>(header, "network_code", Cell.NetworkCode);
        var teams = new ColumnReader<string?>(header, "team", text => text.Length == 0 ? (null, "A team needs a code.") : Cell.Text(Code.Team)(text));
        var names = new ColumnReader<string?>(header, "team_name", Cell.Line(Team.NameMaxLength, "A team’s name"));
        var years = new ColumnReader<int?>(header, "year", Cell.YearIfSaid);
        var stages = new ColumnReader<string?>(header, "stage", text => (text.Length == 0 ? null : text, null));
        var degrees = ((string[])["ownership", "depth", "spread", "sustainability"])
            .Select(column => new ColumnReader<Degree?>(header, column, Cell.Word(DegreeWords.All, DegreeWords.Code, "a degree"))).ToArray();
        return row =>
        {
            var (code, team, name, year) = (codes.Of(row), teams.Of(row), names.Of(row), years.Of(row));
            Degree?[] said = [.. degrees.Select(degree => degree.Of(row))];
            if (code is null || team is null)
                return;
            Codes.Add(code);
            Call(row, (code, team), name);
            if (year is null && header.Place("year") is { } at && row.Cells[at].Trim().Length > 0)
                return; // a year that is none was told, and nothing more is known of the row
            Observe(row, (code, team, year), new TeamYearSaid(row.Line, new Traction(said[0], said[1], said[2], said[3]), stages.Of(row)));
        };
    }

    private void Call(FileRow row, (string Network, string Team) team, string? name)
    {
        if (!Teams.TryGetValue(team, out var known) || (known.Name is null && name is not null))
            Teams[team] = (name, row.Line);
        else if (name is not null && name != known.Name)
            row.Problem("team_name", $"{team.Team} of {team.Network} is called “{name}” here and “{known.Name}” on line {known.Line}. A team has one name.");
    }

    private void Observe(FileRow row, (string Network, string Team, int? Year) key, TeamYearSaid said)
    {
        if (key.Year is { } year)
            Years.Add(year);
        else if (said.Traction != Traction.Unknown)
            row.Problem("year", "The row says something of a team and not of which year.");
        if (!Observed.TryAdd(key, said))
            row.Problem("team", $"{key.Team} of {key.Network}{(key.Year is null ? "" : $" in {key.Year}")} stands already on line {Observed[key].Line}.");
    }
}

/// <summary>What a row says of a team's year.</summary>
internal sealed record TeamYearSaid(int Line, Traction Traction, string? Stage);
