using System.Net;

namespace NetworkHealth.Tests.Pages;

/// <summary>Every page: who sees it, and what the published table shows.</summary>
public sealed class PagesTests(DemoApp app) : IClassFixture<DemoApp>
{
    private const string Nothing = "There is nothing at this address.";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("leader@demo.example", "/,/networks/demo/RIV,/networks/demo/RIV/trajectory,/networks/demo/RIV/trajectory/label?subject=HL&source=self,/networks/demo/RIV?source=external,/networks/demo/RIV/ratings/2025/report,/networks/demo/RIV/ratings/2025/history,/networks/demo/RIV/ratings/2026/prepare,/networks/demo/RIV/context,/networks/demo/RIV/context?year=2025,/networks/demo/RIV/context/profile,/networks/demo/RIV/teams,/cohorts,/cohorts/demo,/cohorts/demo/trajectories,/method")]
    [InlineData("member@demo.example", "/,/networks/demo/RIV,/networks/demo/RIV/trajectory,/networks/demo/RIV/context,/networks/demo/RIV/teams,/cohorts/demo,/method")]
    [InlineData("admin@demo.example", "/,/networks/demo/RIV,/networks/published/MD1,/networks/published/LD2/trajectory,/cohorts,/cohorts/demo,/cohorts/published/trajectories,/method")]
    [InlineData("evaluator@demo.example", "/,/networks/demo/RIV,/networks/demo/CPL/trajectory,/networks/demo/RIV/trajectory?source=external,/networks/demo/RIV/trajectory/label,/cohorts,/cohorts/demo,/cohorts/demo/trajectories?source=external,/method")]
    [InlineData("funder@demo.example", "/,/cohorts,/method,/networks/demo/TGN/context,/networks/demo/TGN/context?year=2025,/networks/demo/TGN/teams")]
    [InlineData("researcher@demo.example", "/,/cohorts,/method")]
    public async Task A_page_opens_for_whom_it_is_meant(string email, string addresses)
    {
        var client = await app.SignedIn(email);

        foreach (string address in addresses.Split(','))
        {
            var page = await Html.Read(client, address);

            Assert.NotEmpty(page.QuerySelector("main h1")!.Words());
            Assert.NotEqual(Nothing, page.QuerySelector("main h1")!.Words());
            Assert.EndsWith("NetworkHealth", page.Title, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("leader@demo.example", "/networks/demo/RIV/trajectory/label?source=external,/networks/demo/RIV/trajectory/label?subject=XX,/networks/demo/CPL/trajectory/label,/networks/demo/CPL,/networks/demo/CPL/trajectory,/networks/published/MD1,/cohorts/published,/networks/demo/riv")]
    [InlineData("member@demo.example", "/networks/demo/RIV/trajectory/label,/networks/demo/CPL,/networks/demo/RIV/context/profile,/networks/demo/CPL/context,/networks/demo/RIV/teams?team=T99,/cohorts/published/trajectories")]
    [InlineData("evaluator@demo.example", "/networks/demo/RIV/context,/networks/demo/RIV/teams,/networks/demo/RIV?source=self,/networks/demo/RIV/trajectory?source=self,/networks/published/MD1,/cohorts/published,/networks/demo/RIV/trajectory/label?source=self")]
    [InlineData("funder@demo.example", "/networks/demo/HFM/context,/networks/demo/HFM/teams,/networks/demo/CPL/context,/networks/demo/TGN/context/profile,/networks/demo/CPL/trajectory,/networks/demo/RIV/trajectory/label,/networks/demo/RIV/sharing,/networks/demo/RIV/ratings/2025/report,/networks/demo/JUN/ratings/2025/history,/networks/published/MD1,/cohorts/published")]
    [InlineData("researcher@demo.example", "/networks/demo/RIV,/cohorts/demo")]
    [InlineData("admin@demo.example", "/networks/demo/RIV/trajectory/label,/networks/demo/XXX,/networks/nowhere/RIV,/cohorts/nowhere,/cohorts/DEMO,/nowhere,/networks/demo/RIV/nowhere")]
    public async Task What_is_not_yours_is_not_found_like_what_is_not_there(string email, string addresses)
    {
        var client = await app.SignedIn(email);

        foreach (string address in addresses.Split(','))
            await IsNotFound(await client.GetAsync(address, Ct));
    }

    [Theory]
    [InlineData("/", "%2F")]
    [InlineData("/cohorts", "%2Fcohorts")]
    [InlineData("/cohorts/demo?source=self", "%2Fcohorts%2Fdemo%3Fsource%3Dself")]
    [InlineData("/cohorts/nowhere", "%2Fcohorts%2Fnowhere")]
    [InlineData("/networks/demo/RIV", "%2Fnetworks%2Fdemo%2FRIV")]
    [InlineData("/networks/demo/RIV/trajectory", "%2Fnetworks%2Fdemo%2FRIV%2Ftrajectory")]
    [InlineData("/networks/demo/RIV/ratings/2025/report", "%2Fnetworks%2Fdemo%2FRIV%2Fratings%2F2025%2Freport")]
    [InlineData("/networks/demo/RIV/ratings/2025/history", "%2Fnetworks%2Fdemo%2FRIV%2Fratings%2F2025%2Fhistory")]
    [InlineData("/networks/demo/RIV/ratings/2026/prepare", "%2Fnetworks%2Fdemo%2FRIV%2Fratings%2F2026%2Fprepare")]
    [InlineData("/networks/demo/RIV/trajectory/label?subject=HL", "%2Fnetworks%2Fdemo%2FRIV%2Ftrajectory%2Flabel%3Fsubject%3DHL")]
    public async Task A_stranger_is_asked_to_sign_in_and_comes_back(string address, string returnUrl)
    {
        var response = await app.CreateClient(new() { AllowAutoRedirect = false }).GetAsync(address, Ct);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal($"/account/sign-in?returnUrl={returnUrl}", response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_stranger_may_read_the_method_sign_in_and_is_told_what_is_not_there()
    {
        var client = app.CreateClient(new() { AllowAutoRedirect = false });

        Assert.Equal("How a label is made", (await Html.Read(client, "/method")).QuerySelector("h1")!.Words());
        Assert.Equal("How healthy is your network this year, and what will last?", (await Html.Read(client, "/account/sign-in")).QuerySelector("h1")!.Words());
        Assert.Equal("Choose how to sign in", (await Html.Read(client, "/account/set-password")).QuerySelector("h1")!.Words());
        await IsNotFound(await client.GetAsync("/nowhere", Ct));
    }

    [Fact]
    public async Task The_published_table_stands_as_it_was_published()
    {
        var cells = new Dictionary<string, string>
        {
            ["Least"] = "Least",
            ["Dev (Low)"] = "Low",
            ["Dev (Mid)"] = "Mid",
            ["Dev (High)"] = "High",
            ["Most"] = "Most",
            [""] = "– not rated",
        };
        string[][] file = [.. (await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "Files", "published-trajectories.csv"), Ct)).Select(row => row.Split(','))];

        var page = await Html.Read(await app.SignedIn("admin@demo.example"), "/cohorts/published/trajectories");

        Assert.Equal(["2019", "2021", "2022", "2023"], page.QuerySelectorAll("thead th.yr").Select(year => year.Words()));
        // Two tables there, one of the most and one of the least developed; two groups of one table here.
        Assert.Equal(["At Most in 2023 · six networks", "At Least in 2023 · five networks"], page.QuerySelectorAll("tr.group").Select(group => group.Words()));
        Assert.Equal([6, 5], page.QuerySelectorAll("section[aria-labelledby=labels] tbody").Select(group => group.QuerySelectorAll("tr:not(.group)").Length));
        var rows = page.QuerySelectorAll("section[aria-labelledby=labels] tbody tr:not(.group)").Select(row => string.Join(',',
            row.QuerySelectorAll("th a, td.lv, td.story b").Select(cell => cell.Words())));
        Assert.Equal(11, rows.Count());
        Assert.Equal(file[1..].Select(row => string.Join(',', [row[0], .. row[1..^1].Select(level => cells[level]), row[^1]])), rows);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/method")]
    [InlineData("/framework")]
    [InlineData("/framework/HL")]
    [InlineData("/framework/form")]
    [InlineData("/cohorts")]
    [InlineData("/cohorts/demo/trajectories")]
    [InlineData("/networks/demo/RIV")]
    [InlineData("/networks/demo/RIV/trajectory")]
    [InlineData("/networks/demo/RIV/ratings/2025/report")]
    [InlineData("/networks/demo/RIV/people")]
    [InlineData("/networks/demo/RIV/context")]
    [InlineData("/networks/demo/RIV/teams")]
    [InlineData("/admin/people")]
    [InlineData("/admin/cohorts/demo")]
    [InlineData("/admin/cohorts/demo/networks/RIV")]
    [InlineData("/admin/import")]
    [InlineData("/admin/audit")]
    public async Task A_page_holds_no_script_in_itself(string address)
    {
        var page = await Html.Read(await app.SignedIn("admin@demo.example"), address);

        Assert.Collection(page.Scripts,
            script => Assert.Matches(@"^_framework/blazor\.web\.?\w*\.js$", script.GetAttribute("src")),
            script => Assert.Matches(@"^app\.?\w*\.js$", script.GetAttribute("src")));
        Assert.All(page.Scripts, script => Assert.Empty(script.TextContent));
        var attributes = page.All.SelectMany(element => element.Attributes).ToList();
        Assert.DoesNotContain(attributes, attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(attributes, attribute => attribute.Value.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase));
    }

    private static async Task IsNotFound(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var page = Html.Parse(await response.Content.ReadAsStringAsync(Ct));
        Assert.Equal(Nothing, page.QuerySelector("main h1")!.Words());
        Assert.Equal(["/", "/method"], page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")));
    }
}
