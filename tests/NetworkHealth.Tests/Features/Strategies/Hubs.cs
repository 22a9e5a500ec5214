using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;
using NetworkHealth.Features.Strategies;

namespace NetworkHealth.Tests.Features.Strategies;

/// <summary>Three hubs, two of one cohort and one of another, for tests of what they tell each other.</summary>
internal sealed class Hubs
{
    public static readonly StrategyText Cards = new("Cards", Strategy.Codify | Strategy.Embed, "We made cards.", [new(Dimension.ChangeIdeas, LastingLevel.Individual), new(Dimension.Aim, LastingLevel.Leadership)], false);

    private Hubs(TestApp app, string cohort) => (App, Cohort) = (app, cohort);

    public TestApp App { get; }
    public string Cohort { get; }
    public Guid CohortId { get; private set; }
    public Guid A { get; private set; }
    public Guid B { get; private set; }
    public Guid Elsewhere { get; private set; }

    public Actor OfA => Somebody.With(Role.HubLeader, network: A);
    public Actor MemberOfA => Somebody.With(Role.HubMember, network: A);
    public Actor OfB => Somebody.With(Role.HubMember, network: B);
    public Actor OfElsewhere => Somebody.With(Role.HubLeader, network: Elsewhere);

    public HubStrategies Writes => App.Get<HubStrategies>();

    public StrategyLibrary Library => App.Get<StrategyLibrary>();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<Hubs> In(TestApp app, string cohort)
    {
        Assert.Empty((await app.Import("network_code,2021\nA,2\nB,1\n", cohort)).Problems);
        Assert.Empty((await app.Import("network_code,2021\nC,2\n", $"{cohort}-else")).Problems);
        await using var db = await app.Db();
        var hubs = new Hubs(app, cohort);
        (hubs.A, hubs.CohortId) = await Of("A", cohort);
        (hubs.B, _) = await Of("B", cohort);
        (hubs.Elsewhere, _) = await Of("C", $"{cohort}-else");
        return hubs;

        async Task<(Guid, Guid)> Of(string code, string slug)
        {
            var network = await db.Networks.SingleAsync(one => one.Code == code && db.Cohorts.Any(c => c.Id == one.CohortId && c.Slug == slug), Ct);
            return (network.Id, network.CohortId);
        }
    }

    public Task<Guid> Add(StrategyText? says = null) => Writes.Add(OfA, new(Cohort, "A"), says ?? Cards, Ct);

    /// <summary>The names of the strategies of hubs that somebody reads.</summary>
    public async Task<IReadOnlyList<string>> ReadBy(Actor by) =>
        [.. (await Library.Read(by, Ct)).Strategies.Where(one => one.Hub is { } hub && (hub.Network.Cohort == Cohort || hub.Network.Cohort == $"{Cohort}-else")).Select(one => one.Name)];

    public async Task<LibraryStrategy> Of(Guid id) => (await Library.ToChange(OfA, id, Ct))!;
}
