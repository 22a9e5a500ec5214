using NetworkHealth.Domain;
using NetworkHealth.Features.AnnualRating;

namespace NetworkHealth.Tests.Features.AnnualRating;

/// <summary>What each reader sees of one rating.</summary>
public sealed class RatingViewsTests(RatingApp app) : IClassFixture<RatingApp>
{
    [Fact]
    public async Task Raters_see_the_draft_and_all_revisions()
    {
        var hub = await Twice("raters");

        foreach (var (actor, submits) in new[] { (hub.Leader, true), (hub.Member, false) })
        {
            var view = (await hub.View(actor, history: true))!;
            Assert.Equal((true, submits), (view.MayRate, view.MaySubmit));
            Assert.Equal([2, 1], view.Revisions.Select(revision => revision.Number));
            Assert.Equal((2, "Third look."), (view.Draft!.BeganFrom, view.Draft.Reason));
            Assert.Equal(["Second.", "First."], view.Revisions.Select(revision => revision.Judgement(Subject.Overall).Grounds.Seen));
        }
    }

    [Fact]
    public async Task Without_the_history_only_the_current_revision_comes_with_what_it_rests_on()
    {
        var hub = await Twice("current");

        var view = (await hub.View(hub.Leader))!;

        Assert.Equal(["Second.", null], view.Revisions.Select(revision => revision.Judgement(Subject.Overall).Grounds.Seen));
        Assert.Equal([2, 1], view.Submissions.Select(submission => submission.Revision));
    }

    [Fact]
    public async Task A_page_read_while_others_submit_knows_how_each_of_its_revisions_came()
    {
        var hub = await app.Hub("meanwhile");
        await hub.Rate();
        var submitting = Task.Run(async () =>
        {
            for (int i = 0; i < 10; i++)
                await hub.Rate((Level)(i % 5), "Again.");
        }, TestContext.Current.CancellationToken);

        while (!submitting.IsCompleted)
        {
            var view = (await hub.View(hub.Leader))!;
            Assert.All(view.Revisions, revision => Assert.Equal(revision.Number, view.SubmissionOf(revision).Revision));
        }

        await submitting;
    }

    [Fact]
    public async Task Who_sees_the_rating_and_does_not_rate_sees_the_current_revision_alone()
    {
        var hub = await Twice("readers");
        var external = await Twice("readers-external", RatingSource.External);

        foreach (var view in new[] { await hub.View(Actor.Operator), await external.View(Actor.Operator), await external.View(external.Leader), await external.View(external.Member) })
        {
            Assert.Equal((false, false, null), (view!.MayRate, view.MaySubmit, view.Draft));
            Assert.Equal(2, Assert.Single(view.Revisions).Number);
            Assert.Equal("Second.", view.Current!.Judgement(Subject.Overall).Grounds.Seen);
        }
    }

    [Fact]
    public async Task Nobody_else_sees_anything()
    {
        var hub = await Twice("others");
        var neighbour = await app.HubOf("others", "OAK");

        foreach (var actor in new[] { Actor.Stranger, hub.Evaluator, neighbour.Leader, Hub.Person(Role.Funder, hub.Network), Hub.Person(Role.Researcher, hub.Network) })
            Assert.Null(await hub.View(actor));
        Assert.Null(await app.Get<RatingViews>().Read(hub.Leader, hub.Address with { Code = "NONE" }, ct: TestContext.Current.CancellationToken));
        Assert.Null(await app.Get<RatingViews>().Read(hub.Leader, hub.Address with { Cohort = "none" }, ct: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_year_that_is_no_cycle_has_none_and_no_revision()
    {
        var hub = await app.Hub("no-cycle");

        var view = (await app.Get<RatingViews>().Read(hub.Leader, hub.Address with { Year = 2030 }, ct: TestContext.Current.CancellationToken))!;

        Assert.Equal((null, "2030", null), (view.Cycle, view.Shown, view.Current));
        Assert.Equal([2026], view.OpenCycles.Select(cycle => cycle.Year));
    }

    [Fact]
    public async Task The_year_before_is_the_latest_that_was_rated_by_the_same_source()
    {
        var hub = await app.Hub("before");
        Assert.Null((await hub.View(hub.Leader))!.Before);
        await app.Import("network_code,year,subject,level,source\nRIV,2020,OVERALL,1,self\nRIV,2022,OVERALL,2,self\nRIV,2024,OVERALL,3,external\nOAK,2025,OVERALL,4,self\nRIV,2027,OVERALL,4,self\n", "before");
        await app.Import("network_code,year,subject,level\nRIV,2022,OVERALL,0\n", "before");

        var before = (await hub.View(hub.Leader))!.Before!;

        Assert.Equal(("2022", 2, Answer.Of(Level.Least)), (before.Shown, before.Revision.Number, before.Revision.Answers.Overall));
    }

    [Fact]
    public async Task Ten_years_of_history_take_as_many_statements_as_one()
    {
        var few = await Twice("few");
        await app.Import("network_code,year,subject,level\nRIV,2025,OVERALL,1\n", "few");
        var many = await Twice("many");
        for (int revision = 0; revision < 3; revision++)
            await app.Import("network_code,year,subject,level\n" + string.Concat(Enumerable.Range(2016, 10).Select(year => $"RIV,{year},OVERALL,{revision}\n")), "many");

        foreach (var (by, history) in new (Func<Hub, Actor>, bool)[] { (hub => hub.Leader, false), (hub => hub.Leader, true), (_ => Actor.Operator, false) })
        {
            var ofFew = await app.Sql.During(async () => Assert.NotNull((await few.View(by(few), history))!.Before));
            var ofMany = await app.Sql.During(async () => Assert.NotNull((await many.View(by(many), history))!.Before));
            Assert.NotEmpty(ofFew);
            Assert.Equal(ofFew, ofMany);
        }
    }

    // Two revisions with a note each, and a third draft.
    private async Task<Hub> Twice(string slug, RatingSource source = RatingSource.Self)
    {
        var hub = await app.Hub(slug, source);
        foreach (var (note, reason) in new[] { ("First.", null), ("Second.", "Second look.") })
        {
            await hub.Open(hub.Rater, reason);
            await hub.Complete();
            Assert.True(await hub.Say(Subject.Overall, Level.DevelopingMid, new Grounds { Seen = note }));
            await hub.Submit();
        }

        await hub.Open(hub.Rater, "Third look.");
        return hub;
    }
}
