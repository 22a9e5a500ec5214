using System.Net;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;
using NetworkHealth.Features.Accounts;
using NetworkHealth.Features.Demo;

namespace NetworkHealth.Tests.Pages;

/// <summary>Codes of an app and on paper, from turning them on to signing in with them.</summary>
public sealed class SecondFactorTests(TestApp app) : IClassFixture<TestApp>
{
    private const string CodeRefused = "That code does not work. Each one works once. After five wrong tries, wait five minutes.";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_the_password_the_code_of_the_app_is_asked_for_and_works_once()
    {
        var person = await app.Person("app@example.org");
        var (key, _) = await TurnOn("app@example.org");
        string code = Totp.Code(key, DateTimeOffset.UtcNow.AddSeconds(30));

        var client = await app.SignedIn("app@example.org");
        var outside = await client.GetAsync("/account", Ct);
        var wrong = await client.Send("/account/sign-in/code", "code", ("Code", "000000"));
        var right = await client.Send("/account/sign-in/code?returnUrl=/method", "code", ("Code", $"{code[..3]} {code[3..]}"));
        var again = await (await app.SignedIn("app@example.org")).Send("/account/sign-in/code", "code", ("Code", code));

        Assert.Equal("/account/sign-in", outside.Leads().Split('?')[0]);
        Assert.Equal(CodeRefused, await wrong.Problem());
        Assert.Equal("/method", right.Leads());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/account", Ct)).StatusCode);
        Assert.Equal(CodeRefused, await again.Problem());
        Assert.Equal([ChangeAction.SignedIn, ChangeAction.SecondFactorTurnedOn, ChangeAction.SignedIn], await app.Done(person));
    }

    [Fact]
    public async Task A_recovery_code_works_once_and_new_ones_replace_the_old()
    {
        await app.Person("paper@example.org");
        var (_, codes) = await TurnOn("paper@example.org");

        var client = await app.SignedIn("paper@example.org");
        var first = await client.Send("/account/sign-in/code", "code", ("Code", codes[0].ToUpperInvariant()));
        var second = await (await app.SignedIn("paper@example.org")).Send("/account/sign-in/code", "code", ("Code", codes[0]));
        string left = (await Html.Read(client, "/account")).QuerySelector("main")!.Words();
        var made = await client.Send("/account/second-factor", "codes", ("Password", DemoData.Password));
        string[] anew = CodesOn(Html.Parse(await made.Content.ReadAsStringAsync(Ct)));
        var old = await (await app.SignedIn("paper@example.org")).Send("/account/sign-in/code", "code", ("Code", codes[1]));
        var fresh = await (await app.SignedIn("paper@example.org")).Send("/account/sign-in/code", "code", ("Code", anew[9]));

        Assert.Equal((10, 10), (codes.Distinct().Count(), anew.Distinct().Count()));
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first.StatusCode, fresh.StatusCode));
        Assert.Equal((CodeRefused, CodeRefused), (await second.Problem(), await old.Problem()));
        Assert.Contains("Nine recovery codes left.", left, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_sent_twice_at_once_opens_once()
    {
        await app.Person("race@example.org");
        var (_, codes) = await TurnOn("race@example.org");
        HttpClient[] browsers = [await app.SignedIn("race@example.org"), await app.SignedIn("race@example.org")];

        var answers = await Task.WhenAll(browsers.Select(browser => browser.Send("/account/sign-in/code", "code", ("Code", codes[0]))));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Five_wrong_codes_lock_also_for_the_right_one()
    {
        await app.Person("locked@example.org");
        var (_, codes) = await TurnOn("locked@example.org");
        var client = await app.SignedIn("locked@example.org");
        for (int i = 0; i < 5; i++)
            await client.Send("/account/sign-in/code", "code", ("Code", $"00000{i}"));

        Assert.Equal(CodeRefused, await (await client.Send("/account/sign-in/code", "code", ("Code", codes[0]))).Problem());
    }

    [Fact]
    public async Task Wrong_codes_sent_at_once_are_all_counted()
    {
        var person = await app.Person("flood@example.org");
        var (_, codes) = await TurnOn("flood@example.org");
        var client = await app.SignedIn("flood@example.org");
        var fields = Html.HiddenFields(await Html.Read(client, "/account/sign-in/code"), "code").ToList();
        Task<HttpResponseMessage> Try(string code) => client.PostAsync("/account/sign-in/code", new FormUrlEncodedContent([.. fields, new("Code", code)]), Ct);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Try($"1000{i:00}")));

        await using var db = await app.Db();
        Assert.Equal(20, (await db.SignInTries.SingleAsync(tried => tried.Id == Tries.OfCode(person), Ct)).Count);
        Assert.Equal(CodeRefused, await (await Try(codes[0])).Problem());
    }

    [Fact]
    public async Task The_code_page_is_for_those_who_showed_a_password()
    {
        var response = await app.CreateClient(new() { AllowAutoRedirect = false }).GetAsync("/account/sign-in/code?returnUrl=/method", Ct);

        Assert.Equal("/account/sign-in?returnUrl=%2Fmethod", response.Leads());
    }

    [Fact]
    public async Task It_is_turned_on_by_a_right_code_alone_and_off_by_the_password()
    {
        var person = await app.Person("switch@example.org");
        var client = await app.SignedIn("switch@example.org");

        var wrong = await client.Send("/account/second-factor", "on", ("Code", "123"), ("Password", DemoData.Password));
        await TurnOn("switch@example.org", client);
        var stays = await client.Send("/account/second-factor", "off", ("Password", "wrong"));
        var off = await client.Send("/account/second-factor", "off", ("Password", DemoData.Password));

        Assert.Equal("That is not the code of this key. Wait for the next one and type it as the app shows it.", await wrong.Problem());
        Assert.Equal("That is not your password. After five wrong tries, wait five minutes.", await stays.Problem());
        Assert.Equal("/account?done=off", off.Leads());
        Assert.Equal(HttpStatusCode.OK, (await (await app.SignedIn("switch@example.org")).GetAsync("/account", Ct)).StatusCode);
        Assert.Equal([ChangeAction.SignedIn, ChangeAction.SecondFactorTurnedOn, ChangeAction.SecondFactorTurnedOff, ChangeAction.SignedIn], await app.Done(person));
    }

    [Fact]
    public async Task The_picture_holds_the_key_that_stands_below_it()
    {
        await app.Person("picture@example.org");
        var page = await Html.Read(await app.SignedIn("picture@example.org"), "/account/second-factor");

        Assert.Equal(Key(page), page.QuerySelector("code.key")!.TextContent.Replace(" ", "", StringComparison.Ordinal));
        Assert.StartsWith("M4 4h1v1h-1z", page.QuerySelector("svg.qr path")!.GetAttribute("d"), StringComparison.Ordinal);
    }

    private async Task<(string Key, string[] Codes)> TurnOn(string email, HttpClient? client = null)
    {
        client ??= await app.SignedIn(email);
        var page = await Html.Read(client, "/account/second-factor");
        var response = await client.PostAsync("/account/second-factor", new FormUrlEncodedContent(
            [.. Html.HiddenFields(page, "on"), new("Password", DemoData.Password), new("Code", Totp.Code(Key(page), DateTimeOffset.UtcNow))]), Ct);
        return (Key(page), CodesOn(Html.Parse(await response.Content.ReadAsStringAsync(Ct))));
    }

    private static string Key(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelector("input[name=Key]")!.GetAttribute("value")!;

    private static string[] CodesOn(AngleSharp.Html.Dom.IHtmlDocument page) => [.. page.QuerySelectorAll("ul.codes code").Select(code => code.TextContent)];
}
