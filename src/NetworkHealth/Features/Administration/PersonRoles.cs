using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Features.Accounts;

namespace NetworkHealth.Features.Administration;

/// <summary>Gives a person roles and takes them. Each is one change.</summary>
public sealed class PersonRoles(IDbContextFactory<NetworkHealthDb> dbs, TimeProvider clock)
{
    /// <exception cref="DomainRuleException">The actor may not, the form is stale, the scope is gone or none of the role's, or the person has the role.</exception>
    public async Task Give(Actor by, Guid id, string edition, Role role, RoleScope scope, CancellationToken ct = default)
    {
        by.MustAdminister();
        await using var db = await dbs.CreateDbContextAsync(ct);
        await using var change = await db.BeginChange(by, clock, ct);
        var file = await PersonFile.Open(db, id, edition, ct);
        if (file.Person.DeactivatedAt is not null)
            throw new DomainRuleException(PersonText.Deactivated);
        if (!file.Person.EmailConfirmed)
            throw new DomainRuleException("Confirm first that the address of this person is theirs.");
        var (grant, cohortId) = await NewGrants.Of(db, id, role, scope, ct);
        if (file.Grants.Any(held => held.Role == role && held.CohortId == grant.CohortId && held.NetworkId == grant.NetworkId))
            throw new DomainRuleException("The person has this role already.");
        db.Grants.Add(grant);
        await file.Commit(change, ChangeAction.RoleGiven, cohortId, NewGrants.Details(grant), ct);
    }

    /// <exception cref="DomainRuleException">The actor may not, the form is stale, or it is the last administrator's.</exception>
    public async Task Take(Actor by, Guid id, string edition, Guid grantId, CancellationToken ct = default)
    {
        by.MustAdminister();
        await using var db = await dbs.CreateDbContextAsync(ct);
        await using var change = await db.BeginChange(by, clock, ct);
        var file = await PersonFile.Open(db, id, edition, ct);
        var grant = file.Grants.Find(held => held.Id == grantId) ?? throw new DomainRuleException("The person does not have this role any more.");
        if (grant.Role == Role.Administrator)
            await file.MustLeaveAnAdministrator(ct);
        db.Grants.Remove(grant);
        var cohortId = grant.CohortId ?? await db.Networks.Where(network => network.Id == grant.NetworkId).Select(network => (Guid?)network.CohortId).SingleOrDefaultAsync(ct);
        await file.Commit(change, ChangeAction.RoleTaken, cohortId, NewGrants.Details(grant), ct);
    }
}
