using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Features.Accounts;
using NetworkHealth.Features.AnnualRating;
using NetworkHealth.Features.Cohorts;
using NetworkHealth.Features.Demo;

namespace NetworkHealth.Tests.Pages;

/// <summary>Who may open which page of a rating, and who changes something by posting to it.</summary>
public sealed class RatingAccessTests(DemoApp app) : IClassFixture<DemoApp>, IAsyncLifetime
{
    private const string Leader = "leader@demo.example", OtherLeader = "cpl@demo.example";

    private static readonly string[] Pages = ["", "submit", "discard", "prepare", "history", "report"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        if (await people.FindByEmailAsync(OtherLeader) is not null)
            return;
        Assert.True((await people.CreateAsync(new Person { UserName = OtherLeader, Email = OtherLeader, EmailConfirmed = true }, DemoData.Password)).Succeeded);
        await scope.ServiceProvider.GetRequiredService<Roles>().Give(Actor.Operator, OtherLeader, Role.HubLeader, new RoleScope("demo", "CPL"), Ct);
        foreach (var source in RatingSourceWords.All)
            await Submitted(2026, source, reopened: true);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(Leader, "self", "rating submit discard prepare history report")]
    [InlineData("member@demo.example", "self", "rating submit discard prepare history report")]
    [InlineData("admin@demo.example", "self", "rating report")]
    [InlineData("evaluator@demo.example", "self", "")]
    [InlineData("funder@demo.example", "self", "")]
    [InlineData("researcher@demo.example", "self", "")]
    [InlineData(OtherLeader, "self", "")]
    [InlineData(Leader, "external", "rating report")]
    [InlineData("member@demo.example", "external", "rating report")]
    [InlineData("admin@demo.example", "external", "rating report")]
    [InlineData("evaluator@demo.example", "external", "rating submit discard prepare history report")]
    [InlineData("funder@demo.example", "external", "")]
    [InlineData("researcher@demo.example", "external", "")]
    [InlineData(OtherLeader, "external", "")]
    public async Task A_page_opens_for_whom_it_is_meant(string email, string source, string opens)
    {
        var client = await app.SignedIn(email);
        var open = new List<string>();
        foreach (string page in Pages)
        {
            var response = await client.GetAsync(Address(2026, source, page), Ct);
            Assert.Contains(response.StatusCode, new[] { HttpStatusCode.OK, HttpStatusCode.NotFound });
            if (response.StatusCode == HttpStatusCode.OK)
                open.Add(page.Length == 0 ? "rating" : page);
        }

        Assert.Equal(opens, string.Join(' ', open));
    }

