using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NetworkHealth.Domain;
using NetworkHealth.Features.Sustainability;

namespace NetworkHealth.BrowserTests;

/// <summary>The sheets of a workshop fit their paper: the matrix one sheet across, blank, filled and overfull, and the questions on a sheet of their own.</summary>
public sealed partial class WorksheetTests(LiveApp live) : IClassFixture<LiveApp>
{
    private const string Sheet = "/networks/demo/RIV/sustainability/worksheet";

    private static readonly string[] Statements =
    [
        "Teacher leaders run the monthly inquiry meeting in every school",
        "Four routines are written into the mathematics curriculum guide",
        "Cycles become part of both districts’ professional learning days, with time set aside in the calendar of each school",
    ];

    [Theory]
    [InlineData("letter", 792, 612)]
    [InlineData("a3", 1191, 842)]
    public async Task A_blank_worksheet_is_one_sheet_across(string paper, int width, int height)
    {
        var page = await live.NewPage();
        await page.GotoAsync($"/strategies/worksheet?paper={paper}");

        Assert.Equal([(width, height)], Sheets(await Print(page)));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("letter", 792, 612)]
    [InlineData("a3", 1191, 842)]
    public async Task A_worksheet_with_a_usual_number_of_plans_is_one_sheet_and_leaves_none_out(string paper, int width, int height)
    {
        await Plan("JUN", place => place.Dimension is Dimension.ImprovementMethods or Dimension.ChangeIdeas or Dimension.ImprovementTeams || place.Level == LastingLevel.Organisation ? 1 : 0, Statements);
        var page = await live.NewPage(signedInAs: Site.Administrator);
        await page.GotoAsync($"/networks/demo/JUN/sustainability/worksheet?paper={paper}&filled=true");

        Assert.Equal([(width, height)], Sheets(await Print(page)));
        Assert.Equal(0, await page.Locator(".left-out").CountAsync());
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("letter", 792, 612)]
    [InlineData("a3", 1191, 842)]
    public async Task An_overfull_one_is_still_one_sheet_and_says_how_many_plans_stand_elsewhere(string paper, int width, int height)
    {
        await Plan("RIV", place => (int)place.Dimension % 4, [.. Statements, string.Join(' ', Enumerable.Repeat("MANY WIDE WORDS", 18)), new string('W', 300), string.Concat(Enumerable.Repeat("改善", 150))]);
        var page = await live.NewPage(signedInAs: Site.Leader);
        await page.GotoAsync($"{Sheet}?paper={paper}");

        Assert.Equal([(width, height)], Sheets(await Print(page)));
        int all = (await live.Services.GetRequiredService<Matrix>().Read(await Hub("RIV"), "demo", "RIV", TestContext.Current.CancellationToken))!.Views.Plans.Count;
        int shown = await page.Locator(".worksheet .entry").CountAsync();
        Assert.InRange(shown, 7, all - 1);
        Assert.Contains($"{English.Capital(English.Count(all - shown, "plan"))}", await page.Locator(".sheet-foot .left-out").InnerTextAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("letter")]
    [InlineData("a3")]
    public async Task Whatever_people_write_it_stays_one_sheet(string paper)
    {
        await Plan("TGN", _ => 2, [.. Enumerable.Range(0, 42).Select(Any)]);
        var page = await live.NewPage(signedInAs: Site.Administrator);
        await page.GotoAsync($"/networks/demo/TGN/sustainability/worksheet?paper={paper}");

        Assert.Single(Sheets(await Print(page)));
        await page.Context.CloseAsync();

        // Words of every length in three scripts, the same in every run.
        static string Any(int seed)
        {
            var random = new Random(seed);
            string[] scripts = ["abcdeghnopqsu", "МЖЩФабв", "改善工夫継続", "WMQGO", "iltfrj"];
            string text = string.Join(' ', Enumerable.Range(0, 60).Select(_ => string.Concat(Enumerable.Repeat(scripts[random.Next(scripts.Length)], 6).Take(random.Next(1, 6)))));
            return text[..Math.Min(text.Length, random.Next(20, Domain.Plan.StatementMaxLength))];
        }
    }

    [Theory]
    [InlineData("A4")]
    [InlineData("Letter")]
    public async Task The_examples_to_discuss_take_a_sheet_and_the_questions_another(string paper)
    {
        var page = await live.NewPage();
        await page.GotoAsync("/strategies/discuss");

        Assert.Equal(2, Sheets(await page.PdfAsync(new PagePdfOptions { Format = paper })).Count);
        await page.Context.CloseAsync();
    }

    // What no plan fills is left as the demo has it.
    private async Task Plan(string network, Func<MatrixPlace, int> count, string[] statements)
    {
        var (by, writes, said) = (await Hub(network), live.Services.GetRequiredService<MatrixWrites>(), 0);
        if ((await live.Services.GetRequiredService<Matrix>().Read(by, "demo", network))!.Views.Plans.Count > 10)
            return;
        foreach (var place in MatrixPlace.All)
        {
            for (int i = 0; i < count(place); i++)
            {
                await writes.SetState(by, new("demo", network), place, CellState.Open);
                await writes.AddPlan(by, new("demo", network), place, new Plan
                {
                    Statement = statements[said++ % statements.Length],
                    Strategies = Strategy.BuildCapacity | Strategy.Embed,
                    Responsible = "District mathematics leads",
                    TargetMonth = new DateOnly(2027, 6, 1),
                    Status = (PlanStatus)(said % 4),
                });
            }
        }
    }

    private async Task<Actor> Hub(string network)
    {
        await using var db = new RatingDesk(live.Connection).CreateDbContext();
        var id = db.Networks.Single(one => one.Code == network && db.Cohorts.Any(cohort => cohort.Id == one.CohortId && cohort.Slug == "demo")).Id;
        var person = await live.IdOf(Site.Leader);
        return new Actor(person, [new Grant(person, Role.HubLeader, networkId: id)]);
    }

    private static Task<byte[]> Print(IPage page) => page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true });

    // Width and height of each, in points.
    private static List<(int, int)> Sheets(byte[] pdf)
    {
        string text = Encoding.Latin1.GetString(pdf);
        int count = OneSheet().Count(text);
        var sizes = Size().Matches(text).Select(match => (Points(match.Groups[1].Value), Points(match.Groups[2].Value))).ToList();
        Assert.Equal(count, sizes.Count);
        return sizes;

        static int Points(string number) => (int)Math.Round(double.Parse(number, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex OneSheet();

    [GeneratedRegex(@"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]")]
    private static partial Regex Size();
}
