using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NetworkHealth.Data;

namespace NetworkHealth.Tests;

/// <summary>A start after one that was killed while it migrated.</summary>
public sealed class AbandonedLockTests
{
    [Fact]
    public async Task A_lock_that_a_killed_migration_left_behind_does_not_stop_the_next_start()
    {
        await using var app = await TestApp.On(DatabaseKind.Sqlite);
        await using (var db = TestDatabase.Context(DatabaseKind.Sqlite, app.Connection))
        {
            await db.Database.ExecuteSqlRawAsync(
                "INSERT INTO __EFMigrationsLock (Id, Timestamp) VALUES (1, '2026-01-01 00:00:00.0000000+00:00')", TestContext.Current.CancellationToken);
        }

        var response = await app.CreateClient().GetAsync("/health/ready", TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.True(response.IsSuccessStatusCode);
        Assert.True(await app.Services.GetRequiredService<DatabaseSetup>().IsCurrent(TestContext.Current.CancellationToken));
    }
}
