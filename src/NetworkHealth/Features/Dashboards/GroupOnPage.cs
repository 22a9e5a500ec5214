using NetworkHealth.Features.Trajectories;

namespace NetworkHealth.Features.Dashboards;

/// <summary>What one page of a table holds of a group of networks.</summary>
/// <param name="Words">“At Most in 2023”.</param>
/// <param name="Of">How many the whole group has.</param>
/// <param name="Networks">Those on this page.</param>
public sealed record GroupOnPage(string Words, int Of, IReadOnlyList<SeenNetwork> Networks)
{
    public IReadOnlyList<CohortTableRow> Rows { get; } = [.. Networks.Select(network => network.Row)];

    /// <summary>The groups of a dashboard on the page asked for; one behind the last is the last.</summary>
    public static IReadOnlyList<GroupOnPage> On(Dashboard view)
    {
        int skip = (Math.Min(view.Page, view.Pages) - 1) * Dashboard.PageLength, end = skip + Dashboard.PageLength, place = 0;
        var groups = new List<GroupOnPage>();
        foreach (var group in view.Groups)
        {
            SeenNetwork[] here = [.. group.Networks.Where((_, i) => place + i >= skip && place + i < end)];
            if (here.Length > 0)
                groups.Add(new GroupOnPage(group.Words, group.Networks.Count, here));
            place += group.Networks.Count;
        }

        return groups;
    }
}
