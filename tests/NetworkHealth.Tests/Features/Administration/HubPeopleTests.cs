using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;
using NetworkHealth.Features.Accounts;
using NetworkHealth.Features.Administration;

namespace NetworkHealth.Tests.Features.Administration;

/// <summary>What a hub leader may do with people: the members of the own hub, and nothing else.</summary>
public sealed class HubPeopleTests(TestApp app) : IClassFixture<TestApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_leader_invites_a_member_and_takes_the_role_again()
    {
        var (leader, network) = await Hub("own");

        var invitation = await Invite(leader, "own", "New Member", "new-member@example.org");
        var hub = (await Read(leader, "own"))!;
        await Take(leader, "own", hub.People.Single(person => person.Address == "new-member@example.org").GrantId);

        Assert.NotNull(invitation.Link);
        Assert.Equal([(Role.HubLeader, "own-leader@example.org", false), (Role.HubMember, "New Member", true)], hub.People.Select(person => (person.Role, person.Shown, person.IsInvited)));
        Assert.Single((await Read(leader, "own"))!.People);
        await using var db = await app.Db();
        var changes = await db.Changes.Where(change => change.Touched == $"person:{invitation.PersonId}").OrderBy(change => change.Number).ToListAsync(Ct);
        Assert.Equal([(ChangeAction.PersonInvited, network.CohortId), (ChangeAction.RoleTaken, network.CohortId)], changes.Select(change => (change.Action, change.CohortId!.Value)));
        Assert.Equal("This person is no member of the hub any more.", await Somebody.Refused(() => Take(leader, "own", hub.People[1].GrantId)));
    }

    [Fact]
    public async Task Who_has_an_account_becomes_a_member_and_nobody_gets_a_link_to_rights_that_are_not_the_leaders()
    {
        var (leader, _) = await Hub("shared");
        var signsIn = await Somebody.Account(app, "signs-in@example.org");
        await Somebody.Account(app, "admin-to-be@example.org", Role.Administrator, password: null);

        var known = await Invite(leader, "shared", "Ignored", "signs-in@example.org");
        var privileged = await Invite(leader, "shared", "Ignored", "admin-to-be@example.org");
        var fresh = await Invite(leader, "shared", "Fresh", "fresh@example.org");
        var second = await Hub("shared-too");

        Assert.Equal((signsIn, null, null), (known.PersonId, known.Link, privileged.Link));
        Assert.NotNull(fresh.Link);
        string unconfirmed = await Somebody.Refused(() => Invite(second.Leader, "shared-too", "Fresh", "fresh@example.org"));
        Assert.StartsWith("Nobody has confirmed yet that this address belongs to", unconfirmed, StringComparison.Ordinal);
        await app.Get<PersonEdits>().ConfirmAddress(Actor.Operator, fresh.PersonId, await Somebody.EditionOf(app, fresh.PersonId), Ct);
        Assert.False(await Works(fresh));
        var other = await Invite(second.Leader, "shared-too", "Fresh", "fresh@example.org"); // also a member of a hub that is not theirs
        Assert.Equal((null, true), (other.Link, other.IsAwaited));
        Assert.Equal("", (await app.Get<People>().Read(Actor.Operator, signsIn, Ct))!.Person.Name);
        Assert.Equal("This person is a member of the hub already.", await Somebody.Refused(() => Invite(leader, "shared", "Fresh", "fresh@example.org")));
        Assert.Equal("This person leads the hub already.", await Somebody.Refused(() => Invite(leader, "shared", "Me", "shared-leader@example.org")));
        await app.Get<PersonEdits>().Deactivate(Actor.Operator, signsIn, await Somebody.EditionOf(app, signsIn), Ct);
        Assert.Equal("The account of this address is deactivated. Ask your administrator to let them in again.", await Somebody.Refused(() => Invite(second.Leader, "shared-too", "X", "signs-in@example.org")));
    }

    [Fact]
    public async Task A_member_who_lost_the_link_gets_another_from_their_leader()
    {
        var (leader, network) = await Hub("lost");
        var first = await Invite(leader, "lost", "Ada", "ada@lost.example");

        var again = await Invite(leader, "lost", "Ada", "ada@lost.example");

        Assert.Equal(first.PersonId, again.PersonId);
        Assert.NotEqual(first.Link, again.Link);
        Assert.Equal((false, true), (await Works(first), await Works(again)));
        await using var db = await app.Db();
        Assert.Equal(1, await db.Grants.CountAsync(grant => grant.PersonId == first.PersonId && grant.NetworkId == network.Id, Ct));
        Assert.Equal(2, await db.Changes.CountAsync(change => change.Action == ChangeAction.PersonInvited && change.Touched == $"person:{first.PersonId}", Ct));
    }

    [Fact]
    public async Task Who_signs_in_with_a_passkey_alone_is_no_newcomer_whose_account_a_link_would_open()
    {
        var (leader, _) = await Hub("passkeys");
        var invited = await Invite(leader, "passkeys", "Ada", "ada@passkeys.example");
        await Somebody.Passkey(app, invited.PersonId);
        var member = (await Read(leader, "passkeys"))!.People.Single(person => person.Role == Role.HubMember);
        await Take(leader, "passkeys", member.GrantId);

        await app.Get<PersonEdits>().ConfirmAddress(Actor.Operator, invited.PersonId, await Somebody.EditionOf(app, invited.PersonId), Ct);

        var again = await Invite(leader, "passkeys", "Ada", "ada@passkeys.example");

        Assert.Equal((invited.PersonId, false), (again.PersonId, member.IsInvited));
        Assert.Null(again.Link);
    }

    [Fact]
    public async Task Nobody_else_reads_invites_or_takes_and_a_leader_cannot_touch_another_leader_or_hub()
    {
        var (leader, network) = await Hub("mine");
        var (neighbour, _) = await Hub("theirs");
        var member = Somebody.With(Role.HubMember, network: network.Id);
        var leaders = (await Read(leader, "mine"))!.People[0].GrantId;
        string before = await Fingerprint.Of(app);

        foreach (var by in Somebody.WhoDoesNotAdminister.Concat([neighbour, member, Somebody.With(Role.Evaluator, network.CohortId), Somebody.With(Role.Funder, network.CohortId)]))
        {
            Assert.Null(await Read(by, "mine"));
            Assert.Equal("Only the leader of this hub invites its members.", await Somebody.Refused(() => Invite(by, "mine", "Bo", "bo@example.org")));
            Assert.Equal("Only the leader of this hub takes its members’ role.", await Somebody.Refused(() => Take(by, "mine", leaders)));
        }

        Assert.Equal("This person is no member of the hub any more.", await Somebody.Refused(() => Take(leader, "mine", leaders)));
        Assert.Equal("Say what the person is called.", await Somebody.Refused(() => Invite(leader, "mine", " ", "bo@example.org")));
        Assert.Equal(before, await Fingerprint.Of(app));
        Assert.NotNull(await Read(Actor.Operator, "mine"));
        Assert.Null(await Read(Actor.Operator, "nowhere"));
    }

    private async Task<(Actor Leader, Network Network)> Hub(string slug)
    {
        Assert.Empty((await app.Import("network_code,2021\nA,2\n", slug)).Problems);
        await using var db = await app.Db();
        var network = await db.Networks.AsNoTracking().SingleAsync(n => db.Cohorts.Any(c => c.Id == n.CohortId && c.Slug == slug), Ct);
        return (Somebody.With(Role.HubLeader, network: network.Id, id: await Somebody.Account(app, $"{slug}-leader@example.org", Role.HubLeader, network: network.Id)), network);
    }

    private Task<HubView?> Read(Actor by, string cohort) => Somebody.InScope(app, (HubPeople people) => people.Read(by, cohort, "A", Ct));

    private Task<bool> Works(Invitation invitation) => Somebody.InScope(app, (Invitations links) =>
        links.Works(new InvitationLink(invitation.PersonId.ToString(), Uri.UnescapeDataString(invitation.Link!.Split("token=")[1]))));

    private Task<Invitation> Invite(Actor by, string cohort, string name, string address) =>
        Somebody.InScope(app, (HubPeople people) => people.Invite(by, cohort, "A", name, address, Ct));

    private Task<bool> Take(Actor by, string cohort, Guid grant) => Somebody.InScope(app, async (HubPeople people) =>
    {
        await people.Take(by, cohort, "A", grant, Ct);
        return true;
    });
}
