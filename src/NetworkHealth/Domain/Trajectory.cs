namespace NetworkHealth.Domain;

/// <summary>One rated year of one subject.</summary>
public readonly record struct RatedYear(int Year, Level Level, string? FrameworkVersion = null);

/// <summary>What deserves a look beside the label, whatever the label is.</summary>
public enum TrajectoryFlag
{
    LateStart,
    Gap,
    NotCurrent,
    Dip,
    BelowBest,
    FrameworkChanged,
}

/// <summary>
/// What the rule makes of one subject's ratings by one source over the cycles. A year without a rating is left out, never
/// counted as low. Immutable; two or more ratings give a label, fewer give <see cref="TrajectoryLabel.NotEnoughData"/>.
/// </summary>
public sealed class Trajectory
{
    private static readonly TrajectoryFlag[] AllFlags = Enum.GetValues<TrajectoryFlag>();

    /// <param name="rated">The rated years in their order.</param>
    /// <param name="cycles">The years in which this source rated at least one network of the cohort, in their order.</param>
    public Trajectory(IReadOnlyList<RatedYear> rated, IReadOnlyList<int> cycles)
    {
        Rated = rated;
        Level[] levels = [.. rated.Select(year => year.Level)];
        Label = TrajectoryRule.Label(levels);
        Flags = [];
        if (rated.Count == 0)
            return;

        (Best, Lowest) = (levels.Max(), levels.Min());
        Flags = Array.FindAll(AllFlags, flag => Holds(flag, cycles));
    }

    public IReadOnlyList<RatedYear> Rated { get; }
    public TrajectoryLabel Label { get; }
    public IReadOnlyList<TrajectoryFlag> Flags { get; }

    public RatedYear First => Rated[0];
    public RatedYear Last => Rated[^1];
    public Level Best { get; }
    public Level Lowest { get; }

    /// <summary>Levels gained from the first to the last rating: −4 to 4. Needs two ratings.</summary>
    public int Net => Last.Level - First.Level;

    /// <summary>Levels lost from the best year to the last rating: 0 to 4. Needs two ratings.</summary>
    public int Drop => Best - Last.Level;

    /// <summary>The last year at the best level.</summary>
    public int BestYear => Rated.Last(year => year.Level == Best).Year;

    /// <summary>The years between the first and the last rating that have none, although others were rated.</summary>
    public static IEnumerable<int> GapYears(IReadOnlyList<RatedYear> rated, IReadOnlyList<int> cycles)
    {
        int next = 0;
        foreach (int year in cycles)
        {
            while (next < rated.Count && rated[next].Year < year)
                next++;
            if (next > 0 && next < rated.Count && rated[next].Year != year)
                yield return year;
        }
    }

    /// <summary>The inner ratings below both ends.</summary>
    public static IEnumerable<RatedYear> Dips(IReadOnlyList<RatedYear> rated)
    {
        for (int i = 1; i < rated.Count - 1; i++)
        {
            if (rated[i].Level < rated[0].Level && rated[i].Level < rated[^1].Level)
                yield return rated[i];
        }
    }

    private bool Holds(TrajectoryFlag flag, IReadOnlyList<int> cycles) => flag switch
    {
        TrajectoryFlag.LateStart => cycles.Count > 0 && First.Year > cycles[0],
        TrajectoryFlag.Gap => GapYears(Rated, cycles).Any(),
        TrajectoryFlag.NotCurrent => cycles.Count > 0 && Last.Year < cycles[^1],
        TrajectoryFlag.Dip => Dips(Rated).Any(),
        TrajectoryFlag.BelowBest => Last.Level < Best,
        _ => TrajectoryWords.FrameworkChanges(this).Any(),
    };
}
