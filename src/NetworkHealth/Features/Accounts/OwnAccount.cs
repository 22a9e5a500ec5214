using Microsoft.AspNetCore.Identity;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Shell;

namespace NetworkHealth.Features.Accounts;

/// <summary>What people see of their own account.</summary>
public sealed record AccountView(string Name, string Address, bool HasPassword, bool HasSecondFactor);

/// <summary>What people change of their own account: name, address, password.</summary>
public sealed class OwnAccount(UserManager<Person> people, Confirmation confirmation, Mail mail, NetworkHealthDb db, TimeProvider clock)
{
    public async Task<AccountView> Read(Actor by)
    {
        var person = await Owner(by);
        return new AccountView(person.Name, person.Email!, person.PasswordHash is not null, person.TwoFactorEnabled);
    }

    /// <exception cref="DomainRuleException">The name is too long.</exception>
    public async Task Rename(Actor by, string? name, CancellationToken ct = default)
    {
        string said = PlainText.Line(name ?? "", Person.NameMaxLength, "This name");
        await using var change = await db.BeginChange(by, clock, ct);
        var person = await Owner(by);
        if (person.Name == said)
            return;
        person.Name = said;
        await people.UpdateAsync(person).MustSucceed();
        await change.Commit(ChangeAction.PersonRenamed, null, $"person:{person.Id}", ct: ct);
    }

    /// <summary>Takes another address to sign in with, at once: no letter asks whether it is theirs, since not every service can send one. Until an administrator confirms it, nobody is given anything by this address.</summary>
    /// <exception cref="DomainRuleException">The password is wrong, or the address cannot be used.</exception>
    public async Task ChangeAddress(Actor by, string? address, string? password, Guid? here, CancellationToken ct = default)
    {
        string said = PersonText.Address(address);
        var person = await confirmation.Of(by, password, here, ct);
        string before = person.Email!;
        await using (var change = await db.BeginChange(by, clock, ct))
        {
            await db.MustBeUnchanged(person, ct);
            if (await people.FindByEmailAsync(said) is { } other && other.Id != person.Id)
                throw new DomainRuleException("This address cannot be used here. Choose another one.");
            (person.Email, person.UserName, person.EmailConfirmed) = (said, said, false);
            await people.UpdateAsync(person).MustSucceed();
            await change.Commit(ChangeAction.AddressChanged, null, $"person:{person.Id}", ct: ct);
        }

        await mail.Send(before, "Your address at NetworkHealth was changed", "You sign in with another address from now on. If that was not you, tell your administrator.", ct);
    }

    /// <summary>Takes another password, or a first one beside the passkey, and signs all other browsers out.</summary>
    /// <exception cref="DomainRuleException">The old password is wrong, or the new one cannot be used.</exception>
    public async Task ChangePassword(Actor by, string? old, string password, Guid? here, CancellationToken ct = default)
    {
        var person = await confirmation.Of(by, old, here, ct);
        await using var change = await db.BeginChange(by, clock, ct);
        await db.MustBeUnchanged(person, ct);
        await (person.PasswordHash is null ? people.AddPasswordAsync(person, password) : people.ChangePasswordAsync(person, old!, password)).MustSucceed();
        int ended = await Sessions.EndAllOf(db, person.Id, clock.GetUtcNow(), but: here, ct);
        await change.Commit(ChangeAction.PasswordSet, null, $"person:{person.Id}", new { sessions = ended }, ct);
    }

    private async Task<Person> Owner(Actor by) => (await people.FindByIdAsync(by.PersonId.ToString()!))!;
}
