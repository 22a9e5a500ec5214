using NetworkHealth.Domain;

namespace NetworkHealth.Features.Trajectories;

/// <summary>The published table of one cohort, live.</summary>
/// <param name="Slug">Of the cohort.</param>
/// <param name="Name">Of the cohort.</param>
/// <param name="Cycles">The columns.</param>
/// <param name="Source">Who judged.</param>
/// <param name="Sources">Between which the reader may choose.</param>
/// <param name="RatedYears">The years in which the source rated at least one network.</param>
/// <param name="Networks">The rows.</param>
/// <param name="IsWhole">Whether no network is left out for this reader.</param>
/// <param name="TakesFiles">Whether there are files for this reader.</param>
/// <param name="ShowsCountsOnly">Whether its reader is a funder to whom the cohort shows no single network.</param>
public sealed record CohortTable(
    string Slug, string Name, IReadOnlyList<Cycle> Cycles, RatingSource Source, IReadOnlyList<RatingSource> Sources,
    IReadOnlyList<int> RatedYears, IReadOnlyList<CohortTableRow> Networks, bool IsWhole, bool TakesFiles, bool ShowsCountsOnly = false)
{
    /// <summary>The rows whose levels the reader sees: figures made of levels count these only.</summary>
    public IReadOnlyList<CohortTableRow> WithLevels => [.. Networks.Where(network => network.Levels is not null)];

    /// <summary>Whether the reader sees what the networks together plan to last.</summary>
    public bool ReadsMatrix { get; init; }

    /// <summary>Whether the stored tables of counts are shown to this reader besides: a funder who sees single networks in another role.</summary>
    public bool ReadsCountsToo { get; init; }

    internal static CohortTable Of(CohortReading reading) => new(
        reading.Cohort.Slug, reading.Cohort.Name, ShownCycles.Of(reading.Cohort, reading.RatedYears), reading.Ratings.Source, reading.Ratings.Sources, reading.RatedYears,
        [.. reading.Networks.Select(reading.Row)], reading.IsWhole, reading.TakesFiles, reading.ShowsCountsOnly)
    {
        ReadsMatrix = reading.ReadsMatrix,
        ReadsCountsToo = reading.ReadsCountsToo,
    };

    /// <summary>How a year is shown here.</summary>
    public string Shown(int year) => Cycles.FirstOrDefault(cycle => cycle.Year == year)?.Shown ?? $"{year}";
}

/// <summary>A network of the table.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name, or the code where only codes are shown.</param>
/// <param name="Label">Of its overall trajectory.</param>
/// <param name="Flags">Of the same.</param>
/// <param name="Levels">The trajectory itself; null where the network shares its label only.</param>
/// <param name="IsArchived">Whether the network has ended.</param>
public sealed record CohortTableRow(string Code, string Name, TrajectoryLabel Label, IReadOnlyList<TrajectoryFlag> Flags, SubjectTrajectory? Levels, bool IsArchived = false);

/// <summary>The cycles that pictures and tables show.</summary>
internal static class ShownCycles
{
    /// <summary>An open cycle nobody was rated in is no gap yet, so it waits until there is something to show.</summary>
    public static IReadOnlyList<Cycle> Of(Cohort cohort, IReadOnlyList<int> ratedYears) =>
        [.. cohort.Cycles.Where(cycle => !cycle.IsOpen || ratedYears.Contains(cycle.Year))];
}
