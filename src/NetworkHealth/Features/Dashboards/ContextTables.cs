using NetworkHealth.Domain;
using NetworkHealth.Features.Profiles;

namespace NetworkHealth.Features.Dashboards;

/// <summary>The tables of a dashboard that are made of what hubs tell beside their levels, and of where ratings stand.</summary>
internal static class ContextTables
{
    /// <summary>Context factors and strategic actions of the chosen cycle against the overall level, of the networks that share both.</summary>
    public static FigureTable Context(Dashboard of, ContextKind kind)
    {
        var telling = of.WithLevels.Where(network => network.SharesContext).ToList();
        return new(
            kind == ContextKind.Factor ? "factors" : "actions", $"{(kind == ContextKind.Factor ? "Context" : "Strategic actions")} by overall level, {of.Cycle?.Shown}", 2,
            [new("item", kind == ContextKind.Factor ? "What happened" : "What the network did", FigureKind.Text), new("answer", "Answer", FigureKind.Text), .. FigureTable.LevelColumns],
            [
                .. from item in ContextItem.All
                   where item.Kind == kind
                   from value in item.Values
                   let networks = telling.Where(network => network.Context.GetValueOrDefault(item.Code) == value.Code).ToList()
                   where networks.Count > 0
                   select LevelTables.Counted([item.Words, value.Words], LevelCounts.Of(networks.Select(network => network.In(of.Cycle?.Year, Subject.Overall)))),
            ]);
    }

    /// <summary>Where the ratings of each cycle stand.</summary>
    public static FigureTable Completeness(Dashboard of) => new(
        "completeness", "Ratings by cycle", 1, [new("cycle", "Cycle", FigureKind.Text), new("submitted", "Submitted"), .. of.TellsDrafts ? [new("draft", "First draft begun"), new FigureColumn("not_started", "Not started")] : new FigureColumn[] { new("not_submitted", "Not submitted") }],
        [.. of.Cycles.Select(cycle => (cycle, state: of.CompletenessOf(cycle))).Select(row => (IReadOnlyList<string>)[row.cycle.Shown, $"{row.state.Submitted}", .. of.TellsDrafts ? [$"{row.state.Drafts}"] : Array.Empty<string>(), $"{row.state.NotStarted}"])]);

    /// <summary>How far the teams have come in the chosen cycle.</summary>
    public static FigureTable Traction(Dashboard of)
    {
        var teams = of.Teams;
        return new(
            "traction", $"Teams by stage, {of.Cycle?.Shown}", 1, [new("stage", "Stage", FigureKind.Text), new("teams", "Teams")],
            [.. StageCounts.All.Select(stage => (IReadOnlyList<string>)[Domain.Traction.Words(stage), $"{teams.Of(stage)}"]), ["Not said", $"{teams.NotSaid}"]]);
    }

    /// <summary>Every table of a dashboard, in the order of the page.</summary>
    public static IReadOnlyList<FigureTable> All(Dashboard of) =>
    [
        LevelTables.Trajectories(of), LevelTables.Domains(of), LevelTables.Levels(of), LevelTables.Cycles(of),
        .. of.ShowsFlow ? [LevelTables.Flow(of)] : Array.Empty<FigureTable>(),
        LevelTables.Lowest(of), LevelTables.LabelByFocus(of), LevelTables.LevelByFocus(of),
        Context(of, ContextKind.Factor), Context(of, ContextKind.Action), Completeness(of), Traction(of),
    ];
}
