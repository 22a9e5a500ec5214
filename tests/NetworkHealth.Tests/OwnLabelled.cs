using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;
using NetworkHealth.Features.Trajectories;

namespace NetworkHealth.Tests;

/// <summary>People with one role, and labels as they set them.</summary>
public static class OwnLabelled
{
    /// <summary>Whoever sets labels for a source of a network: its leader, or an evaluator of its cohort.</summary>
    public static async Task<Actor> SetterOf(TestApp app, string cohort, string code, RatingSource source) =>
        await Somebody(app, cohort, code, source == RatingSource.Self ? Role.HubLeader : Role.Evaluator);

    /// <summary>Somebody with a role on the network, or on its cohort.</summary>
    public static async Task<Actor> Somebody(TestApp app, string cohort, string code, Role role)
    {
        await using var db = await app.Db();
        var network = await db.Networks.SingleAsync(n => n.Code == code && db.Cohorts.Any(c => c.Id == n.CohortId && c.Slug == cohort));
        bool onNetwork = role is Role.HubLeader or Role.HubMember;
        var person = Guid.NewGuid();
        return new Actor(person, [new Grant(person, role, onNetwork ? null : network.CohortId, onNetwork ? network.Id : null)]);
    }

    /// <summary>Sets a label on the overall trajectory beside what the rule says at this moment.</summary>
    public static async Task Set(TestApp app, string cohort, string code, RatingSource source, TrajectoryLabel label, string reason, Subject subject = Subject.Overall)
    {
        var by = await SetterOf(app, cohort, code, source);
        var view = (await app.Get<NetworkTrajectories>().Read(by, cohort, code, source))!;
        await app.Get<OwnLabels>().Set(by, new LabelAddress(cohort, code, source, subject), label, reason, view.Subjects[(int)subject].Trajectory.Label);
    }
}
