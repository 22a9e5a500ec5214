using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Features.AuditTrail;
using NetworkHealth.Features.ResearchExport;
using NetworkHealth.Features.Trajectories;

namespace NetworkHealth.Tests.Features.AnnualRating;

/// <summary>A draft is handed in whole, by who submits, and stands in the chain and the files from then on.</summary>
public sealed class SubmitTests(RatingApp app) : IClassFixture<RatingApp>
{
    [Fact]
    public async Task A_submitted_draft_is_the_current_revision_with_all_that_it_rests_on()
    {
        var hub = await app.Hub("whole");
        await hub.Open(hub.Member);
        await hub.Complete();
        var grounds = new Grounds
        {
            Seen = "Nine teams \U0001F600\n\"ended\" a cycle.",
            Why = "Two are new.",
            Links = [new EvidenceLink(1, "Log", "https://example.org/log", new DateOnly(2026, 5, 2))],
            Surveys = [new SurveyResult(2, "Pulse", new DateOnly(2026, 4, 1), 31, 40, "Most know the aim.")],
        }.With("CI1", IndicatorChoice.Most).With("CI2", IndicatorChoice.NotSure);
        Assert.True(await hub.Say(Subject.ContinuousImprovement, Level.DevelopingMid, grounds, hub.Member));

        int number = await hub.Submit();

        var view = (await hub.View(hub.Member))!;
        Assert.Equal((1, 1), (number, view.Current!.Number));
        Assert.Null(view.Draft);
        Assert.Equal(grounds, view.Current.Judgement(Subject.ContinuousImprovement).Grounds);
        Assert.Equal([Subject.ContinuousImprovement], view.Current.Grounds.Select(of => of.Subject));
        Assert.All(SubjectWords.All, subject => Assert.Equal(Answer.Of(Level.DevelopingMid), view.Current.Answers[subject]));
        var change = (await hub.Changes())[^1];
        Assert.Equal((ChangeAction.RatingSubmitted, hub.Leader.PersonId, $"rating:{hub.Network.Id}/2026/self", """{"revision":1}""", view.Current.Change),
            (change.Action, change.ActorId, change.Touched, change.Details, change.Number));
        var finding = await app.Get<AuditChain>().Verify(TestContext.Current.CancellationToken);
        Assert.Null(finding.Problem);
    }

    [Fact]
    public async Task A_label_beside_the_rules_lapses_with_the_rating_that_changes_that_one()
    {
        var hub = await app.Hub("lapses");
        await app.Import("network_code,2024,2025\nRIV,2,2\n", "lapses");
        var label = new LabelAddress("lapses", "RIV", RatingSource.Self, Subject.Overall);
        await app.Get<OwnLabels>().Set(hub.Leader, label, TrajectoryLabel.Improved, "Joined late.", TrajectoryLabel.Stagnant, TestContext.Current.CancellationToken);

        await hub.Rate(Level.Most);

        var overall = (await app.Get<NetworkTrajectories>().Read(hub.Leader, "lapses", "RIV", RatingSource.Self, TestContext.Current.CancellationToken))!.Overall;
        Assert.Equal((TrajectoryLabel.Improved, true, null), (overall.Trajectory.Label, overall.OwnLabel!.HasLapsed, overall.Beside));
        await using var db = await app.Db();
        var versions = await db.Versions.Where(version => version.EntityId == overall.OwnLabel.Id).OrderBy(version => version.Change).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([false, true], versions.Select(version => VersionJson.OwnLabel(version.Json).HasLapsed));
        Assert.Equal((await hub.Changes())[^1].Number, versions[^1].Change);
    }

    [Fact]
    public async Task What_is_missing_is_told_and_nothing_is_written()
    {
        var hub = await app.Hub("gaps");
        await hub.Open(hub.Leader);
        string before = await Fingerprint.Of(app);

        Assert.Equal("Seven things are missing. Hub leadership: Choose a level, or say why there is none.", await Refused(hub.Leader, hub));
        Assert.Equal(before, await Fingerprint.Of(app));
    }

