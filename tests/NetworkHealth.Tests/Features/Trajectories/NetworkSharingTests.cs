using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Features.Trajectories;

namespace NetworkHealth.Tests.Features.Trajectories;

/// <summary>The leader chooses what the funder reads, sees it beforehand, and nobody else chooses.</summary>
public sealed class NetworkSharingTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly SharedNow Start = new(Sharing.Trajectory, false);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private NetworkSharing Sharings => app.Get<NetworkSharing>();

    [Fact]
    public async Task A_choice_is_one_change_with_a_version_and_the_same_again_is_none()
    {
        var leader = await Leader("chosen");

        await Sharings.Set(leader, "chosen", "A", new SharedNow(Sharing.Levels, true), Start, Ct);
        await Sharings.Set(leader, "chosen", "A", new SharedNow(Sharing.Levels, true), Start, Ct);

        await using var db = await app.Db();
        var change = Assert.Single(await db.Changes.Where(c => c.ActorId == leader.PersonId).ToListAsync(Ct));
        var network = await db.Networks.SingleAsync(n => n.Code == "A" && db.Cohorts.Any(c => c.Id == n.CohortId && c.Slug == "chosen"), Ct);
        Assert.Equal((ChangeAction.SharingChanged, $"network:{network.Id}", """{"sharing":"levels","research":false}"""), (change.Action, change.Touched, change.Details));
        Assert.Equal((Sharing.Levels, true), (network.Sharing, network.IsKeptFromResearch));
        var version = await db.Versions.SingleAsync(v => v.EntityId == network.Id && v.Change == change.Number, Ct);
        Assert.Equal((Sharing.Levels, true), (VersionJson.Network(version.Json).Sharing, VersionJson.Network(version.Json).IsKeptFromResearch));
    }

    [Fact]
    public async Task A_page_read_before_another_leader_chose_is_refused_and_nothing_is_set()
    {
        var (one, other) = (await Leader("stale"), await Leader("stale"));
        await Sharings.Set(one, "stale", "A", new SharedNow(Sharing.Levels, false), Start, Ct);

        var refused = await Assert.ThrowsAsync<DomainRuleException>(() => Sharings.Set(other, "stale", "A", new SharedNow(Sharing.LevelsAndEvidence, false), Start, Ct));

        Assert.Equal("Another leader changed this while you read. Look at it as it is now, then choose.", refused.Message);
        Assert.Equal(Sharing.Levels, (await Sharings.Read(one, "stale", "A", Ct))!.Now.Sharing);
    }

    [Theory]
    [InlineData(Role.HubMember, "Only the leader of this hub chooses what is shared.")]
    [InlineData(Role.Administrator, "Only the leader of this hub chooses what is shared.")]
    [InlineData(Role.Evaluator, "Only the leader of this hub chooses what is shared.")]
    [InlineData(Role.Funder, "There is no such network here.")]
    [InlineData(Role.Researcher, "There is no such network here.")]
    public async Task Nobody_else_chooses_or_sees_the_choices(Role role, string sentence)
    {
        string slug = $"rights-{role}".ToLowerInvariant();
        await Leader(slug);
        var actor = role == Role.Administrator ? Actor.Operator : await OwnLabelled.Somebody(app, slug, "A", role);
        string before = await Fingerprint.Of(app);

        Assert.Null(await Sharings.Read(actor, slug, "A", Ct));
        Assert.Equal(sentence, (await Assert.ThrowsAsync<DomainRuleException>(() => Sharings.Set(actor, slug, "A", new SharedNow(Sharing.Levels, false), Start, Ct))).Message);
        Assert.Equal(before, await Fingerprint.Of(app));
    }

    [Fact]
    public async Task What_stands_beside_a_choice_is_what_the_funder_reads_after_it()
    {
        var leader = await Leader("same");
        await Show("same", Display.Names);
        var funder = await OwnLabelled.Somebody(app, "same", "A", Role.Funder);
        var choices = (await Sharings.Read(leader, "same", "A", Ct))!.Choices;

        var now = Start;
        foreach (var choice in choices)
        {
            var chosen = new SharedNow(choice.Sharing, false);
            await Sharings.Set(leader, "same", "A", chosen, now, Ct);
            now = chosen;
            var (levels, label) = (await app.Get<NetworkTrajectories>().Read(funder, "same", "A", RatingSource.Self, Ct), await app.Get<NetworkTrajectories>().ReadLabel(funder, "same", "A", Ct));

            Assert.Equal((choice.Label?.Label, choice.Levels?.Overall.Trajectory.Label), (label?.Label, levels?.Overall.Trajectory.Label));
            Assert.Equal(choice.Levels?.Reader, levels?.Reader);
            Assert.Equal(choice.Levels?.Subjects.Select(subject => subject.Answers.Count), levels?.Subjects.Select(subject => subject.Answers.Count));
        }

        Assert.Equal([(true, false), (false, true), (false, true)], choices.Select(choice => (choice.Label is not null, choice.Levels is not null)));
    }

    [Fact]
    public async Task Where_the_cohort_shows_no_single_network_no_choice_shows_one()
    {
        var leader = await Leader("together");

        Assert.All((await Sharings.Read(leader, "together", "A", Ct))!.Choices, choice => Assert.Equal((null, null), (choice.Levels, choice.Label)));
    }

    private async Task<Actor> Leader(string slug)
    {
        await app.Import("network_code,2021,2022\nA,1,2\n", slug);
        return await OwnLabelled.Somebody(app, slug, "A", Role.HubLeader);
    }

    private async Task Show(string slug, Display display)
    {
        await using var db = await app.Db();
        (await db.Cohorts.SingleAsync(c => c.Slug == slug, Ct)).Show(display, isNamedForResearch: false);
        await db.SaveChangesAsync(Ct);
    }
}
