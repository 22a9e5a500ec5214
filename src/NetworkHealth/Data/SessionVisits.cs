using Microsoft.EntityFrameworkCore;

namespace NetworkHealth.Data;

/// <summary>When a session was last seen. No change of the chain: nobody relies on it.</summary>
public static class SessionVisits
{
    public static async Task Visited(this NetworkHealthDb db, Guid session, DateTimeOffset now, CancellationToken ct = default)
    {
        using var turn = await db.TurnToWrite(ct);
        await db.Sessions.Where(s => s.Id == session && s.EndedAt == null && s.SeenAt < now)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, now), ct);
    }
}
