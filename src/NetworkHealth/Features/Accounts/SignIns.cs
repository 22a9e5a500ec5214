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

/// <summary>Signs people in. Nothing here tells whether an address has an account: neither words nor time.</summary>
public sealed class SignIns(
    UserManager<Person> people, Tries tries, Confirmation confirmation, SecondFactor factor, PasskeyHandshake passkeys, Pending pending, Entrance entrance, NetworkHealthDb db, TimeProvider clock)
{
    public const string Refused = "That did not work. Check the e-mail and the password. After five wrong tries, wait five minutes.";
    public const string CodeRefused = "That code does not work. Each one works once. After five wrong tries, wait five minutes.";
    public const string PasskeyRefused = "That passkey does not open an account here. Try another one, or use your password.";

    private const string Code = "code";

    /// <summary>By address and password.</summary>
    public async Task<SignInOutcome> Try(SignInForm form, CancellationToken ct = default)
    {
        string address = tries.OfAddress(form.Email);
        bool mayTry = await tries.Take(address, ct);
        var person = await people.FindByEmailAsync(form.Email.Trim());
        bool fits = confirmation.Fits(person, form.Password); // also where it does not matter any more: it takes the longest
        if (!mayTry || !fits || person is not { IsActive: true })
            return SignInOutcome.Refused;

        await tries.Forget(address, ct);
        if (person.TwoFactorEnabled)
        {
            await pending.Keep(Code, $"{person.Id}|{person.SecurityStamp}|{form.Stay}");
            return SignInOutcome.NeedsCode;
        }

        // What was shown was looked at before the lock: whoever changed the password or shut the account meanwhile was first.
        await using var change = await Begin(person.Id, ct);
        return await db.IsUnchanged(person, ct) ? await Enter(change, person, form.Stay, "password", ct) : SignInOutcome.Refused;
    }

    /// <summary>Whether this browser has shown a password a moment ago and its code is still to come.</summary>
    public async Task<bool> AwaitsCode() => await Awaited() is { } awaited && await Find(awaited) is not null;

    /// <summary>By the code of an app, or a recovery code, after the password.</summary>
    public async Task<SignInOutcome> TryCode(string typed, CancellationToken ct = default)
    {
        if (await Awaited() is not { } awaited || !await tries.Take(Tries.OfCode(awaited.Person), ct))
            return SignInOutcome.Refused;

        // Read and used under the lock, so that a code sent twice at once opens once.
        await using (var change = await Begin(awaited.Person, ct))
        {
            if (await Find(awaited) is not { } person || await factor.Accept(person, typed) is not { } means)
                return SignInOutcome.Refused;
            await entrance.Open(change, person, awaited.Stay, means, ct);
        }

        await tries.Forget(Tries.OfCode(awaited.Person), ct);
        await pending.Forget();
        return SignInOutcome.SignedIn;
    }

    /// <summary>By a passkey alone: the device has asked for a finger, a face or a code of its own.</summary>
    public async Task<SignInOutcome> TryPasskey(string credential, CancellationToken ct = default)
    {
        if (await passkeys.Checked(credential) is not ({ IsActive: true } person, var passkey))
            return SignInOutcome.Refused;

        await using var change = await Begin(person.Id, ct);
        if (!await db.IsUnchanged(person, ct) || await people.GetPasskeyAsync(person, passkey.CredentialId) is null)
            return SignInOutcome.Refused; // removed meanwhile
        await people.AddOrUpdatePasskeyAsync(person, passkey).MustSucceed(); // it counts its uses
        return await Enter(change, person, stay: false, "passkey", ct);
    }

    private Task<OpenChange> Begin(Guid person, CancellationToken ct) => db.BeginChange(new Actor(person, []), clock, ct);

    private async Task<SignInOutcome> Enter(OpenChange change, Person person, bool stay, string means, CancellationToken ct)
    {
        await entrance.Open(change, person, stay, means, ct);
        return SignInOutcome.SignedIn;
    }

    private async Task<AwaitedCode?> Awaited() =>
        (await pending.Read(Code))?.Split('|') is [var id, var stamp, var stay] ? new AwaitedCode(Guid.Parse(id), stamp, bool.Parse(stay)) : null;

    // As the database has them now. The stamp changes with the password: who signed in with the old one begins again.
    private async Task<Person?> Find(AwaitedCode awaited)
    {
        if (await people.FindByIdAsync(awaited.Person.ToString()) is not { } person)
            return null;
        await db.Entry(person).ReloadAsync();
        return person is { IsActive: true, TwoFactorEnabled: true } && person.SecurityStamp == awaited.Stamp ? person : null;
    }

    private sealed record AwaitedCode(Guid Person, string Stamp, bool Stay);
}
