using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NetworkHealth.Domain;
using NetworkHealth.Features.AnnualRating;
using NetworkHealth.Features.DataImport;

namespace NetworkHealth.BrowserTests;

/// <summary>Several people rate at once: nobody's text is written over, and nobody is left believing what is no longer so.</summary>
public sealed class RatingTogetherTests(LiveApp live) : IClassFixture<LiveApp>
{
    private RatingDesk Desk => new(live.Connection);

    [Theory]
    [InlineData(Site.Member)]
    [InlineData(Site.Leader)]
    public async Task Two_texts_of_one_entry_are_both_shown_and_can_be_put_together(string other)
    {
        var (rating, mine) = await InConflict(other, level: false);
        await Expect(mine.GetByText(other == Site.Leader ? "Saved by you, in another window at" : $"Saved by {Site.Leader} at").First).ToBeVisibleAsync();
        await Expect(mine.GetByText("You changed nothing here, so theirs stays.")).ToHaveCountAsync(1);
        await Expect(mine.Locator(".versions").GetByText("From the first.")).ToBeVisibleAsync();
        await Expect(mine.Locator(".versions").GetByText("From the second.")).ToBeVisibleAsync();
        await Expect(mine.Standing()).ToHaveTextAsync("An entry was changed elsewhere while you wrote. Choose there which text stays.");
        Assert.Equal("From the first.", await Desk.Saved(rating, "HL.seen"));

        await mine.GetByRole(AriaRole.Link, new() { Name = "Choose a text" }).ClickAsync();
        await Expect(mine.Locator("#HL-conflict")).ToBeFocusedAsync();
        await mine.GetByRole(AriaRole.Button, new() { Name = "Put them together" }).ClickAsync();

        await Settled(mine, rating, "1", "From the first.\n\nFrom the second.");
    }

    [Theory]
    [InlineData(Site.Member)]
    [InlineData(Site.Leader)]
    public async Task Keeping_mine_keeps_what_I_chose_and_wrote(string other)
    {
        var (rating, mine) = await InConflict(other, level: true);
        await Expect(mine.GetByRole(AriaRole.Button, new() { Name = "Put them together" })).ToHaveCountAsync(0);

        await mine.GetByRole(AriaRole.Button, new() { Name = "Keep mine" }).ClickAsync();

        await Settled(mine, rating, "3", "From the second.");
    }

    [Theory]
    [InlineData(Site.Member)]
    [InlineData(Site.Leader)]
    public async Task Keeping_theirs_shows_theirs_in_every_field(string other)
    {
        var (rating, mine) = await InConflict(other, level: true);

        await mine.GetByRole(AriaRole.Button, new() { Name = "Keep theirs" }).ClickAsync();

        await Settled(mine, rating, "1", "From the first.");
    }

    [Fact]
    public async Task A_conflict_outlives_a_reload()
    {
        var (rating, mine) = await InConflict(Site.Member, level: true);

        await mine.ReloadAsync();
        await mine.IsReady();
        await Expect(mine.Locator(".versions").GetByText("From the second.")).ToBeVisibleAsync();
        await mine.GetByRole(AriaRole.Button, new() { Name = "Keep mine" }).ClickAsync();

        await Settled(mine, rating, "3", "From the second.");
    }

    [Fact]
    public async Task Different_entries_never_collide_and_each_sees_the_others_when_going_there()
    {
        var rating = await Desk.NewDraft();
        var (leader, member) = (await live.NewPage(signedInAs: Site.Leader), await live.NewPage(signedInAs: Site.Member));
        await leader.OpenStep(rating, "HL");
        await member.OpenStep(rating, "RE");
        await Task.WhenAll(leader.Field("HL.seen").FillAsync("Of the hub."), member.Field("RE.seen").FillAsync("Of the roles."));
        await Task.WhenAll(leader.IsSaved(), member.IsSaved());

        await leader.GetByRole(AriaRole.Link, new() { Name = "Go on to" }).ClickAsync();
        await Expect(leader.Field("RE.seen")).ToHaveValueAsync("Of the roles.");
        await leader.Field("RE.seen").FillAsync("Of the roles, and more.");
        await leader.IsSaved();

        Assert.Equal(("Of the hub.", "Of the roles, and more."), (await Desk.Saved(rating, "HL.seen"), await Desk.Saved(rating, "RE.seen")));
        await leader.Context.CloseAsync();
        await member.Context.CloseAsync();
    }

