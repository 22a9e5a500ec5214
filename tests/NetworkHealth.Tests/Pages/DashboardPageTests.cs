namespace NetworkHealth.Tests.Pages;

/// <summary>What the dashboard of a cohort says of itself.</summary>
public sealed class DashboardPageTests(DemoApp app) : IClassFixture<DemoApp>
{
    private const string Admin = "admin@demo.example";

    [Theory]
    [InlineData("/cohorts/published", "Six of eleven networks are at Most, five at Least.")]
    [InlineData("/cohorts/published?cycle=2023", "In 2023 six of eleven networks are at Most, five at Least.")]
    [InlineData("/cohorts/published/trajectories?cycle=2023", "In 2023 six of eleven networks are at Most, five at Least.")]
    [InlineData("/cohorts/demo?cycle=2025", "In 2025 the networks stand between Developing (Low) and Most.")]
    public async Task The_heading_names_the_year_that_was_chosen(string address, string heading)
    {
        Assert.Equal(heading, (await Html.Read(await app.SignedIn(Admin), address)).QuerySelector("h1")!.Words());
    }

    [Fact]
    public async Task A_chosen_cycle_without_ratings_is_told()
    {
        var page = await Html.Read(await app.SignedIn(Admin), "/cohorts/demo?cycle=2026");

        Assert.Contains(" Nobody is rated in 2026 yet. As of ", page.QuerySelector(".lede")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beside_the_problem_focus_stands_that_it_is_invented()
    {
        var page = await Html.Read(await app.SignedIn(Admin), "/cohorts/published");

        Assert.EndsWith("What each works on is as its profile says in “Published networks (problem focus invented)”.", page.QuerySelector("#focus + .intro")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Teams_by_stage_are_as_many_rows_as_their_file()
    {
        var page = await Html.Read(await app.SignedIn(Admin), "/cohorts/demo?cycle=2025");

        Assert.Equal(["No traction yet", "Started", "Building", "Sustaining", "Not said"], page.QuerySelectorAll("table.shares tbody th").Select(head => head.Words()));
        Assert.Contains("Teams by stage, 2025 (CSV, five rows)", page.Body!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_letters_of_the_domains_are_told_to_narrow_screens()
    {
        var page = await Html.Read(await app.SignedIn(Admin), "/cohorts/demo");

        Assert.Equal("HL is leadership, RE is roles, CI is improvement, NC is connections, CU is culture and CX is contexts.", page.QuerySelector("#domains + .intro .narrow")!.Words());
    }
}
