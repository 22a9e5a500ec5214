using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;
using NetworkHealth.Features.Sustainability;

namespace NetworkHealth.Tests.Pages;

/// <summary>The next step that Home offers, from an open cycle to a submitted rating and one that is opened again.</summary>
public sealed class HomeTests(DemoApp app) : IClassFixture<DemoApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_stage_of_a_rating_has_its_next_step()
    {
        var leader = await app.SignedIn("leader@demo.example");
        var begin = await Html.Read(leader, "/");
        await Draft(source: RatingSource.External); // which is none of the hub's business
        await Draft(source: RatingSource.Self);
        var goOn = await Html.Read(leader, "/");
        await app.Import("network_code,2026\nRIV,3\n", "demo");
        var again = await Html.Read(leader, "/");
        await Discard(RatingSource.Self);
        var submitted = await Html.Read(leader, "/");

        Assert.Equal(("Two things wait for you.", "Begin the 2026 rating"), (begin.QuerySelector("h1")!.Words(), begin.QuerySelector(".tasks .btn.main")!.Words()));
        Assert.Equal("/networks/demo/RIV/ratings/2026?source=self", begin.QuerySelector(".tasks .btn.main")!.GetAttribute("href"));
        Assert.Equal("Go on with the 2026 rating", goOn.QuerySelector(".tasks .btn.main")!.Words());
        Assert.Equal("Riverbend Math Collaborative: the 2026 rating is open again", again.QuerySelector(".tasks h2")!.Words());
        Assert.Equal("One thing waits for you.", submitted.QuerySelector("h1")!.Words());
        Assert.Equal("Riverbend Math Collaborative: what is still there?", submitted.QuerySelector(".tasks h2")!.Words());

        await Look();
        var done = await Html.Read(leader, "/");
        Assert.Equal("Nothing waits for you.", done.QuerySelector("h1")!.Words());
        Assert.Null(done.QuerySelector(".tasks"));

        var evaluator = await Html.Read(await app.SignedIn("evaluator@demo.example"), "/");
        var row = evaluator.QuerySelectorAll("main tbody tr").Single(row => row.TextContent.Contains("Riverbend", StringComparison.Ordinal));
        Assert.Equal("draft begun", row.Children[2].Words());
        Assert.StartsWith("Go on with the 2026 rating", row.Children[3].Words(), StringComparison.Ordinal);
    }

    // Today, so that nothing is asked before the next time.
    private async Task Look()
    {
        List<PlanEntry> plans;
        await using (var db = await app.Db())
            plans = await db.PlanEntries.AsNoTracking().Where(plan => plan.Plan.Status != PlanStatus.Dropped && db.Networks.Any(n => n.Id == plan.NetworkId && n.Code == "RIV")).ToListAsync(Ct);
        Assert.Equal(9, plans.Count);
        var seen = new Observation { Statement = "It is there.", Seen = Seen.Routine, SeenMonth = DateOnly.FromDateTime(DateTime.UtcNow) };
        foreach (var plan in plans)
            await app.Get<ObservationWrites>().Observe(Somebody.With(Role.HubMember, network: plan.NetworkId), new MatrixAddress("demo", "RIV"), plan.Place, seen, plan.Number, Ct);
    }

    private async Task Draft(RatingSource source)
    {
        await using var db = await app.Db();
        await using var change = await db.BeginChange(Actor.Operator, TimeProvider.System, Ct);
        var network = await db.Networks.SingleAsync(n => n.Code == "RIV", Ct);
        db.Drafts.Add(new Draft(network.Id, 2026, source, DateTimeOffset.UtcNow));
        await change.Commit(ChangeAction.RatingOpened, network.CohortId, $"network:{network.Id}", ct: Ct);
    }

    private async Task Discard(RatingSource source)
    {
        await using var db = await app.Db();
        await db.Drafts.Where(draft => draft.Source == source).ExecuteDeleteAsync(Ct);
    }
}
