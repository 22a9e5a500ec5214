using Microsoft.AspNetCore.Identity;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Accounts;

/// <summary>Makes accounts, and the one-time links with which their people come in. Part of a change that somebody else commits.</summary>
public sealed class NewAccounts(UserManager<Person> people, TimeProvider clock)
{
    /// <summary>How long the link of an invitation works.</summary>
    public static readonly TimeSpan InvitationLasts = TimeSpan.FromDays(7);

    public Task<Person?> Find(string email) => people.FindByEmailAsync(email.Trim());

    /// <summary>Somebody who is to be given something by the address others know: never who took it for their account, or was given it by a hub leader who could read the link.</summary>
    /// <returns>Null when nobody has the address.</returns>
    /// <exception cref="DomainRuleException">Nobody has confirmed yet that it is theirs.</exception>
    public async Task<Person?> FindConfirmed(string email) => await Find(email) is { EmailConfirmed: false }
        ? throw new DomainRuleException("Nobody has confirmed yet that this address belongs to whoever signs in with it. An administrator does so on that person’s page.")
        : await Find(email);

    /// <param name="email">The address to sign in with.</param>
    /// <param name="password">Null when the person chooses it through a link.</param>
    /// <exception cref="DomainRuleException">The address or the password cannot be used.</exception>
    public async Task<Person> Make(string email, string? password = null)
    {
        string address = PersonText.Address(email);
        var person = new Person { UserName = address, Email = address, EmailConfirmed = true };
        await (password is null ? people.CreateAsync(person) : people.CreateAsync(person, password)).MustSucceed();
        return person;
    }

    /// <summary>Whether somebody has neither a password nor a passkey yet.</summary>
    public async Task<bool> CannotSignIn(Person person) => person.PasswordHash is null && (await people.GetPasskeysAsync(person)).Count == 0;

    /// <summary>Invites somebody for seven days, also one who lost the password: the link lets them choose a new one. An older link stops working.</summary>
    /// <returns>The one-time token of the link.</returns>
    public async Task<string> Invite(Person person)
    {
        person.InvitedUntil = clock.GetUtcNow() + InvitationLasts;
        await people.UpdateSecurityStampAsync(person).MustSucceed();
        return await people.GeneratePasswordResetTokenAsync(person);
    }
}
