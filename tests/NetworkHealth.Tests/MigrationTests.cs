using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Tests;

/// <summary>The migrations make the database that the program's model describes.</summary>
public sealed class MigrationTests
{
    private const string SqliteSchema = """
        SELECT m.type || ' ' || m.name || ' ' || coalesce(m.sql, '') AS "Value" FROM sqlite_master m WHERE m.tbl_name NOT LIKE '\_\_EF%' ESCAPE '\'
        UNION ALL
        SELECT m.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || coalesce(c.dflt_value, '') || ' ' || c.pk
        FROM sqlite_master m JOIN pragma_table_xinfo(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE '\_\_EF%' ESCAPE '\'
        """;

    private const string PostgresSchema = """
        SELECT format('%s.%s %s %s %s %s %s', table_name, column_name, data_type, character_maximum_length, is_nullable, collation_name, column_default) AS "Value"
        FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_EF%'
        UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '\_\_EF%'
        UNION ALL SELECT format('%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text NOT LIKE '%\_\_EF%'
        """;

    private static DatabaseKind Kind => TestDatabase.Kind;

    [Fact]
    public async Task The_migrations_know_the_whole_model()
    {
        await using var db = TestDatabase.Context(Kind, await TestDatabase.Create(Kind));

        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
        Assert.NotEmpty(await db.Database.GetAppliedMigrationsAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_migrated_database_has_the_schema_of_the_model()
    {
        await using var migrated = TestDatabase.Context(Kind, await TestDatabase.Create(Kind));
        await using var created = TestDatabase.Context(Kind, await TestDatabase.Create(Kind, migrated: false));
        await created.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);

        string[] schema = await Schema(migrated);

        Assert.Contains(schema, line => line.StartsWith("audit_changes.hash ", StringComparison.Ordinal));
        Assert.True(schema.Length > 100, $"Only {schema.Length} lines of schema were compared.");
        Assert.Equal(await Schema(created), schema);
    }

    [Fact]
    public async Task Two_that_migrate_at_once_both_succeed()
    {
        string connection = await TestDatabase.Create(Kind, migrated: false);

        var outcomes = await Task.WhenAll(Cli.Run(connection, ["migrate"]), Cli.Run(connection, ["migrate"]));

        Assert.All(outcomes, outcome => Assert.Equal((0, $"The database is up to date.{Environment.NewLine}"), (outcome.Status, outcome.Text)));
        await using var db = TestDatabase.Context(Kind, connection);
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
        Assert.NotEmpty(await db.DataProtectionKeys.ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Migrating_again_changes_nothing()
    {
        string connection = await TestDatabase.Create(Kind, migrated: false);
        var first = await Cli.Run(connection, ["migrate"]);
        Assert.True(first.Status == 0, first.Problems);
        string[] keys = await Keys(connection);

        var again = await Cli.Run(connection, ["migrate"]);

        Assert.Equal((0, ""), (again.Status, again.Problems));
        Assert.Single(keys);
        Assert.Equal(keys, await Keys(connection));
    }

    [Fact]
    public async Task Codes_and_slugs_sort_by_bytes()
    {
        string[] codes = ["_x", "a-1", "A1", "a10"];
        await using var db = TestDatabase.Context(Kind, await TestDatabase.Create(Kind));
        var cohort = db.Cohorts.Add(new Cohort("delta", "Delta")).Entity;
        db.Cohorts.AddRange(new Cohort("a10", "Ten"), new Cohort("a-2", "Two"), new Cohort("a1", "One"));
        db.Networks.AddRange(codes.Select(code => new Network(cohort.Id, code, code)));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["A1", "_x", "a-1", "a10"], await db.Networks.OrderBy(n => n.Code).Select(n => n.Code).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["a-2", "a1", "a10", "delta"], await db.Cohorts.OrderBy(c => c.Slug).Select(c => c.Slug).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["A1"], await db.Networks.Where(n => n.Code == "A1").Select(n => n.Code).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await db.Networks.Where(n => n.Code == "a1").ToListAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<string[]> Schema(NetworkHealthDb db) =>
        [.. (await db.Database.SqlQueryRaw<string>(Kind == DatabaseKind.Postgres ? PostgresSchema : SqliteSchema).ToListAsync()).Select(InAnyOrder).Order(StringComparer.Ordinal)];

    // SQLite keeps the words of each statement; a column that was added later stands last there.
    private static string InAnyOrder(string line)
    {
        if (!line.Contains("CREATE TABLE", StringComparison.Ordinal))
            return line;
        var (begin, end) = (line.IndexOf('(', StringComparison.Ordinal), line.LastIndexOf(')'));
        // Not at the commas between the columns of one key, whose order matters.
        var columns = Regex.Split(line[(begin + 1)..end], @",(?![^()]*\))").Select(column => column.Trim());
        return $"{line[..begin]}({string.Join(", ", columns.Order(StringComparer.Ordinal))}{line[end..]}";
    }

    private static async Task<string[]> Keys(string connection)
    {
        await using var db = TestDatabase.Context(Kind, connection);
        return [.. (await db.DataProtectionKeys.ToListAsync()).Select(key => key.Xml)];
    }
}