    [Fact]
    public async Task Two_leaders_who_submit_at_once_make_one_revision_and_the_other_is_told()
    {
        var rating = await Desk.NewCompleteDraft();
        await Desk.MakeLeader(Site.Evaluator);
        IPage[] pages = [await live.NewPage(signedInAs: Site.Leader), await live.NewPage(signedInAs: Site.Evaluator)];
        foreach (var page in pages)
            await page.GotoAsync(rating.Page("submit"));

        await Task.WhenAll(pages.Select(page => page.RunAndWaitForResponseAsync(() => Submit(page), response => response.Request.Method == "POST")));

        var told = pages.Single(page => !page.Url.Contains("/report", StringComparison.Ordinal));
        await Expect(told.GetByText("as revision 1.").First).ToBeVisibleAsync();
        Assert.Single(await Desk.Revisions(rating));
        foreach (var page in pages)
            await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_submits_after_somebody_else_did_reads_how_things_stand()
    {
        var rating = await Desk.NewCompleteDraft();
        var (late, first) = (await live.NewPage(signedInAs: Site.Leader), await live.NewPage(signedInAs: Site.Leader));
        await late.GotoAsync(rating.Page("submit"));
        await first.GotoAsync(rating.Page("submit"));
        await Submit(first);
        await first.Reaches("/report");

        await Submit(late);

        await Expect(late.GetByText("This rating is submitted, as revision 1. There is no draft to submit.")).ToBeVisibleAsync();
        Assert.Single(await Desk.Revisions(rating));
        await late.Context.CloseAsync();
        await first.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_begins_after_somebody_else_did_finds_the_same_draft()
    {
        var rating = await Desk.NewYear();
        var page = await live.NewPage(signedInAs: Site.Member);
        await page.GotoAsync(rating.Page());
        await Desk.Drafts.Open(await Desk.Actor(Site.Leader), rating, ct: TestContext.Current.CancellationToken);

        await page.GetByRole(AriaRole.Button, new() { Name = "Begin the" }).ClickAsync();

        await page.IsReady();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_still_types_is_told_that_the_leader_submitted_and_keeps_the_text()
    {
        var rating = await Desk.NewCompleteDraft();
        var (leader, member) = (await live.NewPage(signedInAs: Site.Leader), await live.NewPage(signedInAs: Site.Member));
        await member.OpenStep(rating);
        await leader.GotoAsync(rating.Page("submit"));
        await Submit(leader);
        await leader.Reaches("/report");

        await member.Field("HL.seen").FillAsync("One more thing.");

        await Expect(member.Standing()).ToHaveTextAsync("This rating was submitted meanwhile. What you wrote last is not in it, and stays in this browser.");
        await Expect(member.Field("HL.seen")).ToHaveValueAsync("One more thing.");
        Assert.Equal(1, await member.Unsaved());
        Assert.Null(Assert.Single(await Desk.Revisions(rating)).Judgement(Subject.HubLeadership).Grounds.Seen);
        await leader.Context.CloseAsync();
        await member.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_changes_the_draft_while_the_leader_reads_it_is_not_overlooked()
    {
        var rating = await Desk.NewCompleteDraft();
        var leader = await live.NewPage(signedInAs: Site.Leader);
        await leader.GotoAsync(rating.Page("submit"));
        await Desk.Say(rating, Subject.HubLeadership, new Judgement(Answer.Of(Level.Least), Grounds.None));

        await Submit(leader);

        await Expect(leader.GetByText("The draft changed while you read it. Read it as it is now, then submit.")).ToBeVisibleAsync();
        await Submit(leader);
        await leader.Reaches("/report");
        Assert.Equal(Level.Least, Assert.Single(await Desk.Revisions(rating)).Answers[Subject.HubLeadership]?.Level);
        await leader.Context.CloseAsync();
    }

    [Fact]
    public async Task A_cycle_that_is_closed_meanwhile_is_said_and_the_text_is_saved_once_it_is_open_again()
    {
        var rating = await Desk.NewDraft();
        var page = await live.NewPage(signedInAs: Site.Member);
        await page.OpenStep(rating);
        await Desk.Execute($"UPDATE cycles SET is_open = {false} WHERE year = {rating.Year}");

        await page.Field("HL.seen").FillAsync("Too late.");
        await Expect(page.Standing()).ToContainTextAsync($"The cycle {rating.Year} is closed.");
        Assert.Equal(1, await page.Unsaved());

        await Desk.Execute($"UPDATE cycles SET is_open = {true} WHERE year = {rating.Year}");
        await page.OpenStep(rating);
        await page.IsSaved();
        Assert.Equal("Too late.", await Desk.Saved(rating, "HL.seen"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_draft_that_is_discarded_meanwhile_is_said_and_keeps_the_text_in_the_browser()
    {
        var rating = await Desk.NewDraft();
        var page = await live.NewPage(signedInAs: Site.Member);
        await page.OpenStep(rating);
        await Desk.Drafts.Discard(await Desk.Actor(Site.Leader), rating, (await Desk.Draft(rating))!.Edition, TestContext.Current.CancellationToken);

        await page.Field("HL.seen").FillAsync("For nobody.");

        await Expect(page.Standing()).ToHaveTextAsync("This draft was discarded meanwhile. What you wrote last stays in this browser.");
        await Expect(page.Field("HL.seen")).ToHaveValueAsync("For nobody.");
        Assert.Equal(1, await page.Unsaved());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_framework_that_changed_meanwhile_leads_to_moving_the_draft_and_the_text_follows()
    {
        var rating = await Desk.NewDraft();
        var page = await live.NewPage(signedInAs: Site.Leader);
        await page.OpenStep(rating);
        await Desk.Execute($"UPDATE drafts SET framework_version = {"2023.1"} WHERE year = {rating.Year}");
        await page.Field("HL.seen").FillAsync("Under the old words.");
        await Expect(page.Standing()).ToHaveTextAsync("This draft was begun under framework 2023.1, which is no longer current. Load this page again to go on.");

        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Move the draft to framework" }).ClickAsync();
        await page.IsReady();

        await page.IsSaved();
        Assert.Equal("Under the old words.", await Desk.Saved(rating, "HL.seen"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_revision_that_an_import_brings_meanwhile_is_shown_beside_the_draft_before_it_can_be_submitted()
    {
        var rating = await Desk.NewCompleteDraft();
        var page = await live.NewPage(signedInAs: Site.Leader);
        await page.GotoAsync(rating.Page("submit"));
        using var file = new MemoryStream(Encoding.UTF8.GetBytes($"network_code,year,subject,level\n{rating.Code},{rating.Year},OVERALL,4\n"));
        await live.Services.GetRequiredService<RatingsImport>().Run(Actor.Operator, new ImportOrder(rating.Cohort, "late.csv"), file, TestContext.Current.CancellationToken);

        await Submit(page);
        await Expect(page.GetByText("This draft cannot be submitted as it stands.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Read why, and go on from there" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Revision 1, submitted" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your draft" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on with the draft" }).ClickAsync();
        await Expect(page.GetByText("Say in a sentence why this rating is opened again.")).ToBeVisibleAsync();
        await page.GetByLabel("Why is the rating revised again?").FillAsync("The file had only the overall level.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on with the draft" }).ClickAsync();
        await page.IsReady();

        await page.GotoAsync(rating.Page("submit"));
        await Submit(page);
        await page.Reaches("/report");
        Assert.Equal([(1, Level.Most), (2, Level.DevelopingMid)], (await Desk.Revisions(rating)).Select(r => (r.Number, r.Answers[Subject.Overall]!.Value.Level!.Value)));
        await page.Context.CloseAsync();
    }

    // The leader saved first; the other, who had opened the same entry before, wrote too: the page of the other.
    private async Task<(RatingAddress Rating, IPage Mine)> InConflict(string other, bool level)
    {
        var rating = await Desk.NewDraft();
        var first = await live.NewPage(signedInAs: Site.Leader);
        var mine = other == Site.Leader ? await first.Context.NewPageAsync() : await live.NewPage(signedInAs: other);
        await first.OpenStep(rating);
        await mine.OpenStep(rating);
        await first.Choice("HL.answer", "1").CheckAsync();
        await first.Field("HL.seen").FillAsync("From the first.");
        await first.IsSaved();

        if (level)
            await mine.Choice("HL.answer", "3").CheckAsync();
        await mine.Field("HL.seen").FillAsync("From the second.");
        await Expect(mine.GetByRole(AriaRole.Heading, new() { Name = "This entry was changed elsewhere while you wrote" })).ToBeVisibleAsync();
        return (rating, mine);
    }

    private async Task Settled(IPage page, RatingAddress rating, string level, string text)
    {
        await Expect(page.Locator("#HL-conflict")).ToHaveCountAsync(0);
        await page.IsSaved();
        await Expect(page.Choice("HL.answer", level)).ToBeCheckedAsync();
        await Expect(page.Field("HL.seen")).ToHaveValueAsync(text);
        Assert.Equal((level, text), (await Desk.Saved(rating, "HL.answer"), await Desk.Saved(rating, "HL.seen")));
        await page.Context.CloseAsync();
    }

    private static Task Submit(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Submit the" }).ClickAsync();

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
