using System.Net;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Features.Accounts;

namespace NetworkHealth.Tests.Pages;

/// <summary>Signing in and out, and what the sign-in page tells to whom.</summary>
public sealed class SignInTests(DemoApp app) : IClassFixture<DemoApp>
{
    private const string Password = "several small tests";
    private const string Refused = "That did not work. Check the e-mail and the password. After five wrong tries, wait five minutes.";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/cohorts/demo?source=self", "http://localhost/cohorts/demo?source=self")]
    [InlineData("//evil.example", "http://localhost/")]
    [InlineData("/\\evil.example", "http://localhost/")]
    [InlineData("\\\\evil.example", "http://localhost/")]
    [InlineData("/\t/evil.example", "http://localhost/")]
    [InlineData("https://evil.example", "http://localhost/")]
    [InlineData("evil.example", "http://localhost/")]
    [InlineData("javascript:alert(1)", "http://localhost/")]
    [InlineData("", "http://localhost/")]
    public async Task After_signing_in_one_is_on_this_site(string returnUrl, string lands)
    {
        var client = app.CreateClient(new() { AllowAutoRedirect = false });

        var response = await Post(client, "admin@demo.example", Password, $"/account/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}");

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(lands, new Uri(new Uri("http://localhost/account/sign-in"), response.Headers.Location!).ToString());
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_are_told_alike()
    {
        var client = app.CreateClient();

        foreach (string email in (string[])["admin@demo.example", "nobody@demo.example"])
            Assert.Equal(Refused, await Problem(await Post(client, email, "wrong")));
    }

    [Fact]
    public async Task What_is_left_out_is_asked_for()
    {
        var response = await Post(app.CreateClient(), "", "");

        Assert.Equal(["Type the e-mail address of your account.", "Type your password."],
            Html.Parse(await response.Content.ReadAsStringAsync(Ct)).QuerySelectorAll("div.problem").Select(problem => problem.Words()));
    }

    [Fact]
    public async Task Five_wrong_tries_lock_the_account_also_for_the_right_password()
    {
        var client = app.CreateClient();
        for (int i = 1; i <= 5; i++)
            Assert.Equal(Refused, await Problem(await Post(client, "funder@demo.example", $"wrong {i}")));

        Assert.Equal(Refused, await Problem(await Post(client, "funder@demo.example", Password)));
    }

    [Fact]
    public async Task An_unknown_address_is_locked_like_a_known_one_and_the_right_password_makes_tries_forgotten()
    {
        var client = app.CreateClient();
        for (int i = 1; i <= 4; i++)
            await Post(client, "researcher@demo.example", $"wrong {i}");
        await app.SignedIn("researcher@demo.example");
        for (int i = 1; i <= 5; i++)
        {
            Assert.Equal(Refused, await Problem(await Post(client, "researcher@demo.example", $"wrong {i}")));
            Assert.Equal(Refused, await Problem(await Post(client, "Unheard-of@demo.example ", $"wrong {i}")));
        }

        await Post(client, "unheard-of@demo.example", "wrong again");
        Assert.Equal((5, 6), (await Counted("researcher@demo.example"), await Counted("unheard-of@demo.example")));
        await using var db = await app.Db();
        await db.SignInTries.ExecuteUpdateAsync(set => set.SetProperty(tried => tried.At, tried => tried.At - (5 * 60 * 1000)), Ct);
        await app.SignedIn("researcher@demo.example");
    }

    [Fact]
    public async Task Of_many_tries_sent_at_once_none_goes_uncounted()
    {
        await app.Person("flood@example.org");
        var client = app.CreateClient();
        var page = await Html.Read(client, "/account/sign-in");
        async Task Try(string password) => await client.PostAsync("/account/sign-in", new FormUrlEncodedContent(
            [.. Html.HiddenFields(page, "sign-in"), new("Input.Email", "flood@example.org"), new("Input.Password", password)]), Ct);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Try($"wrong {i}")));

        Assert.Equal(20, await Counted("flood@example.org"));
        Assert.Equal(Refused, await Problem(await Post(client, "flood@example.org", Password)));
    }

    private async Task<int> Counted(string email)
    {
        string id = await Somebody.InScope(app, (Tries tries) => Task.FromResult(tries.OfAddress(email)));
        await using var db = await app.Db();
        return await db.SignInTries.Where(tried => tried.Id == id).Select(tried => tried.Count).SingleAsync(Ct);
    }

    [Fact]
    public async Task Signing_out_needs_the_form_of_a_page_and_ends_the_session()
    {
        var client = await app.SignedIn("member@demo.example");
        var forged = await client.PostAsync("/account/sign-out", new FormUrlEncodedContent([]), Ct);
        var home = await Html.Read(client, "/");
        var form = home.QuerySelector("form[action='/account/sign-out']")!;
        var token = form.QuerySelector("input[type=hidden]")!;

        var response = await client.PostAsync("/account/sign-out",
            new FormUrlEncodedContent([new(token.GetAttribute("name")!, token.GetAttribute("value")!)]), Ct);

        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Equal((HttpStatusCode.Redirect, "/account/sign-in"), (response.StatusCode, response.Headers.Location?.OriginalString));
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync("/", Ct)).StatusCode);
    }

    [Fact]
    public async Task Signing_in_needs_the_form_of_a_page()
    {
        var response = await app.CreateClient().PostAsync("/account/sign-in",
            new FormUrlEncodedContent([new("_handler", "sign-in"), new("Input.Email", "admin@demo.example"), new("Input.Password", Password)]), Ct);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("?person=nobody&token=x")]
    [InlineData("?person=00000000-0000-0000-0000-000000000000&token=x")]
    [InlineData("")]
    public async Task A_link_that_was_never_given_is_not_valid(string query)
    {
        var client = app.CreateClient();

        Assert.Equal("This link is not valid any more. It works once and for seven days; ask for a new one.",
            await Problem(await client.GetAsync("/account/set-password" + query, Ct)));
    }

    private static async Task<HttpResponseMessage> Post(HttpClient client, string email, string password, string address = "/account/sign-in")
    {
        var page = await Html.Read(client, address);
        return await client.PostAsync(address, new FormUrlEncodedContent(
            [.. Html.HiddenFields(page, "sign-in"), new("Input.Email", email), new("Input.Password", password)]), Ct);
    }

    private static async Task<string> Problem(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return Html.Parse(await response.Content.ReadAsStringAsync(Ct)).QuerySelector("[role=alert]")!.Words();
    }
}
