using Microsoft.EntityFrameworkCore;

namespace NetworkHealth.Data;

/// <summary>How often something secret was tried lately. It knows a fingerprint of what was tried on, so that it keeps no address, and that of one nobody has like any other.</summary>
public sealed class SignInTry
{
    public string Id { get; private set; } = "";
    public int Count { get; private set; }

    /// <summary>When the last try counted, in milliseconds since 1970 (UTC).</summary>
    public long At { get; private set; }
}

/// <summary>Counts tries in one statement, before what was tried is looked at: of many sent at once none is looked at uncounted.</summary>
public static class SignInTries
{
    /// <param name="db">Outside a change.</param>
    /// <param name="id">Fingerprint of what is tried on.</param>
    /// <param name="most">How many count; further ones change nothing, so that waiting ends.</param>
    /// <param name="wait">After how long counting begins anew.</param>
    /// <param name="now">The time.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The number of this try; more than <paramref name="most"/> when there is none left.</returns>
    public static async Task<int> Try(this NetworkHealthDb db, string id, int most, TimeSpan wait, DateTimeOffset now, CancellationToken ct = default)
    {
        long at = now.ToUnixTimeMilliseconds(), since = at - (long)wait.TotalMilliseconds;
        using var turn = await db.TurnToWrite(ct);
        await db.SignInTries.Where(old => old.At <= since).ExecuteDeleteAsync(ct);
        return (await db.Database.SqlQuery<int>($"""
            INSERT INTO sign_in_tries (id, count, at) VALUES ({id}, 1, {at})
            ON CONFLICT (id) DO UPDATE SET count = sign_in_tries.count + 1, at = CASE WHEN sign_in_tries.count < {most} THEN {at} ELSE sign_in_tries.at END
            RETURNING count AS "Value"
            """).ToListAsync(ct))[0];
    }

    public static async Task Forget(this NetworkHealthDb db, string id, CancellationToken ct = default)
    {
        using var turn = await db.TurnToWrite(ct);
        await db.SignInTries.Where(one => one.Id == id).ExecuteDeleteAsync(ct);
    }
}
