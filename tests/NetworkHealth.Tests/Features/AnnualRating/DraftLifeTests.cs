using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Features.AnnualRating;

/// <summary>What becomes of a draft when a file, a new framework or somebody with second thoughts comes between.</summary>
public sealed class DraftLifeTests(RatingApp app) : IClassFixture<RatingApp>
{
    [Fact]
    public async Task An_import_meanwhile_is_shown_and_gone_on_from_with_a_reason()
    {
        var hub = await app.Hub("overtaken");
        await hub.Open(hub.Leader);
        await hub.Complete();
        Assert.Equal("This draft begins from the current revision already.", await RefusedGoOn(hub, "Why."));
        await app.Import("network_code,year,subject,level\nRIV,2026,OVERALL,Most\n", "overtaken", file: "late.csv");

        Assert.Equal("Another revision came while this draft was open. Read both, then go on from the newer one or discard the draft.", await Refused(hub.Leader, hub));
        Assert.True((await hub.View(hub.Leader))!.IsOvertaken);
        Assert.Equal("Say in a sentence why this rating is opened again.", await RefusedGoOn(hub, " "));
        await hub.GoOn(hub.Leader, "The file was older.");
        Assert.False((await hub.View(hub.Leader))!.IsOvertaken);
        Assert.Equal("This draft begins from the current revision already.", await RefusedGoOn(hub, "Once more."));

        Assert.Equal(2, await hub.Submit());
        var revisions = await hub.Revisions();
        Assert.Equal([(2, "The file was older.", Answer.Of(Level.DevelopingMid)), (1, null, Answer.Of(Level.Most))],
            revisions.Select(revision => (revision.Number, revision.Reason, revision.Answers.Overall!.Value)));
        Assert.Equal((ChangeAction.DraftContinued, """{"from":1}"""), ((await hub.Changes())[^2].Action, (await hub.Changes())[^2].Details));
    }

    [Fact]
    public async Task A_draft_of_an_earlier_framework_is_neither_saved_nor_submitted_until_it_is_moved()
    {
        var hub = await app.Hub("framework");
        await hub.Open(hub.Leader);
        await hub.Complete();
        Assert.True(await hub.Say(Subject.ContinuousImprovement, Level.DevelopingMid, new Grounds { Seen = "Kept.", Why = "Kept." }.With("CI1", IndicatorChoice.Most)));
        await hub.AgeDraft();

        Assert.False(await hub.Say(Subject.NetworkCulture, Level.Most));
        Assert.Equal("This draft was begun under framework 2023.1. Move it to framework 2024.1 first.", await Refused(hub.Leader, hub));
        await hub.Move(hub.Leader);

        Assert.Equal(new Grounds { Seen = "Kept.", Why = "Kept." }, (await hub.Draft())[Subject.ContinuousImprovement].Grounds);
        Assert.True(await hub.Say(Subject.NetworkCulture, Level.DevelopingMid));
        Assert.Equal(1, await hub.Submit());
        Assert.Equal("2024.1", (await hub.Revisions())[0].FrameworkVersion);
        Assert.Contains(await hub.Changes(), change => change.Action == ChangeAction.DraftMoved);
    }

    [Fact]
    public async Task Discarding_drops_the_draft_and_keeps_what_was_submitted()
    {
        var hub = await app.Hub("discard");
        Assert.Equal("There is no draft here any more.", await RefusedDiscard(hub.Leader, hub));
        await hub.Rate();
        await hub.Open(hub.Leader, "Late survey.");
        Assert.True(await hub.Say(Subject.Overall, Level.Most));
        Assert.Equal("Your hub leader does this.", await RefusedDiscard(hub.Member, hub));
        Assert.Equal("There is no such network here.", await RefusedDiscard(hub.Evaluator, hub));
        await hub.SetOpen(false);

        await hub.Discard(hub.Leader);

        Assert.Null((await hub.View(hub.Leader))!.Draft);
        Assert.Equal(Answer.Of(Level.DevelopingMid), Assert.Single(await hub.Revisions()).Answers.Overall);
        var change = (await hub.Changes())[^1];
        Assert.Equal((ChangeAction.DraftDiscarded, "{}"), (change.Action, change.Details));
        await hub.SetOpen(true);
        await hub.Open(hub.Leader, "Again.");
        Assert.Equal(Answer.Of(Level.DevelopingMid), (await hub.Draft()).Answers.Overall);
    }

    [Fact]
    public async Task What_was_saved_after_the_losses_were_read_is_not_thrown_away()
    {
        var hub = await app.Hub("discard-stale");
        await hub.Open(hub.Leader);
        string read = await hub.Edition();
        Assert.True(await hub.Say(Subject.NetworkCulture, Level.Most, by: hub.Member));

        foreach (string edition in new[] { read, "" })
        {
            Assert.Equal("The draft changed while you read this. Look at what would be lost now.",
                (await Assert.ThrowsAsync<DomainRuleException>(() => hub.Discard(hub.Leader, edition))).Message);
        }

        await hub.Discard(hub.Leader);
        Assert.Null((await hub.View(hub.Leader))!.Draft);
    }

    [Fact]
    public async Task Why_it_was_opened_again_can_be_said_otherwise()
    {
        var hub = await app.Hub("why");
        await hub.Rate();
        await hub.Open(hub.Leader, "Typo.");

        await hub.SayWhy(hub.Leader, "The survey came late.");
        Assert.Equal("Say in a sentence why this rating is opened again.",
            (await Assert.ThrowsAsync<DomainRuleException>(() => hub.SayWhy(hub.Leader, ""))).Message);
        await Assert.ThrowsAsync<DomainRuleException>(() => hub.SayWhy(hub.Member, "Member."));
        await hub.Complete(Level.DevelopingHigh);

        Assert.Equal(2, await hub.Submit());
        Assert.Equal("The survey came late.", (await hub.Revisions())[0].Reason);
    }

    private static async Task<string> Refused(Actor by, Hub hub, string? edition = null)
    {
        edition ??= await hub.Edition();
        return (await Assert.ThrowsAsync<DomainRuleException>(() => hub.Submit(by, edition))).Message;
    }

    private static async Task<string> RefusedGoOn(Hub hub, string reason) =>
        (await Assert.ThrowsAsync<DomainRuleException>(() => hub.GoOn(hub.Leader, reason))).Message;

    private static async Task<string> RefusedDiscard(Actor by, Hub hub) =>
        (await Assert.ThrowsAsync<DomainRuleException>(() => hub.Discard(by))).Message;
}
