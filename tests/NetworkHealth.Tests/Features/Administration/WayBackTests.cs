using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;
using NetworkHealth.Features.Accounts;
using NetworkHealth.Features.Administration;
using NetworkHealth.Features.Demo;

namespace NetworkHealth.Tests.Features.Administration;

/// <summary>How an administrator helps somebody back in, and what a new way in ends.</summary>
public sealed class WayBackTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Fresh = "several other small tests";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_replaces_a_lost_password_and_ends_sessions_tokens_and_passkeys_when_it_is_used()
    {
        var id = await Somebody.Account(app, "lost@example.org");
        await Somebody.Passkey(app, id);
        var open = await app.SignedIn("lost@example.org");
        string key = await app.Get<Tokens>().Create(Actor.Operator, id, "script", TokenScopes.Read, 9, ct: Ct);

        string link = new Uri((await Again(id)).Link!).PathAndQuery;
        Assert.Equal(System.Net.HttpStatusCode.OK, (await open.GetAsync("/account", Ct)).StatusCode); // until the link is used, all goes on
        await app.CreateClient().Send(link, "set-password", ("Input.Password", Fresh), ("Input.Again", Fresh));

        Assert.Equal(System.Net.HttpStatusCode.Redirect, (await open.GetAsync("/account", Ct)).StatusCode);
        Assert.Null(await app.Get<Tokens>().Use(key, Ct));
        await app.SignedIn("lost@example.org", Fresh);
        await using var db = await app.Db();
        Assert.False(await db.UserPasskeys.AnyAsync(passkey => passkey.UserId == id, Ct));
        Assert.Equal([ChangeAction.PersonLetBackIn, ChangeAction.PasswordSet], await About(id, ChangeAction.PersonLetBackIn, ChangeAction.PasswordSet));
    }

    [Fact]
    public async Task A_second_factor_that_is_lost_is_turned_off_with_its_secrets()
    {
        var id = await Somebody.Account(app, "phone@example.org");
        await using (var db = await app.Db())
        {
            db.UserTokens.Add(new() { UserId = id, LoginProvider = SecondFactor.Kept, Name = "second factor", Value = Totp.NewKey() });
            (await db.Users.SingleAsync(person => person.Id == id, Ct)).TwoFactorEnabled = true;
            await db.SaveChangesAsync(Ct);
        }

        await app.Get<PersonEdits>().TurnSecondFactorOff(Actor.Operator, id, await Somebody.EditionOf(app, id), Ct);

        await using var after = await app.Db();
        Assert.False(await after.UserTokens.AnyAsync(secret => secret.UserId == id, Ct));
        var client = await app.SignedIn("phone@example.org");
        Assert.Equal(System.Net.HttpStatusCode.OK, (await client.GetAsync("/account", Ct)).StatusCode);
        Assert.Equal([ChangeAction.SecondFactorTurnedOff], await About(id, ChangeAction.SecondFactorTurnedOff));
    }

    [Fact]
    public async Task Nobody_is_given_anything_by_an_address_that_was_taken_until_it_is_confirmed()
    {
        var id = await Somebody.Account(app, "before@example.org");
        var client = await app.SignedIn("before@example.org");
        await client.Send("/account/address", "address", ("Address", "boss@example.org"), ("Password", DemoData.Password));
        Task<GivenRole> Give() => Somebody.InScope(app, (Roles roles) => roles.Give(Actor.Operator, "Boss@example.org", Role.Administrator, new RoleScope(), Ct));

        Assert.StartsWith("Nobody has confirmed yet that this address belongs to", await Somebody.Refused(Give), StringComparison.Ordinal);
        await app.Get<PersonEdits>().ConfirmAddress(Actor.Operator, id, await Somebody.EditionOf(app, id), Ct);
        Assert.True((await Give()).IsNew);
        Assert.Equal([ChangeAction.AddressChanged, ChangeAction.AddressConfirmed], await About(id, ChangeAction.AddressChanged, ChangeAction.AddressConfirmed));
    }

    [Fact]
    public async Task Nobody_changes_their_own_way_in_where_no_password_is_asked_for()
    {
        var id = await Somebody.Account(app, "myself@example.org", Role.Administrator);
        var by = Somebody.With(Role.Administrator, id: id);
        string edition = await Somebody.EditionOf(app, id);

        const string Own = "This is your own account. Change how you sign in on its page.";
        Assert.Equal(Own, await Somebody.Refused(() => app.Get<PersonEdits>().TurnSecondFactorOff(by, id, edition, Ct)));
        Assert.Equal(Own, await Somebody.Refused(() => Somebody.InScope(app, (PersonInvitations invitations) => invitations.Again(by, id, edition, Ct))));
    }

    private Task<Invitation> Again(Guid id) =>
        Somebody.InScope(app, async (PersonInvitations invitations) => await invitations.Again(Actor.Operator, id, await Somebody.EditionOf(app, id), Ct));

    private async Task<IReadOnlyList<ChangeAction>> About(Guid id, params ChangeAction[] actions)
    {
        await using var db = await app.Db();
        return await db.Changes.Where(change => change.Touched == $"person:{id}" && actions.Contains(change.Action)).OrderBy(change => change.Number).Select(change => change.Action).ToListAsync(Ct);
    }
}
