using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;
using NetworkHealth.Features.Accounts;
using NetworkHealth.Features.Demo;

namespace NetworkHealth.Tests.Features.Accounts;

/// <summary>Programs that use the API in the name of a person.</summary>
public sealed class TokenTests(DemoApp app) : IClassFixture<DemoApp>
{
    private const string Ratings = "/api/v1/cohorts/demo/ratings.csv";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_reads_what_its_person_may_read_and_the_change_names_the_person()
    {
        var (person, key) = await Made("leader@demo.example");

        string[] rows = (await Program(key).GetStringAsync(Ratings, Ct)).TrimEnd().Split("\r\n");

        Assert.True(rows.Length > 20);
        Assert.All(rows[1..], row => Assert.StartsWith($"demo,{DemoData.LeaderNetwork},", row, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await Program(key).GetAsync("/api/v1/cohorts/published/ratings.csv", Ct)).StatusCode);
        await using var db = await app.Db();
        Assert.Equal(person, (await db.Changes.Where(c => c.Action == ChangeAction.Exported).OrderBy(c => c.Number).LastAsync(Ct)).ActorId);
    }

    [Fact]
    public async Task What_was_never_a_token_is_401_also_for_somebody_signed_in()
    {
        var client = await app.SignedIn("admin@demo.example");

        foreach (string header in (string[])["Bearer nh_0000", "Bearer", "Basic YWRtaW46eA==", "nh_0000"])
        {
            client.DefaultRequestHeaders.Remove("Authorization");
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);
            await IsRefused(await client.GetAsync(Ratings, Ct));
        }
    }

    [Fact]
    public async Task Run_out_revoked_and_of_people_who_left_they_are_refused()
    {
        foreach (string email in (string[])["admin@demo.example", "researcher@demo.example"])
        {
            var (person, key) = await Made(email, TokenScopes.Read);
            await using var db = await app.Db();
            var tokens = db.ApiTokens.Where(token => token.Hash == ApiToken.HashOf(key));
            var people = db.Users.Where(p => p.Id == person);
            bool works = (await Program(key).GetAsync(Ratings, Ct)).StatusCode != HttpStatusCode.Unauthorized;
            Assert.True(works);

            var expires = await tokens.Select(token => token.ExpiresAt).SingleAsync(Ct);
            await tokens.ExecuteUpdateAsync(set => set.SetProperty(token => token.ExpiresAt, DateTimeOffset.UtcNow), Ct);
            await IsRefused(await Program(key).GetAsync(Ratings, Ct));
            await tokens.ExecuteUpdateAsync(set => set.SetProperty(token => token.ExpiresAt, expires), Ct);

            await people.ExecuteUpdateAsync(set => set.SetProperty(p => p.DeactivatedAt, DateTimeOffset.UtcNow), Ct);
            await IsRefused(await Program(key).GetAsync(Ratings, Ct));
            await people.ExecuteUpdateAsync(set => set.SetProperty(p => p.DeactivatedAt, (DateTimeOffset?)null), Ct);

            await people.ExecuteUpdateAsync(set => set.SetProperty(p => p.ErasedAt, DateTimeOffset.UtcNow), Ct);
            await IsRefused(await Program(key).GetAsync(Ratings, Ct));
            await people.ExecuteUpdateAsync(set => set.SetProperty(p => p.ErasedAt, (DateTimeOffset?)null), Ct);
            Assert.NotEqual(HttpStatusCode.Unauthorized, (await Program(key).GetAsync(Ratings, Ct)).StatusCode);

            await app.Get<Tokens>().Revoke(new Actor(person, []), await tokens.Select(token => token.Id).SingleAsync(Ct), Ct);
            await IsRefused(await Program(key).GetAsync(Ratings, Ct));
        }
    }

    [Fact]
    public async Task A_token_made_for_importing_alone_reads_nothing()
    {
        var (_, key) = await Made("admin@demo.example", TokenScopes.Import);

        var response = await Program(key).GetAsync(Ratings, Ct);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("Bearer error=\"insufficient_scope\"", response.Headers.WwwAuthenticate.ToString());
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_token_opens_no_page()
    {
        var (_, key) = await Made("admin@demo.example");

        Assert.Equal(HttpStatusCode.Redirect, (await Program(key).GetAsync("/cohorts", Ct)).StatusCode);
    }

    [Fact]
    public async Task Its_last_use_is_noted_once_a_minute_and_not_in_the_chain()
    {
        var (_, key) = await Made("leader@demo.example");
        await using var db = await app.Db();
        var token = db.ApiTokens.Where(t => t.Hash == ApiToken.HashOf(key));
        Task<DateTimeOffset?> LastUse() => token.Select(t => t.LastUsedAt).SingleAsync(Ct);
        long changes = (await db.AuditHead.AsNoTracking().SingleAsync(Ct)).Count;
        Assert.Null(await LastUse());

        await Program(key).GetAsync("/api/v1/nothing", Ct);
        await Eventually.Holds(async () => await LastUse() is not null); // noted beside the request
        var first = await LastUse();
        await Program(key).GetAsync("/api/v1/nothing", Ct);
        await Task.Delay(200, Ct);
        var second = await LastUse();
        await token.ExecuteUpdateAsync(set => set.SetProperty(t => t.LastUsedAt, DateTimeOffset.UtcNow.AddMinutes(-2)), Ct);
        await Program(key).GetAsync("/api/v1/nothing", Ct);

        Assert.Equal(first, second);
        await Eventually.Holds(async () => await LastUse() >= first);
        Assert.Equal(changes, (await db.AuditHead.AsNoTracking().SingleAsync(Ct)).Count);
    }

    [Fact]
    public async Task Nobody_makes_or_revokes_one_for_another_and_who_left_gets_none()
    {
        var (person, key) = await Made("funder@demo.example");
        await using var db = await app.Db();
        var id = await db.ApiTokens.Where(t => t.Hash == ApiToken.HashOf(key)).Select(t => t.Id).SingleAsync(Ct);
        var (tokens, other) = (app.Get<Tokens>(), new Actor(Guid.NewGuid(), []));
        long changes = (await db.AuditHead.AsNoTracking().SingleAsync(Ct)).Count;

        await Assert.ThrowsAsync<DomainRuleException>(() => tokens.Create(other, person, "script", TokenScopes.Read, 1, ct: Ct));
        await Assert.ThrowsAsync<DomainRuleException>(() => tokens.Create(other, other.PersonId!.Value, "script", TokenScopes.Read, 1, ct: Ct));
        await Assert.ThrowsAsync<DomainRuleException>(() => tokens.Revoke(other, id, Ct));
        Assert.Empty(await tokens.Own(other, Ct));
        Assert.Equal(changes, (await db.AuditHead.AsNoTracking().SingleAsync(Ct)).Count);
    }

    private async Task<(Guid Person, string Key)> Made(string email, TokenScopes scopes = TokenScopes.Read)
    {
        await using var db = await app.Db();
        var person = await db.Users.SingleAsync(p => p.Email == email, Ct);
        return (person.Id, await app.Get<Tokens>().Create(Actor.Operator, person.Id, "script", scopes, 30, ct: Ct));
    }

    private HttpClient Program(string key)
    {
        var client = app.CreateClient(new() { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    private static async Task IsRefused(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer error=\"invalid_token\"", response.Headers.WwwAuthenticate.ToString());
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Ct));
        Assert.Equal("This token is unknown, revoked or has run out.", json.RootElement.GetProperty("detail").GetString());
    }
}
