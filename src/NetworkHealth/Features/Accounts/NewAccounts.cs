using Microsoft.AspNetCore.Identity;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Accounts;

/// <summary>Makes accounts, and the one-time tokens with which their people choose a password. Part of a change that somebody else commits.</summary>
public sealed class NewAccounts(UserManager<Person> people)
{
    public const int AddressMaxLength = 256;

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

    /// <summary>Null for those who have a password.</summary>
    public async Task<string?> Token(Person person) => person.PasswordHash is null ? await people.GeneratePasswordResetTokenAsync(person) : null;
}
