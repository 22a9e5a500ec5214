using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Domain;

/// <summary>A role is for the scope it has, and for no other.</summary>
public sealed class GrantTests
{
    private static readonly Guid Person = Guid.CreateVersion7(), Place = Guid.CreateVersion7();

    [Theory]
    [InlineData(Role.Administrator, false, false)]
    [InlineData(Role.HubLeader, false, true)]
    [InlineData(Role.HubMember, false, true)]
    [InlineData(Role.Evaluator, true, false)]
    [InlineData(Role.Funder, true, false)]
    [InlineData(Role.Researcher, true, false)]
    public void A_grant_has_the_scope_of_its_role_alone(Role role, bool onCohort, bool onNetwork)
    {
        foreach (var (cohort, network) in new[] { (false, false), (true, false), (false, true), (true, true) })
        {
            var made = Record.Exception(() => new Grant(Person, role, cohort ? Place : null, network ? Place : null));
            Assert.Equal((cohort, network) == (onCohort, onNetwork), made is null);
        }
    }
}
