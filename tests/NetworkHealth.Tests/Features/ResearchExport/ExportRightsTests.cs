using NetworkHealth.Domain;
using NetworkHealth.Features.ResearchExport;

namespace NetworkHealth.Tests.Features.ResearchExport;

/// <summary>Every file holds only what its reader may see.</summary>
public sealed class ExportRightsTests(TestApp app) : IClassFixture<TestApp>, IAsyncLifetime
{
    private const string Csv = "network_code,2019,2021\nA,Least,Most\nB,,Dev (Mid)\n";

    public async ValueTask InitializeAsync()
    {
        await app.Import(Csv, "delta");
        await app.Import(Csv, "other");
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(Role.HubLeader)]
    [InlineData(Role.HubMember)]
    public async Task A_hub_takes_its_own_network_measured_against_the_whole_cohort(Role role)
    {
        var actor = await On("delta", "B", role);

        Assert.Equal("delta,B,2021,OVERALL,2,Dev (Mid),,self,1,,\r\n", Rows(await app.Export(ExportFile.Ratings, "delta", by: actor)));
        Assert.Equal("delta,B,OVERALL,self,,Dev (Mid),1,2021,2,2021,2,2,2,,,Not enough data,,,late_start,1.0,,,,,\r\n",
            Rows(await app.Export(ExportFile.Trajectories, "delta", by: actor)));
    }

    [Fact]
    public async Task A_leader_of_two_networks_takes_both_but_nothing_of_another_cohort()
    {
        var a = await On("delta", "A", Role.HubLeader);
        var both = new Actor(Guid.NewGuid(), [.. a.Grants, .. (await On("delta", "B", Role.HubLeader)).Grants]);

        Assert.Equal("delta,A,2019,OVERALL,0,Least,,self,1,,\r\ndelta,A,2021,OVERALL,4,Most,,self,1,,\r\ndelta,B,2021,OVERALL,2,Dev (Mid),,self,1,,\r\n",
            Rows(await app.Export(ExportFile.Ratings, "delta", by: both)));
        Assert.Null(await app.Export(ExportFile.Ratings, "other", by: both));
    }

    [Theory]
    [InlineData(Role.Evaluator)]
    [InlineData(Role.Funder)]
    [InlineData(Role.Researcher)]
    public async Task A_role_on_the_cohort_opens_no_file_in_this_version(Role role)
    {
        await using var db = await app.Db();
        var cohort = db.Cohorts.Single(c => c.Slug == "delta");

        Assert.Null(await app.Export(ExportFile.Ratings, "delta", by: new Actor(Guid.NewGuid(), [new Grant(Guid.NewGuid(), role, cohort.Id)])));
    }

    [Fact]
    public async Task A_stranger_takes_nothing() => Assert.Null(await app.Export(ExportFile.Trajectories, "delta", by: Actor.Stranger));

    [Fact]
    public async Task Whoever_takes_a_file_stands_in_the_chain_and_who_gets_none_does_not()
    {
        var leader = await On("delta", "A", Role.HubLeader);

        await app.Export(ExportFile.Trajectories, "delta", by: leader, identified: true);
        await app.Export(ExportFile.Trajectories, "other", by: leader);

        await using var db = await app.Db();
        var entry = Assert.Single(db.Changes.Where(change => change.ActorId == leader.PersonId));
        Assert.Equal((ChangeAction.Exported, "file:trajectories"), (entry.Action, entry.Touched));
        Assert.EndsWith(",\"identified\":true,\"networks\":1}", entry.Details, StringComparison.Ordinal);
    }

    private async Task<Actor> On(string slug, string code, Role role)
    {
        await using var db = await app.Db();
        var network = db.Networks.Single(n => n.Code == code && db.Cohorts.Any(c => c.Id == n.CohortId && c.Slug == slug));
        var person = Guid.NewGuid();
        return new Actor(person, [new Grant(person, role, networkId: network.Id)]);
    }

    private static string Rows(string? csv) => csv![(csv!.IndexOf("\r\n", StringComparison.Ordinal) + 2)..];
}
