using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;

namespace NetworkHealth.Data;

/// <summary>Brings a database to the model of this program.</summary>
public sealed class DatabaseSetup(IDbContextFactory<NetworkHealthDb> dbs, IServiceProvider services)
{
    private const long MigrationLock = 0x4E48_6D69_6772; // any number that others do not lock

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(30);

    /// <summary>Applies what is missing, under the database's own lock, and makes the first data protection key.</summary>
    public async Task Migrate(CancellationToken ct = default)
    {
        await using (var db = await dbs.CreateDbContextAsync(ct))
        {
            if (db.Database.IsSqlite())
            {
                MakeFolder(db.Database.GetDbConnection().DataSource);
                await ReleaseAbandonedLock(db, ct);
            }

            if (db.Database.IsNpgsql() && await db.Database.CanConnectAsync(ct))
                await MigrateAlone(db, ct);
            else
                await db.Database.MigrateAsync(ct);
        }

        // Made here and not by whoever needs it first, so that a server that starts finds it.
        var keys = services.GetRequiredService<IKeyManager>();
        if (keys.GetAllKeys().Count == 0)
            keys.CreateNewKey(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddYears(1));
    }

    /// <summary>Whether the database has everything the program expects.</summary>
    public async Task<bool> IsCurrent(CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return !(await db.Database.GetPendingMigrationsAsync(ct)).Any();
    }

    /// <summary>Before a command or the server starts: SQLite is brought up to date, PostgreSQL must be so already.</summary>
    /// <exception cref="Domain.DomainRuleException">The database is behind the program.</exception>
    public async Task Prepare(CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (db.Database.IsSqlite())
            await Migrate(ct);
        else if (!await IsCurrent(ct))
            throw new Domain.DomainRuleException("The database is behind this program. Run the command migrate first.");
    }

    // On PostgreSQL EF's own lock ends with each migration, so that another process could slip in between two of them.
    private static async Task MigrateAlone(NetworkHealthDb db, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        int? usual = db.Database.GetCommandTimeout();
        db.Database.SetCommandTimeout(LongestWait); // for another process that migrates
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({MigrationLock})", ct);
        db.Database.SetCommandTimeout(usual);
        try
        {
            await db.Database.MigrateAsync(ct);
        }
        finally
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({MigrationLock})", CancellationToken.None);
            await db.Database.CloseConnectionAsync();
        }
    }

    // A process killed while migrating leaves its row in EF's lock table on SQLite, and every later start would wait for it for ever.
    private static async Task ReleaseAbandonedLock(NetworkHealthDb db, CancellationToken ct)
    {
        if (await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(ct) == 0)
            return;

        while (true)
        {
            await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock WHERE Timestamp < datetime('now', '-1 minute')", ct);
            if (await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM __EFMigrationsLock").SingleAsync(ct) == 0)
                return;
            await Task.Delay(TimeSpan.FromMilliseconds(200), ct); // somebody migrates, or was killed less than a minute ago
        }
    }

    private static void MakeFolder(string file)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new Domain.DomainRuleException($"The database file {file} cannot be made: its folder cannot.");
        }
    }
}
