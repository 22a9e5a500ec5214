using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Accounts;

/// <summary>One browser in the list of one's own.</summary>
/// <param name="Id">Of the session.</param>
/// <param name="Browser">Such as “Firefox on Linux”.</param>
/// <param name="StartedAt">When its person signed in.</param>
/// <param name="SeenAt">When it was last used, within <see cref="Uses.SessionsEvery"/>.</param>
/// <param name="IsHere">Whether it is the browser that asks.</param>
public sealed record SessionRow(Guid Id, string Browser, DateTimeOffset StartedAt, DateTimeOffset SeenAt, bool IsHere);

/// <summary>The browsers in which a person is signed in.</summary>
public sealed class Sessions(NetworkHealthDb db, TimeProvider clock)
{
    public const string Claim = "session";

    /// <summary>The session of a cookie; null without one.</summary>
    public static Guid? Of(ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(Claim), out var id) ? id : null;

    /// <summary>Those that go on, the one that asks first.</summary>
    public async Task<IReadOnlyList<SessionRow>> List(Actor by, Guid? here, CancellationToken ct = default)
    {
        var since = clock.GetUtcNow() - AccountCookie.Stay - Uses.SessionsEvery; // an older cookie has run out
        var rows = await db.Sessions.AsNoTracking().Where(s => s.PersonId == by.PersonId && s.EndedAt == null && s.SeenAt > since)
            .Select(s => new SessionRow(s.Id, s.Browser, s.StartedAt, s.SeenAt, s.Id == here)).ToListAsync(ct);
        return [.. rows.OrderByDescending(row => row.IsHere).ThenByDescending(row => row.SeenAt)];
    }

    /// <summary>Signs one browser out. One that is signed out already stays so, and another person’s is left alone.</summary>
    public async Task End(Actor by, Guid session, CancellationToken ct = default)
    {
        await using var change = await db.BeginChange(by, clock, ct);
        if (await db.Sessions.SingleOrDefaultAsync(s => s.Id == session && s.PersonId == by.PersonId && s.EndedAt == null, ct) is not { } found)
            return;
        found.End(clock.GetUtcNow());
        await change.Commit(ChangeAction.SignedOut, null, $"person:{by.PersonId}", ct: ct);
    }

    /// <summary>Signs all browsers of a person out.</summary>
    public async Task EndAll(Actor by, CancellationToken ct = default)
    {
        await using var change = await db.BeginChange(by, clock, ct);
        int ended = await EndAllOf(db, by.PersonId!.Value, clock.GetUtcNow(), ct: ct);
        await change.Commit(ChangeAction.SignedOutEverywhere, null, $"person:{by.PersonId}", new { sessions = ended }, ct);
    }

    /// <summary>Ends a person’s sessions as part of a change that somebody else commits.</summary>
    /// <returns>How many went on until now.</returns>
    internal static async Task<int> EndAllOf(NetworkHealthDb db, Guid personId, DateTimeOffset now, Guid? but = null, CancellationToken ct = default)
    {
        var open = await db.Sessions.Where(s => s.PersonId == personId && s.EndedAt == null && s.Id != but).ToListAsync(ct);
        open.ForEach(session => session.End(now));
        return open.Count;
    }
}
