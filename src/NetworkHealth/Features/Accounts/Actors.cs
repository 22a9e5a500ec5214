using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Accounts;

/// <summary>Who stands behind a request, with the rights of this moment.</summary>
public sealed class Actors(IDbContextFactory<NetworkHealthDb> dbs)
{
    public async Task<Actor> Of(ClaimsPrincipal user, CancellationToken ct = default)
    {
        if (!Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
            return Actor.Stranger;

        await using var db = await dbs.CreateDbContextAsync(ct);
        return new Actor(id, await db.Grants.AsNoTracking().Where(grant => grant.PersonId == id).ToListAsync(ct));
    }
}
