using Microsoft.AspNetCore.Identity;
using NetworkHealth.Data;

namespace NetworkHealth.Features.Accounts;

/// <summary>What a password must be: long and not among the first to be guessed. Which kinds of characters it holds is up to its owner.</summary>
public sealed class PasswordRules : IPasswordValidator<Person>
{
    public const int MinLength = 12, MaxLength = 256;
    private const int TellingLength = 4;

    public Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password) =>
        Task.FromResult(Problem(password ?? "", user.Email) is { } problem
            ? IdentityResult.Failed(new IdentityError { Code = nameof(PasswordRules), Description = problem })
            : IdentityResult.Success);

    /// <summary>Why this password cannot be used, in a sentence; null when it can.</summary>
    public static string? Problem(string password, string? address)
    {
        if (password.Length < MinLength)
            return $"Use {MinLength} characters or more.";
        if (password.Length > MaxLength)
            return $"Use at most {MaxLength} characters.";
        if (CommonPasswords.Contain(password))
            return "This password is among the first that are guessed. Choose a few words that do not belong together.";
        return Parts(address).Any(part => password.Contains(part, StringComparison.OrdinalIgnoreCase))
            ? "Leave your e-mail address out of the password."
            : null;
    }

    // “berg” and “university” of berg@mail.university.edu.
    private static IEnumerable<string> Parts(string? address) => address?.Split('@') is [var local, var domain]
        ? domain.Split('.').SkipLast(1).Prepend(local).Where(part => part.Length >= TellingLength)
        : [];
}
