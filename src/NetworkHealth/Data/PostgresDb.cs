using Microsoft.EntityFrameworkCore;
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

    internal override string IdType => "uuid";

    internal override Task<AuditHead> LockHead(CancellationToken ct) =>
        AuditHead.FromSqlRaw("SELECT * FROM audit_head FOR UPDATE").SingleAsync(ct);

    internal override async Task BulkInsert(string table, IReadOnlyList<BulkColumn> columns, IEnumerable<object?[]> rows, CancellationToken ct)
    {
        var connection = (NpgsqlConnection)Database.GetDbConnection();
        await using var copy = await connection.BeginBinaryImportAsync(
            $"COPY {table} ({string.Join(", ", columns.Select(column => column.Name))}) FROM STDIN (FORMAT BINARY)", ct);
        var types = columns.Select(column => column.Type switch
        {
            BulkType.Id => NpgsqlDbType.Uuid,
            BulkType.Small => NpgsqlDbType.Smallint,
            BulkType.Integer => NpgsqlDbType.Integer,
            BulkType.Big => NpgsqlDbType.Bigint,
            _ => NpgsqlDbType.Text,
        }).ToArray();

        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested();
            await copy.StartRowAsync(ct);
            for (int i = 0; i < row.Length; i++)
            {
                if (row[i] is { } value)
                    await copy.WriteAsync(value, types[i], ct);
                else
                    await copy.WriteNullAsync(ct);
            }
        }

        await copy.CompleteAsync(ct);
    }
}
