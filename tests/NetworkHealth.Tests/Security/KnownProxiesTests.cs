using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using NetworkHealth.Domain;
using NetworkHealth.Shell.Security;

namespace NetworkHealth.Tests.Security;

/// <summary>Only a known proxy is believed when it says for whom it asks.</summary>
public sealed class KnownProxiesTests(DemoApp app) : IClassFixture<DemoApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("10.0.0.5", "10.0.0.5")]
    [InlineData("192.0.2.1, 10.0.0.0/8", "10.0.0.5")]
    [InlineData("10.0.0.0/8", "::ffff:10.0.0.5")]
    [InlineData("fd00::/8", "fd00::5")]
    public async Task Behind_a_known_proxy_each_client_is_counted_alone(string known, string proxy)
    {
        await using var behind = app.With(("KnownProxies", known), ("Limits:SignInsPerAddress", "1"));

        Assert.Equal(HttpStatusCode.OK, await Try(behind, proxy, "203.0.113.1"));
        Assert.Equal(HttpStatusCode.OK, await Try(behind, proxy, "203.0.113.2"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await Try(behind, proxy, "203.0.113.2"));
    }

    [Theory]
    [InlineData("", "10.0.0.5")]
    [InlineData("", "127.0.0.1")]
    [InlineData("10.0.0.5", "10.0.0.6")]
    [InlineData("10.0.0.0/8", "11.0.0.1")]
    public async Task Nobody_else_can_say_to_be_another(string known, string client)
    {
        await using var behind = app.With(("KnownProxies", known), ("Limits:SignInsPerAddress", "1"));

        Assert.Equal(HttpStatusCode.OK, await Try(behind, client, "203.0.113.1"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await Try(behind, client, "203.0.113.2"));
    }

    [Fact]
    public async Task What_a_client_tells_the_known_proxy_is_not_believed()
    {
        await using var behind = app.With(("KnownProxies", "10.0.0.5"), ("Limits:SignInsPerAddress", "1"));

        Assert.Equal(HttpStatusCode.OK, await Try(behind, "10.0.0.5", "198.51.100.1, 203.0.113.1"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await Try(behind, "10.0.0.5", "198.51.100.2, 203.0.113.1"));
    }

    [Theory]
    [InlineData("10.0.0.5", true)]
    [InlineData("10.0.0.6", false)]
    public async Task The_scheme_counts_with_the_address(string proxy, bool isSecure)
    {
        await using var behind = app.With(("KnownProxies", "10.0.0.5"));
        var client = From(behind, proxy, "203.0.113.1");
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        var page = await client.GetAsync("/account/sign-in", Ct);

        Assert.All(page.Headers.GetValues("Set-Cookie"), cookie => Assert.Equal(isSecure, cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("10.0.0.5/33")]
    [InlineData("10.0.0.5/")]
    public void What_is_no_address_is_told(string setting) =>
        Assert.Equal($"KnownProxies: '{setting}' is no address such as 10.0.0.5 and no network such as 10.0.0.0/8.",
            Assert.Throws<DomainRuleException>(() => KnownProxies.Read(setting)).Message);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" , ")]
    public void Nothing_said_is_nobody(string? setting) => Assert.Null(KnownProxies.Read(setting));

    private static HttpClient From(WebApplicationFactory<Shell.App> behind, string address, string forwardedFor)
    {
        var client = behind.CreateClient(new() { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add(ClientAddress.Header, address);
        client.DefaultRequestHeaders.Add("X-Forwarded-For", forwardedFor);
        return client;
    }

    private static async Task<HttpStatusCode> Try(WebApplicationFactory<Shell.App> behind, string address, string forwardedFor) =>
        (await TestApp.SignIn(From(behind, address, forwardedFor), "nobody@example.org", "not the password")).StatusCode;
}
