using Microsoft.AspNetCore.Identity;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Accounts;

/// <summary>A passkey in the list of one's own.</summary>
/// <param name="Id">As addresses and forms take it.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="AddedAt">When.</param>
public sealed record PasskeyRow(string Id, string Name, DateTimeOffset AddedAt);

/// <summary>The passkeys of a person: one may stand in for the password.</summary>
public sealed class Passkeys(UserManager<Person> people, PasskeyHandshake handshake, Confirmation confirmation, NetworkHealthDb db, TimeProvider clock)
{
    public const int NameMaxLength = 100;
    public const string NotMade = "The passkey was not added. Try once more, within five minutes.";

    public async Task<IReadOnlyList<PasskeyRow>> List(Actor by) =>
        [.. (await people.GetPasskeysAsync(await Owner(by))).OrderBy(key => key.CreatedAt).Select(Row)];

    /// <summary>What the browser needs to make one, once the password is right.</summary>
    /// <exception cref="DomainRuleException">It is not.</exception>
    public async Task<string> Options(Actor by, string? password, Guid? here, CancellationToken ct = default) =>
        await handshake.OptionsToMake(await confirmation.Of(by, password, here, ct));

    /// <summary>Adds the passkey that the browser has just made; the password was asked for before that.</summary>
    /// <exception cref="DomainRuleException">It is not one for this person, or came late.</exception>
    public async Task Add(Actor by, string credential, string name, CancellationToken ct = default)
    {
        var person = await Owner(by);
        var passkey = await handshake.Made(person, credential) ?? throw new DomainRuleException(NotMade);
        passkey.Name = NameOf(name);
        await using var change = await db.BeginChange(by, clock, ct);
        await people.AddOrUpdatePasskeyAsync(person, passkey).MustSucceed();
        await change.Commit(ChangeAction.PasskeyAdded, null, $"person:{person.Id}", ct: ct);
    }

    /// <summary>Removes one; a second time changes nothing.</summary>
    /// <exception cref="DomainRuleException">The password is wrong, or without it its owner could not sign in any more.</exception>
    public async Task Remove(Actor by, string id, string? password, Guid? here, CancellationToken ct = default)
    {
        var person = await confirmation.Of(by, password, here, ct);
        await using var change = await db.BeginChange(by, clock, ct);
        await db.MustBeUnchanged(person, ct);
        var all = await people.GetPasskeysAsync(person);
        if (all.FirstOrDefault(key => Row(key).Id == id) is not { } passkey)
            return;
        if (person.PasswordHash is null && all.Count == 1)
            throw new DomainRuleException("This is your only way to sign in. Choose a password or add another passkey first.");
        await people.RemovePasskeyAsync(person, passkey.CredentialId).MustSucceed();
        await change.Commit(ChangeAction.PasskeyRemoved, null, $"person:{person.Id}", ct: ct);
    }

    /// <exception cref="DomainRuleException">It is too long.</exception>
    internal static string NameOf(string? name) =>
        PlainText.Line(name ?? "", NameMaxLength, "This name") is { Length: > 0 } said ? said : "A passkey";

    private static PasskeyRow Row(UserPasskeyInfo key) => new(Convert.ToHexStringLower(key.CredentialId), key.Name ?? "", key.CreatedAt);

    private async Task<Person> Owner(Actor by) => (await people.FindByIdAsync(by.PersonId.ToString()!))!;
}
