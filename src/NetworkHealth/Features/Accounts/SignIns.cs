using Microsoft.AspNetCore.Identity;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Accounts;

/// <summary>Signs people in and notes it in the chain.</summary>
public sealed class SignIns(SignInManager<Person> signIn, UserManager<Person> people, NetworkHealthDb db, TimeProvider clock)
{
    /// <returns>Why not, in a sentence that does not say whether the address is known; null when the person is signed in.</returns>
    public async Task<string?> Try(SignInForm form, CancellationToken ct = default)
    {
        var person = await people.FindByEmailAsync(form.Email.Trim());
        var result = person is null ? SignInResult.Failed : await signIn.PasswordSignInAsync(person, form.Password, form.Stay, lockoutOnFailure: true);
        if (result.IsLockedOut)
            return "Too many tries. Wait five minutes and try again.";
        if (!result.Succeeded)
            return "The e-mail and the password do not match.";

        await using var change = await db.BeginChange(new Actor(person!.Id, []), clock, ct);
        await change.Commit(ChangeAction.SignedIn, null, $"person:{person.Id}", ct: ct);
        return null;
    }

    /// <summary>Chooses a password by a one-time link.</summary>
    /// <returns>Why not, in a sentence; null when it is set.</returns>
    public async Task<string?> SetPassword(string? personId, string? token, string password, CancellationToken ct = default)
    {
        const string Spent = "This link is not valid any more. It works once and for a day; ask for a new one.";
        if (!Guid.TryParse(personId, out _) || token is null || await people.FindByIdAsync(personId) is not { } person)
            return Spent;

        await using var change = await db.BeginChange(new Actor(person.Id, []), clock, ct);
        var reset = await people.ResetPasswordAsync(person, token, password);
        if (!reset.Succeeded)
            return reset.Errors.Any(error => error.Code == "InvalidToken") ? Spent : string.Join(" ", reset.Errors.Select(error => error.Description));
        await change.Commit(ChangeAction.PasswordSet, null, $"person:{person.Id}", ct: ct);
        return null;
    }
}
