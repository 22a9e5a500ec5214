using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace NetworkHealth.BrowserTests;

/// <summary>What a server gets from a clean checkout: the script that the registry's package lacks, small transfers, no demo.</summary>
public sealed partial class PublishTests(PublishedApp published, LiveApp live) : IClassFixture<PublishedApp>, IClassFixture<LiveApp>
{
    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_page_is_served_compressed(string encoding)
    {
        using var client = new HttpClient(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.None });
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{published.Address}/method");
        request.Headers.Add("Accept-Encoding", encoding);

        var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal([encoding], response.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Blazors_script_is_served_compressed(string encoding)
    {
        using var client = new HttpClient(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.None });
        string page = await client.GetStringAsync($"{published.Address}/method", TestContext.Current.CancellationToken);
        string script = Script().Match(page).Groups[1].Value;
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{published.Address}/{script}");
        request.Headers.Add("Accept-Encoding", encoding);

        var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        byte[] bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal([encoding], response.Content.Headers.ContentEncoding);
        Assert.InRange(bytes.Length, 30_000, 90_000);
    }

    [Fact]
    public async Task The_forms_script_and_its_modules_are_served_compressed_and_never_older_than_the_server()
    {
        using var client = new HttpClient(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.None });
        string rating = await client.GetStringAsync($"{published.Address}/rating.js", TestContext.Current.CancellationToken);
        string[] modules = [.. Import().Matches(rating).Select(match => match.Groups[1].Value).Distinct()];
        Assert.Contains("rating-pending.js", modules);

        foreach (string script in (string[])["rating.js", .. modules])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{published.Address}/{script}");
            request.Headers.Add("Accept-Encoding", "br");
            var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("text/javascript", response.Content.Headers.ContentType?.MediaType);
            Assert.Equal(["br"], response.Content.Headers.ContentEncoding);
            Assert.True(response.Headers.CacheControl?.NoCache, "Kept without asking, modules of two versions could meet.");
            Assert.NotNull(response.Headers.ETag);
        }
    }

    [Fact]
    public async Task The_first_visit_of_a_reading_page_transfers_less_than_150_kB()
    {
        foreach (string address in (string[])["/account/sign-in", "/method"])
        {
            var page = await live.NewPage();
            await TransfersLittle(page, published.Address + address);
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task A_cohorts_pages_transfer_as_little_with_two_thousand_networks()
    {
        await LargeCohort.Create(live);
        await using var server = PublishedApp.On(live.Connection);
        await server.Start();
        var page = await live.NewPage(signedInAs: Site.Administrator, address: server.Address);
        // Whoever signs in has the look already; a visit without it is the first.
        var tools = await page.Context.NewCDPSessionAsync(page);
        await tools.SendAsync("Network.enable");
        await tools.SendAsync("Network.setCacheDisabled", new() { ["cacheDisabled"] = true });
        foreach (string address in (string[])["/cohorts/demo", "/cohorts/demo/trajectories", "/cohorts/demo/sustainability", "/cohorts/large", "/cohorts/large/trajectories", "/cohorts/large?cycle=2024&focus=other&page=2"])
            await TransfersLittle(page, server.Address + address);
        await page.Context.CloseAsync();
    }

    private static async Task TransfersLittle(IPage page, string address)
    {
        await page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        int bytes = await page.EvaluateAsync<int>(
            "() => [...performance.getEntriesByType('resource'), ...performance.getEntriesByType('navigation')].reduce((sum, r) => sum + r.transferSize, 0)");
        int html = await page.EvaluateAsync<int>("() => performance.getEntriesByType('navigation')[0].transferSize");
        Settings.Say($"{address}: {bytes} bytes on the first visit, {html} of them the page itself");
        Assert.InRange(bytes, 10_000, 150_000);
    }

    [Fact]
    public async Task An_empty_production_database_has_no_demo_and_says_how_to_begin()
    {
        var page = await live.NewPage();
        await page.GotoAsync($"{published.Address}/");
        await Assertions.Expect(page.GetByText("networkhealth admin create --email you@example.org")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("demo.example")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [GeneratedRegex("""src="(_framework/blazor\.web[^"]*\.js)""")]
    private static partial Regex Script();

    [GeneratedRegex("""from "\./([^"]+)";""")]
    private static partial Regex Import();
}
