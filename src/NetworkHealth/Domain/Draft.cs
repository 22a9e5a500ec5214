using System.Security.Cryptography;
using System.Text;

namespace NetworkHealth.Domain;

/// <summary>A rating being made: one entry for each subject, saved as people type, seen by the raters only. Submitting makes it a revision.</summary>
public sealed class Draft
{
    private readonly List<DraftEntry> entries = [];

    private Draft() => FrameworkVersion = ""; // EF Core

    /// <param name="networkId">Which network.</param>
    /// <param name="year">In which cycle.</param>
    /// <param name="source">Who judges.</param>
    /// <param name="openedAt">Now.</param>
    /// <param name="from">The revision it begins from; null for a first rating.</param>
    /// <param name="reason">Why the rating is opened again; needed when there is a revision.</param>
    /// <exception cref="DomainRuleException">A rating is opened again without a reason, or with one that is too long.</exception>
    public Draft(Guid networkId, int year, RatingSource source, DateTimeOffset openedAt, Revision? from = null, string? reason = null)
    {
        (NetworkId, Year, Source, OpenedAt) = (networkId, year, source, openedAt);
        (BeganFrom, FrameworkVersion) = (from?.Number ?? 0, Rubrics.Current.Version);
        if (from is not null)
            Reason = ReasonOf(reason);
        foreach (var subject in SubjectWords.All)
            entries.Add(new DraftEntry(this, subject, from?.Judgement(subject) ?? Judgement.Nothing));
        if (from is not null && from.FrameworkVersion != FrameworkVersion)
            DropIndicators();
    }

    public Guid NetworkId { get; private set; }
    public int Year { get; private set; }
    public RatingSource Source { get; private set; }

    /// <summary>The number of the revision it began from; 0 when there was none.</summary>
    public int BeganFrom { get; private set; }

    /// <summary>The rubric it is made under.</summary>
    public string FrameworkVersion { get; private set; }

    /// <summary>Why the rating was opened again.</summary>
    public string? Reason { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>In the order of the subjects.</summary>
    public IReadOnlyList<DraftEntry> Entries => [.. entries.OrderBy(entry => entry.Subject)];

    public DraftEntry this[Subject subject] => entries.Single(entry => entry.Subject == subject);

    public Answers Answers => entries.Aggregate(Answers.Nothing, (answers, entry) => answers.With(entry.Subject, entry.Judgement.Answer));

    public bool IsUnderCurrentRubric => FrameworkVersion == Rubrics.Current.Version;

    /// <summary>When something was last saved here.</summary>
    public DateTimeOffset SavedAt => entries.Max(entry => entry.SavedAt) ?? OpenedAt;

    /// <summary>
    /// What a reader of the summary had before their eyes: the revision it began from, and a fingerprint that changes whenever anything here does.
    /// </summary>
    public string Edition => $"{BeganFrom}.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{FrameworkVersion} {string.Join('.', Entries.Select(entry => entry.Version))} {Reason}")))}";

    /// <summary>What keeps it from being submitted, in the order of the subjects with the whole last, as people rate.</summary>
    public IReadOnlyList<Gap> Missing =>
        [.. SubjectWords.InRatingOrder.SelectMany(subject => this[subject].Judgement.Missing(subject, Suggested(subject)))];

    /// <summary>What the indicators of a domain, or the domains, suggest.</summary>
    public Level? Suggested(Subject subject) => subject == Subject.Overall
        ? OverallSuggestion.From(Answers)?.Level
        : IndicatorSuggestion.From(Rubrics.Current[subject], this[subject].Judgement.Grounds)?.Level;

    /// <summary>Goes on from a revision that came while this draft was open, keeping what the draft says.</summary>
    /// <exception cref="DomainRuleException">The reason is missing or too long.</exception>
    public void GoOnFrom(Revision current, string? reason) => (Reason, BeganFrom) = (ReasonOf(reason), current.Number);

    /// <summary>Says otherwise why the rating is opened again.</summary>
    /// <exception cref="DomainRuleException">The reason is missing or too long.</exception>
    public void SayWhy(string? reason) => Reason = ReasonOf(reason);

    /// <summary>Moves it to the current rubric. Levels and evidence stay; indicator choices go, since their sentences have changed.</summary>
    public void MoveToCurrentRubric()
    {
        FrameworkVersion = Rubrics.Current.Version;
        DropIndicators();
    }

    private void DropIndicators()
    {
        foreach (var entry in entries.Where(entry => entry.Judgement.Grounds.Indicators.Count > 0))
            entry.Say(entry.Judgement with { Grounds = entry.Judgement.Grounds with { Indicators = Grounds.None.Indicators } });
    }

    private static string ReasonOf(string? reason)
    {
        string text = PlainText.Checked((reason ?? "").Trim(), Revision.ReasonMaxLength, "This reason");
        return text.Length > 0 ? text : throw new DomainRuleException("Say in a sentence why this rating is opened again.");
    }
}

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
