using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;

namespace NetworkHealth.Features.Accounts;

/// <summary>
/// Notes when a session or a token was last used, for its person to see. Beside the request: on SQLite a long import would keep whoever only
/// reads waiting for their turn to write. No change of the chain: nobody relies on it.
/// </summary>
public sealed class LastUses(IDbContextFactory<NetworkHealthDb> dbs, TimeProvider clock, ILogger<LastUses> logger)
{
    private readonly ConcurrentDictionary<Guid, bool> noting = [];

    public void OfSession(Guid session, DateTimeOffset last) => Note(session, last, Uses.SessionsEvery, (db, now) => db.NoteSession(session, now));

    public void OfToken(Guid token, DateTimeOffset? last) => Note(token, last, Uses.TokensEvery, (db, now) => db.NoteToken(token, now));

    private void Note(Guid id, DateTimeOffset? last, TimeSpan every, Func<NetworkHealthDb, DateTimeOffset, Task> write)
    {
        if ((last is null || clock.GetUtcNow() - last >= every) && noting.TryAdd(id, true))
            _ = Write(id, write);
    }

    private async Task Write(Guid id, Func<NetworkHealthDb, DateTimeOffset, Task> write)
    {
        await Task.Yield();
        try
        {
            await using var db = await dbs.CreateDbContextAsync();
            await write(db, clock.GetUtcNow());
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            logger.LogDebug(failure, "When something was last used could not be noted");
        }
        finally
        {
            noting.TryRemove(id, out _);
        }
    }
}
