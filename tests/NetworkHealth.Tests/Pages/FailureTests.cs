using System.Net;
using Microsoft.EntityFrameworkCore;

namespace NetworkHealth.Tests.Pages;

/// <summary>A failure is a page with a number that stands in the log.</summary>
public sealed class FailureTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("DROP TABLE revision_grounds", "/networks/demo/RIV")]
    [InlineData("DROP TABLE grants", "/cohorts")]
    public async Task A_failing_page_gives_a_number_that_stands_in_the_log(string harm, string address)
    {
        await using var app = new DemoApp();
        await app.InitializeAsync();
        var client = await app.SignedIn("leader@demo.example");
        await Do(app, harm);

        var response = await client.GetAsync(address, Ct);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        string html = await response.Content.ReadAsStringAsync(Ct);
        var page = Html.Parse(html);
        Assert.Equal("Something went wrong on our side.", page.QuerySelector("main h1")!.Words());
        string reference = page.QuerySelector("main .notice b")!.Words();
        Assert.Matches("^[0-9A-F]{8}$", reference);
        Assert.Contains(app.Log.Lines, line => line.StartsWith($"Error: Failure {reference} at GET {address}", StringComparison.Ordinal));
        Assert.DoesNotContain(harm.Split(' ')[^1], html, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_file_gives_problem_details_with_the_number()
    {
        await using var app = new DemoApp();
        await app.InitializeAsync();
        var client = await app.SignedIn("leader@demo.example");
        await Do(app, "DROP TABLE grants");

        var response = await client.GetAsync("/api/v1/cohorts/demo/ratings.csv", Ct);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        string reference = System.Text.RegularExpressions.Regex.Match(await response.Content.ReadAsStringAsync(Ct), "noted under the number ([0-9A-F]{8})").Groups[1].Value;
        Assert.Contains(app.Log.Lines, line => line.StartsWith($"Error: Failure {reference} at GET /api/v1/cohorts/demo/ratings.csv", StringComparison.Ordinal));
    }

    private static async Task Do(TestApp app, string harm)
    {
        await using var db = await app.Db();
        await db.Database.ExecuteSqlRawAsync(harm, Ct);
    }
}
