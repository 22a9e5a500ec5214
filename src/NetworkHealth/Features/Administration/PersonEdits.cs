using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Features.Accounts;

namespace NetworkHealth.Features.Administration;

/// <summary>What administrators do with a person beside giving roles. Each is one change, which holds no name and no address.</summary>
public sealed class PersonEdits(IDbContextFactory<NetworkHealthDb> dbs, TimeProvider clock)
{
    /// <exception cref="DomainRuleException">The actor may not, the form is stale, or the name cannot be one.</exception>
    public async Task Rename(Actor by, Guid id, string edition, string? name, CancellationToken ct = default)
    {
        string called = PersonText.Name(name);
        await Alter(by, id, edition, ChangeAction.PersonRenamed, file =>
        {
            bool isNew = file.Person.Name != called;
            file.Person.Name = called;
            return Task.FromResult(isNew);
        }, ct);
    }

    /// <summary>Keeps a person from signing in: ends their sessions and revokes their tokens. Their roles wait.</summary>
    /// <exception cref="DomainRuleException">The actor may not, the form is stale, or it is the last administrator.</exception>
    public Task Deactivate(Actor by, Guid id, string edition, CancellationToken ct = default) => Alter(by, id, edition, ChangeAction.PersonDeactivated, async file =>
    {
        if (file.Person.DeactivatedAt is not null)
            return false;
        await file.MustLeaveAnAdministrator(ct);
        file.Person.DeactivatedAt = clock.GetUtcNow();
        await ShutOut(file, ct);
        return true;
    }, ct);

    /// <summary>Lets a person sign in again, with the password and roles they had.</summary>
    /// <exception cref="DomainRuleException">The actor may not, or the form is stale.</exception>
    public Task Reactivate(Actor by, Guid id, string edition, CancellationToken ct = default) => Alter(by, id, edition, ChangeAction.PersonReactivated, file =>
    {
        bool isNew = file.Person.DeactivatedAt is not null;
        file.Person.DeactivatedAt = null;
        return Task.FromResult(isNew);
    }, ct);

    /// <summary>Says that an address which somebody took, or was invited by, is theirs: from now on roles can be given by it. A link not used yet stops working.</summary>
    /// <exception cref="DomainRuleException">The actor may not, or the form is stale.</exception>
    public Task ConfirmAddress(Actor by, Guid id, string edition, CancellationToken ct = default) => Alter(by, id, edition, ChangeAction.AddressConfirmed, async file =>
    {
        bool isNew = !file.Person.EmailConfirmed;
        file.Person.EmailConfirmed = true;
        if (isNew && !await file.Db.Joined().ContainsAsync(id, ct))
            file.Person.InvitedUntil = null; // whoever invited them has read the link
        return isNew;
    }, ct);

    /// <summary>For somebody who lost their phone and the recovery codes: the password alone opens the account again.</summary>
    /// <exception cref="DomainRuleException">The actor may not, or the form is stale.</exception>
    public Task TurnSecondFactorOff(Actor by, Guid id, string edition, CancellationToken ct = default) => Alter(by, id, edition, ChangeAction.SecondFactorTurnedOff, async file =>
    {
        PersonFile.MustBeAnother(by, id);
        bool isNew = file.Person.TwoFactorEnabled;
        file.Person.TwoFactorEnabled = false;
        file.Db.UserTokens.RemoveRange(await file.Db.UserTokens.Where(secret => secret.UserId == id && secret.LoginProvider == SecondFactor.Kept).ToListAsync(ct));
        return isNew;
    }, ct);

    /// <summary>Takes out for good what identifies a person. Their id stays in the chain and in what they rated, and tells nobody who it was.</summary>
    /// <exception cref="DomainRuleException">The actor may not, the form is stale, or it is the last administrator.</exception>
    public Task Erase(Actor by, Guid id, string edition, CancellationToken ct = default) => Alter(by, id, edition, ChangeAction.PersonErased, async file =>
    {
        await file.MustLeaveAnAdministrator(ct);
        var (db, person) = (file.Db, file.Person);
        person.ErasedAt = clock.GetUtcNow();
        person.DeactivatedAt ??= person.ErasedAt;
        person.Name = "";
        (person.UserName, person.NormalizedUserName, person.Email, person.NormalizedEmail, person.PhoneNumber) = (null, null, null, null, null);
        (person.PasswordHash, person.InvitedUntil, person.LockoutEnd, person.AccessFailedCount) = (null, null, null, 0);
        (person.EmailConfirmed, person.PhoneNumberConfirmed, person.TwoFactorEnabled) = (false, false, false);
        person.SecurityStamp = Guid.NewGuid().ToString();
        db.Grants.RemoveRange(file.Grants);
        db.Sessions.RemoveRange(await db.Sessions.Where(session => session.PersonId == id).ToListAsync(ct));
        db.ApiTokens.RemoveRange(await db.ApiTokens.Where(token => token.PersonId == id).ToListAsync(ct));
        db.KeptFigures.RemoveRange(await db.KeptFigures.Where(kept => kept.OwnerId == id).ToListAsync(ct));
        db.UserTokens.RemoveRange(await db.UserTokens.Where(secret => secret.UserId == id).ToListAsync(ct));
        db.UserPasskeys.RemoveRange(await db.UserPasskeys.Where(passkey => passkey.UserId == id).ToListAsync(ct));
        db.UserLogins.RemoveRange(await db.UserLogins.Where(login => login.UserId == id).ToListAsync(ct));
        db.UserClaims.RemoveRange(await db.UserClaims.Where(claim => claim.UserId == id).ToListAsync(ct));
        return true;
    }, ct);

    private async Task ShutOut(PersonFile file, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        file.Person.SecurityStamp = Guid.NewGuid().ToString();
        await Sessions.EndAllOf(file.Db, file.Person.Id, now, ct: ct);
        await Tokens.RevokeAllOf(file.Db, file.Person.Id, now, ct);
    }

    private async Task Alter(Actor by, Guid id, string edition, ChangeAction action, Func<PersonFile, Task<bool>> alter, CancellationToken ct)
    {
        by.MustAdminister();
        await using var db = await dbs.CreateDbContextAsync(ct);
        await using var change = await db.BeginChange(by, clock, ct);
        var file = await PersonFile.Open(db, id, edition, ct);
        if (await alter(file))
            await file.Commit(change, action, ct: ct);
    }
}
