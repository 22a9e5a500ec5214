using NetworkHealth.Domain;
using NetworkHealth.Features.Strategies;
using NetworkHealth.Features.Sustainability;

namespace NetworkHealth.Tests.Features.Strategies;

/// <summary>What becomes of a strategy that a hub takes into a cell of its own.</summary>
public sealed class StrategyCopiesTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly MatrixPlace Cell = new(Dimension.CrossTeamLearning, LastingLevel.Leadership);
    private static readonly Plan Said = new() { Statement = "Coaches keep a deck.", WouldItWorkHere = "In the middle schools.", WhatWouldWeChange = "Fewer cards." };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private StrategyCopies Copies => app.Get<StrategyCopies>();

    [Fact]
    public async Task A_copy_has_the_name_the_ways_and_both_answers_and_stays_when_its_source_is_changed_or_withdrawn()
    {
        var hubs = await Hubs.In(app, "copies");
        var id = await hubs.Add(Hubs.Cards with { IsShared = true });
        int number = await Copies.Copy(hubs.OfB, $"{id}", new("copies", "B"), Cell, Said, Ct);
        var expected = Said with { CopiedFrom = "Cards", Strategies = Strategy.Codify | Strategy.Embed };
        Assert.Equal(expected, await Copy());

        await hubs.Writes.Change(hubs.OfA, id, 1, Hubs.Cards with { Name = "Other", Ways = Strategy.BuildCapacity, IsShared = true }, Ct);
        Assert.Equal(expected, await Copy());
        await hubs.Writes.Withdraw(hubs.OfA, id, 2, Ct);
        Assert.Equal(expected, await Copy());
        Assert.Equal("There is no such strategy here.", await Somebody.Refused(() => Copies.Copy(hubs.OfB, $"{id}", new("copies", "B"), Cell, Said, Ct)));

        async Task<Plan> Copy() => (await app.Get<Matrix>().Read(hubs.OfB, "copies", "B", Ct))!.Views.Plans.Single(entry => entry.Number == number && entry.Place == Cell).Plan;
    }

    [Fact]
    public async Task A_published_one_goes_into_any_open_cell_of_ones_own_network()
    {
        var hubs = await Hubs.In(app, "published-copies");
        await Copies.Copy(hubs.MemberOfA, "district-professional-learning", new("published-copies", "A"), Cell, Said, Ct);

        var plan = (await app.Get<Matrix>().Read(hubs.OfA, "published-copies", "A", Ct))!.Views.Plans.Single();
        Assert.Equal((Cell, Strategy.BuildCapacity | Strategy.Embed, "The district’s professional learning", PlanStatus.Idea), (plan.Place, plan.Plan.Strategies, plan.Plan.CopiedFrom, plan.Plan.Status));
    }

    [Fact]
    public async Task Cells_that_are_no_goal_other_networks_and_strategies_that_are_not_shared_are_refused()
    {
        var hubs = await Hubs.In(app, "refused-copies");
        var hidden = await hubs.Add();
        await app.Get<MatrixWrites>().SetState(hubs.OfB, new("refused-copies", "B"), Cell, CellState.NotApplicable, Ct);
        string before = await Fingerprint.Of(app);

        Assert.Equal("This cell is no goal or does not apply. Open it first.", await Somebody.Refused(() => Copies.Copy(hubs.OfB, "playing-cards", new("refused-copies", "B"), Cell, Said, Ct)));
        Assert.Equal("Only the hub of this network can do this.", await Somebody.Refused(() => Copies.Copy(Both(), "playing-cards", new("refused-copies", "A"), Cell, Said, Ct)));
        foreach (var by in new[] { hubs.OfB, hubs.OfElsewhere, Somebody.With(Role.Administrator), Actor.Stranger })
            Assert.Equal("There is no such strategy here.", await Somebody.Refused(() => Copies.Copy(by, $"{hidden}", new("refused-copies", "B"), Cell, Said, Ct)));
        foreach (var by in new[] { Somebody.With(Role.Administrator), Somebody.With(Role.Evaluator, hubs.CohortId), Somebody.With(Role.Funder, hubs.CohortId) })
            Assert.Null(await hubs.Library.ToCopy(by, "playing-cards", Ct));
        Assert.Equal(before, await Fingerprint.Of(app));

        // Sees network A without belonging to its hub.
        Actor Both() => new(Guid.CreateVersion7(), [new Grant(Guid.NewGuid(), Role.HubMember, networkId: hubs.B), new Grant(Guid.NewGuid(), Role.Evaluator, hubs.CohortId)]);
    }
}
