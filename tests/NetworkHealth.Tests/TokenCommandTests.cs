using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;

namespace NetworkHealth.Tests;

/// <summary>Making tokens at the command line.</summary>
public sealed class TokenCommandTests(DemoApp app) : IClassFixture<DemoApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(TokenScopes.Read, 90)]
    [InlineData(TokenScopes.Read | TokenScopes.Import, 7, "--days", "7", "--import")]
    public async Task It_prints_the_key_and_nothing_else(TokenScopes scopes, int days, params string[] further)
    {
        var client = app.CreateClient();

        var made = await Cli.Run(app.Connection, ["token", "create", "--email", "admin@demo.example", "--name", "nightly script", .. further]);

        Assert.Equal((0, ""), (made.Status, made.Problems));
        Assert.Matches("^nh_[0-9a-f]{64}\n$", made.Text);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", made.Text.Trim());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/cohorts/published/ratings.csv", Ct)).StatusCode);
        await using var db = await app.Db();
        var token = await db.ApiTokens.SingleAsync(t => t.Hash == ApiToken.HashOf(made.Text.Trim()), Ct);
        var change = await db.Changes.SingleAsync(c => c.Details.Contains(token.Id.ToString()), Ct);
        Assert.Equal((scopes, TimeSpan.FromDays(days), "nightly script"), (token.Scopes, token.ExpiresAt - token.CreatedAt, token.Name));
        Assert.Equal((ChangeAction.TokenCreated, null), (change.Action, change.ActorId));
        Assert.DoesNotContain("nightly", change.Details, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no account for this address.", "--email", "nobody@example.org", "--name", "x")]
    [InlineData("A token works for 1 to 366 days.", "--email", "admin@demo.example", "--name", "x", "--days", "367")]
    [InlineData("Name the token after what uses it.", "--email", "admin@demo.example", "--name", " ")]
    public async Task What_cannot_be_made_is_refused_in_a_sentence(string sentence, params string[] args)
    {
        _ = app.Services;

        var refused = await Cli.Run(app.Connection, ["token", "create", .. args]);

        Assert.Equal((1, "", sentence + "\n"), (refused.Status, refused.Text, refused.Problems));
    }

    [Fact]
    public async Task Without_a_name_it_is_wrong_usage() =>
        Assert.Equal(2, (await Cli.Run(app.Connection, ["token", "create", "--email", "admin@demo.example"])).Status);
}
