using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Features.Sustainability;

/// <summary>The matrix however full it is.</summary>
public sealed class MatrixPageTests(CountingApp app) : IClassFixture<CountingApp>
{
    private const string Page = "/networks/full/A/sustainability";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_hundred_entries_in_one_cell_cost_no_more_statements_than_one()
    {
        var client = await Leader();
        int one = await app.StatementsFor(client, Page);
        await Fill(199);

        int all = await app.StatementsFor(client, Page);
        string page = await client.GetStringAsync(Page, Ct), observed = await client.GetStringAsync($"{Page}?view=observed", Ct);

        Assert.Equal(one, all);
        Assert.InRange(one, 5, 25);
        Assert.Contains("Plan number 200.", page, StringComparison.Ordinal);
        Assert.Contains("100 plans stand in one of 21 cells", page, StringComparison.Ordinal);
        Assert.Contains("Seen number 199.", observed, StringComparison.Ordinal);
    }

    private async Task<HttpClient> Leader()
    {
        Assert.Empty((await app.Import("network_code,2021\nA,2\n", "full")).Problems);
        await using var db = await app.Db();
        var network = await db.Networks.SingleAsync(n => n.Code == "A" && db.Cohorts.Any(c => c.Id == n.CohortId && c.Slug == "full"), Ct);
        await Somebody.Account(app, "full@example.org", Role.HubLeader, network: network.Id);
        await Fill(1);
        return await app.SignedIn("full@example.org");
    }

    private async Task Fill(int count)
    {
        await using var db = await app.Db();
        var network = await db.Networks.SingleAsync(n => n.Code == "A" && db.Cohorts.Any(c => c.Id == n.CohortId && c.Slug == "full"), Ct);
        var place = new MatrixPlace(Dimension.ChangeIdeas, LastingLevel.Organisation);
        int first = await db.PlanEntries.CountAsync(Ct) + await db.ObservedEntries.CountAsync(Ct) + 1;
        for (int number = first; number < first + count; number++)
        {
            if (number % 2 == 0)
                db.PlanEntries.Add(new PlanEntry(network.Id, number, place, new Plan { Statement = $"Plan number {number}." }, null));
            else
                db.ObservedEntries.Add(new ObservedEntry(network.Id, number, place, new Observation { Statement = $"Seen number {number}.", Seen = Seen.Traces }));
        }

        await db.SaveChangesAsync(Ct);
    }
}
