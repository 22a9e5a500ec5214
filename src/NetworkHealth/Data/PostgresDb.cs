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
        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested();
            await copy.StartRowAsync(ct);
            for (int i = 0; i < row.Length; i++)
                await Write(copy, columns[i].Type, row[i], ct);
        }

        await copy.CompleteAsync(ct);
    }

    // By type: as objects each value would cost a search for its converter.
    private static Task Write(NpgsqlBinaryImporter copy, BulkType type, object? value, CancellationToken ct) => (type, value) switch
    {
        (_, null) => copy.WriteNullAsync(ct),
        (BulkType.Id, Guid id) => copy.WriteAsync(id, NpgsqlDbType.Uuid, ct),
        (BulkType.Small, short number) => copy.WriteAsync(number, NpgsqlDbType.Smallint, ct),
        (BulkType.Integer, int number) => copy.WriteAsync(number, NpgsqlDbType.Integer, ct),
        (BulkType.Big, long number) => copy.WriteAsync(number, NpgsqlDbType.Bigint, ct),
        (BulkType.Text, string text) => copy.WriteAsync(text, NpgsqlDbType.Text, ct),
        _ => throw new ArgumentException($"{value} does not fit a column of type {type}.", nameof(value)),
    };
}
