using NetworkHealth.Domain;

namespace NetworkHealth.Features.Profiles;

/// <summary>What a year's context says in a sentence: counts, never a score.</summary>
public static class ContextFindings
{
    /// <summary>Of the latest year that is told: “In 2024 three factors weighed on the network; four of six strategic actions were in place.”</summary>
    public static string Latest(ContextView view) => view.Told is [.., var year]
        ? Of(view, year)
        : "Nothing is told of its years yet. What happened around a network helps to read its trajectory.";

    /// <summary>The same of any year.</summary>
    public static string Of(ContextView view, Cycle year)
    {
        var factors = Said(view, year, ContextKind.Factor);
        var actions = Said(view, year, ContextKind.Action);
        string[] parts = [.. new[] { Factors(factors), Actions(actions) }.Where(part => part.Length > 0)];
        return parts.Length == 0 ? $"Of {year.Shown} there are notes only." : $"In {year.Shown} {string.Join("; ", parts)}.";
    }

    private static string Factors(List<(ContextItem Item, string Value)> said)
    {
        if (said.Count == 0)
            return "";
        int weighed = said.Count(of => of.Item.Weighs(of.Value)), all = ContextItem.All.Count(item => item.Kind == ContextKind.Factor);
        return (weighed, said.Count) switch
        {
            (0, var told) when told == all => "no factor weighed on the network",
            (0, 1) => "the one factor that is told did not weigh on the network",
            (0, var told) => $"none of the {English.Number(told)} factors that are told weighed on the network",
            _ => $"{English.Count(weighed, "factor")} weighed on the network",
        };
    }

    private static string Actions(List<(ContextItem Item, string Value)> said)
    {
        if (said.Count == 0)
            return "";
        int all = ContextItem.All.Count(item => item.Kind == ContextKind.Action);
        int done = said.Count(of => of.Value == Degree.Yes.Code()), partly = said.Count(of => of.Value == Degree.Partly.Code()), untold = all - said.Count;
        string[] rest =
        [
            .. partly == 0 ? Array.Empty<string>() : [$"{English.Number(partly)} in part"],
            .. untold == 0 ? Array.Empty<string>() : [$"{English.Number(untold)} not told"],
        ];
        return $"{English.Number(done)} of {English.Number(all)} strategic actions {(done == 1 ? "was" : "were")} in place{(rest.Length == 0 ? "" : $", {English.List(rest)}")}";
    }

    private static List<(ContextItem Item, string Value)> Said(ContextView view, Cycle year, ContextKind kind) =>
    [
        .. ContextItem.All.Where(item => item.Kind == kind).Select(item => (Item: item, Value: view.Of(year.Year, item)?.Value ?? "")).Where(of => of.Value.Length > 0),
    ];
}
