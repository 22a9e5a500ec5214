using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Accounts;

/// <summary>Who stands behind a request, with the rights of this moment. Without a session that goes on, nobody does.</summary>
public sealed class Actors(IDbContextFactory<NetworkHealthDb> dbs, LastUses uses)
{
    public async Task<Actor> Of(ClaimsPrincipal user, CancellationToken ct = default)
    {
        if (!Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
            return Actor.Stranger;

        await using var db = await dbs.CreateDbContextAsync(ct);
        // Whether a token works, and its person is still here, was asked when it was shown.
        if (user.Identity?.AuthenticationType == TokenAuthentication.Name)
            return new Actor(id, await db.Grants.AsNoTracking().Where(grant => grant.PersonId == id).ToListAsync(ct));
        if (Sessions.Of(user) is not { } here)
            return Actor.Stranger;

        var found = await (
            from session in db.Sessions
            join person in db.Users on session.PersonId equals person.Id
            where session.Id == here && person.Id == id && session.EndedAt == null && person.DeactivatedAt == null && person.ErasedAt == null
            from grant in db.Grants.Where(grant => grant.PersonId == person.Id).DefaultIfEmpty()
            select new { session.SeenAt, grant }).AsNoTracking().ToListAsync(ct);
        if (found.Count == 0)
            return Actor.Stranger;

        uses.OfSession(here, found[0].SeenAt);
        return new Actor(id, [.. found.Select(row => row.grant).OfType<Grant>()]);
    }
}
