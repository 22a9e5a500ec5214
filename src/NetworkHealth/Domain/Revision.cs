namespace NetworkHealth.Domain;

/// <summary>One submitted state of a rating: its seven answers in one row, which nothing ever changes.</summary>
public sealed class Revision
{
    public const int FrameworkVersionMaxLength = 32;
    public const int ReasonMaxLength = 1000;

    private readonly List<EvidenceNote> notes = [];

    private Revision() => Answers = Answers.Nothing; // EF Core

    internal Revision(Guid ratingId, int number, Answers answers, string? frameworkVersion, DateOnly? ratedMonth, long change, string? reason) =>
        (RatingId, Number, Answers, FrameworkVersion, RatedMonth, Change, Reason)
        = (ratingId, number, answers, frameworkVersion, ratedMonth, change, reason);

    public Guid RatingId { get; private set; }

    /// <summary>From 1 up, without gaps.</summary>
    public int Number { get; private set; }

    public Answers Answers { get; private set; }
    public string? FrameworkVersion { get; private set; }

    /// <summary>The first day of the month in which it was judged.</summary>
    public DateOnly? RatedMonth { get; private set; }

    /// <summary>The number of the change that brought it.</summary>
    public long Change { get; private set; }

    public string? Reason { get; private set; }

    public IReadOnlyList<EvidenceNote> Notes => notes;

    /// <summary>Adds what the raters saw. Only while the revision is being made.</summary>
    public void Note(Subject subject, string text) =>
        notes.Add(new EvidenceNote(RatingId, Number, subject, (short)(notes.Count(note => note.Subject == subject) + 1), text));
}

/// <summary>What the raters saw that supports one answer.</summary>
public sealed class EvidenceNote
{
    public const int TextMaxLength = 4000;

    private EvidenceNote() => Text = ""; // EF Core

    internal EvidenceNote(Guid ratingId, int revision, Subject subject, short position, string text)
    {
        (RatingId, Revision, Subject, Position, Text) = (ratingId, revision, subject, position, text.Trim());
        if (Text.Length is 0 or > TextMaxLength)
            throw new DomainRuleException($"An evidence note has 1 to {TextMaxLength} characters.");
    }

    public Guid RatingId { get; private set; }
    public int Revision { get; private set; }
    public Subject Subject { get; private set; }

    /// <summary>From 1 up among the notes of one subject.</summary>
    public short Position { get; private set; }

    public string Text { get; private set; }
}
