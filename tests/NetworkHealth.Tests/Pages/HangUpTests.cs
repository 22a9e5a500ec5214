using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace NetworkHealth.Tests.Pages;

/// <summary>A reader who goes away in the middle of a file.</summary>
public sealed class HangUpTests(DemoApp app) : IClassFixture<DemoApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ratings")]
    [InlineData("trajectories")]
    public async Task Hanging_up_ends_the_reading_and_is_no_failure(string file)
    {
        await app.Import(Long(), "long");
        var client = await app.SignedIn("admin@demo.example");
        int logged = app.Log.Lines.Count;

        using (var response = await client.GetAsync($"/api/v1/cohorts/long/{file}.csv", HttpCompletionOption.ResponseHeadersRead, Ct))
        {
            await using var body = await response.Content.ReadAsStreamAsync(Ct);
            await body.ReadExactlyAsync(new byte[1000], Ct);
            Assert.True(await IsBeingRead(), "The file was written before the reader went away.");
        }

        var patience = DateTime.UtcNow.AddSeconds(20);
        while (await IsBeingRead() && DateTime.UtcNow < patience)
            await Task.Delay(50, Ct);
        Assert.False(await IsBeingRead(), "The database is still being read for nobody.");
        Assert.Empty(app.Log.Lines.Skip(logged));
    }

    // SQLite cannot empty its log while somebody reads from it; PostgreSQL lists who is at work.
    private async Task<bool> IsBeingRead()
    {
        await using var db = await app.Db();
        await db.Database.OpenConnectionAsync(Ct);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = db.Database.IsSqlite()
            ? "PRAGMA wal_checkpoint(TRUNCATE)"
            : "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'";
        return Convert.ToInt64(await command.ExecuteScalarAsync(Ct), CultureInfo.InvariantCulture) != 0;
    }

    // More than the buffers of a loopback connection hold, or the database would be done before the reader is.
    private static string Long()
    {
        var csv = new StringBuilder("network_code,subject").AppendJoin("", Enumerable.Range(1960, 100).Select(year => $",{year}")).Append('\n');
        for (int network = 0; network < 2000; network++)
        {
            csv.Append(CultureInfo.InvariantCulture, $"N{network:0000},OVERALL").Insert(csv.Length, ",3", 100).Append('\n');
        }

        return csv.ToString();
    }
}
