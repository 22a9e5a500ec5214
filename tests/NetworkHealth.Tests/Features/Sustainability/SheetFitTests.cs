using NetworkHealth.Domain;
using NetworkHealth.Features.Sustainability;

namespace NetworkHealth.Tests.Features.Sustainability;

/// <summary>What goes onto one sheet, and that nothing is left out unsaid.</summary>
public sealed class SheetFitTests
{
    private static readonly MatrixPlace Cell = new(Dimension.ImprovementMethods, LastingLevel.Organisation);

    [Theory]
    [InlineData(SheetPaper.Letter)]
    [InlineData(SheetPaper.A3)]
    public void A_plan_in_every_cell_fits(SheetPaper paper)
    {
        var fit = new SheetFit(MatrixPlace.All.Select((place, i) => Entry(place, i, "Teacher leaders run the monthly inquiry meeting")), paper);

        Assert.Equal(0, fit.LeftOut);
        Assert.All(MatrixPlace.All, place => Assert.Single(fit.Of(place)));
    }

    [Theory]
    [InlineData(SheetPaper.Letter)]
    [InlineData(SheetPaper.A3)]
    public void What_does_not_fit_is_counted_and_what_does_keeps_its_order(SheetPaper paper)
    {
        PlanEntry[] plans = [.. Enumerable.Range(1, 60).Select(number => Entry(number % 2 == 0 ? Cell : MatrixPlace.All[number % 21], number, $"Plan {number} " + new string('x', number % 4 * 70)))];
        var fit = new SheetFit(plans, paper, "A network", "https://example.org/networks/demo/RIV/sustainability");

        Assert.InRange(fit.LeftOut, 1, 50);
        Assert.Equal(60, fit.LeftOut + MatrixPlace.All.Sum(place => fit.Of(place).Count));
        Assert.Equal(fit.LeftOut, MatrixPlace.All.Sum(fit.LeftOutOf));
        Assert.All(MatrixPlace.All, place => Assert.Equal(fit.Of(place).OrderBy(plan => plan.Number), fit.Of(place)));
    }

    [Fact]
    public void A_plan_that_is_too_long_for_what_is_left_makes_room_for_a_shorter_one_behind_it()
    {
        var fit = new SheetFit([.. Enumerable.Range(1, 30).Select(number => Entry(Cell, number, new string('W', 300))), Entry(Cell, 31, "Short.")], SheetPaper.Letter);

        Assert.Contains(fit.Of(Cell), plan => plan.Number == 31);
        Assert.True(new SheetFit([Entry(Cell, 1, "Short.")], SheetPaper.Letter, new string('W', 200)).Of(Cell).Count == 1);
    }

    [Fact]
    public void Under_a_statement_stand_the_ways_who_until_when_and_how_far_it_is()
    {
        var plan = new Plan { Statement = "x", Strategies = Strategy.Codify | Strategy.Embed, Responsible = "District leads", TargetMonth = new DateOnly(2027, 6, 1), Status = PlanStatus.UnderWay };

        Assert.Equal("Codify and embed. District leads, June 2027. Under way.", SheetFit.How(plan));
        Assert.Equal("Idea.", SheetFit.How(new Plan { Statement = "x" }));
    }

    private static PlanEntry Entry(MatrixPlace place, int number, string statement) =>
        new(Guid.NewGuid(), number, place, new Plan { Statement = statement, Responsible = "District leads", TargetMonth = new DateOnly(2027, 6, 1) }, null);
}
