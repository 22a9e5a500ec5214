using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Domain;

/// <summary>Which cells a weak domain offers.</summary>
public sealed class LastingOffersTests
{
    private static readonly Answers Rated = Answers.Nothing
        .With(Subject.HubLeadership, Answer.Of(Level.Most))
        .With(Subject.RolesAndEngagement, Answer.Of(Level.DevelopingHigh))
        .With(Subject.ContinuousImprovement, Answer.Of(Level.DevelopingMid))
        .With(Subject.NetworkConnections, Answer.Of(Level.Least))
        .With(Subject.NetworkCulture, Answer.None(NotRatedReason.NotEnoughEvidence));

    [Fact]
    public void The_weakest_domain_comes_first_and_an_unrated_one_offers_nothing()
    {
        var offers = LastingOffers.Of(2025, Rated, _ => true);

        Assert.Equal([(Subject.NetworkConnections, Level.Least, 2025), (Subject.ContinuousImprovement, Level.DevelopingMid, 2025)], offers.Select(offer => (offer.Domain, offer.Level, offer.Year)));
        Assert.Equal(["D6-organisation", "D7-individual"], offers[0].Places.Select(place => place.Code));
    }

    [Fact]
    public void What_is_planned_or_no_goal_is_not_offered_again()
    {
        Assert.Equal(["D7-individual"], LastingOffers.Of(2025, Rated, place => place.Code != "D6-organisation")[0].Places.Select(place => place.Code));
        Assert.Empty(LastingOffers.Of(2025, Rated, _ => false));
    }

    [Fact]
    public void At_most_three_domains_offer_cells()
    {
        var low = SubjectWords.All.Aggregate(Answers.Nothing, (answers, subject) => answers.With(subject, Answer.Of(Level.Least)));

        Assert.Equal([Subject.HubLeadership, Subject.RolesAndEngagement, Subject.ContinuousImprovement], LastingOffers.Of(2025, low, _ => true).Select(offer => offer.Domain));
    }
}