    [Theory]
    [InlineData("self")]
    [InlineData("external")]
    public async Task A_stranger_is_asked_to_sign_in(string source)
    {
        var stranger = app.CreateClient(new() { AllowAutoRedirect = false });

        foreach (string page in Pages)
        {
            var response = await stranger.GetAsync(Address(2026, source, page), Ct);
            Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
            Assert.StartsWith("/account/sign-in?returnUrl=", response.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }
    }

    // Each of the states in which a page has the form, so that the refusal is of the person and not of the moment.
    [Theory]
    [InlineData(2031, "nothing", "begin")]
    [InlineData(2032, "submitted", "reopen")]
    [InlineData(2033, "reopened", "say-why")]
    [InlineData(2034, "reopened", "submit")]
    [InlineData(2035, "reopened", "discard")]
    [InlineData(2036, "overtaken", "go-on")]
    [InlineData(2037, "aged", "move")]
    public async Task Who_may_not_changes_nothing_by_posting(int year, string state, string handler)
    {
        await app.Get<Cycles>().Open(Actor.Operator, "demo", year, ct: Ct);
        if (state != "nothing")
            await Submitted(year, RatingSource.Self, reopened: state != "submitted");
        if (state == "overtaken")
            await new SubmittedRevision(year, SubmittedRevision.All(Level.Most)) { Reason = "Meanwhile." }.Into(app);
        if (state == "aged")
            await Age(year);
        var leader = await app.SignedIn(Leader);
        string page = handler is "say-why" or "submit" ? "submit" : handler == "discard" ? "discard" : "";
        string address = Address(year, "self", page);
        string edition = (await Html.Read(leader, address)).QuerySelector("input[name=Edition]")?.GetAttribute("value") ?? "";

        foreach (string email in new[] { "member@demo.example", "evaluator@demo.example", "admin@demo.example", OtherLeader })
        {
            if ((email, handler) is ("member@demo.example", "begin")) // who may
                continue;
            var client = await app.SignedIn(email);
            string[] trail = ["audit_changes", "audit_head"]; // where a refusal is noted
            string before = await Fingerprint.Of(app, trail);
            await Post(client, address, handler, edition);
            Assert.True(before == await Fingerprint.Of(app, trail), $"{email} changed something by {handler}.");
        }

        string unchanged = await Fingerprint.Of(app);
        await Post(leader, address, handler, edition);
        Assert.NotEqual(unchanged, await Fingerprint.Of(app));
    }

    [Fact]
    public async Task Who_posts_what_is_not_there_any_more_is_told_so_and_what_else_is_wrong_stays_a_bad_request()
    {
        var leader = await app.SignedIn(Leader);
        string address = Address(2026, "self", "");

        var late = await Post(leader, address, "begin", "");
        var told = await Html.Read(leader, late.Headers.Location!.OriginalString);
        var again = await Post(leader, late.Headers.Location!.OriginalString, "begin", "");
        var nameless = await leader.PostAsync(address, new FormUrlEncodedContent([new("__RequestVerificationToken", await Token(leader))]), Ct);

        Assert.Equal((HttpStatusCode.SeeOther, $"{address}&late=1"), (late.StatusCode, late.Headers.Location!.OriginalString));
        Assert.Equal("This was not sent: things changed meanwhile. Here is how they stand now.", told.QuerySelector("main [role=alert]")!.Words());
        Assert.Equal($"{address}&late=1", again.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.BadRequest, nameless.StatusCode);
        Assert.DoesNotContain("This was not sent", (await Html.Read(leader, address)).Body!.Words(), StringComparison.Ordinal);
    }

    private static string Address(int year, string source, string page) =>
        $"/networks/demo/RIV/ratings/{year}{(page.Length == 0 ? "" : $"/{page}")}?source={source}";

    private static async Task<HttpResponseMessage> Post(HttpClient client, string address, string handler, string edition) =>
        await client.PostAsync(address, new FormUrlEncodedContent(
        [
            new("_handler", handler), new("Edition", edition), new("Reason", "Because I want to."), new("__RequestVerificationToken", await Token(client)),
        ]), Ct);

    // Home has the form to sign out.
    private static async Task<string> Token(HttpClient client) =>
        (await Html.Read(client, "/")).QuerySelectorAll("input[name=__RequestVerificationToken]").OfType<IHtmlInputElement>().First().Value;

    private async Task Submitted(int year, RatingSource source, bool reopened)
    {
        await new SubmittedRevision(year, SubmittedRevision.All(Level.DevelopingMid)) { Source = source }.Into(app);
        if (!reopened)
            return;
        await using var db = await app.Db();
        var cohort = await db.Cohorts.AsNoTracking().SingleAsync(c => c.Slug == "demo", Ct);
        var network = await db.Networks.AsNoTracking().SingleAsync(n => n.CohortId == cohort.Id && n.Code == "RIV", Ct);
        var person = Guid.CreateVersion7();
        var by = new Actor(person, source == RatingSource.Self ? [new Grant(person, Role.HubLeader, null, network.Id)] : [new Grant(person, Role.Evaluator, cohort.Id)]);
        await app.Get<Drafts>().Open(by, new RatingAddress("demo", "RIV", year, source), "A second look.", Ct);
        // What says the same as before is not submitted again.
        var entry = await db.DraftEntries.AsNoTracking().SingleAsync(e => e.NetworkId == network.Id && e.Year == year && e.Source == source && e.Subject == Subject.NetworkCulture, Ct);
        Assert.True(await app.Get<DraftEntries>().Save(by, network, entry.Next(new Judgement(Answer.Of(Level.Most), entry.Grounds), person, "tab", DateTimeOffset.UtcNow), Ct));
    }

    private async Task Age(int year)
    {
        await using var db = await app.Db();
        Assert.Equal(1, await db.Database.ExecuteSqlAsync($"UPDATE drafts SET framework_version = '2023.1' WHERE year = {year}", Ct));
    }
}
