using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;

namespace NetworkHealth.Tests;

/// <summary>Which database a run of the tests uses.</summary>
public enum DatabaseKind
{
    Sqlite,
    Postgres,
}

/// <summary>Databases for tests: each of its own, on the kind that <c>NETWORKHEALTH_TEST_DATABASE</c> names (SQLite unless said).</summary>
public static class TestDatabase
{
    public const string Variable = "NETWORKHEALTH_TEST_DATABASE";

    public static DatabaseKind Kind { get; } = Environment.GetEnvironmentVariable(Variable) switch
    {
        null or "" or "sqlite" => DatabaseKind.Sqlite,
        "postgres" => DatabaseKind.Postgres,
        var other => throw new InvalidOperationException($"{Variable} is '{other}'; write sqlite or postgres."),
    };

    /// <summary>The connection string of a new database: migrated, or with nothing in it at all.</summary>
    public static async Task<string> Create(DatabaseKind kind, bool migrated = true)
    {
        if (kind == DatabaseKind.Postgres)
        {
            var server = await PostgresServer.Started();
            return migrated ? await server.CreateDatabase() : await server.CreateEmptyDatabase();
        }

        string connection = $"Data Source={Path.Combine(TemporaryFiles.Folder, $"{Guid.NewGuid():N}.db")}";
        if (migrated)
        {
            await using var db = Context(kind, connection);
            await db.Database.MigrateAsync();
        }

        return connection;
    }

    public static NetworkHealthDb Context(DatabaseKind kind, string connection) => kind == DatabaseKind.Postgres
        ? new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(connection).Options)
        : new SqliteDb(new DbContextOptionsBuilder<SqliteDb>().UseSqlite(connection).Options);
}
