using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;
using NetworkHealth.Features.Accounts;
using NetworkHealth.Features.AuditTrail;

namespace NetworkHealth.Tests.Security;

/// <summary>Whoever is signed in and asks for what is not theirs is noted, by ids alone.</summary>
public sealed class RefusedAccessTests(DemoApp app) : IClassFixture<DemoApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_one_change_a_minute_for_each_person_and_route()
    {
        var client = await app.SignedIn("leader@demo.example");
        long before = await Last();

        foreach (string address in (string[])["/networks/demo/CPL", "/networks/published/MD1", "/networks/demo/nobody", "/networks/demo/CPL/trajectory"])
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(address, Ct)).StatusCode);

        await using var db = await app.Db();
        var person = await db.Users.SingleAsync(p => p.Email == "leader@demo.example", Ct);
        var network = await db.Networks.SingleAsync(n => n.Code == "CPL", Ct);
        var noted = await Since(before);
        Assert.Equal(["route:/networks/{Cohort}/{Code}", "route:/networks/{Cohort}/{Code}/trajectory"], noted.Select(change => change.Touched));
        Assert.All(noted, change => Assert.Equal((person.Id, (Guid?)network.CohortId), (change.ActorId!.Value, change.CohortId)));
        Assert.All(noted, change => Assert.Equal($$"""{"network":"{{network.Id}}"}""", change.Details));
        Assert.Null((await app.Get<AuditChain>().Verify(Ct)).Problem);
    }

    [Fact]
    public async Task At_once_it_is_still_one()
    {
        var client = await app.SignedIn("member@demo.example");
        long before = await Last();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.GetAsync("/networks/demo/CPL", Ct)));

        Assert.Single(await Since(before));
    }

    [Fact]
    public async Task Files_by_cookie_and_by_token_and_forms_are_noted_too()
    {
        var client = await app.SignedIn("funder@demo.example");
        await using var db = await app.Db();
        var person = await db.Users.SingleAsync(p => p.Email == "researcher@demo.example", Ct);
        var program = app.CreateClient();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer",
            await app.Get<Tokens>().Create(Actor.Operator, person.Id, "script", TokenScopes.Import, 1, ct: Ct));
        var token = (await Html.Read(client, "/")).QuerySelector("form[action='/account/sign-out'] input[type=hidden]")!;
        long before = await Last();

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/api/v1/cohorts/published/ratings.csv", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await program.GetAsync("/api/v1/cohorts/published/ratings.csv", Ct)).StatusCode);
        var posted = await client.PostAsync("/networks/demo/RIV/ratings/2026/submit",
            new FormUrlEncodedContent([new("_handler", "submit"), new(token.GetAttribute("name")!, token.GetAttribute("value")!)]), Ct);
        Assert.Equal(HttpStatusCode.SeeOther, posted.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(posted.Headers.Location, Ct)).StatusCode);

        var noted = await Since(before);
        Assert.Equal(["route:/api/v1/cohorts/{slug}/{file}.csv", "route:/api/v1/cohorts/{slug}/{file}.csv", "route:/networks/{Cohort}/{Code}/ratings/{Year:int}/submit"],
            noted.Select(change => change.Touched));
        Assert.Equal(person.Id, noted[1].ActorId);
    }

    [Fact]
    public async Task A_member_who_sends_what_the_leader_alone_sends_is_told_so_and_noted()
    {
        var member = await app.SignedIn("member@demo.example");
        await (await app.SignedIn("leader@demo.example")).Send("/networks/demo/RIV/ratings/2026", "begin");
        var token = (await Html.Read(member, "/")).QuerySelector("form[action='/account/sign-out'] input[type=hidden]")!;
        long before = await Last();

        foreach (string form in (string[])["submit", "discard"])
        {
            string address = $"/networks/demo/RIV/ratings/2026/{form}";
            var posted = await member.PostAsync(address, new FormUrlEncodedContent([new("_handler", form), new(token.GetAttribute("name")!, token.GetAttribute("value")!)]), Ct);

            Assert.Equal((HttpStatusCode.SeeOther, address), (posted.StatusCode, posted.Headers.Location!.OriginalString));
            Assert.Contains("Your hub leader", (await Html.Read(member, address)).QuerySelector("main")!.Words(), StringComparison.Ordinal);
        }

        const string Rating = "route:/networks/{Cohort}/{Code}/ratings/{Year:int}";
        Assert.Equal([$"{Rating}/submit", $"{Rating}/discard"], (await Since(before)).Select(change => change.Touched));
    }

    [Fact]
    public async Task Missing_pages_public_pages_and_strangers_leave_nothing()
    {
        var client = await app.SignedIn("evaluator@demo.example");
        var stranger = app.CreateClient(new() { AllowAutoRedirect = false });
        long before = await Last();

        foreach (string address in (string[])["/nowhere", "/networks", "/networks/demo/RIV/nowhere", "/missing.css", "/api/v1/nothing", "/framework/XX", "/not-found", "/problem/404"])
            await client.GetAsync(address, Ct);
        foreach (string address in (string[])["/networks/demo/RIV", "/api/v1/cohorts/demo/ratings.csv", "/framework/XX", "/nowhere"])
            await stranger.GetAsync(address, Ct);

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/cohorts/demo", Ct)).StatusCode);
        Assert.Empty(await Since(before));
    }

    private async Task<long> Last()
    {
        await using var db = await app.Db();
        return (await db.AuditHead.AsNoTracking().SingleAsync(Ct)).Count;
    }

    private async Task<List<Change>> Since(long number)
    {
        await using var db = await app.Db();
        return await db.Changes.AsNoTracking().Where(c => c.Number > number && c.Action == ChangeAction.AccessRefused).OrderBy(c => c.Number).ToListAsync(Ct);
    }
}
