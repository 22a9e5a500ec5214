using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Shell;

namespace NetworkHealth.Features.Accounts;

/// <summary>What a role is for, as people name it; nothing for a role on the whole service.</summary>
/// <param name="Cohort">Slug of the cohort.</param>
/// <param name="Network">Code of the network in it, when the role is on one network.</param>
public sealed record RoleScope(string? Cohort = null, string? Network = null);

/// <summary>Finds what a role is to be given on. The grant is added by whoever opened the change.</summary>
internal static class NewGrants
{
    /// <summary>The grant of a role, and the cohort it concerns.</summary>
    /// <exception cref="DomainRuleException">The cohort or network is not there, or the scope is none of the role's.</exception>
    public static async Task<(Grant Grant, Guid? CohortId)> Of(NetworkHealthDb db, Guid personId, Role role, RoleScope scope, CancellationToken ct)
    {
        if (ScopeProblem(role, scope) is { } problem)
            throw new DomainRuleException(problem);
        if (role == Role.Administrator)
            return (new Grant(personId, role), null);
        var cohortId = await db.Cohorts.Where(cohort => cohort.Slug == scope.Cohort).Select(cohort => (Guid?)cohort.Id).SingleOrDefaultAsync(ct)
                       ?? throw new DomainRuleException($"There is no cohort {Code.Shown(scope.Cohort!)}.");
        if (scope.Network is null)
            return (new Grant(personId, role, cohortId), cohortId);
        var networkId = await db.Networks.Where(network => network.CohortId == cohortId && network.Code == scope.Network).Select(network => (Guid?)network.Id).SingleOrDefaultAsync(ct)
                        ?? throw new DomainRuleException($"There is no network {Code.Shown(scope.Network)} in the cohort {scope.Cohort}. Codes are written as they stand, capitals too.");
        return (new Grant(personId, role, null, networkId), cohortId);
    }

    /// <summary>A role as the chain tells it: by ids.</summary>
    public static object Details(Grant grant) => new { person = grant.PersonId, role = grant.Role.Code(), cohort = grant.CohortId, network = grant.NetworkId };

    /// <summary>Why a scope is none of the role's, in a sentence; null when it is.</summary>
    public static string? ScopeProblem(Role role, RoleScope scope) => role switch
    {
        Role.Administrator when scope is not { Cohort: null, Network: null } => "An administrator is one for the whole service. Name no cohort and no network.",
        Role.HubLeader or Role.HubMember when scope.Cohort is null || scope.Network is null => $"A {role.Words()} belongs to one network. Name its cohort and its code.",
        Role.Evaluator or Role.Funder or Role.Researcher when scope.Cohort is null || scope.Network is not null => $"{Article(role)} {role.Words()} is one for a whole cohort. Name the cohort, and no network.",
        _ => null,
    };

    private static string Article(Role role) => role == Role.Evaluator ? "An" : "A";
}
