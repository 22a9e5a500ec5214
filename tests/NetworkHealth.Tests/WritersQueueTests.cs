using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Features.AnnualRating;

namespace NetworkHealth.Tests;

/// <summary>SQLite has one writer. Those of this program queue for it, where the provider would sleep and try again.</summary>
public sealed class WritersQueueTests : IAsyncLifetime
{
    private static readonly RatingAddress Address = new("delta", "LD1", 2026, RatingSource.Self);

    private TestApp app = null!;
    private Network network = null!;
    private Actor leader = null!;

    // Sooner than a locked file is given up.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        app = await TestApp.On(DatabaseKind.Sqlite);
        await app.Import("network_code,year,subject,level\nLD1,2025,HL,3\n");
        await using var db = await app.Db();
        await using (var change = await db.BeginChange(Actor.Operator, TimeProvider.System))
        {
            var cohort = await db.Cohorts.SingleAsync();
            cohort.AddCycle(Address.Year, isOpen: true);
            await change.Commit(ChangeAction.RoleGiven, cohort.Id, $"cohort:{cohort.Id}");
        }

        network = await db.Networks.SingleAsync();
        var person = Guid.CreateVersion7();
        leader = new Actor(person, [new Grant(person, Role.HubLeader, networkId: network.Id)]);
        await app.Get<Drafts>().Open(leader, Address);
    }

    [Fact]
    public async Task What_is_typed_waits_for_a_change_without_holding_a_thread()
    {
        await using var db = await app.Db();
        var change = await db.BeginChange(Actor.Operator, TimeProvider.System, Ct);

        // Without a queue this call would hold the thread until the lock is given up, which happens below.
        var save = Save("while a change is being made");
        Assert.False(save.IsCompleted);
        await change.DisposeAsync();

        Assert.True(await save);
    }

    [Fact]
    public async Task A_change_that_is_given_up_or_fails_lets_the_next_writer_in()
    {
        await using var db = await app.Db();
        var change = await db.BeginChange(Actor.Operator, TimeProvider.System, Ct);
        await change.DisposeAsync();
        await change.DisposeAsync();
        await Assert.ThrowsAsync<DomainRuleException>(() => app.Get<Drafts>().Submit(leader, Address, "another edition", Ct));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => db.BeginChange(Actor.Operator, TimeProvider.System, new CancellationToken(canceled: true)));

        Assert.True(await Save("after all that").WaitAsync(Soon, Ct));
    }

    [Fact]
    public async Task A_change_inside_a_change_fails_instead_of_waiting_for_itself()
    {
        await using var db = await app.Db();
        await using var change = await db.BeginChange(Actor.Operator, TimeProvider.System, Ct);

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.BeginChange(Actor.Operator, TimeProvider.System, Ct).WaitAsync(Soon, Ct));
    }

    [Fact]
    public async Task A_save_inside_a_change_of_the_same_context_has_its_turn()
    {
        await using var db = await app.Db();
        await using var change = await db.BeginChange(Actor.Operator, TimeProvider.System, Ct);

        Assert.True(await db.Save(Typed(await Draft(), Subject.HubLeadership, "inside"), Ct).WaitAsync(Soon, Ct));
    }

    [Fact]
    public async Task Who_waits_for_a_change_that_does_not_end_fails_as_without_a_queue()
    {
        await using var db = await app.Db();
        await using var other = await app.Db();
        other.Database.SetCommandTimeout(1);
        var entry = Typed(await Draft(), Subject.HubLeadership, "in vain");
        await using (await db.BeginChange(Actor.Operator, TimeProvider.System, Ct))
            Assert.Equal(5, (await Assert.ThrowsAsync<SqliteException>(() => other.Save(entry, Ct).WaitAsync(Soon, Ct))).SqliteErrorCode); // SQLITE_BUSY

        Assert.True(await Save("afterwards").WaitAsync(Soon, Ct));
    }

    [Fact]
    public async Task A_change_that_another_program_keeps_out_gives_its_turn_back()
    {
        await using var outside = new SqliteConnection(app.Connection);
        await outside.OpenAsync(Ct);
        await using var db = await app.Db();
        db.Database.SetCommandTimeout(1);
        await db.Database.OpenConnectionAsync(Ct);
        ((SqliteConnection)db.Database.GetDbConnection()).DefaultTimeout = 1;
        await using (var held = outside.BeginTransaction(deferred: false))
            await Assert.ThrowsAsync<SqliteException>(() => db.BeginChange(Actor.Operator, TimeProvider.System, Ct));

        Assert.True(await Save("afterwards").WaitAsync(Soon, Ct));
    }

    [Fact]
    public async Task Who_gives_up_waiting_leaves_the_queue()
    {
        await using var db = await app.Db();
        await using var other = await app.Db();
        using var patience = new CancellationTokenSource();
        await using (await db.BeginChange(Actor.Operator, TimeProvider.System, Ct))
        {
            var waiting = other.BeginChange(Actor.Operator, TimeProvider.System, patience.Token);
            await patience.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        }

        Assert.True(await Save("afterwards").WaitAsync(Soon, Ct));
    }

    [Fact]
    public async Task Of_six_who_save_each_entry_at_once_one_is_saved()
    {
        var draft = await Draft();
        using var together = new Barrier(6);
        var saves = Enumerable.Range(0, 6).Select(_ => Task.Factory.StartNew(
            async () =>
            {
                together.SignalAndWait(Ct);
                return await Task.WhenAll(SubjectWords.All.Select(subject => Save("at once", subject, draft)));
            },
            Ct, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()).ToList();

        Assert.Equal(SubjectWords.All.Count, (await Task.WhenAll(saves)).Sum(saved => saved.Count(one => one)));
        Assert.All((await Draft()).Entries, entry => Assert.Equal((2, "at once"), (entry.Version, entry.Grounds.Seen)));
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task<bool> Save(string seen) => await Save(seen, Subject.HubLeadership, await Draft());

    private Task<bool> Save(string seen, Subject subject, Draft draft) =>
        app.Get<DraftEntries>().Save(leader, network, Typed(draft, subject, seen), Ct);

    private DraftEntry Typed(Draft draft, Subject subject, string seen) =>
        draft[subject].Next(draft[subject].Judgement.With(subject, "seen", seen), leader.PersonId, "tab", DateTimeOffset.UtcNow);

    private async Task<Draft> Draft()
    {
        await using var db = await app.Db();
        return await db.Drafts.AsNoTracking().Include(draft => draft.Entries).SingleAsync();
    }
}
