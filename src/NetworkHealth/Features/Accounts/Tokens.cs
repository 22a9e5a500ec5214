using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Accounts;

/// <summary>The keys with which programs of people use the API.</summary>
public sealed class Tokens(IDbContextFactory<NetworkHealthDb> dbs, LastUses uses, TimeProvider clock)
{
    /// <summary>Makes a token for oneself; the operator makes them for everybody. Pages ask for the password first, see <see cref="Confirmation"/>.</summary>
    /// <param name="by">Its person, or the operator.</param>
    /// <param name="personId">Whose programs use it.</param>
    /// <param name="name">What its person calls it.</param>
    /// <param name="scopes">What it may do.</param>
    /// <param name="days">How long it works.</param>
    /// <param name="here">The session that asks, which must go on; null for the operator.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The key, which is kept nowhere.</returns>
    /// <exception cref="DomainRuleException">It is not one's own, the person cannot sign in, or the name, scopes or days cannot be used.</exception>
    public async Task<string> Create(Actor by, Guid personId, string name, TokenScopes scopes, int days, Guid? here = null, CancellationToken ct = default)
    {
        if (by != Actor.Operator && by.PersonId != personId)
            throw new DomainRuleException("A token is made by the person whose programs use it.");
        await using var db = await dbs.CreateDbContextAsync(ct);
        await using var change = await db.BeginChange(by, clock, ct);
        if (!await db.Users.AnyAsync(person => person.Id == personId && person.DeactivatedAt == null && person.ErasedAt == null, ct))
            throw new DomainRuleException("This account is not in use, so it gets no token.");
        if (here is { } asks && !await db.Sessions.AnyAsync(session => session.Id == asks && session.EndedAt == null, ct))
            throw new DomainRuleException("You are signed out here. Sign in again.");

        var (token, key) = ApiToken.Create(personId, name, scopes, days, clock.GetUtcNow());
        db.ApiTokens.Add(token);
        await change.Commit(ChangeAction.TokenCreated, null, $"person:{personId}",
            new { token = token.Id, reads = scopes.HasFlag(TokenScopes.Read), imports = scopes.HasFlag(TokenScopes.Import), days }, ct);
        return key;
    }

    /// <summary>The actor's tokens that are not revoked, the newest first.</summary>
    public async Task<IReadOnlyList<ApiToken>> Own(Actor by, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.ApiTokens.AsNoTracking().Where(token => token.PersonId == by.PersonId && token.RevokedAt == null)
            .OrderByDescending(token => token.Id).ToListAsync(ct);
    }

    /// <exception cref="DomainRuleException">The actor has no such token, or it is revoked already.</exception>
    public async Task Revoke(Actor by, Guid tokenId, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        await using var change = await db.BeginChange(by, clock, ct);
        var token = await db.ApiTokens.SingleOrDefaultAsync(t => t.Id == tokenId && (t.PersonId == by.PersonId || by.IsAdministrator), ct)
                    ?? throw new DomainRuleException("There is no such token.");
        token.Revoke(clock.GetUtcNow());
        await change.Commit(ChangeAction.TokenRevoked, null, $"person:{token.PersonId}", new { token = token.Id }, ct);
    }

    /// <summary>Revokes all of a person as part of a change that somebody else commits.</summary>
    internal static async Task RevokeAllOf(NetworkHealthDb db, Guid personId, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var token in await db.ApiTokens.Where(token => token.PersonId == personId && token.RevokedAt == null).ToListAsync(ct))
            token.Revoke(now);
    }

    /// <summary>The token of a key, with the time of this use; null when nobody may use it any more.</summary>
    public async Task<ApiToken?> Use(string key, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow();
        string hash = ApiToken.HashOf(key);
        await using var db = await dbs.CreateDbContextAsync(ct);
        var token = await db.ApiTokens.AsNoTracking().SingleOrDefaultAsync(t => t.Hash == hash
            && db.Users.Any(person => person.Id == t.PersonId && person.DeactivatedAt == null && person.ErasedAt == null), ct);
        if (token?.WorksAt(now) != true)
            return null;
        uses.OfToken(token.Id, token.LastUsedAt);
        return token;
    }
}
