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
