using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;
using NetworkHealth.Features.AuditTrail;
using NetworkHealth.Features.Strategies;

namespace NetworkHealth.Tests.Features.Strategies;

/// <summary>What hubs write into the library, who may, who reads it, and what two at once get.</summary>
public sealed class HubStrategiesTests(TestApp app) : IClassFixture<TestApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Own_ones_are_read_by_their_hub_shared_ones_by_the_hubs_of_the_cohort_and_all_by_administrators()
    {
        var hubs = await Hubs.In(app, "rights");
        await hubs.Add();
        await hubs.Add(Hubs.Cards with { Name = "Shared", IsShared = true });
        await hubs.Writes.Withdraw(hubs.OfA, await hubs.Add(Hubs.Cards with { Name = "Withdrawn", IsShared = true }), 1, Ct);
        await hubs.Writes.Add(hubs.OfElsewhere, new("rights-else", "C"), Hubs.Cards with { Name = "Elsewhere", IsShared = true }, Ct);

        Assert.Equal(["Cards", "Shared", "Withdrawn"], await hubs.ReadBy(hubs.OfA));
        Assert.Equal(["Cards", "Shared", "Withdrawn"], await hubs.ReadBy(hubs.MemberOfA));
        Assert.Equal(["Shared"], await hubs.ReadBy(hubs.OfB));
        Assert.Equal(["Elsewhere"], await hubs.ReadBy(hubs.OfElsewhere));
        Assert.Equal(["Cards", "Shared", "Elsewhere"], await hubs.ReadBy(Somebody.With(Role.Administrator)));
        foreach (var by in new[] { Actor.Stranger, Somebody.With(Role.Funder, hubs.CohortId), Somebody.With(Role.Evaluator, hubs.CohortId), Somebody.With(Role.Researcher, hubs.CohortId) })
        {
            var read = await hubs.Library.Read(by, Ct);
            Assert.Equal((LibraryStrategy.Published, 0), (read.Strategies, read.Own.Count));
        }
    }

    [Fact]
    public async Task Nobody_but_the_hub_writes_and_who_may_not_read_it_is_told_that_there_is_none()
    {
        var hubs = await Hubs.In(app, "writers");
        var id = await hubs.Add(Hubs.Cards with { IsShared = true });
        var hidden = await hubs.Add();
        string before = await Fingerprint.Of(app);

        foreach (var (by, sentence) in new[]
        {
            (hubs.OfB, "Only the hub of this network can do this."), (Somebody.With(Role.Administrator), "Only the hub of this network can do this."), (Actor.Operator, "Only the hub of this network can do this."),
            (hubs.OfElsewhere, "There is no such strategy here."), (Actor.Stranger, "There is no such strategy here."), (Somebody.With(Role.Funder, hubs.CohortId), "There is no such strategy here."),
            (Somebody.With(Role.Evaluator, hubs.CohortId), "There is no such strategy here."), (Somebody.With(Role.Researcher, hubs.CohortId), "There is no such strategy here."),
        })
        {
            await Assert.ThrowsAsync<DomainRuleException>(() => hubs.Writes.Add(by, new("writers", "A"), Hubs.Cards, Ct));
            Assert.Equal(sentence, await Somebody.Refused(() => hubs.Writes.Change(by, id, 1, Hubs.Cards with { Name = "Mine" }, Ct)));
            Assert.Equal(sentence, await Somebody.Refused(() => hubs.Writes.Withdraw(by, id, 1, Ct)));
            Assert.Null(await hubs.Library.ToChange(by, id, Ct));
        }

        Assert.Equal("There is no such strategy here.", await Somebody.Refused(() => hubs.Writes.Change(hubs.OfB, hidden, 1, Hubs.Cards, Ct)));
        Assert.Equal(before, await Fingerprint.Of(app));
    }

    [Fact]
    public async Task The_trail_tells_what_stood_before_and_after_each_change()
    {
        var hubs = await Hubs.In(app, "audit");
        var by = hubs.OfA;
        var id = await hubs.Writes.Add(by, new("audit", "A"), Hubs.Cards, Ct);
        await hubs.Writes.Change(by, id, 1, Hubs.Cards with { Name = "Playing cards", Places = [new(Dimension.Aim, LastingLevel.Leadership)], IsShared = true }, Ct);
        await hubs.Writes.Withdraw(by, id, 2, Ct);

        var entries = (await app.Get<Trail>().Read(Somebody.With(Role.Administrator), new TrailFilter(Network: "audit/A", Person: by.PersonId.ToString()), null, Ct)).Entries;

        Assert.Equal(["withdrew a strategy", "changed a strategy", "added a strategy"], entries.Select(entry => entry.Change.Action.Words()));
        Assert.Equal(["“Playing cards”, A · audit", "“Playing cards”, A · audit", "“Cards”, A · audit"], entries.Select(entry => entry.What));
        Assert.All(entries, entry => Assert.Equal($"strategy:{id}", entry.Change.Touched));
        Assert.Equal([new FieldChange("Withdrawn", "no", "yes")], entries[0].Differences);
        Assert.Equal(
        [
            new FieldChange("Name", "Cards", "Playing cards"),
            new FieldChange("Cells", "Use change ideas, in the individual’s practice; Network aim, in the network leadership team", "Network aim, in the network leadership team"),
            new FieldChange("Shared with the cohort", "no", "yes"),
        ], entries[1].Differences);
        Assert.Contains(new FieldChange("Ways", "–", "Codify and embed"), entries[2].Differences);
        Assert.Null((await app.Get<AuditChain>().Verify(Ct)).Problem);
    }

    [Fact]
    public async Task The_same_again_changes_nothing_the_later_of_two_is_told_and_what_is_withdrawn_stays_as_it_was()
    {
        var hubs = await Hubs.In(app, "twice");
        var id = await hubs.Add();
        string before = await Fingerprint.Of(app);
        await hubs.Writes.Change(hubs.OfA, id, 1, Hubs.Cards with { Name = " Cards " }, Ct);
        Assert.Equal(before, await Fingerprint.Of(app));

        await hubs.Writes.Change(hubs.MemberOfA, id, 1, Hubs.Cards with { Story = "Theirs." }, Ct);
        Assert.Equal(HubStrategies.Stale, await Somebody.Refused(() => hubs.Writes.Change(hubs.OfA, id, 1, Hubs.Cards with { Story = "Mine." }, Ct)));
        await Somebody.Refused(() => hubs.Writes.Withdraw(hubs.OfA, id, 1, Ct));
        Assert.Equal("Theirs.", (await hubs.Of(id)).Story);

        await hubs.Writes.Withdraw(hubs.OfA, id, 2, Ct);
        before = await Fingerprint.Of(app);
        await hubs.Writes.Withdraw(hubs.MemberOfA, id, 2, Ct);
        Assert.Equal(HubStrategies.Withdrawn, await Somebody.Refused(() => hubs.Writes.Change(hubs.OfA, id, 3, Hubs.Cards, Ct)));
        Assert.Equal(before, await Fingerprint.Of(app));
    }

    [Fact]
    public async Task A_strategy_has_a_name_a_way_and_a_story()
    {
        var hubs = await Hubs.In(app, "empty");

        Assert.Equal("Give the strategy a name.", await Somebody.Refused(() => hubs.Add(Hubs.Cards with { Name = " " })));
        Assert.StartsWith("Say in which way", await Somebody.Refused(() => hubs.Add(Hubs.Cards with { Ways = Strategy.None })), StringComparison.Ordinal);
        Assert.Equal("Tell in a few sentences what was done.", await Somebody.Refused(() => hubs.Add(Hubs.Cards with { Story = "" })));
        await using var db = await app.Db();
        Assert.False(await db.HubStrategies.AnyAsync(one => one.NetworkId == hubs.A, Ct));
    }
}
