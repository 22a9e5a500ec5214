using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Features.Accounts;
using NetworkHealth.Shell;

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
            throw new DomainRuleException("This person is deactivated. Let them in again first.");
        var (grant, cohortId) = await NewGrant(db, id, role, scope, ct);
        if (file.Grants.Any(held => held.Role == role && held.CohortId == grant.CohortId && held.NetworkId == grant.NetworkId))
            throw new DomainRuleException("The person has this role already.");
        db.Grants.Add(grant);
        await file.Commit(change, ChangeAction.RoleGiven, cohortId, Details(grant), ct);
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
        await file.Commit(change, ChangeAction.RoleTaken, cohortId, Details(grant), ct);
    }

    /// <summary>A role as the chain tells it: by ids.</summary>
    internal static object Details(Grant grant) => new { person = grant.PersonId, role = grant.Role.Code(), cohort = grant.CohortId, network = grant.NetworkId };

    /// <summary>The grant of a role, and the cohort it concerns.</summary>
    /// <exception cref="DomainRuleException">The cohort or network is not there, or the scope is none of the role's.</exception>
    internal static async Task<(Grant Grant, Guid? CohortId)> NewGrant(NetworkHealthDb db, Guid personId, Role role, RoleScope scope, CancellationToken ct)
    {
        if (ScopeProblem(role, scope) is { } problem)
            throw new DomainRuleException(problem);
        if (role == Role.Administrator)
            return (new Grant(personId, role), null);
        var cohortId = await db.Cohorts.Where(cohort => cohort.Slug == scope.Cohort).Select(cohort => (Guid?)cohort.Id).SingleOrDefaultAsync(ct)
                       ?? throw new DomainRuleException($"There is no cohort {Code.Shown(scope.Cohort!)} any more. Choose another.");
        if (scope.Network is null)
            return (new Grant(personId, role, cohortId), cohortId);
        var networkId = await db.Networks.Where(network => network.CohortId == cohortId && network.Code == scope.Network).Select(network => (Guid?)network.Id).SingleOrDefaultAsync(ct)
                        ?? throw new DomainRuleException($"There is no network {Code.Shown(scope.Network)} in the cohort {scope.Cohort}. Codes are written as they stand, capitals too.");
        return (new Grant(personId, role, null, networkId), cohortId);
    }

    /// <summary>Why a scope is none of the role's, in a sentence; null when it is.</summary>
    internal static string? ScopeProblem(Role role, RoleScope scope) => role switch
    {
        Role.Administrator when scope is not { Cohort: null, Network: null } => "An administrator is one for the whole service. Choose no cohort and no network.",
        Role.HubLeader or Role.HubMember when scope.Cohort is null || scope.Network is null => $"A {role.Words()} belongs to one network. Choose its cohort and write its code.",
        Role.Evaluator or Role.Funder or Role.Researcher when scope.Cohort is null || scope.Network is not null => $"{Article(role)} {role.Words()} is one for a whole cohort. Choose it, and leave the network empty.",
        _ => null,
    };

    private static string Article(Role role) => role == Role.Evaluator ? "An" : "A";
}
