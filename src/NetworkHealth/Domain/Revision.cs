namespace NetworkHealth.Domain;

/// <summary>One submitted state of a rating: its seven answers in one row, which nothing ever changes; what they rest on stands beside it.</summary>
public sealed class Revision
{
    public const int FrameworkVersionMaxLength = 32;
    public const int ReasonMaxLength = 1000;

    private readonly List<RevisionGrounds> grounds = [];

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

    /// <summary>By subject; only where an answer rests on something.</summary>
    public IReadOnlyList<RevisionGrounds> Grounds => grounds;

    /// <summary>What it says of one subject.</summary>
    public Judgement Judgement(Subject subject) =>
        new(Answers[subject], grounds.FirstOrDefault(of => of.Subject == subject)?.Grounds ?? Domain.Grounds.None);

    /// <summary>Adds what an answer rests on.</summary>
    internal void Rest(Subject subject, Grounds on)
    {
        if (!on.SayNothing)
            grounds.Add(new RevisionGrounds(this, subject, on));
    }

    /// <summary>Adds what the raters saw to a revision being made; one note for a subject.</summary>
    /// <exception cref="DomainRuleException">The text is empty or too long, or the subject has a note.</exception>
    public void Note(Subject subject, string text)
    {
        string seen = PlainText.Checked(text.Trim(), Domain.Grounds.SeenMaxLength, "This note");
        if (seen.Length == 0 || grounds.Any(of => of.Subject == subject))
            throw new DomainRuleException("A subject of a revision has one note, and it says something.");
        Rest(subject, new Grounds { Seen = seen });
    }
}

/// <summary>What one answer of a revision rests on; a row only where something does.</summary>
public sealed class RevisionGrounds
{
    private RevisionGrounds() => Grounds = Grounds.None; // EF Core

    internal RevisionGrounds(Revision of, Subject subject, Grounds grounds) =>
        (NetworkId, Year, Source, Revision, Subject, Grounds) = (of.NetworkId, of.Year, of.Source, of.Number, subject, grounds);

    public Guid NetworkId { get; private set; }
    public int Year { get; private set; }
    public RatingSource Source { get; private set; }
    public int Revision { get; private set; }
    public Subject Subject { get; private set; }
    public Grounds Grounds { get; private set; }
}
