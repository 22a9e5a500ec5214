using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Accounts;

/// <summary>The first account of an installation.</summary>
public sealed class Administrators(NetworkHealthDb db, NewAccounts accounts, TimeProvider clock)
{
    /// <summary>What an operator types to make the first one.</summary>
    public const string FirstCommand = "networkhealth admin create --email you@example.org";

    /// <summary>Whether anybody could sign in at all.</summary>
    public Task<bool> AnybodyHere(CancellationToken ct = default) => db.Users.AnyAsync(ct);

    /// <summary>Makes an administrator.</summary>
    /// <param name="by">Who does it.</param>
    /// <param name="email">The address to sign in with.</param>
    /// <param name="password">Null when the person sets it through a link.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The one-time token of the link, or null with a password.</returns>
    /// <exception cref="DomainRuleException">The address or the password cannot be used.</exception>
    public async Task<(Guid PersonId, string? Token)> Create(Actor by, string email, string? password, CancellationToken ct = default)
    {
        by.MustAdminister();
        await using var change = await db.BeginChange(by, clock, ct);
        if (await accounts.Find(email) is { } known)
            return await LinkAgain(change, known, password, ct);

        var person = await accounts.Make(email, password);
        db.Grants.Add(new Grant(person.Id, Role.Administrator));
        string? token = password is null ? await accounts.Invite(person) : null;
        await change.Commit(ChangeAction.AdministratorCreated, null, $"person:{person.Id}", ct: ct);
        return (person.Id, token);
    }

    // The first link may have run out before anybody opened it.
    private async Task<(Guid PersonId, string? Token)> LinkAgain(OpenChange change, Person person, string? password, CancellationToken ct)
    {
        bool isAdministrator = await db.Grants.AnyAsync(grant => grant.PersonId == person.Id && grant.Role == Role.Administrator, ct);
        if (!isAdministrator || password is not null || !await accounts.CannotSignIn(person))
            throw new DomainRuleException("There is an account for this address already.");

        string token = await accounts.Invite(person);
        await change.Commit(ChangeAction.AdministratorCreated, null, $"person:{person.Id}", ct: ct);
        return (person.Id, token);
    }
}
