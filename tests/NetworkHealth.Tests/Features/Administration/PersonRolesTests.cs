using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;
using NetworkHealth.Features.Accounts;
using NetworkHealth.Features.Administration;
using NetworkHealth.Shell;

namespace NetworkHealth.Tests.Features.Administration;

/// <summary>Giving and taking roles: each with the scope it has, one change each.</summary>
public sealed class PersonRolesTests(TestApp app) : IClassFixture<TestApp>, IAsyncLifetime
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => Assert.Empty((await app.Import("network_code,2021\nA,2\n", "delta")).Problems);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(Role.Administrator, null, null, "administrator")]
    [InlineData(Role.HubLeader, "delta", "A", "hub leader of delta/A")]
    [InlineData(Role.HubMember, "delta", "A", "hub member of delta/A")]
    [InlineData(Role.Evaluator, "delta", null, "evaluator of delta")]
    [InlineData(Role.Funder, "delta", null, "funder of delta")]
    [InlineData(Role.Researcher, "delta", null, "researcher of delta")]
    public async Task A_role_is_given_and_taken_in_one_change_each(Role role, string? cohort, string? network, string shown)
    {
        var id = await Somebody.Account(app, $"{role}@example.org");
        await Somebody.Account(app, $"other-{role}@example.org", Role.Administrator);
        var by = Somebody.With(Role.Administrator);

        await Give(by, id, role, cohort, network);
        Assert.Equal("The person has this role already.", await Somebody.Refused(() => Give(by, id, role, cohort, network)));
        var held = (await app.Get<People>().Read(by, id, Ct))!;
        Assert.Equal(shown, Assert.Single(held.Person.Roles).ToString());
        await app.Get<PersonRoles>().Take(by, id, held.Edition, held.Person.Roles[0].Id, Ct);

        Assert.Empty((await app.Get<People>().Read(by, id, Ct))!.Person.Roles);
        await using var db = await app.Db();
        var cohortId = cohort is null ? null : (Guid?)(await db.Cohorts.SingleAsync(c => c.Slug == cohort, Ct)).Id;
        var changes = await db.Changes.Where(change => change.Touched == $"person:{id}").OrderBy(change => change.Number).ToListAsync(Ct);
        Assert.Equal([(ChangeAction.RoleGiven, cohortId, by.PersonId), (ChangeAction.RoleTaken, cohortId, by.PersonId)], changes.Select(change => (change.Action, change.CohortId, change.ActorId)));
        Assert.Equal(changes[0].Details, changes[1].Details);
        Assert.Contains($"\"role\":\"{role.Code()}\"", changes[0].Details, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Administrator, "delta", null, "An administrator is one for the whole service. Name no cohort and no network.")]
    [InlineData(Role.HubLeader, "delta", null, "A hub leader belongs to one network. Name its cohort and its code.")]
    [InlineData(Role.HubMember, null, "A", "A hub member belongs to one network. Name its cohort and its code.")]
    [InlineData(Role.Evaluator, "delta", "A", "An evaluator is one for a whole cohort. Name the cohort, and no network.")]
    [InlineData(Role.Funder, null, null, "A funder is one for a whole cohort. Name the cohort, and no network.")]
    [InlineData(Role.Researcher, "gone", null, "There is no cohort gone.")]
    [InlineData(Role.HubLeader, "delta", "a", "There is no network a in the cohort delta. Codes are written as they stand, capitals too.")]
    public async Task A_scope_that_is_gone_or_does_not_fit_is_told(Role role, string? cohort, string? network, string sentence)
    {
        var id = await Somebody.Account(app, $"{role}-{cohort}-{network}-unfit@example.org");

        Assert.Equal(sentence, await Somebody.Refused(() => Give(Actor.Operator, id, role, cohort, network)));
        Assert.Empty((await app.Get<People>().Read(Actor.Operator, id, Ct))!.Person.Roles);
    }

    private async Task Give(Actor by, Guid id, Role role, string? cohort, string? network) =>
        await app.Get<PersonRoles>().Give(by, id, await Somebody.EditionOf(app, id), role, new RoleScope(cohort, network), Ct);
}
