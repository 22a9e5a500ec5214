using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Features.Accounts;

namespace NetworkHealth.Features.Administration;

/// <summary>Invites people: an account without a password, one role, and a link. One change.</summary>
public sealed class PersonInvitations(NetworkHealthDb db, NewAccounts accounts, InvitationLinks links, TimeProvider clock)
{
    /// <exception cref="DomainRuleException">The actor may not, the name or address cannot be used or has an account, or the scope is gone or none of the role's.</exception>
    public async Task<Invitation> Invite(Actor by, string? name, string? address, Role role, RoleScope scope, CancellationToken ct = default)
    {
        by.MustAdminister();
        var (called, at) = (PersonText.Name(name), PersonText.Address(address));
        Invitation invitation;
        await using (var change = await db.BeginChange(by, clock, ct))
        {
            if (await accounts.FindConfirmed(at) is not null)
                throw new DomainRuleException("There is an account for this address already. Look for it in the list of people, and give it the role there.");
            var person = await accounts.Make(at);
            person.Name = called;
            var (grant, cohortId) = await NewGrants.Of(db, person.Id, role, scope, ct);
            db.Grants.Add(grant);
            invitation = await links.Make(person);
            await change.Commit(ChangeAction.PersonInvited, cohortId, $"person:{person.Id}", NewGrants.Details(grant), ct);
        }

        return await links.Send(invitation, at, ct: ct);
    }

    /// <summary>Makes another link: for somebody who has not used theirs, or who lost what they signed in with. Until it is used, that goes on working.</summary>
    /// <exception cref="DomainRuleException">The actor may not, the form is stale, or the person is deactivated.</exception>
    public async Task<Invitation> Again(Actor by, Guid id, string edition, CancellationToken ct = default)
    {
        by.MustAdminister();
        PersonFile.MustBeAnother(by, id);
        Invitation invitation;
        PersonFile file;
        bool isBack;
        await using (var change = await db.BeginChange(by, clock, ct))
        {
            file = await PersonFile.Open(db, id, edition, ct);
            if (file.Person.DeactivatedAt is not null)
                throw new DomainRuleException(PersonText.Deactivated);
            isBack = !await accounts.CannotSignIn(file.Person);
            invitation = await links.Make(file.Person);
            await file.Commit(change, isBack ? ChangeAction.PersonLetBackIn : ChangeAction.PersonInvited, ct: ct);
        }

        return await links.Send(invitation, file.Person.Email!, isBack, ct);
    }
}
