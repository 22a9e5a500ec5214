using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;
using NetworkHealth.Features.AuditTrail;

namespace NetworkHealth.Tests.Features.AuditTrail;

/// <summary>A chain of five changes that can be tampered with and put back.</summary>
public sealed class Chain : TestApp, IAsyncLifetime
{
    public static readonly Guid Person = new("0190d0ca-bcde-7abc-8def-0123456789ab");
    public static readonly Guid Cohort = new("0190d0cb-abcd-7fed-9cba-9876543210fe");

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        for (int i = 1; i <= 5; i++)
            await Append(ChangeAction.RatingsImported, $"cohort:{i}");
        await Execute("CREATE TABLE kept_changes AS SELECT * FROM audit_changes");
        await Execute("CREATE TABLE kept_head AS SELECT * FROM audit_head");
    }

    public async Task<Change> Append(ChangeAction action, string touched, TimeProvider? clock = null)
    {
        await using var db = await Db();
        await using var change = await db.BeginChange(new Actor(Person, []), clock ?? TimeProvider.System);
        return await change.Commit(action, Cohort, touched, new { rows = 11 });
    }

    public Task<AuditFinding> Verify() => Get<AuditChain>().Verify();

    /// <summary>What verifying finds after somebody wrote to the tables behind the program's back; then all is put back.</summary>
    public async Task<string?> ProblemAfter(string sql)
    {
        try
        {
            Assert.True(await Execute(sql) != 0, $"{sql} changed nothing.");
            return (await Verify()).Problem;
        }
        finally
        {
            await Execute("DELETE FROM audit_changes; INSERT INTO audit_changes SELECT * FROM kept_changes; DELETE FROM audit_head; INSERT INTO audit_head SELECT * FROM kept_head");
        }
    }

    public async Task<int> Execute(string sql)
    {
        await using var db = await Db();
        // Braces in JSON are no placeholders here.
        return await db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal), TestContext.Current.CancellationToken);
    }

    public async Task<string[]> ColumnsOf(string table)
    {
        await using var db = await Db();
        string sql = db.Database.IsSqlite()
            ? $"SELECT name AS \"Value\" FROM pragma_table_info('{table}')"
            : $"SELECT column_name::text AS \"Value\" FROM information_schema.columns WHERE table_name = '{table}'";
        return await db.Database.SqlQueryRaw<string>(sql).ToArrayAsync();
    }
}
