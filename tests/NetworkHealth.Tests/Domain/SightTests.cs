using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Domain;

/// <summary>How much each role reads of a network, by display and sharing; the table of the design, by hand.</summary>
public sealed class SightTests
{
    private readonly Cohort cohort = new("delta", "Delta");
    private readonly Network network;
    private readonly Network neighbour;

    public SightTests() => (network, neighbour) = (new Network(cohort.Id, "A", "Aspen"), new Network(cohort.Id, "B", "Birch"));

    [Theory]
    [InlineData(Display.Aggregates, Sharing.LevelsAndEvidence, Sight.Nothing, Sight.Nothing, false)]
    [InlineData(Display.Aggregates, Sharing.Trajectory, Sight.Nothing, Sight.Nothing, false)]
    [InlineData(Display.Codes, Sharing.Trajectory, Sight.Label, Sight.Levels, false)]
    [InlineData(Display.Codes, Sharing.Levels, Sight.Levels, Sight.Levels, false)]
    [InlineData(Display.Codes, Sharing.LevelsAndEvidence, Sight.Evidence, Sight.Levels, false)]
    [InlineData(Display.Names, Sharing.Trajectory, Sight.Label, Sight.Levels, true)]
    [InlineData(Display.Names, Sharing.Levels, Sight.Levels, Sight.Levels, true)]
    [InlineData(Display.Names, Sharing.LevelsAndEvidence, Sight.Evidence, Sight.Levels, true)]
    public void A_funder_reads_what_display_and_sharing_allow(Display display, Sharing sharing, Sight self, Sight external, bool name)
    {
        cohort.Show(display, isNamedForResearch: true);
        network.Share(sharing, isKeptFromResearch: false);
        var funder = Somebody(Role.Funder);

        Assert.Equal((self, external), (funder.SightOf(cohort, network, RatingSource.Self), funder.SightOf(cohort, network, RatingSource.External)));
        Assert.Equal((self != Sight.Nothing, name), (funder.SeesAnything(cohort, network), funder.ReadsName(cohort, network)));
    }

    [Theory]
    [InlineData(Role.Administrator, Sight.Evidence, Sight.Evidence)]
    [InlineData(Role.HubLeader, Sight.Evidence, Sight.Evidence)]
    [InlineData(Role.HubMember, Sight.Evidence, Sight.Evidence)]
    [InlineData(Role.Evaluator, Sight.Nothing, Sight.Evidence)]
    [InlineData(Role.Researcher, Sight.Nothing, Sight.Nothing)]
    public void Others_read_by_their_role_whatever_is_shared(Role role, Sight self, Sight external)
    {
        foreach (var display in Enum.GetValues<Display>())
        {
            cohort.Show(display, isNamedForResearch: false);
            var actor = Somebody(role);

            Assert.Equal((self, external), (actor.SightOf(cohort, network, RatingSource.Self), actor.SightOf(cohort, network, RatingSource.External)));
            Assert.Equal(external != Sight.Nothing, actor.ReadsName(cohort, network));
        }
    }

    [Fact]
    public void A_hub_reads_nothing_of_its_neighbour_and_a_funder_nothing_of_another_cohort()
    {
        cohort.Show(Display.Names, isNamedForResearch: false);
        neighbour.Share(Sharing.LevelsAndEvidence, isKeptFromResearch: false);
        var elsewhere = new Actor(Guid.NewGuid(), [new Grant(Guid.NewGuid(), Role.Funder, Guid.NewGuid())]);

        foreach (var actor in new[] { Somebody(Role.HubLeader), elsewhere, Actor.Stranger })
            Assert.Equal((false, false), (actor.SeesAnything(cohort, neighbour), actor.ReadsName(cohort, neighbour)));
    }

    [Fact]
    public void New_cohorts_and_networks_show_the_least() =>
        Assert.Equal((Display.Aggregates, Sharing.Trajectory, false), (cohort.Display, network.Sharing, cohort.IsNamedForResearch));

    [Fact]
    public void What_names_a_network_is_taken_out_of_its_copy()
    {
        var tells = new NetworkProfile { HubOrganisation = "Aspen Schools", Aim = "By June", HubType = HubType.District, LaunchYear = 2020, Schools = 9, Districts = 2, Teams = 4 };
        network.Describe(tells with { GrantStartYear = 2019, GrantStartMonth = 2, GrantEndYear = 2024, GrantEndMonth = 6 });

        network.KeepOnlyCode();

        Assert.Equal("When the funding ends is not shown of a network that is shown by its code.", FollowUpWords.Funding(network, new DateOnly(2025, 1, 1)));
        Assert.Equal(("A", new NetworkProfile { HubType = HubType.District, LaunchYear = 2020 }), (network.Name, network.Profile));
    }

    private Actor Somebody(Role role)
    {
        bool onNetwork = role is Role.HubLeader or Role.HubMember, onCohort = role > Role.HubMember;
        var id = Guid.CreateVersion7();
        return new Actor(id, [new Grant(id, role, onCohort ? cohort.Id : null, onNetwork ? network.Id : null)]);
    }
}
