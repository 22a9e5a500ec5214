using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Features.Accounts;

namespace NetworkHealth.Features.Administration;

/// <summary>Somebody of a hub, as its leader sees them.</summary>
public sealed record HubPerson(Guid GrantId, Role Role, string Shown, string? Address, bool IsInvited);

/// <summary>A network and who leads it or belongs to its hub.</summary>
public sealed record HubView(string CohortName, string Name, string Code, IReadOnlyList<HubPerson> People);

/// <summary>What a hub leader does with the members of the own hub, and with nobody else. Each is one change.</summary>
public sealed class HubPeople(NetworkHealthDb db, NewAccounts accounts, InvitationLinks links, TimeProvider clock)
{
    /// <returns>Null unless the actor leads this hub or administers.</returns>
    public async Task<HubView?> Read(Actor by, string cohort, string code, CancellationToken ct = default)
    {
        if (await Find(by, cohort, code, ct) is not var (of, network))
            return null;
        var joined = db.Joined();
        var people = await (from grant in db.Grants
                            where grant.NetworkId == network.Id
                            join person in db.Users on grant.PersonId equals person.Id
                            select new { grant.Id, grant.Role, person.Name, person.Email, IsInvited = !joined.Contains(person.Id) }).AsNoTracking().ToListAsync(ct);
        return new HubView(of.Name, network.Name, network.Code, [.. people
            .Select(person => new HubPerson(person.Id, person.Role, PersonText.Shown(person.Name, person.Email), person.Email, person.IsInvited))
            .OrderBy(person => person.Role).ThenBy(person => person.Shown, StringComparer.InvariantCultureIgnoreCase)]);
    }

    /// <summary>Makes somebody a member, with an account where there is none for the address; a member who has not come in yet gets another link.</summary>
    /// <exception cref="DomainRuleException">The actor may not, the name or address cannot be used, or the person is one of the hub already or shut out.</exception>
    public async Task<Invitation> Invite(Actor by, string cohort, string code, string? name, string? address, CancellationToken ct = default)
    {
        var (called, at) = (PersonText.Name(name), PersonText.Address(address));
        Invitation invitation;
        await using (var change = await db.BeginChange(by, clock, ct))
        {
            var (of, network) = await Find(by, cohort, code, ct) ?? throw new DomainRuleException("Only the leader of this hub invites its members.");
            var known = await accounts.Find(at);
            var held = known is null ? [] : await db.Grants.Where(grant => grant.PersonId == known.Id).ToListAsync(ct);
            // A link opens the whole account: nobody gets one for rights that are not theirs to give.
            bool mayOpen = known is null || (await accounts.CannotSignIn(known)
                && (by.IsAdministrator || held.TrueForAll(other => other.Role == Role.HubMember && by.LedNetworks.Contains(other.NetworkId!.Value))));
            if (!mayOpen)
                _ = await accounts.FindConfirmed(at);
            if (known?.DeactivatedAt is not null)
                throw new DomainRuleException("The account of this address is deactivated. Ask your administrator to let them in again.");
            var grant = held.Find(one => one.NetworkId == network.Id);
            if (grant is not null && (!mayOpen || grant.Role == Role.HubLeader))
                throw new DomainRuleException(grant.Role == Role.HubLeader ? "This person leads the hub already." : "This person is a member of the hub already.");
            var person = known ?? await accounts.Make(at);
            if (known is null)
                (person.Name, person.EmailConfirmed) = (called, by.IsAdministrator); // the leader reads the link and may open it
            grant ??= db.Grants.Add(new Grant(person.Id, Role.HubMember, null, network.Id)).Entity;
            invitation = mayOpen ? await links.Make(person) : new Invitation(person.Id, null, null, IsAwaited: await accounts.CannotSignIn(person));
            await change.Commit(known is null || held.Contains(grant) ? ChangeAction.PersonInvited : ChangeAction.RoleGiven, of.Id, $"person:{person.Id}", NewGrants.Details(grant), ct);
        }

        return await links.Send(invitation, at, ct: ct);
    }

    /// <summary>Takes the role of a member; the account and other roles stay.</summary>
    /// <exception cref="DomainRuleException">The actor may not, or nobody has this role here any more.</exception>
    public async Task Take(Actor by, string cohort, string code, Guid grantId, CancellationToken ct = default)
    {
        await using var change = await db.BeginChange(by, clock, ct);
        var (of, network) = await Find(by, cohort, code, ct) ?? throw new DomainRuleException("Only the leader of this hub takes its members’ role.");
        var grant = await db.Grants.SingleOrDefaultAsync(g => g.Id == grantId && g.NetworkId == network.Id && g.Role == Role.HubMember, ct)
                    ?? throw new DomainRuleException("This person is no member of the hub any more.");
        db.Grants.Remove(grant);
        await change.Commit(ChangeAction.RoleTaken, of.Id, $"person:{grant.PersonId}", NewGrants.Details(grant), ct);
    }

    private async Task<(Cohort Cohort, Network Network)?> Find(Actor by, string slug, string code, CancellationToken ct)
    {
        var cohort = await db.Cohorts.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug, ct);
        var network = cohort is null ? null : await db.Networks.AsNoTracking().SingleOrDefaultAsync(n => n.CohortId == cohort.Id && n.Code == code, ct);
        return network is not null && (by.IsAdministrator || by.Leads(network)) ? (cohort!, network) : null;
    }
}
