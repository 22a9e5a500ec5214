using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Shell;

namespace NetworkHealth.Features.Accounts;

/// <summary>What a role is for, as people name it; nothing for a role on the whole service.</summary>
/// <param name="Cohort">Slug of the cohort.</param>
/// <param name="Network">Code of the network in it, when the role is on one network.</param>
public sealed record RoleScope(string? Cohort = null, string? Network = null);

/// <summary>What came of giving a role.</summary>
/// <param name="PersonId">Who has it now.</param>
/// <param name="IsNew">Whether they had not had it before.</param>
/// <param name="Token">Of a one-time link, for those who cannot sign in yet.</param>
public sealed record GivenRole(Guid PersonId, bool IsNew, string? Token);

/// <summary>Gives people their roles, and an account to those who have none.</summary>
public sealed class Roles(NetworkHealthDb db, NewAccounts accounts, TimeProvider clock)
{
    /// <summary>Gives a role; the same one again gives a new link at most.</summary>
    /// <exception cref="DomainRuleException">The address cannot be used, or the scope does not fit the role or is not there.</exception>
    public async Task<GivenRole> Give(Actor by, string email, Role role, RoleScope scope, CancellationToken ct = default)
    {
        by.MustAdminister();
        Check(role, scope);
        await using var change = await db.BeginChange(by, clock, ct);
        var (cohortId, networkId) = await Find(scope, ct);
        var known = await accounts.Find(email);
        var person = known ?? await accounts.Make(email);
        var grant = new Grant(person.Id, role, networkId is null ? cohortId : null, networkId);
        bool isNew = known is null || !await db.Grants.AnyAsync(
            g => g.PersonId == person.Id && g.Role == role && g.CohortId == grant.CohortId && g.NetworkId == grant.NetworkId, ct);
        string? token = await accounts.CannotSignIn(person) ? await accounts.Invite(person) : null;
        if (isNew)
        {
            db.Grants.Add(grant);
            await change.Commit(ChangeAction.RoleGiven, cohortId, $"person:{person.Id}",
                new { person = person.Id, role = role.Code(), cohort = grant.CohortId, network = grant.NetworkId }, ct);
        }
        else if (token is not null)
        {
            await change.Commit(ChangeAction.PersonInvited, null, $"person:{person.Id}", ct: ct);
        }

        return new GivenRole(person.Id, isNew, token);
    }

    private static void Check(Role role, RoleScope scope)
    {
        string which = $"The role {role.Code()} is";
        string? problem = role switch
        {
            Role.Administrator when scope.Cohort is not null => $"{which} for the whole service. Leave out --cohort and --network.",
            Role.HubLeader or Role.HubMember when scope.Network is null => $"{which} for one network. Name it with --network COHORT/CODE.",
            Role.Evaluator or Role.Funder or Role.Researcher when scope.Cohort is null || scope.Network is not null => $"{which} for one cohort. Name it with --cohort SLUG.",
            _ => null,
        };
        if (problem is not null)
            throw new DomainRuleException(problem);
    }

    private async Task<(Guid? CohortId, Guid? NetworkId)> Find(RoleScope scope, CancellationToken ct)
    {
        if (scope.Cohort is null)
            return (null, null);
        var cohortId = await db.Cohorts.Where(c => c.Slug == scope.Cohort).Select(c => (Guid?)c.Id).SingleOrDefaultAsync(ct)
                       ?? throw new DomainRuleException($"There is no cohort {scope.Cohort}.");
        if (scope.Network is null)
            return (cohortId, null);
        var networkId = await db.Networks.Where(n => n.CohortId == cohortId && n.Code == scope.Network).Select(n => (Guid?)n.Id).SingleOrDefaultAsync(ct)
                        ?? throw new DomainRuleException($"There is no network {scope.Network} in the cohort {scope.Cohort}.");
        return (cohortId, networkId);
    }
}
