using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Features.AuditTrail;
using NetworkHealth.Features.Trajectories;

namespace NetworkHealth.Tests.Features.Trajectories;

/// <summary>Who sets another label beside the rule's, what is kept of it, and when it lapses.</summary>
public sealed class OwnLabelsTests(TestApp app) : IClassFixture<TestApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_label_is_one_change_with_a_version_and_no_text_of_people_in_the_chain()
    {
        var (leader, address) = await Rated("kept");

        await Set(leader, address, "Two schools joined late.");
        await Set(leader, address, "Two schools joined late.");
        await app.Get<OwnLabels>().Withdraw(leader, address, Ct);

        await using var db = await app.Db();
        var own = await db.OwnLabels.SingleAsync(l => db.Networks.Any(n => n.Id == l.NetworkId && db.Cohorts.Any(c => c.Id == n.CohortId && c.Slug == "kept")), Ct);
        var changes = await db.Changes.Where(c => c.ActorId == leader.PersonId).OrderBy(c => c.Number).ToListAsync(Ct);
        var versions = await db.Versions.Where(v => v.EntityId == own.Id).OrderBy(v => v.Change).ToListAsync(Ct);
        Assert.Equal([(ChangeAction.OwnLabelSet, $"label:{own.Id}"), (ChangeAction.OwnLabelWithdrawn, $"label:{own.Id}")], changes.Select(c => (c.Action, c.Touched)));
        Assert.Equal("""{"subject":"OVERALL","source":"self","label":"improved","rule":"stagnant"}""", changes[0].Details);
        Assert.Equal(changes.Select(c => c.Number), versions.Select(v => v.Change));
        Assert.Equal([(TrajectoryLabel.Improved, "Two schools joined late."), (null, "")],
            versions.Select(v => VersionJson.OwnLabel(v.Json)).Select(then => (then.Label, then.Reason)));
        Assert.Null((await app.Get<AuditChain>().Verify(Ct)).Problem);
    }

    [Fact]
    public async Task It_stands_until_a_later_rating_changes_the_rules_label()
    {
        var (leader, address) = await Rated("lapses");
        await Set(leader, address, "Two schools joined late.");
        var stands = await Overall(leader, address);

        await app.Import("network_code,2024\nA,2\n", "lapses");
        var again = await Overall(leader, address);
        await app.Import("network_code,2025\nA,4\n", "lapses");
        var lapsed = await Overall(leader, address);
        await app.Import("network_code,2025\nA,2\n", "lapses");
        var back = await Overall(leader, address);

        Assert.Equal((TrajectoryLabel.Stagnant, TrajectoryLabel.Improved), (stands.Trajectory.Label, stands.Beside?.Label));
        Assert.Equal(TrajectoryLabel.Improved, again.Beside?.Label);
        Assert.Equal((TrajectoryLabel.Improved, null, TrajectoryLabel.Improved), (lapsed.Trajectory.Label, lapsed.Beside, lapsed.Lapsed?.Label));
        Assert.Equal((TrajectoryLabel.Stagnant, null, TrajectoryLabel.Improved), (back.Trajectory.Label, back.Beside, back.Lapsed?.Label));
        Assert.Equal(
            ("after a later rating the rule says Improved", "a later rating changed that, and another changed it back"), (lapsed.WhyLapsed, back.WhyLapsed));
    }

    [Fact]
    public async Task A_form_read_before_the_rule_said_something_else_is_refused_and_nothing_is_kept()
    {
        var (leader, address) = await Rated("stale");
        await app.Import("network_code,2024\nA,4\n", "stale");

        var refused = await Refused(() => app.Get<OwnLabels>().Set(leader, address, TrajectoryLabel.MuchImproved, "Because.", TrajectoryLabel.Stagnant, Ct));

        Assert.Equal("A rating came while you wrote: the rule says Improved now, not Stagnant. Read it again, then decide.", refused);
        Assert.Null((await Overall(leader, address)).OwnLabel);
        await using var db = await app.Db();
        Assert.False(await db.Changes.AnyAsync(c => c.ActorId == leader.PersonId, Ct));
    }

    [Theory]
    [InlineData(Role.HubMember, RatingSource.Self, "Only the leader of this hub sets another label.")]
    [InlineData(Role.HubLeader, RatingSource.External, "Only an evaluator of this cohort sets another label.")]
    [InlineData(Role.Evaluator, RatingSource.Self, "There is no such network here.")]
    [InlineData(Role.Funder, RatingSource.Self, "There is no such network here.")]
    [InlineData(Role.Researcher, RatingSource.External, "There is no such network here.")]
    public async Task Nobody_else_sets_or_withdraws_one(Role role, RatingSource source, string sentence)
    {
        string cohort = $"rights-{role}-{source}".ToLowerInvariant();
        await Rated(cohort);
        var actor = await OwnLabelled.Somebody(app, cohort, "A", role);
        var address = new LabelAddress(cohort, "A", source, Subject.Overall);

        Assert.Equal(sentence, await Refused(() => Set(actor, address, "Because.")));
        Assert.Equal(sentence, await Refused(() => app.Get<OwnLabels>().Withdraw(actor, address, Ct)));
    }

    [Fact]
    public async Task An_administrator_and_a_leader_of_another_hub_do_not_either()
    {
        var (_, address) = await Rated("others");
        await app.Import("network_code,2021\nB,2\n", "others");
        var neighbour = await OwnLabelled.Somebody(app, "others", "B", Role.HubLeader);

        Assert.Equal("There is no such network here.", await Refused(() => Set(neighbour, address, "Because.")));
        Assert.Equal("Only the leader of this hub sets another label.", await Refused(() => Set(Actor.Operator, address, "Because.")));
    }

    [Fact]
    public async Task Each_source_and_subject_has_its_own()
    {
        var (leader, address) = await Rated("each");
        await app.Import("network_code,subject,2021,2022\nA,OVERALL,1,1\nA,HL,1,1\n", "each", RatingSource.External);
        await Set(leader, address, "The hub's reason.");
        await OwnLabelled.Set(app, "each", "A", RatingSource.External, TrajectoryLabel.Declined, "The team's reason.");

        var evaluator = await OwnLabelled.SetterOf(app, "each", "A", RatingSource.External);
        var external = (await app.Get<NetworkTrajectories>().Read(evaluator, "each", "A", null, Ct))!;

        Assert.Equal("The hub's reason.", (await Overall(leader, address)).Beside?.Reason);
        Assert.Equal("The team's reason.", external.Overall.Beside?.Reason);
        Assert.Null(external.Subjects[1].OwnLabel);
        Assert.Null(external.Both);
    }

    private async Task<(Actor Leader, LabelAddress Address)> Rated(string cohort)
    {
        await app.Import("network_code,2021,2022\nA,2,2\n", cohort);
        return (await OwnLabelled.SetterOf(app, cohort, "A", RatingSource.Self), new LabelAddress(cohort, "A", RatingSource.Self, Subject.Overall));
    }

    private Task Set(Actor by, LabelAddress address, string reason) =>
        app.Get<OwnLabels>().Set(by, address, TrajectoryLabel.Improved, reason, TrajectoryLabel.Stagnant, Ct);

    private async Task<SubjectTrajectory> Overall(Actor by, LabelAddress address) =>
        (await app.Get<NetworkTrajectories>().Read(by, address.Cohort, address.Code, address.Source, Ct))!.Overall;

    private static async Task<string> Refused(Func<Task> what) => (await Assert.ThrowsAsync<DomainRuleException>(what)).Message;
}
