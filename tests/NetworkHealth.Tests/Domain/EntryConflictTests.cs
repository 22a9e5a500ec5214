using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Domain;

/// <summary>Two people wrote in one entry.</summary>
public sealed class EntryConflictTests
{
    private const Subject Domain = Subject.ContinuousImprovement;

    private static readonly Judgement Base = Judgement.Nothing.With(Domain, "answer", "2").With(Domain, "seen", "Nine teams.")
        .With(Domain, "link.1.title", "Log").With(Domain, "link.1.address", "https://example.org/log");

    [Fact]
    public void What_each_changed_alone_stands_together()
    {
        var conflict = Conflict(mine: Base.With(Domain, "answer", "3"), theirs: Base.With(Domain, "why", "Two are new."));

        Assert.Equal([new FieldConflict("answer", "3", "2"), new FieldConflict("why", "", "Two are new.")], conflict.Fields());
        var both = Base.With(Domain, "answer", "3").With(Domain, "why", "Two are new.");
        Assert.Equal((both, both), (conflict.KeepingMine(), conflict.Together()));
    }

    [Fact]
    public void Two_texts_can_stand_below_each_other()
    {
        var conflict = Conflict(mine: Base.With(Domain, "seen", "Ten teams."), theirs: Base.With(Domain, "seen", "Eight teams."));

        Assert.Equal("Ten teams.", conflict.KeepingMine().Grounds.Seen);
        Assert.Equal("Eight teams.\n\nTen teams.", conflict.Together()!.Grounds.Seen);
    }

    [Fact]
    public void Two_levels_cannot_both_stand_nor_can_texts_that_do_not_fit_into_one()
    {
        Assert.Null(Conflict(mine: Base.With(Domain, "answer", "3"), theirs: Base.With(Domain, "answer", "4")).Together());
        Assert.Null(Conflict(mine: Base.With(Domain, "seen", new string('x', 2000)), theirs: Base.With(Domain, "seen", new string('y', 2000))).Together());
        Assert.Equal(4000, Conflict(mine: Base.With(Domain, "seen", new string('x', 1999)), theirs: Base.With(Domain, "seen", new string('y', 1999))).Together()!.Grounds.Seen!.Length);
    }

    [Fact]
    public void A_link_that_one_removed_stays_removed()
    {
        var removed = Base with { Grounds = Base.Grounds with { Links = [] } };
        var written = Base.With(Domain, "why", "Two are new.");

        Assert.Empty(Conflict(mine: removed, theirs: written).KeepingMine().Grounds.Links);
        Assert.Empty(Conflict(mine: removed, theirs: written).Together()!.Grounds.Links);
        Assert.Empty(Conflict(mine: written, theirs: removed).KeepingMine().Grounds.Links);
    }

    [Fact]
    public void A_link_that_one_removed_and_the_other_wrote_in_comes_back_whole_or_goes()
    {
        var removed = Base with { Grounds = Base.Grounds with { Links = [] } };
        var written = Base.With(Domain, "link.1.title", "Coaching log");

        Assert.Equal([new EvidenceLink(1, "Coaching log", "https://example.org/log")], Conflict(mine: written, theirs: removed).KeepingMine().Grounds.Links);
        Assert.Empty(Conflict(mine: removed, theirs: written).KeepingMine().Grounds.Links);
        Assert.Null(Conflict(mine: removed, theirs: written).Together());
    }

    private static EntryConflict Conflict(Judgement mine, Judgement theirs)
    {
        var entry = Rated.Draft()[Domain];
        return new EntryConflict(entry.Next(theirs, Guid.NewGuid(), "theirs", DateTimeOffset.UnixEpoch), "ada@example.org", Base, mine);
    }
}
