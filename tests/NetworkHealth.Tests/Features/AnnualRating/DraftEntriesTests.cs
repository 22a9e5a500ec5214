using NetworkHealth.Domain;
using NetworkHealth.Features.AnnualRating;

namespace NetworkHealth.Tests.Features.AnnualRating;

/// <summary>What people type is on the server at once, and nobody writes over what another saved.</summary>
public sealed class DraftEntriesTests(RatingApp app) : IClassFixture<RatingApp>
{
    [Fact]
    public async Task What_is_saved_stands_in_the_draft_with_who_saved_it()
    {
        var hub = await app.Hub("saved");
        await hub.Open(hub.Member);
        var grounds = new Grounds { Seen = new string('\n', 3998) + "\U0001F600", Why = "\u202Eשלום\t" }.With("CU1", IndicatorChoice.Least);

        Assert.True(await hub.Say(Subject.NetworkCulture, Level.Most, grounds, hub.Member));

        var draft = await hub.Draft();
        var entry = draft[Subject.NetworkCulture];
        Assert.Equal(new Judgement(Answer.Of(Level.Most), grounds), entry.Judgement);
        Assert.Equal((2, hub.Member.PersonId, "tab-1", new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero)), (entry.Version, entry.SavedBy, entry.Tab, entry.SavedAt));
        Assert.Equal(Answers.Nothing.With(Subject.NetworkCulture, Answer.Of(Level.Most)), draft.Answers);
        Assert.Single(await hub.Changes());
    }

    [Fact]
    public async Task A_level_can_be_taken_back_or_become_a_reason_for_none()
    {
        var hub = await app.Hub("taken-back");
        await hub.Open(hub.Leader);
        foreach (var answer in new Answer?[] { Answer.Of(Level.Least), Answer.None(NotRatedReason.NotAsked), null })
        {
            var entry = (await hub.Draft())[Subject.Overall];
            Assert.True(await app.Get<DraftEntries>().Save(hub.Leader, hub.Network,
                entry.Next(new Judgement(answer, Grounds.None), hub.Leader.PersonId, "tab", DateTimeOffset.UtcNow), TestContext.Current.CancellationToken));
            Assert.Equal(answer, (await hub.Draft()).Answers.Overall);
        }
    }

    [Fact]
    public async Task The_later_of_two_saves_from_one_version_is_refused()
    {
        var hub = await app.Hub("conflict");
        await hub.Open(hub.Leader);
        var read = (await hub.Draft())[Subject.NetworkCulture];

        Assert.True(await hub.Save(read, Level.Most, by: hub.Leader));
        Assert.False(await hub.Save(read, Level.Least, by: hub.Member));

        var now = (await hub.Draft())[Subject.NetworkCulture];
        Assert.Equal((Answer.Of(Level.Most), 2, hub.Leader.PersonId), (now.Answer, now.Version, now.SavedBy));
        Assert.True(await hub.Save(now, Level.Least, by: hub.Member));
    }

    [Fact]
    public async Task Of_ten_who_save_one_entry_at_once_one_does()
    {
        var hub = await app.Hub("ten");
        await hub.Open(hub.Leader);
        var read = (await hub.Draft())[Subject.NetworkCulture];

        bool[] saved = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => hub.Save(read, Level.Most, new Grounds { Seen = $"Number {i}" }))));

        int winner = Array.IndexOf(saved, true);
        Assert.Single(saved, saved => saved);
        Assert.Equal(($"Number {winner}", 2), ((await hub.Draft())[Subject.NetworkCulture].Grounds.Seen, (await hub.Draft())[Subject.NetworkCulture].Version));
    }

    [Fact]
    public async Task Different_entries_never_collide()
    {
        var hub = await app.Hub("different");
        await hub.Open(hub.Leader);
        var draft = await hub.Draft();

        bool[] saved = await Task.WhenAll(draft.Entries.Select((entry, i) => Task.Run(() => hub.Save(entry, (Level)(i % 5)))));

        Assert.All(saved, Assert.True);
        Assert.Equal("0.2.2.2.2.2.2.2", await hub.Edition());
        Assert.Equal([0, 1, 2, 3, 4, 0, 1], (await hub.Draft()).Entries.Select(entry => (int)entry.Answer!.Value.Level!));
    }

    [Fact]
    public async Task Nothing_is_saved_once_the_rating_was_submitted_even_when_it_is_opened_again()
    {
        var hub = await app.Hub("submitted");
        await hub.Open(hub.Leader);
        await hub.Complete();
        var read = await hub.Draft();
        await hub.Submit();

        Assert.False(await hub.Save(read[Subject.Overall], Level.Most));
        await hub.Open(hub.Leader, "Late survey.");
        Assert.False(await hub.Save(read[Subject.Overall], Level.Most));

        Assert.Equal(Answer.Of(Level.DevelopingMid), (await hub.Draft()).Answers.Overall);
    }

    [Fact]
    public async Task Nothing_is_saved_once_the_draft_was_discarded_or_the_cycle_closed()
    {
        var hub = await app.Hub("gone");
        await hub.Open(hub.Leader);
        Assert.True(await hub.Say(Subject.Overall, Level.Least));
        var read = (await hub.Draft())[Subject.Overall];

        await hub.SetOpen(false);
        Assert.False(await hub.Save(read, Level.Most));
        await hub.SetOpen(true);
        Assert.True(await hub.Save(read, Level.Most));
        await hub.Discard(hub.Leader);
        Assert.False(await hub.Save(read, Level.Most));
        await hub.Open(hub.Leader);

        Assert.Equal(Answers.Nothing, (await hub.Draft()).Answers);
    }

    [Fact]
    public async Task Only_raters_save()
    {
        var hub = await app.Hub("raters");
        await hub.Open(hub.Leader);
        var neighbour = await app.HubOf("raters", "OAK");

        foreach (var actor in new[] { Actor.Stranger, Actor.Operator, hub.Evaluator, neighbour.Leader, Hub.Person(Role.Funder, hub.Network) })
            await Assert.ThrowsAsync<DomainRuleException>(() => hub.Say(Subject.Overall, Level.Most, by: actor));

        Assert.Equal("0.1.1.1.1.1.1.1", await hub.Edition());
    }

    [Fact]
    public async Task Saving_is_one_statement_whether_it_succeeds_or_not()
    {
        var hub = await app.Hub("statements");
        await hub.Open(hub.Leader);
        var read = (await hub.Draft())[Subject.Overall];

        var saved = await app.Sql.During(async () => Assert.True(await hub.Save(read, Level.Most)));
        var refused = await app.Sql.During(async () => Assert.False(await hub.Save(read, Level.Most)));

        Assert.StartsWith("UPDATE", Assert.Single(saved).TrimStart(), StringComparison.Ordinal);
        Assert.Equal(saved, refused);
    }
}
