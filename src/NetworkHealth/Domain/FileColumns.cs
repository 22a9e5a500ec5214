namespace NetworkHealth.Domain;

/// <summary>The columns of our files. Their order and names are what researchers' scripts depend on.</summary>
public static class FileColumns
{
    public static IReadOnlyList<string> Ratings { get; } =
    [
        "cohort", "network_code", "year", "subject", "level", "level_label", "not_rated_reason", "source", "revision", "rated_month", "framework_version",
    ];

    /// <summary>The columns of the trajectories of a cohort with these cycles.</summary>
    public static IReadOnlyList<string> Trajectories(IEnumerable<Cycle> cycles) =>
    [
        "cohort", "network_code", "subject", "source", .. cycles.Select(cycle => $"y{cycle.Year}"),
        "n_rated", "first_year", "first_level", "last_year", "last_level", "best", "lowest", "net", "drop",
        "label", "override_label", "override_reason", "flags", "rule_version",
        "problem_focus", "hub_type", "structure", "launch_year", "pandemic_launch",
    ];

    /// <summary>The columns of the networks; only an identified file names them.</summary>
    public static IReadOnlyList<string> Networks(bool identified) =>
    [
        "cohort", "network_code", .. identified ? (string[])["network_name", "hub_organisation", "aim"] : [],
        "hub_type", "problem_focus", "structure", "n_schools", "n_districts", "n_teams", "grant_start_year", "grant_end_year", "launch_year", "pandemic_launch",
        .. NsiCriterion.All.Select(criterion => criterion.Column),
    ];

    /// <summary>The columns of what lasts; only an identified file has what people wrote.</summary>
    public static IReadOnlyList<string> Sustainability(bool identified) =>
    [
        "cohort", "network_code", "dimension", "level", "cell_state", "entry", "entry_type", "answers_entry", "strategies", "status", "target_month",
        "seen", "seen_month", "months_since_funding", "n_schools", "of_schools",
        .. identified ? (string[])["statement", "responsible", "champion_role", "structure_used", "artefact_url", "risks", "evidence"] : [],
    ];

    /// <summary>The columns of the contexts; only an identified file has the notes.</summary>
    public static IReadOnlyList<string> Context(bool identified) => ["cohort", "network_code", "year", "kind", "item", "value", .. identified ? (string[])["note"] : []];

    /// <summary>The columns of the teams; only an identified file names them.</summary>
    public static IReadOnlyList<string> Teams(bool identified) =>
        ["cohort", "network_code", "team", "year", "ownership", "depth", "spread", "sustainability", "stage", .. identified ? (string[])["team_name"] : []];
}

/// <summary>
/// The apostrophe in front of text that a spreadsheet would run. Text that already begins with apostrophes before such a character gets
/// one more, so that taking one off always gives the text back. LF counts because a CR is written as LF.
/// </summary>
public static class Apostrophes
{
    public static bool MustLead(string text)
    {
        int i = 0;
        while (i < text.Length && text[i] == '\'')
            i++;
        return i < text.Length && text[i] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n';
    }

    /// <summary>The text without the apostrophe that an export put there.</summary>
    public static string TakeOff(string text) => text.StartsWith('\'') && MustLead(text) ? text[1..] : text;
}
