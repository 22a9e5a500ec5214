using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Features.Demo;
using NetworkHealth.Features.ResearchExport;

namespace NetworkHealth.Tests.Pages;

/// <summary>The files over HTTP.</summary>
public sealed class ApiTests(DemoApp app) : IClassFixture<DemoApp>
{
    private const string Ratings = "/api/v1/cohorts/demo/ratings.csv";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_cookie_the_answer_is_401_and_not_the_sign_in_page()
    {
        foreach (string address in (string[])[Ratings, "/api/v1/cohorts/nowhere/ratings.csv", "/api/v1/cohorts/demo/unknown.csv"])
        {
            var response = await app.CreateClient(new() { AllowAutoRedirect = false }).GetAsync(address, Ct);

            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        }
    }

    [Fact]
    public async Task An_administrator_gets_the_file_that_the_command_writes()
    {
        var client = await app.SignedIn("admin@demo.example");

        foreach (var file in Enum.GetValues<ExportFile>())
        {
            var response = await client.GetAsync($"/api/v1/cohorts/published/{file.Name()}.csv", Ct);
            var command = await Cli.Run(app.Connection, ["export", file.Name(), "--cohort", "published", "--out", "-"]);

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("text/csv; charset=utf-8", response.Content.Headers.ContentType?.ToString());
            Assert.Equal($"attachment; filename=\"published-{file.Name()}.csv\"", response.Content.Headers.ContentDisposition?.ToString());
            Assert.Equal("no-store, private", response.Headers.CacheControl?.ToString());
            Assert.Equal((0, ""), (command.Status, command.Problems));
            Assert.NotEmpty(command.Bytes);
            Assert.Equal(command.Bytes, await response.Content.ReadAsByteArrayAsync(Ct));
        }
    }

    [Fact]
    public async Task A_leader_gets_the_own_network_only()
    {
        var client = await app.SignedIn("leader@demo.example");

        string[] rows = (await client.GetStringAsync(Ratings, Ct)).TrimEnd().Split("\r\n");

        Assert.True(rows.Length > 20);
        Assert.All(rows[1..], row => Assert.StartsWith($"demo,{DemoData.LeaderNetwork},", row, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_not_there_and_what_is_not_yours_look_the_same()
    {
        var client = await app.SignedIn("leader@demo.example");

        var theirs = await client.GetAsync("/api/v1/cohorts/published/ratings.csv", Ct);
        var unknown = await client.GetAsync("/api/v1/cohorts/nowhere/ratings.csv", Ct);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (theirs.StatusCode, unknown.StatusCode));
        Assert.Equal("There is no such cohort.", await Detail(theirs));
        Assert.Equal("There is no such cohort.", await Detail(unknown));
        Assert.Equal(theirs.Content.Headers.ContentLength, unknown.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData("/api/v1/cohorts/demo/unknown.csv", HttpStatusCode.NotFound, "There is no such file.")]
    [InlineData(Ratings + "?asOf=yesterday", HttpStatusCode.BadRequest, "'yesterday' is not a time. Write it as 2026-03-31T12:00:00Z.")]
    [InlineData(Ratings + "?asOf=2026-13-01", HttpStatusCode.BadRequest, "'2026-13-01' is not a time. Write it as 2026-03-31T12:00:00Z.")]
    [InlineData(Ratings + "?asOf=2199-01-01T00:00:00Z", HttpStatusCode.BadRequest, "The time asked for has not passed yet, so nobody can say what will stand then.")]
    public async Task What_cannot_be_answered_is_told_as_problem_details(string address, HttpStatusCode status, string detail)
    {
        var client = await app.SignedIn("admin@demo.example");

        var response = await client.GetAsync(address, Ct);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(detail, await Detail(response));
    }

    [Theory]
    [InlineData(Ratings + "?identified=perhaps", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/nothing", HttpStatusCode.NotFound)]
    public async Task What_never_reaches_us_is_told_as_problem_details_too(string address, HttpStatusCode status)
    {
        var client = await app.SignedIn("admin@demo.example");

        var response = await client.GetAsync(address, Ct);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_time_before_the_first_rating_gives_a_header_alone()
    {
        var client = await app.SignedIn("admin@demo.example");

        Assert.Equal("cohort,network_code,year,subject,level,level_label,not_rated_reason,source,revision,rated_month,framework_version\r\n",
            await client.GetStringAsync(Ratings + "?asOf=2001-01-01", Ct));
        Assert.NotEqual(0, await (await app.Db()).Revisions.CountAsync(Ct));
    }

    private static async Task<string?> Detail(HttpResponseMessage response)
    {
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Ct));
        return json.RootElement.GetProperty("detail").GetString();
    }
}
