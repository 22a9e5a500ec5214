using System.Net;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;
using NetworkHealth.Features.Demo;

namespace NetworkHealth.Tests.Pages;

/// <summary>What people change of their own account.</summary>
public sealed class AccountTests(TestApp app) : IClassFixture<TestApp>
{
    private const string WrongPassword = "That is not your password. After five wrong tries, wait five minutes.";
    private const string Another = "many small good steps";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_overview_leads_to_everything_and_is_linked_from_each_page()
    {
        await app.Person("overview@example.org");
        var client = await app.SignedIn("overview@example.org");
        var page = await Html.Read(client, "/account");

        Assert.NotNull((await Html.Read(client, "/method")).QuerySelector("header a[href='/account']"));
        Assert.Equal(["/account/name", "/account/address", "/account/password", "/account/second-factor", "/account/passkeys", "/account/sessions", "/account/tokens"],
            page.QuerySelectorAll("dl.account a").Select(link => link.GetAttribute("href")));
        Assert.Contains("In one browser", page.QuerySelector("dl.account")!.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/account")]
    [InlineData("/account/name")]
    [InlineData("/account/address")]
    [InlineData("/account/password")]
    [InlineData("/account/second-factor")]
    [InlineData("/account/passkeys")]
    [InlineData("/account/sessions")]
    public async Task Strangers_are_asked_to_sign_in(string address) =>
        Assert.Equal(HttpStatusCode.Redirect, (await app.CreateClient(new() { AllowAutoRedirect = false }).GetAsync(address, Ct)).StatusCode);

    [Fact]
    public async Task A_name_is_kept_and_the_chain_does_not_know_it()
    {
        var person = await app.Person("name@example.org");
        var client = await app.SignedIn("name@example.org");

        var sent = await client.Send("/account/name", "name", ("Name", " Ada Berg "));
        var same = await client.Send("/account/name", "name", ("Name", "Ada Berg"));
        var tooLong = await client.Send("/account/name", "name", ("Name", new string('x', 201)));

        Assert.Equal(("/account?done=name", HttpStatusCode.Redirect), (sent.Leads(), same.StatusCode));
        Assert.StartsWith("This name has 201 characters; 200 fit.", await tooLong.Problem(), StringComparison.Ordinal);
        Assert.Contains("Ada Berg", (await Html.Read(client, "/account?done=name")).QuerySelector("dl.account")!.Words(), StringComparison.Ordinal);
        Assert.Equal([ChangeAction.SignedIn, ChangeAction.PersonRenamed], await app.Done(person));
        await using var db = await app.Db();
        Assert.False(await db.Changes.AnyAsync(change => change.Details.Contains("Ada") || change.Details.Contains("example.org"), Ct));
    }

    [Fact]
    public async Task Another_address_needs_the_password_and_counts_at_once()
    {
        await app.Person("old@example.org");
        await app.Person("taken@example.org");
        var client = await app.SignedIn("old@example.org");

        var wrong = await client.Send("/account/address", "address", ("Address", "fresh@example.org"), ("Password", "wrong"));
        var taken = await client.Send("/account/address", "address", ("Address", "Taken@example.org"), ("Password", DemoData.Password));
        var none = await client.Send("/account/address", "address", ("Address", "nothing"), ("Password", DemoData.Password));
        var sent = await client.Send("/account/address", "address", ("Address", "fresh@example.org"), ("Password", DemoData.Password));

        Assert.Equal((WrongPassword, "This address cannot be used here. Choose another one.", "“nothing” is not an e-mail address, such as ada@example.org."),
            (await wrong.Problem(), await taken.Problem(), await none.Problem()));
        Assert.Equal("/account?done=address", sent.Leads());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/account", Ct)).StatusCode);
        await app.SignedIn("fresh@example.org");
    }

    [Fact]
    public async Task A_new_password_needs_the_old_one_and_signs_other_browsers_out()
    {
        var person = await app.Person("password@example.org");
        var here = await app.SignedIn("password@example.org");
        var there = await app.SignedIn("password@example.org");

        var wrong = await Change(here, "wrong", Another);
        var common = await Change(here, DemoData.Password, "1qaz2wsx3edc");
        var sent = await Change(here, DemoData.Password, Another);

        Assert.Equal((WrongPassword, "This password is among the first that are guessed. Choose a few words that do not belong together."),
            (await wrong.Problem(), await common.Problem()));
        Assert.Equal("/account?done=password", sent.Leads());
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/account", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/account", Ct)).StatusCode);
        await app.SignedIn("password@example.org", Another);
        Assert.Equal([ChangeAction.SignedIn, ChangeAction.SignedIn, ChangeAction.PasswordSet, ChangeAction.SignedIn], await app.Done(person));
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_here_too()
    {
        await app.Person("guess@example.org");
        var client = await app.SignedIn("guess@example.org");
        for (int i = 0; i < 5; i++)
            await Change(client, $"wrong {i}", Another);

        Assert.Equal(WrongPassword, await (await Change(client, DemoData.Password, Another)).Problem());
    }

    [Theory]
    [InlineData("/account/passkeys/options/own", "own")]
    [InlineData("/account/passkeys/options/invited", "invited")]
    [InlineData("/account/passkeys/options/use", "use")]
    [InlineData("/account/sign-out-everywhere", "everywhere")]
    public async Task What_scripts_and_buttons_ask_for_needs_the_form_of_a_page(string address, string who)
    {
        await app.Person($"{who}@example.org");
        var client = await app.SignedIn($"{who}@example.org");

        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync(address, new FormUrlEncodedContent([new("password", DemoData.Password)]), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/account", Ct)).StatusCode);
    }

    [Fact]
    public async Task A_passkey_is_begun_by_the_password_and_an_answer_that_is_none_is_refused()
    {
        await app.Person("passkey@example.org");
        var client = await app.SignedIn("passkey@example.org");
        var fields = Html.HiddenFields(await Html.Read(client, "/account/passkeys"), "add").ToList();

        var wrong = await client.PostAsync("/account/passkeys/options/own", new FormUrlEncodedContent([.. fields, new("Password", "wrong")]), Ct);
        var options = await client.PostAsync("/account/passkeys/options/own", new FormUrlEncodedContent([.. fields, new("Password", DemoData.Password)]), Ct);
        var nonsense = await client.PostAsync("/account/passkeys", new FormUrlEncodedContent([.. fields.Where(f => f.Key != "Credential"), new("Credential", "{}")]), Ct);

        Assert.Equal((HttpStatusCode.BadRequest, WrongPassword), (wrong.StatusCode, await wrong.Content.ReadAsStringAsync(Ct)));
        Assert.Contains("\"challenge\"", await options.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal("The passkey was not added. Try once more, within five minutes.", await nonsense.Problem());
    }

    private static Task<HttpResponseMessage> Change(HttpClient client, string old, string password) => client.Send("/account/password", "password",
        ("Input.Old", old), ("Input.Password", password), ("Input.Again", password));
}
