using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NetworkHealth.Domain;
using Npgsql;
using NpgsqlTypes;

namespace NetworkHealth.Data;

/// <summary>The model on PostgreSQL: the database of production.</summary>
public sealed class PostgresDb(DbContextOptions<PostgresDb> options) : NetworkHealthDb(options)
{
    // Whatever locale the server was made with, codes and slugs sort and compare by bytes, as they do on SQLite and in C#.
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<string>().UseCollation("C");
        configurationBuilder.Properties<RatingSource>().UseCollation("C");
    }

    public override Task<IDbContextTransaction> BeginReading(CancellationToken ct = default) =>
        Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);

    internal override Task<AuditHead> LockHead(CancellationToken ct) =>
        AuditHead.FromSqlRaw("SELECT * FROM audit_head FOR UPDATE").SingleAsync(ct);

    internal override async Task BulkInsert(string table, IReadOnlyList<BulkColumn> columns, IEnumerable<object?[]> rows, CancellationToken ct)
    {
        var connection = (NpgsqlConnection)Database.GetDbConnection();
        await using var copy = await connection.BeginBinaryImportAsync(
            $"COPY {table} ({string.Join(", ", columns.Select(column => column.Name))}) FROM STDIN (FORMAT BINARY)", ct);
        var types = columns.Select(column => column.Type).ToArray();
        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested();
            copy.StartRow();
            for (int i = 0; i < row.Length; i++)
                Write(copy, types[i], row[i]);
        }

        await copy.CompleteAsync(ct);
    }

    // By type, since as objects each value would cost a search for its converter; and at once, since a task for each value costs more
    // than the value.
    private static void Write(NpgsqlBinaryImporter copy, BulkType type, object? value)
    {
        switch (type, value)
        {
            case (_, null): copy.WriteNull(); break;
            case (BulkType.Id, Guid id): copy.Write(id, NpgsqlDbType.Uuid); break;
            case (BulkType.Small, short number): copy.Write(number, NpgsqlDbType.Smallint); break;
            case (BulkType.Integer, int number): copy.Write(number, NpgsqlDbType.Integer); break;
            case (BulkType.Big, long number): copy.Write(number, NpgsqlDbType.Bigint); break;
            case (BulkType.Text, string text): copy.Write(text, NpgsqlDbType.Text); break;
            default: throw new ArgumentException($"{value} does not fit a column of type {type}.", nameof(value));
        }
    }
}
