using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NetworkHealth.Domain;
using NetworkHealth.Features.Accounts;
using NetworkHealth.Features.AuditTrail;

namespace NetworkHealth.Tests.Features.AuditTrail;

/// <summary>However many write at once, the changes make one chain.</summary>
public sealed class AuditWritersTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Eight_writers_at_once_leave_a_valid_chain_in_which_time_only_grows()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (int i = 0; i < 10; i++)
                await Write(writer, i);
        })));

        await using var db = await app.Db();
        var changes = await db.Changes.AsNoTracking().OrderBy(change => change.Number).ToListAsync(TestContext.Current.CancellationToken);
        var finding = await app.Get<AuditChain>().Verify(TestContext.Current.CancellationToken);

        Assert.Equal((80L, null), (finding.Count, finding.Problem));
        Assert.Equal(Enumerable.Range(1, 80).Select(number => (long)number), changes.Select(change => change.Number));
        Assert.All(changes.Zip(changes.Skip(1)), pair => Assert.True(pair.First.At < pair.Second.At, $"{pair.First.Number} and {pair.Second.Number}"));
        Assert.All(changes, change => Assert.Equal((TimeSpan.Zero, 0), (change.At.Offset, change.At.UtcTicks % TimeSpan.TicksPerMillisecond)));
        Assert.Equal([(ChangeAction.AdministratorCreated, 20), (ChangeAction.Exported, 40), (ChangeAction.RatingsImported, 20)],
            changes.GroupBy(change => change.Action).Select(group => (group.Key, group.Count())).OrderBy(group => group.Key.ToString(), StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_change_that_is_not_committed_leaves_nothing()
    {
        await using var other = await TestApp.On(TestDatabase.Kind);
        await using (var db = await other.Db())
        {
            await using var change = await db.BeginChange(Actor.Operator, TimeProvider.System, TestContext.Current.CancellationToken);
            db.Cohorts.Add(new Cohort("delta", "Delta"));
            await change.Save(TestContext.Current.CancellationToken);
        }

        await using var after = await other.Db();
        Assert.Empty(await after.Cohorts.ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, (await other.Get<AuditChain>().Verify(TestContext.Current.CancellationToken)).Count);
    }

    [Fact]
    public async Task The_trail_is_a_table_with_audit_in_its_name()
    {
        await using var db = await app.Db();

        Assert.Equal("audit_changes", db.Model.FindEntityType(typeof(Change))!.GetTableName());
    }

    private async Task Write(int writer, int i)
    {
        if (writer < 2)
            Assert.Empty((await app.Import($"network_code,2023\nN{i},{writer}\n", $"cohort-{writer}")).Problems);
        else if (writer < 4)
            await AddAdministrator($"admin-{writer}-{i}@example.org");
        else
            await Export();
    }

    private async Task AddAdministrator(string email)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Administrators>().Create(Actor.Operator, email, null);
    }

    private async Task Export()
    {
        await using var db = await app.Db();
        await using var change = await db.BeginChange(Actor.Operator, TimeProvider.System);
        await change.Commit(ChangeAction.Exported, null, "file:ratings.csv");
    }
}
