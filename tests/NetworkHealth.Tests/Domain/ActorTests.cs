using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Domain;

/// <summary>Who sees, writes and submits which ratings, in one table.</summary>
public sealed class ActorTests
{
    private const string Hub = "Only the hub of this network can do this.";
    private const string Evaluators = "Only an evaluator of this cohort can do this.";

    private readonly Guid person = Guid.CreateVersion7();
    private readonly Network own = new(Guid.CreateVersion7(), "A", "A");

    [Theory]
    [InlineData(Role.Administrator, RatingSource.Self, "sees", "sees", "sees")]
    [InlineData(Role.Administrator, RatingSource.External, "sees", "sees", "sees")]
    [InlineData(Role.HubLeader, RatingSource.Self, "sees rates submits", "", "")]
    [InlineData(Role.HubLeader, RatingSource.External, "sees", "", "")]
    [InlineData(Role.HubMember, RatingSource.Self, "sees rates", "", "")]
    [InlineData(Role.HubMember, RatingSource.External, "sees", "", "")]
    [InlineData(Role.Evaluator, RatingSource.Self, "", "", "")]
    [InlineData(Role.Evaluator, RatingSource.External, "sees rates submits", "sees rates submits", "")]
    [InlineData(Role.Funder, RatingSource.Self, "", "", "")]
    [InlineData(Role.Funder, RatingSource.External, "", "", "")]
    [InlineData(Role.Researcher, RatingSource.Self, "", "", "")]
    [InlineData(Role.Researcher, RatingSource.External, "", "", "")]
    public void A_role_opens_these_ratings_and_no_others(Role role, RatingSource source, string onOwn, string onOtherOfCohort, string inAnotherCohort)
    {
        bool onNetwork = role is Role.HubLeader or Role.HubMember, onCohort = role > Role.HubMember;
        var actor = new Actor(person, [new Grant(person, role, onCohort ? own.CohortId : null, onNetwork ? own.Id : null)]);

        Assert.Equal(onOwn, May(actor, own, source));
        Assert.Equal(onOtherOfCohort, May(actor, new Network(own.CohortId, "B", "B"), source));
        Assert.Equal(inAnotherCohort, May(actor, new Network(Guid.CreateVersion7(), "A", "A"), source));
    }

    [Theory]
    [InlineData(RatingSource.Self)]
    [InlineData(RatingSource.External)]
    public void A_stranger_opens_nothing_and_the_operator_sees_all(RatingSource source)
    {
        Assert.Equal("", May(Actor.Stranger, own, source));
        Assert.Equal("sees", May(Actor.Operator, own, source));
    }

    [Fact]
    public void Who_holds_two_roles_may_do_what_either_may()
    {
        var both = new Actor(person, [new Grant(person, Role.HubMember, networkId: own.Id), new Grant(person, Role.Evaluator, own.CohortId)]);

        Assert.Equal("sees rates", May(both, own, RatingSource.Self));
        Assert.Equal("sees rates submits", May(both, own, RatingSource.External));
        Assert.Equal("", May(both, new Network(own.CohortId, "B", "B"), RatingSource.Self));
    }

    [Fact]
    public void Who_may_not_is_told_who_may()
    {
        var member = new Actor(person, [new Grant(person, Role.HubMember, networkId: own.Id)]);
        var evaluator = new Actor(person, [new Grant(person, Role.Evaluator, own.CohortId)]);

        Assert.Equal("Your hub leader does this. What you write is saved in the draft.", Refusal(() => member.MustSubmit(own, RatingSource.Self)));
        Assert.Equal(Evaluators, Refusal(() => member.MustSubmit(own, RatingSource.External)));
        Assert.Equal(Evaluators, Refusal(() => member.MustRate(own, RatingSource.External)));
        Assert.Equal(Hub, Refusal(() => evaluator.MustRate(own, RatingSource.Self)));
        Assert.Equal(Hub, Refusal(() => Actor.Operator.MustSubmit(own, RatingSource.Self)));
    }

    // What the questions say must be what the demands hold.
    private static string May(Actor actor, Network network, RatingSource source)
    {
        Assert.Equal(actor.Rates(network, source), Record.Exception(() => actor.MustRate(network, source)) is null);
        Assert.Equal(actor.Submits(network, source), Record.Exception(() => actor.MustSubmit(network, source)) is null);
        return string.Join(' ', new[] { actor.Sees(network, source) ? "sees" : "", actor.Rates(network, source) ? "rates" : "", actor.Submits(network, source) ? "submits" : "" }
            .Where(word => word.Length > 0));
    }

    private static string Refusal(Action demand) => Assert.Throws<DomainRuleException>(demand).Message;
}
