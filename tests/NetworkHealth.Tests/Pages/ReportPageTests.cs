using System.Net;
using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Pages;

/// <summary>The printable report of one rating.</summary>
public sealed class ReportPageTests(DemoApp app) : IClassFixture<DemoApp>
{
    private const string Leader = "leader@demo.example";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_tells_the_rating_and_how_it_came_about()
    {
        var page = await Html.Read(await app.SignedIn(Leader), "/networks/demo/RIV/ratings/2025/report");
        string text = page.QuerySelector("main")!.Words();

        Assert.Equal("Riverbend Math Collaborative, 2025", page.QuerySelector("h1")!.Words());
        Assert.Matches(@"rated by the hub itself · revision 1, imported \d+ \w+ \d{4} · framework 2024\.1", page.QuerySelector(".crumbs")!.Words());
        Assert.Equal("The hub rates its network as Developing (High). Five of six domains are at Developing (High) or above; contexts for improvement is lowest, at Developing (Mid).",
            page.QuerySelector(".lede")!.Words());
        Assert.Equal("Much improved", page.QuerySelector(".verdict")!.Words());
        Assert.Contains("Least in 2022, Developing (High) in 2025, three levels above where it began.", text, StringComparison.Ordinal);
        Assert.Equal("Dev (High) Dev (High) by the domains Dev (Mid) in contexts for improvement Framework changed in 2024 June 2025",
            string.Join(' ', page.QuerySelectorAll(".facts dd").Select(fact => fact.Words())));
        Assert.Equal([.. SubjectWords.Domains.Select(domain => domain.Name()), "Overall"], page.QuerySelectorAll(".judged h3").Select(heading => heading.Words()));
        Assert.Equal("Hub leadership MostOne level up from Developing (High) in 2024.", page.QuerySelector(".judged header")!.Words());
        Assert.Equal(Rubrics.Current[Subject.HubLeadership].At(Level.Most), page.QuerySelector(".judged .prompt")!.Words());
        Assert.Contains("When our director was on leave in February", text, StringComparison.Ordinal);
        Assert.Equal("Report", page.QuerySelector(".subnav [aria-current=page]")!.Words());
        Assert.Contains("A rating is a judgement with evidence, not a measurement.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("demo.example", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_picture_ends_with_its_year()
    {
        var page = await Html.Read(await app.SignedIn(Leader), "/networks/demo/RIV/ratings/2023/report");

        Assert.Equal("Overall level by cycle. 2022: Least; 2023: Developing (Low)", page.QuerySelector("#overall-chart")!.Words());
        Assert.Equal("Improved", page.QuerySelector(".verdict")!.Words());
        Assert.Contains("Rated under framework 2022-pilot; the sentences of that framework are not kept here.", page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".judged .prompt"));
    }

    [Fact]
    public async Task Reasons_for_no_level_stand_in_words_and_frameworks_are_held_apart()
    {
        var client = await app.SignedIn(Leader);

        var first = await Html.Read(client, "/networks/demo/RIV/ratings/2022/report");
        var changed = await Html.Read(client, "/networks/demo/RIV/ratings/2024/report");

        Assert.Contains("– Not rated: not enough evidence", first.QuerySelector("#NC")!.ParentElement!.Words(), StringComparison.Ordinal);
        Assert.Contains("– Not rated: not asked", first.QuerySelector("#CX")!.ParentElement!.Words(), StringComparison.Ordinal);
        Assert.Equal("Not enough data", first.QuerySelector(".verdict")!.Words());
        Assert.Contains("2023 was rated under framework 2022-pilot, so a step between the two years may be the framework’s.", changed.QuerySelector("main")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_of_ones_own_without_a_rating_is_told_kindly()
    {
        var page = await Html.Read(await app.SignedIn("member@demo.example"), "/networks/demo/RIV/ratings/2026/report");

        Assert.Equal("2026 is not submitted yet", page.QuerySelector("main h2")!.Words());
        Assert.Equal("/networks/demo/RIV/ratings/2026?source=self", page.QuerySelector("main a.btn")!.GetAttribute("href"));
    }

    [Fact]
    public async Task An_evaluator_reads_the_external_rating_only()
    {
        var page = await Html.Read(await app.SignedIn("evaluator@demo.example"), "/networks/demo/RIV/ratings/2025/report");

        Assert.Contains("rated by an external team", page.QuerySelector(".crumbs")!.Words(), StringComparison.Ordinal);
        Assert.StartsWith("An external team rates the network as Developing (High).", page.QuerySelector(".lede")!.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("When our director was on leave", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("source=self", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Leader, "demo/CPL/ratings/2025,published/MD1/ratings/2023,demo/RIV/ratings/1999,demo/RIV/ratings/99999999999,demo/RIV/ratings/x,demo/RIV/ratings/2026?source=external")]
    [InlineData("evaluator@demo.example", "demo/RIV/ratings/2025?source=self,published/MD1/ratings/2023")]
    [InlineData("funder@demo.example", "demo/RIV/ratings/2025,demo/RIV/ratings/2025?source=external")]
    [InlineData("researcher@demo.example", "demo/RIV/ratings/2025")]
    [InlineData("admin@demo.example", "demo/RIV/ratings/2026,demo/XXX/ratings/2025,nowhere/RIV/ratings/2025")]
    public async Task What_is_not_yours_is_not_found(string email, string ratings)
    {
        var client = await app.SignedIn(email);

        foreach (string rating in ratings.Split(','))
        {
            string[] parts = rating.Split('?');
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/networks/{parts[0]}/report?{string.Concat(parts[1..])}", Ct)).StatusCode);
        }
    }

    [Fact]
    public async Task What_is_read_does_not_grow_with_the_years()
    {
        await using var counting = new CountingApp();
        await counting.InitializeAsync();
        await counting.Import("network_code,2024\nONE,Most\n", "delta");
        await counting.Import($"network_code,{string.Join(',', Enumerable.Range(2015, 10))}\nTEN{string.Concat(Enumerable.Repeat(",Dev (Mid)", 10))}\n", "delta");
        var client = await counting.SignedIn("admin@demo.example");

        int one = await counting.StatementsFor(client, "/networks/delta/ONE/ratings/2024/report");

        Assert.InRange(one, 5, 25);
        Assert.Equal(one, await counting.StatementsFor(client, "/networks/delta/TEN/ratings/2024/report"));
    }
}
