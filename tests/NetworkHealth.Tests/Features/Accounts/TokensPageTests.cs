using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;
using NetworkHealth.Features.Demo;

namespace NetworkHealth.Tests.Features.Accounts;

/// <summary>Where people make and revoke their tokens.</summary>
public sealed class TokensPageTests(DemoApp app) : IClassFixture<DemoApp>
{
    private const string Page = "/account/tokens";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_is_made_its_key_shown_once_and_revoked()
    {
        var client = await app.SignedIn("leader@demo.example");
        Assert.Equal("No tokens yet", (await Html.Read(client, Page)).QuerySelector("#own")!.Words());

        var made = await Post(client, "token", new("Input.Name", "<b>yearly</b> report"), new("Input.Days", "30"), new("Input.Imports", "true"));
        string key = made.QuerySelector("#key")!.Words();
        var again = await Html.Read(client, Page);

        Assert.Matches("^nh_[0-9a-f]{64}$", key);
        Assert.Null(again.QuerySelector("#key"));
        var row = again.QuerySelectorAll("tbody tr").Single();
        Assert.Equal("<b>yearly</b> report", row.QuerySelector("th")!.Words());
        Assert.Equal(["read and import", "never"], [row.Children[1].Words(), row.Children[3].Words()]);
        var program = app.CreateClient();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/v1/cohorts/demo/ratings.csv", Ct)).StatusCode);
        await Eventually.Holds(async () => (await Html.Read(client, Page)).QuerySelector("tbody tr")!.Children[3].Words() != "never");

        var after = await Post(client, "revoke", new KeyValuePair<string, string>("Revoked", row.QuerySelector("button")!.GetAttribute("value")!));

        Assert.Equal("No tokens yet", after.QuerySelector("#own")!.Words());
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync("/api/v1/cohorts/demo/ratings.csv", Ct)).StatusCode);
        await ChainHoldsNoName();
    }

    [Theory]
    [InlineData("", "30", "Name the token after what uses it.")]
    [InlineData("script", "400", "A token works for 1 to 366 days.")]
    [InlineData("script", "0", "A token works for 1 to 366 days.")]
    public async Task What_cannot_be_made_is_told(string name, string days, string sentence)
    {
        var client = await app.SignedIn("member@demo.example");

        var page = await Post(client, "token", new("Input.Name", name), new("Input.Days", days));

        Assert.Contains(sentence, page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#key"));
    }

    [Fact]
    public async Task What_another_person_has_is_not_revoked()
    {
        var (client, other) = (await app.SignedIn("evaluator@demo.example"), await app.SignedIn("funder@demo.example"));
        await Post(client, "token", new("Input.Name", "mine"), new("Input.Days", "30"));
        await Post(other, "token", new("Input.Name", "theirs"), new("Input.Days", "30"));
        string mine = (await Html.Read(client, Page)).QuerySelector("tbody button")!.GetAttribute("value")!;

        var page = await Post(other, "revoke", new KeyValuePair<string, string>("Revoked", mine));

        Assert.Equal("There is no such token.", page.QuerySelector("[role=alert]")!.Words());
        Assert.Single((await Html.Read(client, Page)).QuerySelectorAll("tbody tr"));
    }

    private static async Task<IHtmlDocument> Post(HttpClient client, string form, params KeyValuePair<string, string>[] fields)
    {
        var page = await Html.Read(client, Page);
        var response = await client.PostAsync(Page, new FormUrlEncodedContent([.. Html.HiddenFields(page, form), new("Input.Password", DemoData.Password), .. fields]), Ct);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return Html.Parse(await response.Content.ReadAsStringAsync(Ct));
    }

    private async Task ChainHoldsNoName()
    {
        await using var db = await app.Db();
        var token = await db.ApiTokens.SingleAsync(t => t.RevokedAt != null, Ct);
        var changes = await db.Changes.Where(c => c.Touched == $"person:{token.PersonId}" && c.Details.Contains(token.Id.ToString())).OrderBy(c => c.Number).ToListAsync(Ct);

        Assert.Equal([ChangeAction.TokenCreated, ChangeAction.TokenRevoked], changes.Select(change => change.Action));
        Assert.All(changes, change => Assert.Equal(token.PersonId, change.ActorId));
        Assert.Equal($$"""{"token":"{{token.Id}}","reads":true,"imports":true,"days":30}""", changes[0].Details);
        Assert.Equal($$"""{"token":"{{token.Id}}"}""", changes[1].Details);
    }
}
