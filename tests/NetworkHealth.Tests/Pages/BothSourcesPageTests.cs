namespace NetworkHealth.Tests.Pages;

/// <summary>The hub's view and an external team's beside each other, and what an evaluator meets.</summary>
public sealed class BothSourcesPageTests(DemoApp app) : IClassFixture<DemoApp>
{
    [Theory]
    [InlineData("leader@demo.example", "")]
    [InlineData("member@demo.example", "?source=external")]
    [InlineData("admin@demo.example", "?source=self")]
    public async Task Who_sees_both_sees_their_distance_whichever_is_shown_above(string email, string query)
    {
        var page = await Html.Read(await app.SignedIn(email), $"/networks/demo/RIV/trajectory{query}");

        var section = page.QuerySelector("section[aria-labelledby=both]")!;
        Assert.Equal("The hub and the external team agreed in 2025", section.QuerySelector("h2")!.Words());
        Assert.StartsWith("Of two years rated by both, they agreed in one; the hub was higher in one, by one level.", section.QuerySelector(".intro")!.Words(), StringComparison.Ordinal);
        Assert.Equal(["Overall, by the hub itself Much improved", "Overall, by an external team Improved"],
            section.QuerySelectorAll("article").Select(article => $"{article.QuerySelector("h3")!.Words()} {article.QuerySelector(".verdict")!.Words()}"));
        Assert.Equal(["Overall|High|High|the same", "Hub leadership|Most|High|one level higher", "Network roles and engagement|High|High|the same",
                "Continuous improvement|High|Most|one level lower", "Network connections|High|Mid|one level higher", "Network culture|High|High|the same",
                "Contexts for improvement|Mid|Mid|the same"],
            section.QuerySelectorAll("tbody tr").Select(row => string.Join('|', row.Children.Select(cell => cell.Words()))));
    }

    [Fact]
    public async Task Where_one_source_alone_rated_nothing_stands_beside_it()
    {
        var page = await Html.Read(await app.SignedIn("admin@demo.example"), "/networks/published/MD1/trajectory");

        Assert.Null(page.QuerySelector("section[aria-labelledby=both]"));
    }

    [Fact]
    public async Task An_evaluator_meets_the_external_view_alone()
    {
        var client = await app.SignedIn("evaluator@demo.example");
        var trajectory = await Html.Read(client, "/networks/demo/RIV/trajectory");
        var cohort = await Html.Read(client, "/cohorts/demo");
        var unrated = await Html.Read(client, "/networks/demo/CPL");

        Assert.Equal("Improved", trajectory.QuerySelector(".verdict.big")!.Words());
        Assert.Null(trajectory.QuerySelector("section[aria-labelledby=both]"));
        Assert.DoesNotContain("the hub itself", trajectory.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.Empty(trajectory.QuerySelectorAll("a[download]"));
        var rows = cohort.QuerySelectorAll("section[aria-labelledby=labels] tbody tr:not(.group)");
        Assert.Equal(8, rows.Length);
        Assert.Single(rows, row => row.QuerySelector("td.lv:not([data-level=none])") is not null);
        Assert.All(cohort.QuerySelectorAll("a[download]"), link => Assert.StartsWith("/cohorts/demo/figures/", link.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Empty(cohort.QuerySelectorAll(".segments, select[name=source]"));
        Assert.Equal("Not rated yet", unrated.QuerySelector(".empty h2")!.Words());
    }

    [Fact]
    public async Task An_evaluators_home_lists_the_networks_with_the_next_step_and_the_navigation_does_not()
    {
        var home = await Html.Read(await app.SignedIn("evaluator@demo.example"), "/");

        Assert.Equal("Eight ratings wait for you.", home.QuerySelector("h1")!.Words());
        Assert.Equal("Northlight cohort (invented): none of eight networks rated in 2026", home.QuerySelector("main section h2")!.Words());
        var row = home.QuerySelectorAll("main tbody tr").Single(row => row.TextContent.Contains("Riverbend", StringComparison.Ordinal));
        Assert.Equal(["RIVRiverbend Math Collaborative", "2025", "not begun", "Begin the 2026 rating of Riverbend Math Collaborative"], row.Children.Select(cell => cell.Words()));
        Assert.Equal("/networks/demo/RIV/ratings/2026?source=external", row.QuerySelector("td:last-child a")!.GetAttribute("href"));
        Assert.Equal(["/", "/cohorts"], home.QuerySelectorAll("header .nav a").Take(2).Select(link => link.GetAttribute("href")));
        Assert.DoesNotContain("Riverbend", home.QuerySelector("header")!.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("leader@demo.example", "", "Overview,Rating 2026,Trajectory,Beside others,What lasts,Context,Teams,Report,Sharing,People", "/networks/demo/RIV/ratings/2026?source=self", "/networks/demo/RIV/ratings/2025/report?source=self")]
    [InlineData("leader@demo.example", "?source=external", "Overview,Trajectory,Beside others,What lasts,Context,Teams,Report,Sharing,People", null, "/networks/demo/RIV/ratings/2025/report?source=external")]
    [InlineData("admin@demo.example", "", "Overview,Trajectory,Beside others,What lasts,Context,Teams,Report,People", null, "/networks/demo/RIV/ratings/2025/report?source=self")]
    [InlineData("evaluator@demo.example", "", "Overview,Rating 2026,Trajectory,Beside others,Report", "/networks/demo/RIV/ratings/2026?source=external", "/networks/demo/RIV/ratings/2025/report?source=external")]
    public async Task The_tabs_are_those_the_reader_has(string email, string query, string tabs, string? rating, string report)
    {
        var links = (await Html.Read(await app.SignedIn(email), $"/networks/demo/RIV/trajectory{query}")).QuerySelectorAll(".subnav a");

        Assert.Equal(tabs, string.Join(',', links.Select(link => link.Words())));
        Assert.Equal(rating, links.FirstOrDefault(link => link.Words().StartsWith("Rating", StringComparison.Ordinal))?.GetAttribute("href"));
        Assert.Equal(report, links.Single(link => link.Words() == "Report").GetAttribute("href"));
    }
}
