namespace NetworkHealth.Domain;

/// <summary>What a draft says of one subject so far. Its version grows with each save, so that a later save never hides an earlier one.</summary>
public sealed class DraftEntry
{
    private DraftEntry() => Grounds = Grounds.None; // EF Core

    internal DraftEntry(Draft of, Subject subject, Judgement judgement)
    {
        (NetworkId, Year, Source, Subject) = (of.NetworkId, of.Year, of.Source, subject);
        (Answer, Grounds, Version) = (judgement.Answer, judgement.Grounds, 1);
    }

    public Guid NetworkId { get; private set; }
    public int Year { get; private set; }
    public RatingSource Source { get; private set; }
    public Subject Subject { get; private set; }
    public Answer? Answer { get; private set; }
    public Grounds Grounds { get; private set; }

    /// <summary>From 1 up.</summary>
    public int Version { get; private set; }

    /// <summary>Who saved it last; null while nobody has.</summary>
    public Guid? SavedBy { get; private set; }

    public DateTimeOffset? SavedAt { get; private set; }

    /// <summary>The browser tab that saved it last: what came from there is not somebody else's.</summary>
    public string? Tab { get; private set; }

    public Judgement Judgement => new(Answer, Grounds);

    /// <summary>Whether this person saved it last, in this browser tab.</summary>
    public bool IsFrom(Actor by, string tab) => Tab == tab && SavedBy == by.PersonId;

    /// <summary>Says something else, as the next version.</summary>
    internal void Say(Judgement judgement)
    {
        (Answer, Grounds) = (judgement.Answer, judgement.Grounds);
        (SavedBy, Tab) = (null, null);
        Version++;
    }

    /// <summary>The next version of this entry, which stays as it is: to be saved if nobody was faster.</summary>
    /// <param name="judgement">What it says.</param>
    /// <param name="by">Who says it.</param>
    /// <param name="tab">In which browser tab.</param>
    /// <param name="at">When.</param>
    public DraftEntry Next(Judgement judgement, Guid? by, string tab, DateTimeOffset at)
    {
        var next = (DraftEntry)MemberwiseClone();
        next.Say(judgement);
        (next.SavedBy, next.Tab, next.SavedAt) = (by, tab, at);
        return next;
    }
}
