using Microsoft.AspNetCore.Identity;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Accounts;

/// <summary>Makes accounts, and the one-time links with which their people come in. Part of a change that somebody else commits.</summary>
public sealed class NewAccounts(UserManager<Person> people, TimeProvider clock)
{
    public const int AddressMaxLength = 256;

    /// <summary>How long the link of an invitation works.</summary>
    public static readonly TimeSpan InvitationLasts = TimeSpan.FromDays(7);

    public Task<Person?> Find(string email) => people.FindByEmailAsync(email.Trim());

    /// <param name="email">The address to sign in with.</param>
    /// <param name="password">Null when the person chooses it through a link.</param>
    /// <exception cref="DomainRuleException">The address or the password cannot be used.</exception>
    public async Task<Person> Make(string email, string? password = null)
    {
        if (email.Trim().Length > AddressMaxLength)
            throw new DomainRuleException($"An address to sign in with has at most {AddressMaxLength} characters.");
        var person = new Person { UserName = email.Trim(), Email = email.Trim(), EmailConfirmed = true };
        var made = password is null ? await people.CreateAsync(person) : await people.CreateAsync(person, password);
        return made.Succeeded
            ? person
            : throw new DomainRuleException(string.Join(" ", made.Errors.Where(error => error.Code != "DuplicateUserName").Select(error => error.Description)));
    }

    /// <summary>Whether somebody has neither a password nor a passkey yet.</summary>
    public async Task<bool> CannotSignIn(Person person) => person.PasswordHash is null && (await people.GetPasskeysAsync(person)).Count == 0;

    /// <summary>Invites somebody for seven days, also one who lost the password: the link lets them choose a new one. An older link stops working.</summary>
    /// <returns>The one-time token of the link.</returns>
    public async Task<string> Invite(Person person)
    {
        person.InvitedUntil = clock.GetUtcNow() + InvitationLasts;
        await people.UpdateSecurityStampAsync(person);
        return await people.GeneratePasswordResetTokenAsync(person);
    }
}
