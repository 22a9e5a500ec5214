using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;
using NetworkHealth.Features.Accounts;
using NetworkHealth.Features.Administration;
using NetworkHealth.Features.AuditTrail;
using NetworkHealth.Features.Cohorts;

namespace NetworkHealth.Tests.Features.Administration;

/// <summary>Names, shutting out and erasing: one change each, nothing of a person in the chain, and only for administrators.</summary>
public sealed class PersonEditsTests(TestApp app) : IClassFixture<TestApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private PersonEdits Edits => app.Get<PersonEdits>();

    [Theory]
    [InlineData("accent@example.org", " Zoë O’Brien-Đặng ", "Zoë O’Brien-Đặng")]
    [InlineData("quote@example.org", "\"Bo\" <b>'; DROP TABLE people;--", "\"Bo\" <b>'; DROP TABLE people;--")]
    [InlineData("rtl@example.org", "\u200Fשרה\u202E abc", "\u200Fשרה\u202E abc")]
    public async Task A_name_is_kept_as_it_is_and_stands_nowhere_in_the_chain(string email, string typed, string kept)
    {
        var id = await Somebody.Account(app, email);

        await Edits.Rename(Actor.Operator, id, await Somebody.EditionOf(app, id), typed, Ct);
        await Edits.Rename(Actor.Operator, id, await Somebody.EditionOf(app, id), typed, Ct);

        var change = Assert.Single(await Changes(id));
        Assert.Equal((ChangeAction.PersonRenamed, null, null, "{}"), (change.Action, change.ActorId, change.CohortId, change.Details));
        Assert.Equal(kept, (await Read(id)).Name);
    }

    [Fact]
    public async Task A_name_that_cannot_be_one_is_told_why()
    {
        var id = await Somebody.Account(app, "unnamed@example.org");
        string edition = await Somebody.EditionOf(app, id);

        Assert.Equal("Say what the person is called.", await Refused(" "));
        Assert.Equal("This name has 300 characters; 200 fit. Shorten it, and it is saved.", await Refused(new string('é', 300)));
        Assert.Equal("This name stands on one line. Take out its line breaks and tabs.", await Refused("Bo\nBeam"));
        Assert.Equal("This name holds a character that cannot be stored. Type the place anew instead of pasting it.", await Refused("Bo\0"));
        Assert.Equal("This name holds a character that cannot be stored. Type the place anew instead of pasting it.", await Refused("Bo\uD800"));
        Assert.Equal(("", 0), ((await Read(id)).Name, (await Changes(id)).Count));

        Task<string> Refused(string name) => Somebody.Refused(() => Edits.Rename(Actor.Operator, id, edition, name, Ct));
    }

    [Fact]
    public async Task A_form_read_before_somebody_elses_change_is_refused_whatever_it_asks()
    {
        var id = await Somebody.Account(app, "stale@example.org");
        string read = await Somebody.EditionOf(app, id);
        await Edits.Rename(Actor.Operator, id, read, "Somebody else’s name", Ct);
        var roles = app.Get<PersonRoles>();

        foreach (var what in new Func<Task>[]
        {
            () => Edits.Rename(Actor.Operator, id, read, "Mine", Ct), () => Edits.Deactivate(Actor.Operator, id, read, Ct), () => Edits.Reactivate(Actor.Operator, id, read, Ct),
            () => Edits.Erase(Actor.Operator, id, read, Ct), () => roles.Give(Actor.Operator, id, read, Role.Administrator, new RoleScope(), Ct),
            () => roles.Take(Actor.Operator, id, read, Guid.NewGuid(), Ct), () => Somebody.InScope(app, (PersonInvitations invitations) => invitations.Again(Actor.Operator, id, read, Ct)),
        })
            Assert.Equal("Somebody else changed this person while you read. Look at how things stand now, then decide again.", await Somebody.Refused(what));

        Assert.Equal("Somebody else’s name", (await Read(id)).Name);
        Assert.Single(await Changes(id));
    }

    [Fact]
    public async Task Nobody_but_an_administrator_does_any_of_it()
    {
        var id = await Somebody.Account(app, "mine@example.org");
        string edition = await Somebody.EditionOf(app, id), before = await Fingerprint.Of(app);
        var (people, roles) = (app.Get<People>(), app.Get<PersonRoles>());

        foreach (var by in Somebody.WhoDoesNotAdminister)
        {
            foreach (var what in new Func<Task>[]
            {
                () => people.Find(by, null, 1, Ct), () => people.Read(by, id, Ct), () => app.Get<Overview>().Count(by, Ct), () => app.Get<ManagedCohorts>().Choices(by, Ct),
                () => Edits.Rename(by, id, edition, "Bo", Ct), () => Edits.Deactivate(by, id, edition, Ct), () => Edits.Reactivate(by, id, edition, Ct), () => Edits.Erase(by, id, edition, Ct),
                () => roles.Give(by, id, edition, Role.Administrator, new RoleScope(), Ct), () => roles.Take(by, id, edition, id, Ct),
                () => Somebody.InScope(app, (PersonInvitations i) => i.Invite(by, "Bo", "bo@example.org", Role.Administrator, new RoleScope(), Ct)),
                () => Somebody.InScope(app, (PersonInvitations i) => i.Again(by, id, edition, Ct)),
            })
                Assert.Equal("Only an administrator can do this.", await Somebody.Refused(what));
        }

        Assert.Equal(before, await Fingerprint.Of(app));
    }

    [Fact]
    public async Task Who_is_deactivated_has_no_session_and_no_token_left_and_keeps_the_roles()
    {
        var id = await Somebody.Account(app, "away@example.org", Role.Administrator);
        await Somebody.Account(app, "stays@example.org", Role.Administrator);
        await using (var db = await app.Db())
        {
            db.Sessions.Add(new Session(id, "Firefox on Linux", DateTimeOffset.UtcNow));
            db.ApiTokens.Add(ApiToken.Create(id, "R script", TokenScopes.Read, 30, DateTimeOffset.UtcNow).Token);
            await db.SaveChangesAsync(Ct);
        }

        await Edits.Deactivate(Actor.Operator, id, await Somebody.EditionOf(app, id), Ct);
        await using var after = await app.Db();
        Assert.NotNull((await after.Sessions.SingleAsync(session => session.PersonId == id, Ct)).EndedAt);
        Assert.NotNull((await after.ApiTokens.SingleAsync(token => token.PersonId == id, Ct)).RevokedAt);
        Assert.Equal(PersonState.Deactivated, (await Read(id)).State);
        await Edits.Reactivate(Actor.Operator, id, await Somebody.EditionOf(app, id), Ct);

        Assert.Equal((PersonState.Active, "administrator"), ((await Read(id)).State, string.Join(',', (await Read(id)).Roles)));
        Assert.Equal([ChangeAction.PersonDeactivated, ChangeAction.PersonReactivated], (await Changes(id)).Select(change => change.Action));
    }

    [Fact]
    public async Task Who_is_erased_leaves_an_empty_row_the_ratings_and_a_chain_that_verifies()
    {
        Assert.Empty((await app.Import("network_code,2025\nRIV,2\n", "erased")).Problems);
        var network = await Network("erased");
        var id = await Somebody.Account(app, "left@example.org", Role.HubLeader, network: network.Id);
        await using (var db = await app.Db())
        {
            db.Sessions.Add(new Session(id, "Firefox on Linux", DateTimeOffset.UtcNow));
            db.ApiTokens.Add(ApiToken.Create(id, "R script", TokenScopes.Read, 30, DateTimeOffset.UtcNow).Token);
            db.UserTokens.Add(new IdentityUserToken<Guid> { UserId = id, LoginProvider = "[AspNetUserStore]", Name = "AuthenticatorKey", Value = "SECRET" });
            db.UserPasskeys.Add(new IdentityUserPasskey<Guid> { UserId = id, CredentialId = [1, 2, 3], Data = new IdentityPasskeyData { Name = "phone", PublicKey = [1], AttestationObject = [1], ClientDataJson = [1] } });
            await db.SaveChangesAsync(Ct);
        }

        await new SubmittedRevision(2025, SubmittedRevision.All(Level.Most)) { Cohort = "erased", By = "left@example.org", Reason = "Seen again." }.Into(app);
        await Edits.Erase(Actor.Operator, id, await Somebody.EditionOf(app, id), Ct);
        var other = await Somebody.Account(app, "left@example.org"); // the address is free again
        await Edits.Erase(Actor.Operator, other, await Somebody.EditionOf(app, other), Ct);

        await using var after = await app.Db();
        var row = await after.Users.AsNoTracking().SingleAsync(person => person.Id == id, Ct);
        Assert.Equal(("", null, null, null, null, null, false), (row.Name, row.Email, row.NormalizedEmail, row.UserName, row.NormalizedUserName, row.PasswordHash, row.TwoFactorEnabled));
        Assert.DoesNotContain("left@example.org", await Fingerprint.Of(app), StringComparison.OrdinalIgnoreCase);
        Assert.Equal((0, 0, 0, 0, 0), (await after.Grants.CountAsync(g => g.PersonId == id, Ct), await after.Sessions.CountAsync(s => s.PersonId == id, Ct),
            await after.ApiTokens.CountAsync(t => t.PersonId == id, Ct), await after.UserTokens.CountAsync(t => t.UserId == id, Ct), await after.UserPasskeys.CountAsync(p => p.UserId == id, Ct)));
        Assert.Equal(2, await after.Revisions.CountAsync(revision => revision.NetworkId == network.Id, Ct));
        var trail = await app.Get<Trail>().Read(Actor.Operator, new TrailFilter(Person: id.ToString()), null, Ct);
        Assert.Equal(["a person who was erased", "the operator"], trail.Entries.Select(entry => entry.Who).Distinct().Order(StringComparer.Ordinal));
        Assert.Null((await app.Get<AuditChain>().Verify(Ct)).Problem);
        Assert.Equal("This person was erased. Nothing can be changed any more.", await Somebody.Refused(() => Edits.Rename(Actor.Operator, id, "", "Bo", Ct)));
        Assert.DoesNotContain((await app.Get<People>().Find(Actor.Operator, null, 1, Ct)).Rows, person => person.Id == id);
    }

    private async Task<Network> Network(string slug)
    {
        await using var db = await app.Db();
        return await db.Networks.SingleAsync(n => db.Cohorts.Any(c => c.Id == n.CohortId && c.Slug == slug), Ct);
    }

    private async Task<PersonRow> Read(Guid id) => (await app.Get<People>().Read(Actor.Operator, id, Ct))!.Person;

    private async Task<IReadOnlyList<Change>> Changes(Guid id)
    {
        await using var db = await app.Db();
        return await db.Changes.AsNoTracking().Where(change => change.Touched == $"person:{id}").OrderBy(change => change.Number).ToListAsync(Ct);
    }
}
