namespace NetworkHealth.Domain;

/// <summary>One submitted state of a rating: its seven answers in one row, which nothing ever changes; notes of what was seen stand beside it.</summary>
public sealed class Revision
{
    public const int FrameworkVersionMaxLength = 32;
    public const int ReasonMaxLength = 1000;

    private readonly List<EvidenceNote> notes = [];

    private Revision() => Answers = Answers.Nothing; // EF Core

    internal Revision(
        Guid networkId, int year, RatingSource source, int number, Answers answers, string? frameworkVersion, DateOnly? ratedMonth, long change, string? reason)
    {
        (NetworkId, Year, Source, Number) = (networkId, year, source, number);
        (Answers, FrameworkVersion, RatedMonth, Change, Reason) = (answers, frameworkVersion, ratedMonth, change, reason);
    }

    public Guid NetworkId { get; private set; }
    public int Year { get; private set; }
    public RatingSource Source { get; private set; }

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

    /// <summary>Adds what the raters saw.</summary>
    public void Note(Subject subject, string text) =>
        notes.Add(new EvidenceNote(this, subject, (short)(notes.Count(note => note.Subject == subject) + 1), text));
}

/// <summary>What the raters saw that supports one answer.</summary>
public sealed class EvidenceNote
{
    public const int TextMaxLength = 4000;

    private EvidenceNote() => Text = ""; // EF Core

    internal EvidenceNote(Revision of, Subject subject, short position, string text)
    {
        (NetworkId, Year, Source, Revision) = (of.NetworkId, of.Year, of.Source, of.Number);
        (Subject, Position, Text) = (subject, position, text.Trim());
        if (Text.Length is 0 or > TextMaxLength)
            throw new DomainRuleException($"An evidence note has 1 to {TextMaxLength} characters.");
    }

    public Guid NetworkId { get; private set; }
    public int Year { get; private set; }
    public RatingSource Source { get; private set; }
    public int Revision { get; private set; }
    public Subject Subject { get; private set; }

    /// <summary>From 1 up among the notes of one subject.</summary>
    public short Position { get; private set; }

    public string Text { get; private set; }
}
