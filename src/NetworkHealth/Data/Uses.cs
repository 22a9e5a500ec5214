using Microsoft.EntityFrameworkCore;

namespace NetworkHealth.Data;

/// <summary>When sessions and tokens were last used, in one statement each.</summary>
public static class Uses
{
    /// <summary>How far the times may lag, so that a busy browser or program costs few writes.</summary>
    public static readonly TimeSpan SessionsEvery = TimeSpan.FromMinutes(10), TokensEvery = TimeSpan.FromMinutes(1);

    public static async Task NoteSession(this NetworkHealthDb db, Guid session, DateTimeOffset now, CancellationToken ct = default)
    {
        using var turn = await db.TurnToWrite(ct);
        await db.Sessions.Where(s => s.Id == session && s.EndedAt == null && s.SeenAt < now).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, now), ct);
    }

    public static async Task NoteToken(this NetworkHealthDb db, Guid token, DateTimeOffset now, CancellationToken ct = default)
    {
        using var turn = await db.TurnToWrite(ct);
        await db.ApiTokens.Where(t => t.Id == token && (t.LastUsedAt == null || t.LastUsedAt < now)).ExecuteUpdateAsync(set => set.SetProperty(t => t.LastUsedAt, now), ct);
    }
}
