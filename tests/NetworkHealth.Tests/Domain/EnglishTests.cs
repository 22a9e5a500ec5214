using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Domain;

public sealed class EnglishTests
{
    [Theory]
    [InlineData(0, "none")]
    [InlineData(1, "one")]
    [InlineData(12, "twelve")]
    [InlineData(13, "13")]
    [InlineData(1554, "1,554")]
    [InlineData(-2, "-2")]
    public void Numbers_up_to_twelve_are_words(int number, string words) => Assert.Equal(words, English.Number(number));

    [Theory]
    [InlineData(0, "network", null, "no networks")]
    [InlineData(1, "network", null, "one network")]
    [InlineData(2, "network", null, "two networks")]
    [InlineData(13, "network", null, "13 networks")]
    [InlineData(1, "entry", "entries", "one entry")]
    [InlineData(0, "entry", "entries", "no entries")]
    [InlineData(3, "entry", "entries", "three entries")]
    public void A_count_has_its_plural(int count, string one, string? many, string words) => Assert.Equal(words, English.Count(count, one, many));

    [Theory]
    [InlineData("")]
    [InlineData("2021", "2021")]
    [InlineData("2021 and 2022", "2021", "2022")]
    [InlineData("2021, 2022 and 2023", "2021", "2022", "2023")]
    public void A_list_ends_with_and(string words, params string[] items) => Assert.Equal(words, English.List(items));

    [Theory]
    [InlineData("", "")]
    [InlineData("one network", "One network")]
    [InlineData("élan", "Élan")]
    public void A_sentence_begins_with_a_capital(string text, string sentence) => Assert.Equal(sentence, English.Capital(text));
}
