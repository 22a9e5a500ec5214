using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Domain;

/// <summary>The flags beside a label, measured against the cycles in which the source rated anybody of the cohort.</summary>
public sealed class TrajectoryFlagTests
{
    [Theory]
    [InlineData("2222", "")]
    [InlineData("-244", "late_start: Late start: first rated in 2021")]
    [InlineData("2-22", "gap: Gap: 2021 not rated")]
    [InlineData("2--2", "gap: Gap: 2021 and 2022 not rated")]
    [InlineData("2---2", "gap: Gap: 2021, 2022 and 2023 not rated")]
    [InlineData("222-", "not_current: Not current: last rated in 2022")]
    [InlineData("4334", "dip: Dip in 2021 and 2022")]
    [InlineData("4324", "dip: Dip in 2021 and 2022")]
    [InlineData("212", "dip: Dip in 2021")]
    [InlineData("120", "below_best: Below its best year, 2021")]
    [InlineData("1220", "below_best: Below its best year, 2022")]
    [InlineData("-3-120-", "late_start: Late start: first rated in 2021; gap: Gap: 2022 not rated; not_current: Not current: last rated in 2025; below_best: Below its best year, 2021")]
    [InlineData("-2-", "late_start: Late start: first rated in 2021; not_current: Not current: last rated in 2021")]
    [InlineData("2", "")]
    [InlineData("---", "")]
    public void Flags_come_with_their_code_and_their_years(string cycles, string flags)
    {
        int[] rated = [.. new[] { 2019, 2021, 2022, 2023, 2024, 2025, 2026 }.Take(cycles.Length)];

        Assert.Equal(flags, Shown(Trajectories.Of(cycles, rated), rated));
    }

    [Fact]
    public void A_cycle_in_which_the_source_rated_nobody_makes_no_flag()
    {
        Assert.Equal("", Shown(Trajectories.Of("-2-2-", [2021, 2023]), [2021, 2023]));
        Assert.Equal("gap: Gap: 2022 not rated", Shown(Trajectories.Of("-2-2-", [2021, 2022, 2023]), [2021, 2022, 2023]));
        Assert.Equal("late_start: Late start: first rated in 2021", Shown(Trajectories.Of("-2-2-", [2019, 2021, 2023]), [2019, 2021, 2023]));
        Assert.Equal("not_current: Not current: last rated in 2023", Shown(Trajectories.Of("-2-2-", [2021, 2023, 2024]), [2021, 2023, 2024]));
    }

    [Fact]
    public void A_dip_is_below_both_ends()
    {
        Assert.Contains(TrajectoryFlag.Dip, Trajectories.Of("312").Flags);
        Assert.DoesNotContain(TrajectoryFlag.Dip, Trajectories.Of("322").Flags);
        Assert.DoesNotContain(TrajectoryFlag.Dip, Trajectories.Of("223").Flags);
        Assert.DoesNotContain(TrajectoryFlag.Dip, Trajectories.Of("321").Flags);
    }

    [Fact]
    public void A_changed_rubric_is_named_with_the_year_it_came()
    {
        int[] cycles = [2022, 2023, 2024, 2025];
        var changed = new Trajectory([Rated(2022, "1"), Rated(2023, "1"), Rated(2024, "2"), Rated(2025, "1")], cycles);
        var same = new Trajectory([Rated(2022, "1"), Rated(2023, "1")], cycles[..2]);

        Assert.Equal("framework_changed: Framework changed in 2024 and 2025", Shown(changed, cycles));
        Assert.Equal("", Shown(same, cycles[..2]));
    }

    [Fact]
    public void A_flag_shows_the_labels_of_the_cycles()
    {
        int[] cycles = [2019, 2021, 2022];

        Assert.Equal("Gap: 2020–21 not rated", TrajectoryFlag.Gap.Words(Trajectories.Of("2-2", cycles), cycles, year => $"{year - 1}–{year % 100}"));
    }

    private static RatedYear Rated(int year, string framework) => new(year, Level.DevelopingMid, framework);

    private static string Shown(Trajectory trajectory, int[] cycles) =>
        string.Join("; ", trajectory.Flags.Select(flag => $"{flag.Code()}: {flag.Words(trajectory, cycles)}"));
}
