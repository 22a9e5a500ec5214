using Microsoft.AspNetCore.Identity;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Accounts;

/// <summary>What a one-time link says.</summary>
/// <param name="Person">Id of whoever is invited.</param>
/// <param name="Token">Which only the link has.</param>
public sealed record InvitationLink(string? Person, string? Token);

/// <summary>Lets people come in by a one-time link: they choose a password, or a passkey instead.</summary>
public sealed class Invitations(UserManager<Person> people, PasskeyHandshake passkeys, Sessions sessions, NetworkHealthDb db, TimeProvider clock)
{
    public const string Spent = "This link is not valid any more. It works once and for seven days; ask for a new one.";

    /// <summary>Whether the link works.</summary>
    public async Task<bool> Works(InvitationLink link) => await Find(link) is not null;

    /// <summary>What the browser needs to make a passkey.</summary>
    /// <exception cref="DomainRuleException">The link does not work.</exception>
    public async Task<string> PasskeyOptions(InvitationLink link) =>
        await passkeys.OptionsToMake(await Find(link) ?? throw new DomainRuleException(Spent));

    /// <exception cref="DomainRuleException">The link does not work, or the password cannot be used.</exception>
    public async Task ChoosePassword(InvitationLink link, string password, CancellationToken ct = default)
    {
        var person = await Find(link) ?? throw new DomainRuleException(Spent);
        await using var change = await db.BeginChange(new Actor(person.Id, []), clock, ct);
        person.InvitedUntil = null;
        Check(await people.ResetPasswordAsync(person, link.Token!, password));
        await LetIn(person, ct);
        await change.Commit(ChangeAction.PasswordSet, null, $"person:{person.Id}", ct: ct);
    }

    /// <exception cref="DomainRuleException">The link does not work, or the passkey is not one for it.</exception>
    public async Task ChoosePasskey(InvitationLink link, string credential, CancellationToken ct = default)
    {
        var person = await Find(link) ?? throw new DomainRuleException(Spent);
        var passkey = await passkeys.Made(person, credential) ?? throw new DomainRuleException(Passkeys.NotMade);
        passkey.Name = "My first passkey";
        await using var change = await db.BeginChange(new Actor(person.Id, []), clock, ct);
        person.InvitedUntil = null;
        Check(await people.UpdateSecurityStampAsync(person)); // with it the link stops working
        Check(await people.AddOrUpdatePasskeyAsync(person, passkey));
        await LetIn(person, ct);
        await change.Commit(ChangeAction.PasskeyAdded, null, $"person:{person.Id}", ct: ct);
    }

    // Whoever came in with what is now replaced leaves, and wrong tries are forgotten.
    private async Task LetIn(Person person, CancellationToken ct)
    {
        await sessions.EndAllOf(person.Id, ct: ct);
        (person.LockoutEnd, person.AccessFailedCount) = (null, 0);
        Check(await people.UpdateAsync(person));
    }

    // Of two who use the link at once, the later finds the person changed under their hands.
    private static void Check(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new DomainRuleException(result.Errors.Any(error => error.Code is "InvalidToken" or "ConcurrencyFailure")
                ? Spent
                : string.Join(" ", result.Errors.Select(error => error.Description)));
    }

    private async Task<Person?> Find(InvitationLink link) =>
        Guid.TryParse(link.Person, out var id) && link.Token is { } token
        && await people.FindByIdAsync(id.ToString()) is { IsActive: true, InvitedUntil: { } until } person && clock.GetUtcNow() < until
        && await people.VerifyUserTokenAsync(person, people.Options.Tokens.PasswordResetTokenProvider, UserManager<Person>.ResetPasswordTokenPurpose, token)
            ? person
            : null;
}
