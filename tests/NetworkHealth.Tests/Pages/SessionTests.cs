using System.Net;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Pages;

/// <summary>Where somebody is signed in, and how that ends.</summary>
public sealed class SessionTests(TestApp app) : IClassFixture<TestApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_list_names_browsers_and_keeps_nothing_else_of_them()
    {
        var person = await app.Person("list@example.org");
        var client = await app.SignedIn("list@example.org");
        await app.SignedIn("list@example.org");
        await using var db = await app.Db();
        await db.Sessions.Where(s => s.PersonId == person).ExecuteUpdateAsync(set => set.SetProperty(s => s.Browser, "Firefox on Linux"), Ct);

        var page = await Html.Read(client, "/account/sessions");

        var rows = page.QuerySelectorAll(".holdings li");
        Assert.Equal(2, rows.Length);
        Assert.EndsWith(", this browser", rows[0].Words(), StringComparison.Ordinal);
        Assert.Null(rows[0].QuerySelector("button"));
        Assert.Matches("^Firefox on Linux since .* UTC, last used about .* UTC Sign out there", rows[1].Words());
    }

    [Fact]
    public async Task Signed_out_there_the_other_browser_is_asked_to_sign_in_at_its_next_step()
    {
        var person = await app.Person("there@example.org");
        var here = await app.SignedIn("there@example.org");
        var there = await app.SignedIn("there@example.org");
        string form = (await Html.Read(here, "/account/sessions")).QuerySelector(".holdings input[name=_handler]")!.GetAttribute("value")!;

        await here.Send("/account/sessions", form);
        var next = await there.GetAsync("/account", Ct);

        Assert.Equal((HttpStatusCode.Redirect, "/account/sign-in?returnUrl=%2Faccount"), (next.StatusCode, next.Leads()));
        Assert.Contains(next.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("networkhealth=;", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/account", Ct)).StatusCode);
        Assert.Equal([ChangeAction.SignedIn, ChangeAction.SignedIn, ChangeAction.SignedOut], await app.Done(person));
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_all_sessions()
    {
        var person = await app.Person("everywhere@example.org");
        var others = await app.Person("bystander@example.org");
        HttpClient[] browsers = [await app.SignedIn("everywhere@example.org"), await app.SignedIn("everywhere@example.org")];
        var bystander = await app.SignedIn("bystander@example.org");

        await Leave(browsers[0], "/account/sign-out-everywhere");

        foreach (var browser in browsers)
            Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/account", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await bystander.GetAsync("/account", Ct)).StatusCode);
        Assert.Equal(ChangeAction.SignedOutEverywhere, (await app.Done(person))[^1]);
        Assert.Equal([ChangeAction.SignedIn], await app.Done(others));
    }

    [Fact]
    public async Task A_cookie_kept_after_signing_out_opens_nothing()
    {
        await app.Person("kept@example.org");
        var client = await app.SignedIn("kept@example.org");
        var person = await app.Person("kept-too@example.org");
        var thief = await app.SignedIn("kept-too@example.org");
        await using var db = await app.Db();
        (await db.Sessions.SingleAsync(s => s.PersonId == person, Ct)).End(DateTimeOffset.UtcNow);
        await db.SaveChangesAsync(Ct);

        await Leave(client, "/account/sign-out");

        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/account", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/account", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await thief.GetAsync("/method", Ct)).StatusCode);
    }

    [Fact]
    public async Task Somebody_deactivated_is_out_at_the_next_step_and_cannot_come_back()
    {
        var person = await app.Person("gone@example.org");
        var client = await app.SignedIn("gone@example.org");
        await using var db = await app.Db();
        (await db.Users.SingleAsync(p => p.Id == person, Ct)).DeactivatedAt = DateTimeOffset.UtcNow;
        await db.SaveChangesAsync(Ct);

        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/account", Ct)).StatusCode);
        Assert.Equal("That did not work. Check the e-mail and the password. After five wrong tries, wait five minutes.",
            await (await client.Send("/account/sign-in", "sign-in", ("Input.Email", "gone@example.org"), ("Input.Password", "several small tests"))).Problem());
    }


    private static async Task Leave(HttpClient client, string address)
    {
        var form = (await Html.Read(client, "/account/sessions")).QuerySelector($"form[action='{address}']")!;
        var token = form.QuerySelector("input[type=hidden]")!;
        await client.PostAsync(address, new FormUrlEncodedContent([new(token.GetAttribute("name")!, token.GetAttribute("value")!)]), Ct);
    }
}
