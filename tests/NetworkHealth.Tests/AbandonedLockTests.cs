using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NetworkHealth.Data;

namespace NetworkHealth.Tests;

/// <summary>A start after one that was killed while it migrated.</summary>
public sealed class AbandonedLockTests
{
    [Theory]
    [InlineData(300)]
    [InlineData(57)]
    public async Task A_lock_that_a_killed_migration_left_behind_does_not_stop_the_next_start(int secondsOld)
    {
        await using var app = await TestApp.On(DatabaseKind.Sqlite);
        await using (var db = TestDatabase.Context(DatabaseKind.Sqlite, app.Connection))
        {
            string since = DateTimeOffset.UtcNow.AddSeconds(-secondsOld).ToString("yyyy-MM-dd HH:mm:ss.fffffffzzz", System.Globalization.CultureInfo.InvariantCulture);
            await db.Database.ExecuteSqlAsync($"INSERT INTO __EFMigrationsLock (Id, Timestamp) VALUES (1, {since})", TestContext.Current.CancellationToken);
        }

        var response = await app.CreateClient().GetAsync("/health/ready", TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.True(response.IsSuccessStatusCode);
        Assert.True(await app.Services.GetRequiredService<DatabaseSetup>().IsCurrent(TestContext.Current.CancellationToken));
    }
}
