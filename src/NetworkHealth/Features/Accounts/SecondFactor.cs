using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Accounts;

/// <summary>The code of an app as the second thing to show, and ten codes on paper for the day when the phone is lost.</summary>
public sealed class SecondFactor(UserManager<Person> people, Confirmation confirmation, NetworkHealthDb db, TimeProvider clock)
{
    public const int RecoveryCodes = 10;
    public const string CodeLetters = "abcdefghjkmnpqrstuvwxyz23456789"; // none that looks like another
    private const int CodeLength = 16, GroupLength = 4;

    /// <summary>Under which its secrets stand in the store of tokens.</summary>
    internal const string Kept = "NetworkHealth";

    private const string Key = "second factor", LastStep = "last step", Codes = "recovery codes";

    /// <summary>Turns it on once the app shows the code of this key.</summary>
    /// <returns>The recovery codes, to be shown once.</returns>
    /// <exception cref="DomainRuleException">The password is wrong, the code is another, or the second factor is on already.</exception>
    public async Task<IReadOnlyList<string>> TurnOn(Actor by, string? password, Guid? here, string key, string code, CancellationToken ct = default)
    {
        var person = await confirmation.Of(by, password, here, ct);
        await using var change = await db.BeginChange(by, clock, ct);
        await db.MustBeUnchanged(person, ct);
        if (person.TwoFactorEnabled)
            throw new DomainRuleException("The second factor is on already.");
        if (!Totp.IsKey(key) || Totp.StepOf(key, Plain(code), clock.GetUtcNow()) is not { } step)
            throw new DomainRuleException("That is not the code of this key. Wait for the next one and type it as the app shows it.");

        await people.SetAuthenticationTokenAsync(person, Kept, Key, key).MustSucceed();
        await people.SetAuthenticationTokenAsync(person, Kept, LastStep, step.ToString(CultureInfo.InvariantCulture)).MustSucceed();
        string[] codes = await KeepNewCodes(person);
        await people.SetTwoFactorEnabledAsync(person, true).MustSucceed();
        await change.Commit(ChangeAction.SecondFactorTurnedOn, null, $"person:{person.Id}", ct: ct);
        return codes;
    }

    /// <exception cref="DomainRuleException">The password is wrong.</exception>
    public async Task TurnOff(Actor by, string? password, Guid? here, CancellationToken ct = default)
    {
        var person = await confirmation.Of(by, password, here, ct);
        await using var change = await db.BeginChange(by, clock, ct);
        await db.MustBeUnchanged(person, ct);
        foreach (string name in (string[])[Key, LastStep, Codes])
            await people.RemoveAuthenticationTokenAsync(person, Kept, name).MustSucceed();
        await people.SetTwoFactorEnabledAsync(person, false).MustSucceed();
        await change.Commit(ChangeAction.SecondFactorTurnedOff, null, $"person:{person.Id}", ct: ct);
    }

    /// <summary>Ten new recovery codes; the old ones stop working.</summary>
    /// <exception cref="DomainRuleException">The password is wrong, or the second factor is off.</exception>
    public async Task<IReadOnlyList<string>> MakeCodes(Actor by, string? password, Guid? here, CancellationToken ct = default)
    {
        var person = await confirmation.Of(by, password, here, ct);
        if (!person.TwoFactorEnabled)
            throw new DomainRuleException("The second factor is off.");
        await using var change = await db.BeginChange(by, clock, ct);
        await db.MustBeUnchanged(person, ct);
        string[] codes = await KeepNewCodes(person);
        await change.Commit(ChangeAction.RecoveryCodesMade, null, $"person:{person.Id}", ct: ct);
        return codes;
    }

    /// <summary>How many recovery codes are not used yet.</summary>
    public async Task<int> CodesLeft(Actor by) => (await CodesOf(await Owner(by))).Length;

    /// <summary>Takes a code, each only once, as part of a change that somebody else commits.</summary>
    /// <returns>What it was, such as “recovery code”; null when it is none that works.</returns>
    internal async Task<string?> Accept(Person person, string typed)
    {
        string code = Plain(typed);
        if (code.Length == CodeLength)
            return await AcceptRecovery(person, code) ? "recovery code" : null;

        long last = long.Parse(await people.GetAuthenticationTokenAsync(person, Kept, LastStep) ?? "0", CultureInfo.InvariantCulture);
        if (await people.GetAuthenticationTokenAsync(person, Kept, Key) is not { } key || Totp.StepOf(key, code, clock.GetUtcNow()) is not { } step || step <= last)
            return null;
        await people.SetAuthenticationTokenAsync(person, Kept, LastStep, step.ToString(CultureInfo.InvariantCulture)).MustSucceed();
        return "code";
    }

    private async Task<bool> AcceptRecovery(Person person, string code)
    {
        string[] codes = await CodesOf(person), left = [.. codes.Where(kept => kept != HashOf(code))];
        if (left.Length == codes.Length)
            return false;
        await people.SetAuthenticationTokenAsync(person, Kept, Codes, string.Join(';', left)).MustSucceed();
        return true;
    }

    // Only their hashes are kept: they are random enough for one round.
    private async Task<string[]> KeepNewCodes(Person person)
    {
        string[] codes = [.. Enumerable.Range(0, RecoveryCodes).Select(_ => RandomNumberGenerator.GetString(CodeLetters, CodeLength))];
        await people.SetAuthenticationTokenAsync(person, Kept, Codes, string.Join(';', codes.Select(HashOf))).MustSucceed();
        return [.. codes.Select(code => string.Join('-', code.Chunk(GroupLength).Select(group => new string(group))))];
    }

    private async Task<string[]> CodesOf(Person person) =>
        (await people.GetAuthenticationTokenAsync(person, Kept, Codes) ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries);

    private async Task<Person> Owner(Actor by) => (await people.FindByIdAsync(by.PersonId.ToString()!))!;

    private static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));

    private static string Plain(string typed) => string.Concat(typed.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
