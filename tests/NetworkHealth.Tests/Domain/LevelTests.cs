using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Domain;

public sealed class LevelTests
{
    [Theory]
    [InlineData(Level.Least, 0, "Least", "Least", "Least")]
    [InlineData(Level.DevelopingLow, 1, "Dev (Low)", "Developing (Low)", "Low")]
    [InlineData(Level.DevelopingMid, 2, "Dev (Mid)", "Developing (Mid)", "Mid")]
    [InlineData(Level.DevelopingHigh, 3, "Dev (High)", "Developing (High)", "High")]
    [InlineData(Level.Most, 4, "Most", "Most", "Most")]
    public void A_level_has_a_code_a_label_a_long_form_and_a_word_for_cells(Level level, int code, string label, string longForm, string cellWord) =>
        Assert.Equal((code, label, longForm, cellWord), ((int)level, level.Label(), level.LongForm(), level.CellWord()));

    [Theory]
    [InlineData("Least", Level.Least)]
    [InlineData("least", Level.Least)]
    [InlineData("0", Level.Least)]
    [InlineData("DEV (LOW)", Level.DevelopingLow)]
    [InlineData("1", Level.DevelopingLow)]
    [InlineData("  Dev (Mid)\t", Level.DevelopingMid)]
    [InlineData("developing (mid)", Level.DevelopingMid)]
    [InlineData(" 2 ", Level.DevelopingMid)]
    [InlineData("Developing (High)", Level.DevelopingHigh)]
    [InlineData("3", Level.DevelopingHigh)]
    [InlineData("MOST", Level.Most)]
    [InlineData("4", Level.Most)]
    public void A_level_is_read_from_label_long_form_or_code_in_any_case(string text, Level level) => Assert.Equal(level, LevelWords.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("Good")]
    [InlineData("5")]
    [InlineData("-1")]
    [InlineData("04")]
    [InlineData("4.0")]
    [InlineData("٤")]
    [InlineData("Mid")]
    [InlineData("Dev")]
    [InlineData("Dev(Mid)")]
    [InlineData("DevelopingMid")]
    [InlineData("Most developed")]
    public void Anything_else_is_no_level(string text) => Assert.Null(LevelWords.Parse(text));

    [Fact]
    public void Levels_have_an_order() =>
        Assert.Equal([Level.Least, Level.DevelopingLow, Level.DevelopingMid, Level.DevelopingHigh, Level.Most], LevelWords.All.Order());
}
