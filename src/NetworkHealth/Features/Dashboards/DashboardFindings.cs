using NetworkHealth.Domain;

namespace NetworkHealth.Features.Dashboards;

/// <summary>The headings of a dashboard: what its counts say, in a sentence.</summary>
public static class DashboardFindings
{
    /// <summary>“Roles and contexts come lowest most often in 2025: in three networks each”.</summary>
    public static string Lowest(Dashboard of)
    {
        var domains = of.Lowest;
        int most = domains[0].Networks;
        if (most == 0)
            return "Which domain is lowest";
        string[] names = [.. domains.Where(domain => domain.Networks == most).Select(domain => domain.Domain.ShortName())];
        if (names.Length > 3)
            return $"No domain stands out as the lowest in {of.Cycle!.Shown}";
        return $"{English.Capital(English.List(names))} {(names.Length == 1 ? "comes" : "come")} lowest most often in {of.Cycle!.Shown}: in {English.Count(most, "network")}{(names.Length == 1 ? "" : " each")}";
    }

    /// <summary>“Roles has the lowest lower median in 2025: Developing (Low)”.</summary>
    public static string Domains(Dashboard of)
    {
        var medians = SubjectWords.Domains.Select(domain => (Domain: domain, Median: of.Counts(of.Cycle, domain).LowerMedian)).Where(domain => domain.Median is not null).ToList();
        if (medians.Count == 0)
            return of.Cycle is null ? "The six domains" : $"No domain is rated in {of.Cycle.Shown}";
        var lowest = medians.Min(domain => domain.Median)!.Value;
        string[] names = [.. medians.Where(domain => domain.Median == lowest).Select(domain => domain.Domain.ShortName())];
        return names.Length == medians.Count
            ? $"Every rated domain has the lower median {lowest.LongForm()} in {of.Cycle!.Shown}"
            : $"{English.Capital(English.List(names))} {(names.Length == 1 ? "has" : "have")} the lowest lower median in {of.Cycle!.Shown}: {lowest.LongForm()}";
    }

    /// <summary>“From 2021 to 2022 five moved up, four stayed and one moved down”.</summary>
    public static string Flow(Dashboard of)
    {
        var flow = of.Flow;
        (int Count, string Words)[] parts = [(flow.Up, "moved up"), (flow.Stayed, "stayed"), (flow.Down, "moved down")];
        string[] said = [.. parts.Where(part => part.Count > 0).Select(part => $"{English.Number(part.Count)} {part.Words}")];
        return said.Length == 0 ? $"None was rated both in {of.Before!.Shown} and in {of.Cycle!.Shown}"
            : $"From {of.Before!.Shown} to {of.Cycle!.Shown} {English.List(said)}";
    }

    /// <summary>The picture of moves in words.</summary>
    public static string FlowStory(Dashboard of)
    {
        var flow = of.Flow;
        return $"Networks by level in {of.Before!.Shown} and in {of.Cycle!.Shown}: {flow.Up} moved up, {flow.Stayed} stayed, {flow.Down} moved down, "
               + $"{flow.FirstRated} rated in {of.Cycle.Shown} only, {flow.NoLongerRated} in {of.Before.Shown} only. The table below has every pair.";
    }

    /// <summary>“Six of eight networks have a rating of 2026, one has begun a draft”.</summary>
    public static string Completeness(Dashboard of)
    {
        var cycle = of.Cycles.LastOrDefault(cycle => cycle.IsOpen) ?? (of.Cycles is [.., var last] ? last : null);
        if (cycle is null || of.CompletenessOf(cycle) is not { All: > 0 } state)
            return "Where the ratings stand";
        string drafts = state.Drafts == 0 ? "" : $", {English.Number(state.Drafts)} {(state.Drafts == 1 ? "has" : "have")} begun a draft";
        return $"{English.Capital(English.Number(state.Submitted))} of {English.Count(state.All, "network")} {(state.Submitted < 2 ? "has" : "have")} a rating of {cycle.Shown}{drafts}";
    }

    /// <summary>What stands on every sheet of paper: whose figures, chosen how, as of when, by which rule.</summary>
    public static string Paper(Dashboard of) => string.Join(' ',
    [
        $"{of.Cohort.Name} ·", Filtered(of),
        .. of.Cycle is { } cycle ? [$"Cycle {cycle.Shown}{(of.IsSideBySide ? $" beside {of.Before!.Shown}" : "")}, rated by {of.Cohort.Source.ByMany()}."] : Array.Empty<string>(),
        .. of.AsOfWords is { } at ? [$"As of {at}."] : Array.Empty<string>(), $"Trajectory rule {TrajectoryRule.Version}.",
    ]);

    /// <summary>“Seven of eight networks share their levels”.</summary>
    public static string Share(int sharing, int all, string what) => $"{English.Capital(English.Number(sharing))} of {English.Count(all, "network")} {(sharing < 2 ? "shares" : "share")} {what}";

    /// <summary>The choices and what they leave: “Showing five of eight networks · Problem focus: Instruction.”.</summary>
    public static string Filtered(Dashboard of) => of.Filters.Count == 0
        ? of.All.Count == 0 ? "No networks yet." : of.All.Count == 1 ? "Showing the one network." : $"Showing all {English.Number(of.All.Count)} networks."
        : $"Showing {English.Number(of.Networks.Count)} of {English.Count(of.All.Count, "network")} · {string.Join(" · ", of.Filters.Select(filter => filter.Words))}.";
}
