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
