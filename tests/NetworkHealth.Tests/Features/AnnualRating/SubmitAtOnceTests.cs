using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Features.AnnualRating;

/// <summary>Several people at one draft: it is handed in once and as it was read, and what somebody saves meanwhile is not lost.</summary>
public sealed class SubmitAtOnceTests(RatingApp app) : IClassFixture<RatingApp>
{
    private const string AtOnce = "Somebody wrote in the draft at the same moment. Read it as it is now, then try again.";
    private const string Changed = "The draft changed while you read it. Read it as it is now, then submit.";

    [Fact]
    public async Task What_was_saved_after_it_was_read_is_read_first()
    {
        var hub = await app.Hub("stale");
        await hub.Open(hub.Leader);
        await hub.Complete();
        string read = await hub.Edition();
        Assert.True(await hub.Say(Subject.NetworkCulture, Level.DevelopingMid, new Grounds { Seen = "Written at the last moment." }, hub.Member));

        Assert.Equal(Changed, await Refused(hub.Leader, hub, read));
        Assert.Equal(Changed, await Refused(hub.Leader, hub, ""));

        Assert.Equal("Written at the last moment.", (await hub.Draft())[Subject.NetworkCulture].Grounds.Seen);
        Assert.Equal(1, await hub.Submit());
        Assert.Equal("Written at the last moment.", (await hub.Revisions())[0].Judgement(Subject.NetworkCulture).Grounds.Seen);
    }

    [Fact]
    public async Task Two_leaders_who_submit_at_once_make_one_revision()
    {
        for (int round = 0; round < 5; round++)
        {
            var hub = await app.Hub($"race-{round}");
            await hub.Open(hub.Leader);
            await hub.Complete();
            string edition = await hub.Edition();

            var outcomes = await Task.WhenAll(new[] { hub.Leader, hub.SecondLeader }.Select(leader => Task.Run(async () => await
                Record.ExceptionAsync(() => hub.Submit(leader, edition)))));

            Assert.Equal("Somebody else submitted this rating a moment ago, as revision 1. Nothing was submitted twice.",
                Assert.IsType<DomainRuleException>(Assert.Single(outcomes.OfType<Exception>())).Message);
            Assert.Equal(1, Assert.Single(await hub.Revisions()).Number);
            Assert.Single(await hub.Changes(), change => change.Action == ChangeAction.RatingSubmitted);
        }
    }

    [Fact]
    public async Task A_draft_that_was_discarded_is_not_said_to_be_submitted()
    {
        var hub = await app.Hub("discarded-meanwhile");
        Assert.Equal("There is no draft to submit.", await Refused(hub.Leader, hub, "0.1.1.1.1.1.1.1"));
        await hub.Rate();
        await hub.Open(hub.Leader, "Late survey.");
        string read = await hub.Edition();
        await hub.Discard(hub.SecondLeader);

        Assert.Equal("There is no draft to submit.", await Refused(hub.Leader, hub, read));
    }

    [Fact]
    public async Task Somebody_who_saves_while_another_submits_loses_nothing_unseen()
    {
        var hub = await app.Hub("same-moment");
        await hub.Open(hub.Leader);
        await hub.Complete();
        string read = await hub.Edition();

        string? refused = await WhileSaving(hub, () => hub.Submit(hub.Leader, read));

        Assert.Contains(refused, new[] { Changed, AtOnce });
        Assert.Empty(await hub.Revisions());
        Assert.Equal("Saved meanwhile.", (await hub.Draft())[Subject.NetworkCulture].Grounds.Seen);
    }

    // SQLite lets one writer wait for the other; on PostgreSQL they meet at the row.
    [Fact]
    public async Task Somebody_who_saves_while_another_discards_or_moves_makes_no_failure()
    {
        var hub = await app.Hub("discard-moment");
        await hub.Open(hub.Leader);
        Assert.True(await hub.Say(Subject.NetworkCulture, Level.Most, Grounds.None.With("CU1", IndicatorChoice.Most)));

        string? moving = await WhileSaving(hub, () => hub.Move(hub.Leader));
        Assert.Equal("Saved meanwhile.", (await hub.Draft())[Subject.NetworkCulture].Grounds.Seen);
        string? discarding = await WhileSaving(hub, () => hub.Discard(hub.Leader));

        bool oneWriter = TestDatabase.Kind == DatabaseKind.Sqlite;
        Assert.Equal(oneWriter ? null : AtOnce, moving);
        Assert.Equal(oneWriter ? "The draft changed while you read this. Look at what would be lost now." : AtOnce, discarding);
        Assert.NotNull((await hub.View(hub.Leader))!.Draft);
    }

    // Holds an entry saved but not committed until the other is under way and waits for it.
    private async Task<string?> WhileSaving(Hub hub, Func<Task> other)
    {
        await using var db = await app.Db();
        await using var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        var entry = (await hub.Draft())[Subject.NetworkCulture];
        Assert.True(await db.Save(Hub.Next(entry, Level.DevelopingMid, entry.Grounds with { Seen = "Saved meanwhile." }, hub.Member), TestContext.Current.CancellationToken));
        var doing = Task.Run(async () => await Record.ExceptionAsync(other));
        await app.SomebodyWaits();
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        return await doing is { } refused ? Assert.IsType<DomainRuleException>(refused).Message : null;
    }

    private static async Task<string> Refused(Actor by, Hub hub, string? edition = null)
    {
        edition ??= await hub.Edition();
        return (await Assert.ThrowsAsync<DomainRuleException>(() => hub.Submit(by, edition))).Message;
    }
}
