using Microsoft.AspNetCore.Identity;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Accounts;

/// <summary>What a one-time link says.</summary>
/// <param name="Person">Id of whoever is invited.</param>
/// <param name="Token">Which only the link has.</param>
public sealed record InvitationLink(string? Person, string? Token);

/// <summary>Lets people come in by a one-time link: they choose a password, or a passkey instead.</summary>
public sealed class Invitations(UserManager<Person> people, PasskeyHandshake passkeys, Tries tries, NetworkHealthDb db, TimeProvider clock, ILogger<Invitations> logger)
{
    public const string Spent = "This link is not valid any more. It works once and for seven days; ask for a new one.";

    /// <summary>Whether the link works.</summary>
    public async Task<bool> Works(InvitationLink link) => await Find(link) is not null;

    /// <summary>What the browser needs to make a passkey.</summary>
    /// <exception cref="DomainRuleException">The link does not work.</exception>
    public async Task<string> PasskeyOptions(InvitationLink link) =>
        await passkeys.OptionsToMake(await Find(link) ?? throw Refused(link));

    /// <exception cref="DomainRuleException">The link does not work, or the password cannot be used.</exception>
    public Task ChoosePassword(InvitationLink link, string password, CancellationToken ct = default) => Choose(link, ChangeAction.PasswordSet, async person =>
    {
        foreach (var lost in await people.GetPasskeysAsync(person))
            await people.RemovePasskeyAsync(person, lost.CredentialId).MustSucceed();
        await people.ResetPasswordAsync(person, link.Token!, password).MustSucceed();
    }, ct);

    /// <exception cref="DomainRuleException">The link does not work, or the passkey is not one for it.</exception>
    public async Task ChoosePasskey(InvitationLink link, string credential, CancellationToken ct = default)
    {
        var made = await passkeys.Made(await Find(link) ?? throw Refused(link), credential) ?? throw new DomainRuleException(Passkeys.NotMade);
        made.Name = "My first passkey";
        await Choose(link, ChangeAction.PasskeyAdded, async person =>
        {
            foreach (var lost in await people.GetPasskeysAsync(person))
                await people.RemovePasskeyAsync(person, lost.CredentialId).MustSucceed();
            person.PasswordHash = null;
            await people.UpdateSecurityStampAsync(person).MustSucceed(); // with it the link stops working
            await people.AddOrUpdatePasskeyAsync(person, made).MustSucceed();
        }, ct);
    }

    // Under the lock, so that a link opened twice at once is used once. Whoever came in with what is now replaced leaves: it may be lost.
    private async Task Choose(InvitationLink link, ChangeAction action, Func<Person, Task> choose, CancellationToken ct)
    {
        var person = await Change(link, action, choose, ct);
        await tries.Forget(tries.OfAddress(person.Email!), ct); // of what is replaced
    }

    private async Task<Person> Change(InvitationLink link, ChangeAction action, Func<Person, Task> choose, CancellationToken ct)
    {
        var person = await Find(link) ?? throw Refused(link);
        await using var change = await db.BeginChange(new Actor(person.Id, []), clock, ct);
        await db.Entry(person).ReloadAsync(ct);
        if (await Find(link) is null)
            throw Refused(link);
        person.InvitedUntil = null;
        await choose(person);
        await Sessions.EndAllOf(db, person.Id, clock.GetUtcNow(), ct: ct);
        await Tokens.RevokeAllOf(db, person.Id, clock.GetUtcNow(), ct);
        await change.Commit(action, null, $"person:{person.Id}", ct: ct);
        return person;
    }

    private DomainRuleException Refused(InvitationLink link)
    {
        logger.LogWarning("A one-time link of {Person} was refused", Guid.TryParse(link.Person, out var id) ? id : "nobody");
        return new DomainRuleException(Spent);
    }

    private async Task<Person?> Find(InvitationLink link) =>
        Guid.TryParse(link.Person, out var id) && link.Token is { } token
        && await people.FindByIdAsync(id.ToString()) is { IsActive: true, InvitedUntil: { } until } person && clock.GetUtcNow() < until
        && await people.VerifyUserTokenAsync(person, people.Options.Tokens.PasswordResetTokenProvider, UserManager<Person>.ResetPasswordTokenPurpose, token)
            ? person
            : null;
}
