using Microsoft.EntityFrameworkCore;

namespace NetworkHealth.Data;

/// <summary>When a token was used last, for its person to see. No change of the chain: nobody relies on it, and reading must not cost one.</summary>
public static class TokenUses
{
    /// <summary>How far the time may lag, so that a busy program costs one write a minute.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    public static async Task NoteUse(this NetworkHealthDb db, Guid tokenId, DateTimeOffset now, CancellationToken ct = default)
    {
        using var turn = await db.TurnToWrite(ct);
        await db.ApiTokens.Where(token => token.Id == tokenId && (token.LastUsedAt == null || token.LastUsedAt <= now - Every))
            .ExecuteUpdateAsync(set => set.SetProperty(token => token.LastUsedAt, now), ct);
    }
}
