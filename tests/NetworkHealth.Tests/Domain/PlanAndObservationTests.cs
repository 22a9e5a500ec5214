using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Domain;

/// <summary>What can stand in a cell, and what is told when it cannot.</summary>
public sealed class PlanAndObservationTests
{
    [Fact]
    public void A_plan_is_kept_trimmed_and_its_month_begins_on_the_first()
    {
        var plan = new Plan { Statement = "  Routines stay in the guide. ", Strategies = Strategy.Codify | Strategy.Embed, Responsible = " District leads ", TargetMonth = new DateOnly(2027, 6, 17) }.Checked();

        Assert.Equal(("Routines stay in the guide.", "District leads", new DateOnly(2027, 6, 1)), (plan.Statement, plan.Responsible, plan.TargetMonth));
        Assert.Equal("Codify and embed", plan.Strategies.Words());
        Assert.Equal(["codify", "embed"], plan.Strategies.Each().Select(strategy => strategy.Code()));
        Assert.Equal("", Strategy.None.Words());
    }

    [Fact]
    public void What_cannot_be_a_plan_is_told()
    {
        Assert.Equal("Say in a sentence what you hope will last.", Refused(() => new Plan { Statement = " " }.Checked()));
        Assert.Equal("The target month lies in 2101. Choose a year from 1900 to 2100.", Refused(() => new Plan { Statement = "X.", TargetMonth = new DateOnly(2101, 1, 1) }.Checked()));
        Assert.Equal("This statement has 301 characters; 300 fit. Shorten it, and it is saved.", Refused(() => new Plan { Statement = new string('x', 301) }.Checked()));
        Assert.Equal("Who is responsible stands on one line. Take out its line breaks and tabs.", Refused(() => new Plan { Statement = "X.", Responsible = "a\nb" }.Checked()));
    }

    [Fact]
    public void What_cannot_be_an_observation_is_told()
    {
        var seen = new Observation { Statement = "Still there.", SeenMonth = new DateOnly(2026, 2, 9) };

        Assert.Equal(new DateOnly(2026, 2, 1), seen.Checked(planMade: new DateOnly(2026, 2, 1)).SeenMonth);
        Assert.Equal("It was seen in February 2026, before its plan was made in March 2026. Correct the month, or let it answer no plan.", Refused(() => seen.Checked(new DateOnly(2026, 3, 1))));
        Assert.Equal("It was seen in 9 of 8 schools. The second number is how many were asked.", Refused(() => (seen with { Schools = 9, OfSchools = 8 }).Checked()));
        Assert.Equal("Say of how many schools.", Refused(() => (seen with { Schools = 9 }).Checked()));
        Assert.Equal("Count schools from 0 to 100,000.", Refused(() => (seen with { Schools = -1, OfSchools = 8 }).Checked()));
        Assert.Equal("Say in a sentence what you saw.", Refused(() => (seen with { Statement = "" }).Checked()));
        Assert.Equal((0, 0), ((seen with { Schools = 0, OfSchools = 0 }).Checked().Schools, (seen with { Schools = 0, OfSchools = 0 }).Checked().OfSchools));
    }

    [Theory]
    [InlineData("2026-03", "2026-03")]
    [InlineData(" 2100-12 ", "2100-12")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Months_are_read_as_files_have_them(string? text, string code) => Assert.Equal(code, Month.Code(Month.Parse(text, "The month")));

    [Theory]
    [InlineData("2026-13", "The month is written as 2026-03.")]
    [InlineData("2026", "The month is written as 2026-03.")]
    [InlineData("March", "The month is written as 2026-03.")]
    [InlineData("2101-01", "The month lies in 2101. Choose a year from 1900 to 2100.")]
    public void What_is_no_month_is_told(string text, string sentence) => Assert.Equal(sentence, Refused(() => Month.Parse(text, "The month")));

    private static string Refused(Action what) => Assert.Throws<DomainRuleException>(what).Message;
}
