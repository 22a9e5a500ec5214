using NetworkHealth.Domain;
using NetworkHealth.Features.Accounts;
using NetworkHealth.Features.Administration;

namespace NetworkHealth.Tests.Features.Administration;

/// <summary>Somebody is always left who administers, whoever is in a hurry.</summary>
public sealed class LastAdministratorTests : IAsyncLifetime
{
    private const string Last = "This is the last administrator who can sign in. Make somebody else one first, and wait until they have signed in.";

    private TestApp app = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => app = await TestApp.On(TestDatabase.Kind);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_last_one_stays_until_another_can_sign_in()
    {
        var only = await Somebody.Account(app, "only@example.org", Role.Administrator);
        var by = Somebody.With(Role.Administrator, id: only);
        await Somebody.Account(app, "invited@example.org", Role.Administrator, password: null);
        await Somebody.Account(app, "nobody@example.org");
        string before = await Fingerprint.Of(app);

        Assert.Equal(Last, await Somebody.Refused(async () => await Take(by, only)));
        Assert.Equal(Last, await Somebody.Refused(async () => await app.Get<PersonEdits>().Deactivate(by, only, await Somebody.EditionOf(app, only), Ct)));
        Assert.Equal(Last, await Somebody.Refused(async () => await app.Get<PersonEdits>().Erase(by, only, await Somebody.EditionOf(app, only), Ct)));
        Assert.Equal(before, await Fingerprint.Of(app));

        var second = await Somebody.Account(app, "second@example.org");
        await app.Get<PersonRoles>().Give(by, second, await Somebody.EditionOf(app, second), Role.Administrator, new RoleScope(), Ct);
        await app.Get<PersonEdits>().Deactivate(by, only, await Somebody.EditionOf(app, only), Ct);
        Assert.Equal(Last, await Somebody.Refused(async () => await Take(by, second)));
    }

    [Fact]
    public async Task One_with_a_passkey_alone_can_sign_in()
    {
        var only = await Somebody.Account(app, "only@example.org", Role.Administrator);
        var second = await Somebody.Account(app, "passkey@example.org", Role.Administrator, password: null);
        await Somebody.Passkey(app, second);

        await Take(Somebody.With(Role.Administrator, id: second), only);

        Assert.Equal(PersonState.Active, (await app.Get<People>().Read(Actor.Operator, second, Ct))!.Person.State);
    }

    [Fact]
    public async Task Two_who_take_each_others_role_at_once_leave_one()
    {
        Guid[] both = [await Somebody.Account(app, "one@example.org", Role.Administrator), await Somebody.Account(app, "two@example.org", Role.Administrator)];

        var taken = await Task.WhenAll(both.Select(async (id, i) =>
        {
            try
            {
                await Take(Somebody.With(Role.Administrator, id: both[1 - i]), id);
                return true;
            }
            catch (DomainRuleException refused)
            {
                Assert.Equal(Last, refused.Message);
                return false;
            }
        }));

        Assert.Equal(1, taken.Count(done => done));
    }

    private async Task Take(Actor by, Guid id)
    {
        var view = (await app.Get<People>().Read(Actor.Operator, id, Ct))!;
        await app.Get<PersonRoles>().Take(by, id, view.Edition, view.Person.Roles.Single(role => role.Role == Role.Administrator).Id, Ct);
    }
}
