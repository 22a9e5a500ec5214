using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Accounts;

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
        await using var change = await db.BeginChange(by, clock, ct);
        var known = await accounts.FindConfirmed(email);
        if (known is { IsActive: false })
            throw new DomainRuleException(PersonText.Deactivated);
        var person = known ?? await accounts.Make(email);
        var (grant, cohortId) = await NewGrants.Of(db, person.Id, role, scope, ct);
        bool isNew = known is null || !await db.Grants.AnyAsync(
            g => g.PersonId == person.Id && g.Role == role && g.CohortId == grant.CohortId && g.NetworkId == grant.NetworkId, ct);
        string? token = await accounts.CannotSignIn(person) ? await accounts.Invite(person) : null;
        if (isNew)
        {
            db.Grants.Add(grant);
            await change.Commit(ChangeAction.RoleGiven, cohortId, $"person:{person.Id}", NewGrants.Details(grant), ct);
        }
        else if (token is not null)
        {
            await change.Commit(ChangeAction.PersonInvited, null, $"person:{person.Id}", ct: ct);
        }

        return new GivenRole(person.Id, isNew, token);
    }
}
