using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using NetworkHealth.Domain;
using NetworkHealth.Features.Accounts;
using NetworkHealth.Shell.Security;

namespace NetworkHealth.Tests.Security;

/// <summary>Who asks too often is told to wait, by account and by network address.</summary>
public sealed class RateLimitTests(DemoApp app) : IClassFixture<DemoApp>
{
    private const string Ratings = "/api/v1/cohorts/demo/ratings.csv";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_account_has_few_tries_a_minute_from_wherever_and_others_go_on()
    {
        await using var limited = app.With(("Limits:SignInsPerAccount", "3"));

        for (int i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.OK, (await Try(limited, $"10.0.0.{i}", "Nobody@example.org")).StatusCode);
        var fourth = await Try(limited, "10.0.0.9", " nobody@example.org");
        var other = await Try(limited, "10.0.0.9", "somebody@example.org");

        await IsToldOnAPage(fourth);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task An_address_has_its_tries_whatever_account_and_others_go_on()
    {
        await using var limited = app.With(("Limits:SignInsPerAddress", "2"));

        for (int i = 0; i < 2; i++)
            Assert.Equal(HttpStatusCode.OK, (await Try(limited, "10.1.0.1", $"{i}@example.org")).StatusCode);

        await IsToldOnAPage(await Try(limited, "10.1.0.1", "third@example.org"));
        Assert.Equal(HttpStatusCode.OK, (await Try(limited, "10.1.0.2", "third@example.org")).StatusCode);
    }

    [Fact]
    public async Task Reading_pages_is_never_counted()
    {
        await using var limited = app.With(("Limits:SignInsPerAddress", "1"), ("Limits:ApiPerAddress", "1"));
        var client = From(limited, "10.2.0.1");

        for (int i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/account/sign-in", Ct)).StatusCode);
    }

    [Fact]
    public async Task Guessing_tokens_from_one_address_ends_in_problem_details()
    {
        await using var limited = app.With(("Limits:ExportsPerAddress", "2"));
        var client = From(limited, "10.3.0.1");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "nh_guess");

        for (int i = 0; i < 2; i++)
            Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(Ratings, Ct)).StatusCode);

        await IsToldAsProblem(await client.GetAsync(Ratings, Ct));
    }

    [Fact]
    public async Task Whatever_else_is_under_api_has_a_limit_of_its_own()
    {
        await using var limited = app.With(("Limits:ApiPerAddress", "2"), ("Limits:ExportsPerAddress", "9"));
        var client = From(limited, "10.4.0.1");

        for (int i = 0; i < 2; i++)
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/api/v1/nothing", Ct)).StatusCode);

        await IsToldAsProblem(await client.GetAsync("/api/v1/nothing", Ct));
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(Ratings, Ct)).StatusCode);
    }

    [Fact]
    public async Task A_person_takes_so_many_files_a_minute_by_cookie_and_tokens_together()
    {
        await using var limited = app.With(("Limits:ExportsPerAccount", "2"));
        var browser = From(limited, "10.5.0.1");
        await TestApp.SignIn(browser, "leader@demo.example");
        var program = From(limited, "10.5.0.2");
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await Key("leader@demo.example"));

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(Ratings, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync(Ratings, Ct)).StatusCode);
        await using var db = await app.Db();
        int exports = await db.Changes.CountAsync(c => c.Action == ChangeAction.Exported, Ct);

        await IsToldAsProblem(await browser.GetAsync(Ratings, Ct));
        await IsToldAsProblem(await program.GetAsync(Ratings, Ct));
        Assert.Equal(exports, await db.Changes.CountAsync(c => c.Action == ChangeAction.Exported, Ct));
    }

    [Theory]
    [InlineData("10.0.0.1", "10.0.0.1")]
    [InlineData("::ffff:10.0.0.1", "10.0.0.1")]
    [InlineData("2001:db8:1:2::1", "20010DB800010002")]
    [InlineData("2001:db8:1:2:ffff::1", "20010DB800010002")]
    public void A_network_of_IPv6_counts_as_one_address(string address, string counted) =>
        Assert.Equal(counted, RateLimits.Counted(IPAddress.Parse(address)));

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("many")]
    public void A_limit_that_is_none_is_told(string limit)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Limits:ApiPerAccount", limit)]).Build();

        var refused = Assert.Throws<DomainRuleException>(() => Limits.Read(configuration));

        Assert.Equal("The settings under Limits cannot be read. Each is a whole number from 1 up.", refused.Message);
    }

    private static HttpClient From(WebApplicationFactory<Shell.App> limited, string address)
    {
        var client = limited.CreateClient(new() { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add(ClientAddress.Header, address);
        return client;
    }

    private static Task<HttpResponseMessage> Try(WebApplicationFactory<Shell.App> limited, string address, string email) =>
        TestApp.SignIn(From(limited, address), email, "not the password");

    private async Task<string> Key(string email)
    {
        await using var db = await app.Db();
        var person = await db.Users.SingleAsync(p => p.Email == email, Ct);
        return await app.Get<Tokens>().Create(Actor.Operator, person.Id, "script", TokenScopes.Read, 1, ct: Ct);
    }

    private static async Task IsToldOnAPage(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.InRange(response.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        var page = Html.Parse(await response.Content.ReadAsStringAsync(Ct));
        Assert.Equal("This was tried too often within a minute. Wait a minute, then try once more. Nothing was changed.", page.QuerySelector("main .lede")!.Words());
    }

    private static async Task IsToldAsProblem(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        int seconds = (int)response.Headers.RetryAfter!.Delta!.Value.TotalSeconds;
        Assert.InRange(seconds, 1, 60);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Ct));
        Assert.Equal($"This was asked too often. Ask again in {seconds} seconds.", json.RootElement.GetProperty("detail").GetString());
    }
}
