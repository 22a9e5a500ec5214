using NetworkHealth.Domain;
using NetworkHealth.Features.Trajectories;

namespace NetworkHealth.Features.Dashboards;

/// <summary>The tables of a dashboard that are made of levels and labels.</summary>
internal static class LevelTables
{
    private static readonly FigureColumn RuleVersion = new("rule_version", "Rule", FigureKind.Text);

    /// <summary>What leads to <see cref="Trajectories"/>, which has too many rows to be made for that.</summary>
    public static FigureFile TrajectoriesFile(Dashboard of) => new("trajectories", "Networks by cycle", of.Networks.Count);

    /// <summary>The same for <see cref="Domains"/>.</summary>
    public static FigureFile DomainsFile(Dashboard of) => new("domains", $"Networks by domain, {of.Cycle?.Shown}", of.Networks.Count);

    /// <summary>The published table: each network by cycle, with its label and the reason for it.</summary>
    public static FigureTable Trajectories(Dashboard of) => new(
        TrajectoriesFile(of).Code, TrajectoriesFile(of).Title, 1,
        [
            new("network_code", "Code", FigureKind.Text), new("network", "Network", FigureKind.Text),
            .. of.Cohort.Cycles.Select(cycle => new FigureColumn($"y{cycle.Year}", cycle.Shown, FigureKind.Level)),
            new("label", "Trajectory", FigureKind.Text), new("reason", "Reason", FigureKind.Text), new("flags", "Flags", FigureKind.Text), RuleVersion,
        ],
        Rows(of, network =>
        [
            .. of.Cohort.Cycles.Select(cycle => Label(network.In(cycle.Year, Subject.Overall))),
            network.Row.Label.Words(), network.Row.Levels?.Trajectory.Reason(of.Cohort.Shown) ?? "Shares its label only.", string.Join(';', network.Row.Flags.Select(flag => flag.Code())), TrajectoryRule.Version,
        ]));

    /// <summary>The heat map: each network by domain in the chosen cycle.</summary>
    public static FigureTable Domains(Dashboard of) => new(
        DomainsFile(of).Code, DomainsFile(of).Title, 1,
        [
            new("network_code", "Code", FigureKind.Text), new("network", "Network", FigureKind.Text),
            .. SubjectWords.Domains.Select(domain => new FigureColumn(domain.Code().ToLowerInvariant(), domain.Name(), FigureKind.Level)),
            new("shares", "Shares", FigureKind.Text),
        ],
        Rows(of, network => [.. SubjectWords.Domains.Select(domain => Label(network.In(of.Cycle?.Year, domain))), network.SharesLevels ? "levels" : "label only"]));

    /// <summary>Counts per level and subject in the chosen cycle; beside another one, those of both.</summary>
    public static FigureTable Levels(Dashboard of)
    {
        Cycle?[] cycles = of.IsSideBySide && of.WhyApart is null ? [of.Before, of.Cycle] : [of.Cycle];
        return new(
            "levels", $"Networks by level and domain, {English.List(cycles.Select(cycle => cycle?.Shown ?? ""))}", 2,
            [new("subject", "Subject", FigureKind.Text), new("cycle", "Cycle", FigureKind.Text), .. FigureTable.LevelColumns],
            [.. of.RatedSubjects.SelectMany(subject => cycles.Select(cycle => Counted([subject.Name(), cycle?.Shown ?? ""], of.Counts(cycle, subject))))]);
    }

    /// <summary>Counts per level of one subject in each cycle.</summary>
    public static FigureTable Cycles(Dashboard of) => new(
        "cycles", $"Networks by level and cycle, {of.Subject.ShortName()}", 1, [new("cycle", "Cycle", FigureKind.Text), .. FigureTable.LevelColumns],
        [.. of.Cohort.Cycles.Select(cycle => Counted([cycle.Shown], of.Counts(cycle, of.Subject)))]);

    /// <summary>Every pair of levels of one subject in two cycles.</summary>
    public static FigureTable Flow(Dashboard of)
    {
        var pairs = of.Flow.Pairs;
        return new(
            "flow", $"Moves from {of.Before?.Shown} to {of.Cycle?.Shown}, {of.Subject.ShortName()}", 1,
            [new("before", $"{of.Before?.Shown}, down · {of.Cycle?.Shown}, across", FigureKind.Text), .. FigureTable.LevelColumns],
            [.. LevelFlow.Levels.Select(before => (IReadOnlyList<string>)[Word(before), .. LevelFlow.Levels.Select(after => $"{pairs.GetValueOrDefault((before, after))}")])]);
    }

    /// <summary>In how many networks each domain is the lowest, or one of the lowest, in the chosen cycle.</summary>
    public static FigureTable Lowest(Dashboard of) => new(
        "lowest", $"Domains that are lowest, {of.Cycle?.Shown}", 1, [new("domain", "Domain", FigureKind.Text), new("networks", "Networks in which it is lowest"), new("alone", "Of them alone lowest")],
        [.. of.Lowest.Select(domain => (IReadOnlyList<string>)[domain.Domain.Name(), $"{domain.Networks}", $"{domain.Alone}"])]);

    /// <summary>The overall trajectory's label against what a network works on.</summary>
    public static FigureTable LabelByFocus(Dashboard of)
    {
        var labels = Findings.BestFirst;
        return new(
            "label-by-focus", "Problem focus by trajectory", 1, [new("problem_focus", "Problem focus", FigureKind.Text), .. labels.Select(label => new FigureColumn(FileWords.Snake(label)!, label.Words())), RuleVersion],
            [.. ByFocus(of.Networks).Select(focus => (IReadOnlyList<string>)[focus.Words, .. labels.Select(label => $"{focus.Networks.Count(network => network.Row.Label == label)}"), TrajectoryRule.Version])]);
    }

    /// <summary>The overall level in the chosen cycle against what a network works on.</summary>
    public static FigureTable LevelByFocus(Dashboard of) => new(
        "level-by-focus", $"Problem focus by overall level, {of.Cycle?.Shown}", 1, [new("problem_focus", "Problem focus", FigureKind.Text), .. FigureTable.LevelColumns],
        [.. ByFocus(of.WithLevels).Select(focus => Counted([focus.Words], LevelCounts.Of(focus.Networks.Select(network => network.In(of.Cycle?.Year, Subject.Overall)))))]);

    /// <summary>A row of counts, Most first, as <see cref="FigureTable.LevelColumns"/> have them.</summary>
    internal static IReadOnlyList<string> Counted(IEnumerable<string> keys, LevelCounts counts) =>
        [.. keys, .. LevelWords.All.Reverse().Select(level => $"{counts.At[level]}"), $"{counts.NotRated}"];

    private static IEnumerable<(string Words, IReadOnlyList<SeenNetwork> Networks)> ByFocus(IReadOnlyList<SeenNetwork> networks)
    {
        var focus = Facet.All[0];
        return focus.Choices.Select(choice => (choice.Words, (IReadOnlyList<SeenNetwork>)[.. networks.Where(network => focus.Of(network) == choice.Code)]))
            .Append(("Not known", [.. networks.Where(network => focus.Of(network) is null)])).Where(row => row.Item2.Count > 0);
    }

    private static IReadOnlyList<IReadOnlyList<string>> Rows(Dashboard of, Func<SeenNetwork, IEnumerable<string>> cells) =>
        [.. of.Groups.SelectMany(group => group.Networks).Select(network => (IReadOnlyList<string>)[network.Row.Code, network.Row.Name, .. cells(network)])];

    private static string Label(Level? level) => level?.Label() ?? "";

    private static string Word(Level? level) => level?.Label() ?? "Not rated";
}
