using System.Net;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Pages;

/// <summary>Coming in by a one-time link.</summary>
public sealed class InvitationTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Spent = "This link is not valid any more. It works once and for seven days; ask for a new one.";
    private const string Password = "many small good steps";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_link_lets_its_person_choose_a_password_and_sign_in()
    {
        string link = await app.Invitation("new@example.org");

        var set = await Choose(link, Password);
        var client = await app.SignedIn("new@example.org", Password);

        Assert.Contains("Your password is set.", await set.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/account", Ct)).StatusCode);
        Assert.Equal([ChangeAction.PasswordSet, ChangeAction.SignedIn], await app.Done(await Id("new@example.org")));
        await using var db = await app.Db();
        Assert.Null((await db.Users.SingleAsync(p => p.Email == "new@example.org", Ct)).InvitedUntil);
    }

    [Fact]
    public async Task A_used_link_is_spent_also_for_a_page_that_was_open_already()
    {
        string link = await app.Invitation("used@example.org");
        var open = app.CreateClient();
        var fields = Html.HiddenFields(await Html.Read(open, link), "set-password").ToList();
        await Choose(link, Password);

        var later = await open.PostAsync(link, new FormUrlEncodedContent([.. fields, new("Input.Password", "some other good steps"), new("Input.Again", "some other good steps")]), Ct);

        Assert.Equal(Spent, await later.Problem());
        Assert.Equal(Spent, await (await open.GetAsync(link, Ct)).Problem());
        await app.SignedIn("used@example.org", Password);
    }

    [Fact]
    public async Task A_new_link_makes_the_older_one_invalid()
    {
        string first = await app.Invitation("twice@example.org"), second = await app.Invitation("twice@example.org");

        Assert.Equal(Spent, await (await app.CreateClient().GetAsync(first, Ct)).Problem());
        Assert.Contains("Your password is set.", await (await Choose(second, Password)).Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("expired")]
    [InlineData("altered")]
    [InlineData("of another person")]
    [InlineData("of somebody deactivated")]
    public async Task A_link_that_is_not_right_changes_nothing(string how)
    {
        string email = $"{how.Replace(' ', '-')}@example.org", link = await app.Invitation(email);
        var client = app.CreateClient();
        var fields = Html.HiddenFields(await Html.Read(client, link), "set-password").ToList();
        await using (var db = await app.Db())
        {
            var person = await db.Users.SingleAsync(p => p.Email == email, Ct);
            if (how == "expired")
                person.InvitedUntil = DateTimeOffset.UtcNow;
            if (how == "of somebody deactivated")
                person.DeactivatedAt = DateTimeOffset.UtcNow;
            await db.SaveChangesAsync(Ct);
        }

        if (how == "altered")
            link = link[..^8] + (link[^8] == 'A' ? 'B' : 'A') + link[^7..];
        if (how == "of another person")
            link = link.Replace((await Id(email)).ToString(), (await app.Person("somebody@example.org")).ToString(), StringComparison.Ordinal);

        var sent = await client.PostAsync(link, new FormUrlEncodedContent([.. fields, new("Input.Password", Password), new("Input.Again", Password)]), Ct);

        Assert.Equal(Spent, await sent.Problem());
        Assert.Equal(Spent, await (await client.GetAsync(link, Ct)).Problem());
        await using var after = await app.Db();
        Assert.Null((await after.Users.SingleAsync(p => p.Email == email, Ct)).PasswordHash);
        Assert.Empty(await app.Done(await Id(email)));
    }

    [Fact]
    public async Task A_password_that_cannot_be_used_leaves_the_link_as_it_is()
    {
        string link = await app.Invitation("picky@example.org");

        Assert.Equal("Leave your e-mail address out of the password.", await (await Choose(link, "a picky password")).Problem());
        Assert.Equal("This password is among the first that are guessed. Choose a few words that do not belong together.", await (await Choose(link, "qwertyuiop12")).Problem());
        Assert.Contains("Your password is set.", await (await Choose(link, Password)).Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_lost_the_password_chooses_a_new_one_and_all_browsers_are_signed_out()
    {
        await app.Person("lost@example.org");
        var before = await app.SignedIn("lost@example.org");
        await Choose(await app.Invitation("lost@example.org"), Password);

        Assert.Equal(HttpStatusCode.Redirect, (await before.GetAsync("/account", Ct)).StatusCode);
        await app.SignedIn("lost@example.org", Password);
    }

    private Task<HttpResponseMessage> Choose(string link, string password) =>
        app.CreateClient().Send(link, "set-password", ("Input.Password", password), ("Input.Again", password));

    private async Task<Guid> Id(string email)
    {
        await using var db = await app.Db();
        return (await db.Users.SingleAsync(p => p.Email == email, Ct)).Id;
    }
}
