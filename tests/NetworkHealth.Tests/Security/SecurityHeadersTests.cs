using System.Net;
using Microsoft.EntityFrameworkCore;

namespace NetworkHealth.Tests.Security;

/// <summary>What every answer tells the browser.</summary>
public sealed class SecurityHeadersTests(DemoApp app) : IClassFixture<DemoApp>
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; style-src-elem 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/account/sign-in", HttpStatusCode.OK)]
    [InlineData("/", HttpStatusCode.Redirect)]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/app.css", HttpStatusCode.OK)]
    [InlineData("/_framework/blazor.web.js", HttpStatusCode.OK)]
    [InlineData("/api/v1/cohorts/demo/ratings.csv", HttpStatusCode.Unauthorized)]
    [InlineData("/api/v1/nothing", HttpStatusCode.NotFound)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    public async Task A_stranger_s_answers_have_them(string address, HttpStatusCode status)
    {
        var response = await app.CreateClient(new() { AllowAutoRedirect = false }).GetAsync(address, Ct);

        Assert.Equal(status, response.StatusCode);
        Check(response);
    }

    [Fact]
    public async Task What_somebody_signed_in_is_shown_stays_in_no_cache_and_files_of_the_program_do()
    {
        var client = await app.SignedIn("leader@demo.example");

        foreach (string address in (string[])["/", "/method", "/networks/demo/RIV", "/networks/demo/RIV/ratings/2026", "/networks/demo/nobody", "/nowhere", "/api/v1/cohorts/demo/ratings.csv"])
        {
            var response = await client.GetAsync(address, Ct);
            Check(response);
            Assert.True(response.Headers.CacheControl?.NoStore, address);
        }

        var css = await client.GetAsync("/app.css", Ct);
        Check(css);
        Assert.False(css.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Refusals_have_them()
    {
        var client = await app.SignedIn("leader@demo.example");

        var forged = await client.PostAsync("/account/sign-out", new FormUrlEncodedContent([]), Ct);

        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Check(forged);
    }

    [Fact]
    public async Task Failures_have_them()
    {
        await using var broken = new DemoApp();
        await broken.InitializeAsync();
        var client = await broken.SignedIn("leader@demo.example");
        await using (var db = await broken.Db())
            await db.Database.ExecuteSqlRawAsync("DROP TABLE grants", Ct);

        foreach (string address in (string[])["/cohorts", "/api/v1/cohorts/demo/ratings.csv"])
        {
            var response = await client.GetAsync(address, Ct);
            Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
            Check(response);
        }
    }

    [Fact]
    public async Task Behind_https_browsers_are_told_to_stay_there_and_cookies_go_no_other_way()
    {
        await using var https = app.With(("PublicUrl", "https://health.example.org"));
        // The proxy speaks plain HTTP to us.
        var client = https.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });

        var page = await client.GetAsync("/account/sign-in", Ct);

        Check(page, isHttps: true);
        Check(await client.GetAsync("/nowhere", Ct), isHttps: true);
        Assert.All(page.Headers.GetValues("Set-Cookie"), Guarded);
    }

    [Fact]
    public async Task Cookies_are_unseen_by_scripts_and_not_sent_along_by_other_sites()
    {
        await using var https = app.With(("PublicUrl", "https://health.example.org"));
        var client = https.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") });

        var signedIn = await TestApp.SignIn(client, "leader@demo.example");

        string[] cookies = [.. signedIn.Headers.GetValues("Set-Cookie")];
        Assert.Contains(cookies, cookie => cookie.StartsWith("networkhealth=", StringComparison.Ordinal));
        Assert.All(cookies, Guarded);
    }

    private static void Guarded(string cookie)
    {
        Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Matches("; samesite=(lax|strict)", cookie.ToLowerInvariant());
    }

    private static void Check(HttpResponseMessage response, bool isHttps = false)
    {
        string? One(string name) => response.Headers.TryGetValues(name, out var values) ? Assert.Single(values) : null;

        Assert.Equal(Policy, One("Content-Security-Policy"));
        Assert.Equal("nosniff", One("X-Content-Type-Options"));
        Assert.Equal("DENY", One("X-Frame-Options"));
        Assert.Equal("same-origin", One("Referrer-Policy"));
        Assert.Equal("same-origin", One("Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", One("Cross-Origin-Resource-Policy"));
        Assert.StartsWith("publickey-credentials-get=(self), publickey-credentials-create=(self), camera=()", One("Permissions-Policy"), StringComparison.Ordinal);
        Assert.Equal(isHttps ? "max-age=31536000" : null, One("Strict-Transport-Security"));
        Assert.NotNull(response.Headers.CacheControl);
        Assert.Null(One("Server"));
    }
}
