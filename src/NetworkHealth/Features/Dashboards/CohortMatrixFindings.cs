using NetworkHealth.Domain;

namespace NetworkHealth.Features.Dashboards;

/// <summary>What the matrices of a cohort say in a sentence, from counts.</summary>
public static class CohortMatrixFindings
{
    /// <summary>“All five networks plan something in the school or district”.</summary>
    public static string Heading(CohortMatrixView view)
    {
        bool planned = view.Filter.Look == CohortMatrixLook.Planned;
        if (view.Counted == 0)
            return view.All == 0 ? "No networks yet" : "No network shares its plans";
        if (view.ByLevel.Count == 0)
            return (planned, view.Filter.Way, view.Cells.Any(cell => cell.NotLooked < view.Counted)) switch
            {
                (true, null, _) => "Nothing is planned yet",
                (true, { } way, _) => $"Nobody plans to {Lower(way)}",
                (false, null, false) => "Nobody has looked yet what lasts",
                (false, null, true) => "Nobody who looked saw more than traces",
                (false, { } way, _) => $"Nobody saw more than traces that was carried by “{way.Words()}”",
            };

        int most = view.ByLevel.Values.Max();
        string[] levels = [.. LastingLevelWords.All.Where(level => view.ByLevel.GetValueOrDefault(level) == most).Select(level => level.Words())];
        string where = levels.Length == LastingLevelWords.All.Count ? $"at each of the {English.Number(levels.Length)} levels" : English.List(levels);
        string what = planned ? (most == 1 && view.Counted > 1 ? "plans something" : "plan something") : "saw something that lasts";
        return $"{Who(most, view.Counted)} {(view.Counted == 1 && planned ? "plans something" : what)} {where}";
    }

    /// <summary>“Nobody plans for “Stay connected”.”, which goes with the heading; empty where that says already that there is nothing.</summary>
    public static string Gaps(CohortMatrixView view) => view.Counted == 0 || view.ByLevel.Count == 0 ? "" : $"{English.Capital(Nobody(view, view.Filter.Look == CohortMatrixLook.Planned))}.";

    /// <summary>“Five of eight networks share their plans. Only those are counted.”; null where all do, or none.</summary>
    public static string? Shares(CohortMatrixView view) => view.Counted == view.All || view.Counted == 0
        ? null
        : $"{English.Capital(English.Number(view.Counted))} of {English.Count(view.All, "network")} {(view.Counted == 1 ? "shares its" : "share their")} plans. Only {(view.Counted == 1 ? "that one is" : "those are")} counted.";

    /// <summary>“Codify 2, build capacity 1”; empty where there are none.</summary>
    public static string Ways(IReadOnlyDictionary<Strategy, int> ways) =>
        English.Capital(string.Join(", ", StrategyWords.All.Where(way => ways[way] > 0).Select(way => $"{Lower(way)} {ways[way]}")));

    /// <summary>“Routine 2, partly 1”; only degrees that somebody saw.</summary>
    public static string Degrees(IReadOnlyDictionary<Seen, int> seen, params IReadOnlyList<Seen> of) =>
        English.Capital(string.Join(", ", of.Where(degree => seen[degree] > 0).Select(degree => $"{degree.Words().ToLowerInvariant()} {seen[degree]}")));

    private static string Who(int some, int all) => (some, all) switch
    {
        (1, 1) => "The one network",
        (2, 2) => "Both networks",
        _ when some == all => $"All {English.Number(all)} networks",
        _ => $"{English.Capital(English.Number(some))} of {English.Count(all, "network")}",
    };

    // A row that nobody fills says more than single cells.
    private static string Nobody(CohortMatrixView view, bool planned)
    {
        var empty = view.Cells.Where(cell => cell.Of(view.Filter.Look) == 0).ToList();
        var rows = DimensionWords.All.Where(dimension => empty.Count(cell => cell.Place.Dimension == dimension) == LastingLevelWords.All.Count).ToList();
        string verb = planned ? "nobody plans" : "nobody saw anything that lasts";
        return (empty.Count, rows.Count) switch
        {
            (0, _) => planned ? "somebody plans in every cell" : "somebody saw something that lasts in every cell",
            (_, 1 or 2) => $"{verb} for {English.List(rows.Select(row => $"“{row.Name()}”"))}",
            (var cells, _) => $"{verb} in {English.Number(cells)} of {view.Cells.Count} cells",
        };
    }

    private static string Lower(Strategy way) => way.Words().ToLowerInvariant();
}
