using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Domain;

/// <summary>What is said of two sources beside each other, and that nothing is made up where one is silent.</summary>
public sealed class SourceDistanceTests
{
    // A digit is a level, a point a year without one; the first year is 2021.
    [Theory]
    [InlineData("3", "2", "In 2021 the hub rated itself one level higher than the external team", "It is the only year rated by both so far.")]
    [InlineData("2", "2", "The hub and the external team agreed in 2021", "It is the only year rated by both so far.")]
    [InlineData("0", "4", "In 2021 the hub rated itself four levels lower than the external team", "It is the only year rated by both so far.")]
    [InlineData("01", "01", "The hub and the external team agreed in 2022", "They agreed in both years that they both rated.")]
    [InlineData("012", "012", "The hub and the external team agreed in 2023", "They agreed in all three years rated by both.")]
    [InlineData("344", "324", "The hub and the external team agreed in 2023", "Of three years rated by both, they agreed in two; the hub was higher in one, by two levels.")]
    [InlineData("234", "222", "In 2023 the hub rated itself two levels higher than the external team",
        "Of three years rated by both, they agreed in one; the hub was higher in two, by at most two levels.")]
    [InlineData("33", "22", "In 2022 the hub rated itself one level higher than the external team",
        "Of two years rated by both, they agreed in none; the hub was higher in two, by one level.")]
    [InlineData("1400", "2201", "In 2024 the hub rated itself one level lower than the external team",
        "Of four years rated by both, they agreed in one; the hub was higher in one, by two levels, and lower in two, by one level.")]
    [InlineData("3.1", "34.", "The hub and the external team agreed in 2021", "It is the only year rated by both so far.")]
    [InlineData("3.", ".3", "The hub and the external team rated no year in common", "Where both rate the same year, their distance will stand here.")]
    [InlineData("", "", "The hub and the external team rated no year in common", "Where both rate the same year, their distance will stand here.")]
    public void A_heading_and_a_sentence_say_how_far_apart_they_are(string self, string external, string heading, string sentence)
    {
        var distance = new SourceDistance(Years(self), Years(external));

        Assert.Equal((heading, sentence), (distance.Heading(), distance.Sentence()));
    }

    [Fact]
    public void Years_are_shown_as_the_cohort_shows_them() =>
        Assert.Equal("The hub and the external team agreed in 2020–21", new SourceDistance(Years("1"), Years("1")).Heading(year => $"{year - 1}–{year - 2000}"));

    [Theory]
    [InlineData(Level.Most, Level.DevelopingHigh, "one level higher")]
    [InlineData(Level.Least, Level.Most, "four levels lower")]
    [InlineData(Level.Least, Level.Least, "the same")]
    [InlineData(Level.Least, null, "rated by the hub only")]
    [InlineData(null, Level.Least, "rated by the external team only")]
    [InlineData(null, null, "rated by neither")]
    public void A_row_says_the_distance_in_words(Level? self, Level? external, string words) =>
        Assert.Equal(words, SourceDistance.Words(self, external));

    private static List<RatedYear> Years(string levels) =>
        [.. levels.Select((level, i) => (level, i)).Where(year => year.level != '.').Select(year => new RatedYear(2021 + year.i, (Level)(year.level - '0')))];
}
