using System.Globalization;

namespace NetworkHealth.Domain;

/// <summary>The reason behind a label and the flags beside it, in words and years.</summary>
public static class TrajectoryWords
{
    private static readonly string[] FlagCodes = ["late_start", "gap", "not_current", "dip", "below_best", "framework_changed"];

    /// <summary>The name of the flag in files.</summary>
    public static string Code(this TrajectoryFlag flag) => FlagCodes[(int)flag];

    /// <summary>Why the rule gives this label, without the label: “Least in 2021, Most in 2023, four levels above where it began.”</summary>
    /// <param name="trajectory">Whose reason.</param>
    /// <param name="cycle">How a year is shown; the year itself unless the cohort gives it a label.</param>
    public static string Reason(this Trajectory trajectory, Func<int, string>? cycle = null)
    {
        var shown = cycle ?? InYears;
        if (trajectory.Rated.Count == 0)
            return "Not rated yet.";

        var (first, last) = (trajectory.First, trajectory.Last);
        if (trajectory.Rated.Count == 1)
            return $"{first.Level.LongForm()} in {shown(first.Year)}, its only rating so far.";

        string ends = $"{first.Level.LongForm()} in {shown(first.Year)}, {last.Level.LongForm()} in {shown(last.Year)}";
        return trajectory.Label switch
        {
            TrajectoryLabel.Declined => $"{trajectory.Best.LongForm()} in {shown(trajectory.BestYear)}, {last.Level.LongForm()} in {shown(last.Year)}, "
                                        + $"{Levels(trajectory.Drop)} below its best year{StillAbove(trajectory.Net)}.",
            TrajectoryLabel.MuchImproved or TrajectoryLabel.Improved => $"{ends}, {Levels(trajectory.Net)} above where it began.",
            _ when trajectory.Best == trajectory.Lowest => $"Held at {last.Level.LongForm()} from {shown(first.Year)} to {shown(last.Year)}.",
            TrajectoryLabel.ConsistentStrength when first.Level == last.Level =>
                $"{last.Level.LongForm()} in {shown(first.Year)} and in {shown(last.Year)}, never below {trajectory.Lowest.LongForm()}.",
            TrajectoryLabel.ConsistentStrength => $"{ends}, never below {trajectory.Lowest.LongForm()}.",
            _ when first.Level == last.Level => $"{last.Level.LongForm()} in {shown(first.Year)} and again in {shown(last.Year)}: no lasting change.",
            _ => $"{ends}: within one level of where it began.",
        };
    }

    /// <summary>The flag without its years: “Late start”.</summary>
    public static string Name(this TrajectoryFlag flag) => flag switch
    {
        TrajectoryFlag.LateStart => "Late start",
        TrajectoryFlag.Gap => "Gap",
        TrajectoryFlag.NotCurrent => "Not current",
        TrajectoryFlag.Dip => "Dip",
        TrajectoryFlag.BelowBest => "Below its best year",
        _ => "Framework changed",
    };

    /// <summary>The flag with its years: “Late start: first rated in 2021”.</summary>
    /// <param name="flag">One of the trajectory's flags.</param>
    /// <param name="trajectory">Whose flag.</param>
    /// <param name="cycles">The years in which the source rated at least one network of the cohort.</param>
    /// <param name="cycle">How a year is shown.</param>
    public static string Words(this TrajectoryFlag flag, Trajectory trajectory, IReadOnlyList<int> cycles, Func<int, string>? cycle = null)
    {
        var shown = cycle ?? InYears;
        return flag switch
        {
            TrajectoryFlag.LateStart => $"Late start: first rated in {shown(trajectory.First.Year)}",
            TrajectoryFlag.Gap => $"Gap: {English.List(Trajectory.GapYears(trajectory.Rated, cycles).Select(shown))} not rated",
            TrajectoryFlag.NotCurrent => $"Not current: last rated in {shown(trajectory.Last.Year)}",
            TrajectoryFlag.Dip => $"Dip in {English.List(Trajectory.Dips(trajectory.Rated).Select(dip => shown(dip.Year)))}",
            TrajectoryFlag.BelowBest => $"Below its best year, {shown(trajectory.BestYear)}",
            _ => $"Framework changed in {English.List(FrameworkChanges(trajectory).Select(shown))}",
        };
    }

    /// <summary>The rated years whose rubric differs from the one recorded last before them. Where none is recorded, nothing is known to differ.</summary>
    public static IEnumerable<int> FrameworkChanges(Trajectory trajectory)
    {
        string? before = null;
        foreach (var year in trajectory.Rated)
        {
            if (before is not null && year.FrameworkVersion is not null && year.FrameworkVersion != before)
                yield return year.Year;
            before = year.FrameworkVersion ?? before;
        }
    }

    private static string Levels(int count) => count == 1 ? "one level" : $"{English.Number(count)} levels";

    // “Lost more than it gained” can still end above the start; saying only the loss would mislead.
    private static string StillAbove(int net) => net > 0 ? $", {Levels(net)} above where it began" : "";

    private static string InYears(int year) => year.ToString(CultureInfo.InvariantCulture);
}
