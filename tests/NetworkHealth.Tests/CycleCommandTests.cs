using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;
using NetworkHealth.Features.Cohorts;
using NetworkHealth.Features.ResearchExport;
using NetworkHealth.Tests.Features.AnnualRating;

namespace NetworkHealth.Tests;

/// <summary>Opening and closing cycles at the command line.</summary>
public sealed class CycleCommandTests(RatingApp app) : IClassFixture<RatingApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_cycle_is_opened_closed_and_opened_again_and_twice_changes_nothing()
    {
        await app.Import("network_code,2021\nA,2\n", "turns");
        string[] outcomes =
        [
            await Done("open", "turns", "2027", "--label", " 2026–27 "), await Done("open", "turns", "2027"), await Done("close", "turns", "2027"),
            await Done("close", "turns", "2027"), await Done("open", "turns", "2021"), await Done("open", "turns", "2027", "--label", "The last"),
        ];

        Assert.Equal(
            [
                "The cycle 2026–27 is open.\n", "The cycle 2026–27 is open already. Nothing was changed.\n", "The cycle 2026–27 is closed.\n",
                "The cycle 2026–27 is closed already. Nothing was changed.\n", "The cycle 2021 is open.\n", "The cycle The last is open.\n",
            ], outcomes);
        await using var db = await app.Db();
        var cohort = await db.Cohorts.AsNoTracking().SingleAsync(c => c.Slug == "turns", Ct);
        var changes = await db.Changes.AsNoTracking().Where(c => c.CohortId == cohort.Id).OrderBy(c => c.Number).ToListAsync(Ct);
        Assert.Equal([new Cycle(2021, null, true), new Cycle(2027, "The last", true)], cohort.Cycles);
        Assert.Equal(
            [(ChangeAction.CycleOpened, """{"year":2027}"""), (ChangeAction.CycleClosed, """{"year":2027}"""), (ChangeAction.CycleOpened, """{"year":2021}"""), (ChangeAction.CycleOpened, """{"year":2027}""")],
            changes.Skip(1).Select(change => (change.Action, change.Details)));
        Assert.All(changes, change => Assert.Equal($"cohort:{cohort.Id}", change.Touched));
        Assert.Equal(5, await db.Versions.CountAsync(version => version.EntityId == cohort.Id, Ct));
        Assert.Equal(0, (await Cli.Run(app.Connection, ["audit", "verify"])).Status);
    }

    [Fact]
    public async Task A_cycle_that_was_opened_can_be_rated_and_stands_in_the_file_from_then_on()
    {
        await app.Import("network_code,year,subject,level\nRIV,2021,OVERALL,2\n", "rated");
        var hub = await app.HubOf("rated", "RIV");
        var before = (await hub.Changes(), await app.Export(ExportFile.Trajectories, "rated"));
        Assert.Equal("rated has no cycle 2026.", (await Assert.ThrowsAsync<DomainRuleException>(() => hub.Open(hub.Leader))).Message);

        await Done("open", "rated", "2026");
        var opened = (await hub.Changes())[^1];
        Assert.Equal(1, await hub.Rate());
        await Done("close", "rated", "2026");

        Assert.Equal("The cycle 2026 is closed. Ask your administrator if something must be corrected.",
            (await Assert.ThrowsAsync<DomainRuleException>(() => hub.Open(hub.Leader, "Why."))).Message);
        Assert.Empty(before.Item1);
        Assert.StartsWith("cohort,network_code,subject,source,y2021,", before.Item2, StringComparison.Ordinal);
        Assert.DoesNotContain("y2026", before.Item2, StringComparison.Ordinal);
        Assert.DoesNotContain("y2026", await app.Export(ExportFile.Trajectories, "rated", opened.At.AddMilliseconds(-1)), StringComparison.Ordinal);
        Assert.Contains(",y2026,", await app.Export(ExportFile.Trajectories, "rated", opened.At), StringComparison.Ordinal);
        Assert.Contains(",y2026,", await app.Export(ExportFile.Trajectories, "rated"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no cohort nowhere.", "open", "nowhere", "2026")]
    [InlineData("There is no cohort nowhere.", "close", "nowhere", "2026")]
    [InlineData("bad has no cycle 2030.", "close", "bad", "2030")]
    [InlineData("1899 is not a year from 1900 to 2100.", "open", "bad", "1899")]
    [InlineData("2101 is not a year from 1900 to 2100.", "open", "bad", "2101")]
    [InlineData("A cycle's label has 1 to 20 characters.", "open", "bad", "2026", "--label", "123456789012345678901")]
    [InlineData("A cycle's label has 1 to 20 characters.", "open", "bad", "2021", "--label", " ")]
    public async Task What_cannot_be_is_refused_in_a_sentence(string sentence, string verb, string cohort, string year, params string[] more)
    {
        await app.Import("network_code,2021\nA,2\n", "bad");
        long count = await Count();

        var refused = await Run(verb, cohort, year, more);

        Assert.Equal((1, "", sentence + "\n"), (refused.Status, refused.Text, refused.Problems));
        Assert.Equal(count, await Count());
    }

    [Fact]
    public async Task A_year_in_words_is_wrong_usage()
    {
        Assert.Equal(2, (await Run("open", "bad", "soon")).Status);
        Assert.Equal(2, (await Cli.Run(app.Connection, ["cycle", "close", "--cohort", "bad"])).Status);
    }

    [Fact]
    public async Task Only_who_administers_opens_and_closes()
    {
        var hub = await app.Hub("rights");

        await Assert.ThrowsAsync<DomainRuleException>(() => app.Get<Cycles>().Open(hub.Leader, "rights", 2027, ct: Ct));
        await Assert.ThrowsAsync<DomainRuleException>(() => app.Get<Cycles>().Close(hub.Evaluator, "rights", 2026, ct: Ct));
        Assert.Empty(await hub.Changes());
    }

    private async Task<string> Done(string verb, string cohort, string year, params string[] more)
    {
        var outcome = await Run(verb, cohort, year, more);
        Assert.Equal((0, ""), (outcome.Status, outcome.Problems));
        return outcome.Text;
    }

    private Task<Cli.Outcome> Run(string verb, string cohort, string year, params string[] more) =>
        Cli.Run(app.Connection, ["cycle", verb, "--cohort", cohort, "--year", year, .. more]);

    private async Task<long> Count()
    {
        await using var db = await app.Db();
        return (await db.AuditHead.SingleAsync(Ct)).Count;
    }
}
