using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NetworkHealth.Domain;
using NetworkHealth.Features.Accounts;
using NetworkHealth.Features.Demo;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace NetworkHealth.Tests.Security;

/// <summary>The log of a server with the settings it ships with names nobody and holds no secret.</summary>
public sealed class LogPrivacyTests
{
    private const string Email = "leader@demo.example", Wrong = "a wrong but private password", Client = "203.0.113.77";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static readonly string[] OfTheAddress = ["secret-of-the-link", "also-in-the-address", "asOf"];

    [Fact]
    public async Task Signing_in_failing_to_and_using_links_and_tokens_leaves_no_address_password_or_token()
    {
        var (log, key, token) = await LogOfAVisit();

        Assert.Contains("/account/sign-in", log, StringComparison.Ordinal);
        Assert.Contains("/api/v1/cohorts/demo/ratings.csv", log, StringComparison.Ordinal);
        foreach (string secret in (string[])[.. OfTheAddress, Email, Email.ToUpperInvariant(), "leader@", Wrong, DemoData.Password, key, key[3..], ApiToken.HashOf(key), "nh_", "the name of a script", "new@", token, Client])
            Assert.DoesNotContain(secret, log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_the_framework_s_own_request_lines_the_secrets_of_addresses_would_be_seen()
    {
        var (log, _, _) = await LogOfAVisit(log => log.MinimumLevel.Override("Microsoft.AspNetCore.Hosting", LogEventLevel.Information));

        Assert.All(OfTheAddress, secret => Assert.Contains(secret, log, StringComparison.Ordinal));
    }

    private static async Task<(string Log, string Key, string LinkToken)> LogOfAVisit(Func<LoggerConfiguration, LoggerConfiguration>? change = null)
    {
        var lines = new Lines();
        await using var app = new DemoApp();
        await app.InitializeAsync();
        await using var logged = app.With().WithWebHostBuilder(builder => builder.ConfigureLogging((context, logging) =>
        {
            var settings = new LoggerConfiguration().ReadFrom.Configuration(context.Configuration).WriteTo.Sink(lines);
            logging.ClearProviders().AddSerilog((change?.Invoke(settings) ?? settings).CreateLogger(), dispose: true);
        }));
        var client = logged.CreateClient(new() { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add(ClientAddress.Header, Client);

        Assert.Equal(HttpStatusCode.OK, (await TestApp.SignIn(client, Email, Wrong)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await TestApp.SignIn(client, Email)).StatusCode);
        await client.GetAsync("/account/set-password?person=00000000-0000-0000-0000-000000000000&token=secret-of-the-link", Ct);
        string link = await app.Invitation("new@example.org");
        await client.Send(link, "set-password", ("Input.Password", Wrong), ("Input.Again", Wrong));
        await using var db = await app.Db();
        var person = await db.Users.SingleAsync(p => p.Email == Email, Ct);
        string key = await app.Get<Tokens>().Create(Actor.Operator, person.Id, "the name of a script", TokenScopes.Read, 1, ct: Ct);
        foreach (string sent in (string[])[key, "nh_unknown"])
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", sent);
            await client.GetAsync("/api/v1/cohorts/demo/ratings.csv?asOf=2001-01-01&token=also-in-the-address", Ct);
        }

        return (string.Join('\n', lines.Written), key, link[(link.IndexOf("token=", StringComparison.Ordinal) + 6)..]);
    }

    private sealed class Lines : ILogEventSink
    {
        public ConcurrentQueue<string> Written { get; } = new();

        public void Emit(LogEvent logEvent) => Written.Enqueue(
            $"{logEvent.RenderMessage(null)} {string.Join(' ', logEvent.Properties.Select(property => $"{property.Key}={property.Value}"))} {logEvent.Exception}");
    }
}
