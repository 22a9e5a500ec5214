using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NetworkHealth.Domain;

namespace NetworkHealth.Data;

/// <summary>The model on SQLite: one file, nothing to install, one writer at a time.</summary>
public sealed class SqliteDb(DbContextOptions<SqliteDb> options) : NetworkHealthDb(options)
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Turns = [];

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcAsTicks>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Change>(change =>
        {
            change.Property(c => c.ActorId).HasConversion<IdAsText>();
            change.Property(c => c.CohortId).HasConversion<IdAsText>();
        });
    }

    // Deferred: as a writer it would keep all others waiting.
    public override async Task<IDbContextTransaction> BeginReading(CancellationToken ct = default)
    {
        await Database.OpenConnectionAsync(ct);
        return (await Database.UseTransactionAsync(((SqliteConnection)Database.GetDbConnection()).BeginTransaction(deferred: true), ct))!;
    }

    // Who finds the file locked sleeps 150 ms in this provider, holding a thread, and whoever comes just then goes first. Here they queue.
    // It is a courtesy, never a lock: who has waited as long as a command may goes on, and waits for SQLite itself once more as long.
    internal override async Task<IDisposable?> TurnToWrite(CancellationToken ct)
    {
        if (Database.CurrentTransaction is not null)
            return null; // it has the turn already
        var connection = (SqliteConnection)Database.GetDbConnection();
        // An open connection tells the file by another name where a folder is a link.
        var turn = Turns.GetOrAdd(new SqliteConnectionStringBuilder(connection.ConnectionString).DataSource, _ => new SemaphoreSlim(1));
        return await turn.WaitAsync(TimeSpan.FromSeconds(Database.GetCommandTimeout() ?? connection.DefaultTimeout), ct) ? new Turn(turn) : null;
    }

    // A transaction of this provider begins as a writer (BEGIN IMMEDIATE), so nobody else can be past this line.
    internal override Task<AuditHead> LockHead(CancellationToken ct) => AuditHead.SingleAsync(ct);

    internal override Task BulkInsert(string table, IReadOnlyList<BulkColumn> columns, IEnumerable<object?[]> rows, CancellationToken ct)
    {
        using var insert = ((SqliteConnection)Database.GetDbConnection()).CreateCommand();
        insert.Transaction = (SqliteTransaction)Database.CurrentTransaction!.GetDbTransaction();
        insert.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns.Select(column => column.Name))}) "
                             + $"VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
        var parameters = columns.Select((column, i) => insert.Parameters.Add($"@p{i}", SqliteTypeOf(column.Type))).ToArray();
        insert.Prepare();

        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested();
            for (int i = 0; i < row.Length; i++)
                parameters[i].Value = row[i] ?? DBNull.Value;
            insert.ExecuteNonQuery();
        }

        return Task.CompletedTask;
    }

    private static SqliteType SqliteTypeOf(BulkType type) =>
        type is BulkType.Id or BulkType.Text ? SqliteType.Text : SqliteType.Integer;

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        private SemaphoreSlim? held = turn;

        public void Dispose() => Interlocked.Exchange(ref held, null)?.Release();
    }
}
