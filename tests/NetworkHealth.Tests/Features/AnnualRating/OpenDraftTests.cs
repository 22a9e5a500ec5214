using NetworkHealth.Domain;
using NetworkHealth.Features.AnnualRating;

namespace NetworkHealth.Tests.Features.AnnualRating;

/// <summary>A draft as pages have it open: which of two saves stands, and that none is dropped unseen.</summary>
public sealed class OpenDraftTests(RatingApp app) : IClassFixture<RatingApp>
{
    private const Subject Culture = Subject.NetworkCulture;

    private static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_save_left_behind_by_a_broken_connection_never_covers_a_newer_one()
    {
        var hub = await app.Hub("left-behind");
        await hub.Open(hub.Leader);
        using var left = await Page(hub, hub.Leader);
        using var reloaded = await Page(hub, hub.Leader);
        Assert.Equal("saved", (await reloaded.Save(hub.Leader, Culture, "seen", "Nine teams met.", 1, At(Noon.AddSeconds(3)), Ct)).State);

        var late = await left.Save(hub.Leader, Culture, "seen", "Nine", 1, At(Noon), Ct);

        Assert.Equal("conflict", late.State);
        Assert.Equal("Nine teams met.", await Seen(hub));
    }

    [Fact]
    public async Task Nor_does_one_that_waits_behind_another_while_the_newer_is_saved()
    {
        var hub = await app.Hub("left-waiting");
        await hub.Open(hub.Leader);
        using var left = await Page(hub, hub.Leader);
        using var reloaded = await Page(hub, hub.Leader);

        // The connection broke; both of its saves reached the server before the page was loaded again, and write after it.
        Assert.Equal("saved", (await reloaded.Save(hub.Leader, Culture, "seen", "Nine teams met.", 1, At(Noon.AddSeconds(9)), Ct)).State);
        var late = await Task.WhenAll(
            left.Save(hub.Leader, Culture, "seen", "Nine", 1, At(Noon), Ct),
            left.Save(hub.Leader, Culture, "seen", "Nine te", 1, At(Noon.AddSeconds(5)), Ct));

        Assert.All(late, outcome => Assert.Equal("conflict", outcome.State));
        Assert.Equal("Nine teams met.", await Seen(hub));
    }

    [Fact]
    public async Task What_the_same_tab_saved_without_hearing_of_it_is_not_somebody_elses()
    {
        var hub = await app.Hub("not-heard");
        await hub.Open(hub.Leader);
        using var broken = await Page(hub, hub.Leader);
        using var reloaded = await Page(hub, hub.Leader);
        await broken.Save(hub.Leader, Culture, "seen", "Nine", 1, At(Noon), Ct);

        var resent = await reloaded.Save(hub.Leader, Culture, "seen", "Nine teams met.", 1, At(Noon.AddSeconds(3)), Ct);

        Assert.Equal(("saved", 3), (resent.State, resent.Version));
        Assert.Equal("Nine teams met.", await Seen(hub));
    }

    [Fact]
    public async Task A_tab_of_the_same_name_does_not_make_two_people_one()
    {
        var hub = await app.Hub("same-name");
        await hub.Open(hub.Leader);
        using var leaders = await Page(hub, hub.Leader);
        using var members = await Page(hub, hub.Member);
        await members.Save(hub.Member, Culture, "seen", "Theirs.", 1, At(Noon), Ct);

        Assert.Equal("conflict", (await leaders.Save(hub.Leader, Culture, "seen", "Mine.", 1, At(Noon), Ct)).State);
        Assert.Equal("Theirs.", await Seen(hub));
    }

    [Fact]
    public async Task A_conflict_takes_in_what_is_typed_until_it_is_settled()
    {
        var hub = await app.Hub("settled");
        await hub.Open(hub.Leader);
        using var mine = await Page(hub, hub.Leader);
        using var theirs = await Page(hub, hub.Member);
        await theirs.Save(hub.Member, Culture, "seen", "Theirs.", 1, At(Noon, "there"), Ct);
        await mine.Save(hub.Leader, Culture, "seen", "Mine.", 1, At(Noon, "here"), Ct);
        await mine.Save(hub.Leader, Culture, "why", "Two are new.", 1, At(Noon, "here"), Ct);

        Assert.Equal("refused", (await mine.Say(hub.Leader, Culture, judgement => judgement with { Answer = null }, adds: false, At(Noon, "here"), Ct)).State);
        var settled = await mine.Settle(hub.Leader, Culture, mine.ConflictOf(Culture)!.Together()!, At(Noon, "here"), Ct);

        Assert.Equal("saved", settled.State);
        Assert.Null(mine.ConflictOf(Culture));
        var grounds = (await hub.Draft())[Culture].Grounds;
        Assert.Equal(("Theirs.\n\nMine.", "Two are new."), (grounds.Seen, grounds.Why));
    }

    [Fact]
    public async Task What_only_adds_is_done_on_top_of_what_somebody_else_saved()
    {
        var hub = await app.Hub("adds");
        await hub.Open(hub.Leader);
        using var mine = await Page(hub, hub.Leader);
        using var theirs = await Page(hub, hub.Member);
        await theirs.Save(hub.Member, Culture, "link.1.title", "Log", 1, At(Noon, "there"), Ct);

        var added = await mine.Say(
            hub.Leader, Culture, judgement => judgement with { Grounds = judgement.Grounds with { Links = [.. judgement.Grounds.Links, new EvidenceLink(judgement.Grounds.NextId)] } },
            adds: true, At(Noon, "here"), Ct);

        Assert.Equal("saved", added.State);
        Assert.Equal([(1, "Log"), (2, "")], (await hub.Draft())[Culture].Grounds.Links.Select(link => (link.Id, link.Title)));
    }

    [Fact]
    public async Task After_a_submit_nothing_is_saved_any_more_and_it_is_said_why()
    {
        var hub = await app.Hub("gone");
        await hub.Open(hub.Leader);
        await hub.Complete();
        using var page = await Page(hub, hub.Member);
        await hub.Submit();

        var late = await page.Save(hub.Member, Culture, "seen", "Too late.", 2, At(Noon), Ct);

        Assert.Equal(("gone", "This rating was submitted meanwhile. What you wrote last is not in it, and stays in this browser."), (late.State, late.Message));
        Assert.Equal("gone", (await page.Save(hub.Member, Subject.Overall, "seen", "Again.", 2, At(Noon), Ct)).State);
        Assert.Null(Assert.Single(await hub.Revisions()).Judgement(Culture).Grounds.Seen);
    }

    private async Task<OpenDraft> Page(Hub hub, Actor by) => new((await hub.View(by))!, app.Get<DraftEntries>());

    private static Typing At(DateTimeOffset at, string tab = "tab") => new(tab, at);

    private static async Task<string?> Seen(Hub hub) => (await hub.Draft())[Culture].Grounds.Seen;
}
