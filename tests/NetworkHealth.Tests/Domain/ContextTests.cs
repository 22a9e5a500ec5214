using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Domain;

/// <summary>What a year's context may say, and which of it weighs.</summary>
public sealed class ContextTests
{
    [Fact]
    public void There_are_seven_factors_and_six_actions_with_codes_of_their_own()
    {
        Assert.Equal((7, 6), (ContextItem.All.Count(item => item.Kind == ContextKind.Factor), ContextItem.All.Count(item => item.Kind == ContextKind.Action)));
        Assert.Equal(13, ContextItem.All.Select(item => item.Code).Distinct().Count());
        Assert.All(ContextItem.All, item => Assert.Equal(3, item.Values.Count));
    }

    [Theory]
    [InlineData("burnout", "yes", true)]
    [InlineData("burnout", "partly", true)]
    [InlineData("burnout", "no", false)]
    [InlineData("burnout", "", false)]
    [InlineData("data_access", "none", true)]
    [InlineData("data_access", "partial", true)]
    [InlineData("data_access", "timely", false)]
    [InlineData("coaching", "yes", false)]
    [InlineData("coaching", "no", false)]
    public void A_factor_weighs_where_it_happened_and_data_where_it_did_not_come(string item, string value, bool weighs) =>
        Assert.Equal(weighs, ContextItem.Parse(item)!.Weighs(value));

    [Fact]
    public void An_entry_takes_what_its_item_knows_and_keeps_an_edition()
    {
        var entry = new ContextEntry(Guid.NewGuid(), 2024, ContextItem.Parse("DATA_ACCESS")!, "", "");
        Assert.Equal((0, false), (entry.Edition, entry.IsSaid));
        Assert.True(entry.Say(" Timely ", " We signed early.\r\n "));
        Assert.False(entry.Say("timely", "We signed early."));
        Assert.Equal(("timely", "We signed early.", 1), (entry.Value, entry.Note, entry.Edition));
        Assert.True(entry.Say("", ""));
        Assert.Equal((2, false), (entry.Edition, entry.IsSaid));

        Assert.Equal("Teams got the data they needed: choose one of none, partial and timely.", Assert.Throws<DomainRuleException>(() => entry.Say("yes", "")).Message);
        Assert.Equal("This note has 1,001 characters; 1,000 fit. Shorten it, and it is saved.", Assert.Throws<DomainRuleException>(() => entry.Say("", new string('n', 1001))).Message);
        Assert.Equal("1899 is not a year from 1900 to 2100.", Assert.Throws<DomainRuleException>(() => new ContextEntry(Guid.NewGuid(), 1899, ContextItem.All[0], "", "")).Message);
    }

    [Fact]
    public void A_date_of_a_grant_is_a_month_where_it_is_known_and_a_year_else()
    {
        Assert.Equal(("June 2025", "2025", null), (ProfileWords.GrantDate(2025, 6), ProfileWords.GrantDate(2025, null), ProfileWords.GrantDate(null, null)));
    }
}
