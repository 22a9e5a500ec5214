using Microsoft.AspNetCore.Identity;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Accounts;

/// <summary>What came of trying to sign in.</summary>
public enum SignInOutcome
{
    /// <summary>Not signed in; why does not depend on whether the address is known.</summary>
    Refused,

    /// <summary>The password is right; the code of the second factor is still to come.</summary>
    NeedsCode,

    SignedIn,
}

/// <summary>Signs people in and out. Nothing here tells whether an address has an account: neither words nor time.</summary>
public sealed class SignIns(
    UserManager<Person> people, Confirmation confirmation, SecondFactor factor, PasskeyHandshake passkeys, Pending pending, Entrance entrance, NetworkHealthDb db, TimeProvider clock)
{
    public const string Refused = "That did not work. Check the e-mail and the password. After five wrong tries, wait five minutes.";
    public const string CodeRefused = "That code does not work. Each one works once. After five wrong tries, wait five minutes.";
    public const string PasskeyRefused = "That passkey does not open an account here. Try another one, or use your password.";

    private const string Code = "code";

    /// <summary>By address and password.</summary>
    public async Task<SignInOutcome> Try(SignInForm form, CancellationToken ct = default)
    {
        var person = await people.FindByEmailAsync(form.Email.Trim());
        bool fits = confirmation.Fits(person, form.Password);
        if (person is not { IsActive: true } || await people.IsLockedOutAsync(person))
            return SignInOutcome.Refused;
        if (!fits)
        {
            await people.AccessFailedAsync(person);
            return SignInOutcome.Refused;
        }

        if (person.TwoFactorEnabled)
        {
            await pending.Keep(Code, $"{person.Id}|{person.SecurityStamp}|{form.Stay}");
            return SignInOutcome.NeedsCode;
        }

        await using var change = await Begin(person, ct);
        await entrance.Open(change, person, form.Stay, "password", ct);
        return SignInOutcome.SignedIn;
    }

    /// <summary>Whether this browser has shown a password a moment ago and its code is still to come.</summary>
    public async Task<bool> AwaitsCode() => await Awaited() is not null;

    /// <summary>By the code of an app, or a recovery code, after the password.</summary>
    public async Task<SignInOutcome> TryCode(string typed, CancellationToken ct = default)
    {
        if (await Awaited() is not (var person, var stay) || await people.IsLockedOutAsync(person))
            return SignInOutcome.Refused;

        // Under the lock, so that a code sent twice at once opens once.
        await using (var change = await Begin(person, ct))
        {
            if (await factor.Accept(person, typed) is { } means)
            {
                await entrance.Open(change, person, stay, means, ct);
                await pending.Forget();
                return SignInOutcome.SignedIn;
            }
        }

        await people.AccessFailedAsync(person);
        return SignInOutcome.Refused;
    }

    /// <summary>By a passkey alone: the device has asked for a finger, a face or a code of its own.</summary>
    public async Task<SignInOutcome> TryPasskey(string credential, CancellationToken ct = default)
    {
        if (await passkeys.Checked(credential) is not ({ IsActive: true } person, var passkey))
            return SignInOutcome.Refused;

        await using var change = await Begin(person, ct);
        await people.AddOrUpdatePasskeyAsync(person, passkey); // it counts its uses
        await entrance.Open(change, person, stay: false, "passkey", ct);
        return SignInOutcome.SignedIn;
    }

    private Task<OpenChange> Begin(Person person, CancellationToken ct) => db.BeginChange(new Actor(person.Id, []), clock, ct);

    // The stamp changes with the password: who signed in with the old one begins again.
    private async Task<(Person Person, bool Stay)?> Awaited() =>
        (await pending.Read(Code))?.Split('|') is [var id, var stamp, var stay]
        && await people.FindByIdAsync(id) is { IsActive: true, TwoFactorEnabled: true } person && person.SecurityStamp == stamp
            ? (person, bool.Parse(stay))
            : null;
}