    [Fact]
    public async Task Only_who_submits_submits()
    {
        var hub = await app.Hub("rights");
        await hub.Open(hub.Leader);
        await hub.Complete();
        string before = await Fingerprint.Of(app);

        Assert.Equal("Your hub leader does this.", await Refused(hub.Member, hub));
        Assert.Equal("Only the hub of this network can do this.", await Refused(Actor.Operator, hub));
        foreach (var actor in new[] { hub.Evaluator, Actor.Stranger, (await app.HubOf("rights", "OAK")).Leader })
            Assert.Equal("There is no such network here.", await Refused(actor, hub));
        Assert.Equal(before, await Fingerprint.Of(app));
        await hub.SetOpen(false);
        Assert.Equal("The cycle 2026 is closed. Ask your administrator if something must be corrected.", await Refused(hub.Leader, hub));
    }

    [Fact]
    public async Task An_evaluator_submits_the_external_rating()
    {
        var external = await app.Hub("external", RatingSource.External);

        Assert.Equal(1, await external.Rate());

        Assert.Equal("external", (await external.Changes())[^1].Touched.Split('/')[^1]);
        Assert.Empty((await (await app.HubOf("external", "RIV")).View(external.Leader))!.Revisions);
    }

    [Fact]
    public async Task Nothing_that_differs_is_refused_and_the_draft_stays()
    {
        var hub = await app.Hub("no-difference");
        await hub.Rate();
        await hub.Open(hub.Leader, "To look.");

        Assert.Equal("Nothing differs from the rating as it stands.", await Refused(hub.Leader, hub));
        Assert.NotNull(await hub.Draft());
    }

    [Fact]
    public async Task No_text_of_people_stands_in_the_chain()
    {
        var hub = await app.Hub("no-text");
        await hub.Rate();
        await hub.Open(hub.Leader, "Secret reason.");
        await hub.SayWhy(hub.Leader, "Secret reason, again.");
        await hub.Complete(Level.Most);
        Assert.True(await hub.Say(Subject.Overall, Level.Most, new Grounds { Seen = "Secret note." }));
        await hub.Submit();

        Assert.Equal(["RatingOpened", "RatingSubmitted", "RatingReopened", "DraftContinued", "RatingSubmitted"], (await hub.Changes()).Select(change => $"{change.Action}"));
        Assert.All(await hub.Changes(), change => Assert.Matches("""^\{"(from|revision)":\d\}$""", change.Details));
    }

    [Fact]
    public async Task Exports_say_what_was_submitted_from_then_on_and_nothing_of_drafts()
    {
        var hub = await app.Hub("exported");
        await hub.Open(hub.Leader);
        await hub.Complete(Level.Least);
        var before = await Moment();
        await hub.Submit();
        var first = await Moment();
        await hub.Rate(Level.Most, "All was better.");

        string month = $"{DateTime.UtcNow:yyyy-MM}";
        string[] subjects = ["OVERALL", "HL", "RE", "CI", "NC", "CU", "CX"];
        Assert.Empty(await Rows("exported", before));
        Assert.Equal(subjects.Select(subject => $"exported,RIV,2026,{subject},0,Least,,self,1,{month},2024.1"), await Rows("exported", first));
        Assert.Equal(subjects.Select(subject => $"exported,RIV,2026,{subject},4,Most,,self,2,{month},2024.1"), await Rows("exported", null));
    }

    private static async Task<string> Refused(Actor by, Hub hub, string? edition = null)
    {
        edition ??= await hub.Edition();
        return (await Assert.ThrowsAsync<DomainRuleException>(() => hub.Submit(by, edition))).Message;
    }

    private async Task<string[]> Rows(string cohort, DateTimeOffset? asOf) =>
        (await app.Export(ExportFile.Ratings, cohort, asOf))!.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[1..];

    private static async Task<DateTimeOffset> Moment()
    {
        await Task.Delay(20);
        var now = DateTimeOffset.UtcNow;
        await Task.Delay(20);
        return now;
    }
}
