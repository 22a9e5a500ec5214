using NetworkHealth.Domain;

namespace NetworkHealth.Features.Trajectories;

/// <summary>The headings of the pages: what the counts say, in a sentence.</summary>
public static class Findings
{
    /// <summary>The labels in the order in which tables of counts have them.</summary>
    public static IReadOnlyList<TrajectoryLabel> BestFirst { get; } =
    [
        TrajectoryLabel.MuchImproved, TrajectoryLabel.Improved, TrajectoryLabel.ConsistentStrength,
        TrajectoryLabel.Stagnant, TrajectoryLabel.Declined, TrajectoryLabel.NotEnoughData,
    ];

    /// <summary>“Six of eleven networks are at Most, five at Least.” Where levels scatter, their range.</summary>
    /// <param name="table">Whose last rated year is told.</param>
    /// <param name="namesYear">“In 2023 six of eleven networks …”: for where one of several years was chosen.</param>
    public static string Levels(CohortTable table, bool namesYear = false)
    {
        if (table.Networks.Count == 0)
            return "No networks yet";
        if (table.WithLevels.Count == 0)
            return $"{English.Capital(English.Count(table.Networks.Count, "network"))}, known by {(table.Networks.Count == 1 ? "its label" : "their labels")} only";
        if (table.RatedYears.Count == 0 && table.WithLevels.Count < table.Networks.Count)
            return "Those that share their levels are not rated yet";
        if (table.RatedYears.Count == 0)
            return $"{English.Capital(English.Count(table.Networks.Count, "network"))}, none rated yet";

        int year = table.RatedYears[^1];
        if (table.WithLevels is [var only])
        {
            string stands = only.Levels!.In(year)?.Level is { } level ? $"is at {level.LongForm()}" : "has no overall level";
            return $"{only.Name} {stands} in {table.Shown(year)}";
        }

        var groups = table.WithLevels.Select(network => network.Levels!.In(year)?.Level).OfType<Level>()
            .GroupBy(level => level).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).ToList();
        if (groups.Count == 0)
            return $"None of {English.Count(table.WithLevels.Count, "network")} has an overall level in {table.Shown(year)}";
        if (groups.Count > 3)
            return $"In {table.Shown(year)} the networks stand between {groups.Min(group => group.Key).LongForm()} and {groups.Max(group => group.Key).LongForm()}";

        var first = groups[0];
        var rest = groups.Skip(1).Select(group => $"{English.Number(group.Count())} at {group.Key.LongForm()}");
        return English.Capital($"{(namesYear ? $"in {table.Shown(year)} " : "")}{English.Number(first.Count())} of {English.Count(table.WithLevels.Count, "network")} {(first.Count() == 1 ? "is" : "are")} "
                               + $"at {string.Join(", ", rest.Prepend(first.Key.LongForm()))}");
    }

    /// <summary>“Five improved, four stood still, one held its strength and one declined”.</summary>
    public static string Labels(IReadOnlyList<TrajectoryLabel> labels)
    {
        if (labels is [var only])
            return only.Words();

        var phrases = labels.GroupBy(Phrase).OrderByDescending(group => group.Count()).ThenBy(group => group.Min(label => BestFirst.Index().First(known => known.Item == label).Index))
            .Select(group => $"{English.Number(group.Count())} {(group.Count() == 1 ? group.Key.One : group.Key.Many)}");
        return English.Capital(English.List(phrases));
    }

    /// <summary>“Hub leadership at Most; contexts for improvement lowest, at Developing (Low)”.</summary>
    public static string Domains(NetworkView network)
    {
        int? year = network.Ratings.LastOrDefault(rating => network.Subjects.Skip(1).Any(s => s.In(rating.Year)?.Level is not null))?.Year;
        if (year is null)
            return "The six domains";

        var levels = network.Subjects.Skip(1).Where(s => s.In(year.Value)?.Level is not null).ToDictionary(s => s.Subject, s => s.In(year.Value)!.Value.Level!.Value);
        var (best, lowest) = (levels.Values.Max(), levels.Values.Min());
        return best == lowest
            ? $"All rated domains at {best.LongForm()} in {network.Shown(year.Value)}"
            : $"{Named(best, levels)} highest, at {best.LongForm()}; {Lower(Named(lowest, levels))} lowest, at {lowest.LongForm()}";
    }

    private static string Named(Level level, Dictionary<Subject, Level> levels)
    {
        var names = levels.Where(entry => entry.Value == level).Select(entry => entry.Key.Name()).ToList();
        return names.Count > 2 ? $"{English.Capital(English.Number(names.Count))} domains" : English.Capital(English.List(names.Select(Lower)));
    }

    private static string Lower(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static (string One, string Many) Phrase(TrajectoryLabel label) => label switch
    {
        TrajectoryLabel.MuchImproved or TrajectoryLabel.Improved => ("improved", "improved"),
        TrajectoryLabel.ConsistentStrength => ("held its strength", "held their strength"),
        TrajectoryLabel.Stagnant => ("stood still", "stood still"),
        TrajectoryLabel.Declined => ("declined", "declined"),
        _ => ("has too few ratings", "have too few ratings"),
    };
}
