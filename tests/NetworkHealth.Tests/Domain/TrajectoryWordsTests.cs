using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Domain;

/// <summary>The reason behind each label, word for word.</summary>
public sealed class TrajectoryWordsTests
{
    [Theory]
    [InlineData("MD1", "2244", "Improved", "Developing (Mid) in 2019, Most in 2023, two levels above where it began.")]
    [InlineData("MD2", "-244", "Improved", "Developing (Mid) in 2021, Most in 2023, two levels above where it began.")]
    [InlineData("MD3", "4334", "Consistent Strength", "Most in 2019 and in 2023, never below Developing (High).")]
    [InlineData("MD4", "-024", "Much improved", "Least in 2021, Most in 2023, four levels above where it began.")]
    [InlineData("MD5", "0444", "Much improved", "Least in 2019, Most in 2023, four levels above where it began.")]
    [InlineData("MD6", "-244", "Improved", "Developing (Mid) in 2021, Most in 2023, two levels above where it began.")]
    [InlineData("LD1", "-000", "Stagnant", "Held at Least from 2021 to 2023.")]
    [InlineData("LD2", "-120", "Declined", "Developing (Mid) in 2022, Least in 2023, two levels below its best year.")]
    [InlineData("LD3", "-000", "Stagnant", "Held at Least from 2021 to 2023.")]
    [InlineData("LD4", "-100", "Stagnant", "Developing (Low) in 2021, Least in 2023: within one level of where it began.")]
    [InlineData("LD5", "--00", "Stagnant", "Held at Least from 2022 to 2023.")]
    public void Each_published_network_has_its_reason(string code, string cycles, string label, string reason) =>
        Assert.Equal($"{code} {label}: {reason}", $"{code} {Trajectories.Of(cycles).Label.Words()}: {Trajectories.Of(cycles).Reason()}");

    [Theory]
    [InlineData("----", "Not rated yet.")]
    [InlineData("-3--", "Developing (High) in 2021, its only rating so far.")]
    [InlineData("42", "Most in 2019, Developing (Mid) in 2021, two levels below its best year.")]
    [InlineData("340", "Most in 2021, Least in 2022, four levels below its best year.")]
    [InlineData("4430", "Most in 2021, Least in 2023, four levels below its best year.")]
    [InlineData("031", "Developing (High) in 2021, Developing (Low) in 2022, two levels below its best year, one level above where it began.")]
    [InlineData("041", "Most in 2021, Developing (Low) in 2022, three levels below its best year, one level above where it began.")]
    [InlineData("03", "Least in 2019, Developing (High) in 2021, three levels above where it began.")]
    [InlineData("01", "Least in 2019, Developing (Low) in 2021, one level above where it began.")]
    [InlineData("042", "Least in 2019, Developing (Mid) in 2022, two levels above where it began.")]
    [InlineData("44", "Held at Most from 2019 to 2021.")]
    [InlineData("33-3", "Held at Developing (High) from 2019 to 2023.")]
    [InlineData("323", "Developing (High) in 2019 and in 2022, never below Developing (Mid).")]
    [InlineData("43", "Most in 2019, Developing (High) in 2021, never below Developing (High).")]
    [InlineData("423", "Most in 2019, Developing (High) in 2022, never below Developing (Mid).")]
    [InlineData("404", "Most in 2019 and again in 2022: no lasting change.")]
    [InlineData("010", "Least in 2019 and again in 2022: no lasting change.")]
    [InlineData("32", "Developing (High) in 2019, Developing (Mid) in 2021: within one level of where it began.")]
    public void Each_branch_of_the_rule_has_its_sentence(string cycles, string reason) =>
        Assert.Equal(reason, Trajectories.Of(cycles).Reason());

    [Fact]
    public void A_cycle_with_a_label_is_called_by_it()
    {
        static string Shown(int year) => new Cycle(year, year == 2021 ? "2020–21" : null, false).Shown;

        Assert.Equal("Developing (Mid) in 2020–21, Most in 2023, two levels above where it began.", Trajectories.Of("-244").Reason(Shown));
        Assert.Equal("Developing (Mid) in 2020–21, its only rating so far.", Trajectories.Of("-2").Reason(Shown));
        Assert.Equal("Most in 2020–21, Least in 2022, four levels below its best year.", Trajectories.Of("140").Reason(Shown));
        Assert.Equal("Held at Developing (Low) from 2020–21 to 2023.", Trajectories.Of("-111").Reason(Shown));
        Assert.Equal("Least in 2020–21 and again in 2023: no lasting change.", Trajectories.Of("-010").Reason(Shown));
        Assert.Equal("Most in 2020–21 and in 2023, never below Developing (High).", Trajectories.Of("-434").Reason(Shown));
    }

    [Theory]
    [InlineData(TrajectoryLabel.NotEnoughData, "Not enough data", "One rating is a baseline, not a trajectory.")]
    [InlineData(TrajectoryLabel.Declined, "Declined", "Ended at least two levels below its best year, having lost more than it gained.")]
    [InlineData(TrajectoryLabel.MuchImproved, "Much improved", "Ended three or four levels above where it began.")]
    [InlineData(TrajectoryLabel.Improved, "Improved", "Ended one or two levels above where it began.")]
    [InlineData(TrajectoryLabel.ConsistentStrength, "Consistent Strength", "Began and ended strong, and never fell below Developing (Mid).")]
    [InlineData(TrajectoryLabel.Stagnant, "Stagnant", "No lasting change: ended within one level of where it began and of its best year.")]
    public void Each_label_has_its_published_words_and_one_sentence(TrajectoryLabel label, string words, string sentence)
    {
        Assert.Equal((words, sentence), (label.Words(), label.Sentence()));
        Assert.Equal(label, TrajectoryLabelWords.Parse($" {words.ToUpperInvariant()} "));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Steady")]
    [InlineData("Improve")]
    [InlineData("MuchImproved")]
    public void Other_words_are_no_label(string text) => Assert.Null(TrajectoryLabelWords.Parse(text));
}
