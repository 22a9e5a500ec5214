namespace NetworkHealth.Domain;

/// <summary>
/// One network's judgement of one cycle by one source: these three, and the revisions made so far. It grows by revisions and never
/// loses one; the highest is current. It has no row of its own, since it says nothing that its revisions do not say.
/// </summary>
/// <param name="networkId">Which network.</param>
/// <param name="year">In which cycle.</param>
/// <param name="source">Who judged.</param>
/// <param name="soFar">Its revisions, if it has any.</param>
public sealed class Rating(Guid networkId, int year, RatingSource source, IEnumerable<Revision>? soFar = null)
{
    private readonly List<Revision> revisions = [.. soFar ?? []];

    public IReadOnlyList<Revision> Revisions => revisions;

    public Revision? Current => revisions.MaxBy(revision => revision.Number);

    /// <summary>Appends the next revision.</summary>
    /// <param name="answers">All seven answers as they now stand, not only the changed ones.</param>
    /// <param name="frameworkVersion">The rubric they were made under; null where that is not known.</param>
    /// <param name="ratedMonth">The first day of the month in which it was judged; null where that is not known.</param>
    /// <param name="change">The number of the change that brings it.</param>
    /// <param name="reason">Why the rating was opened again; needed from the second revision on.</param>
    /// <exception cref="DomainRuleException">No answer at all, a missing reason, or nothing that differs from the current revision.</exception>
    public Revision Submit(Answers answers, string? frameworkVersion, DateOnly? ratedMonth, long change, string? reason = null)
    {
        if (answers.SaysNothing)
            throw new DomainRuleException("Choose a level, or a reason for none, for at least one subject.");
        if (Current is not null && string.IsNullOrWhiteSpace(reason))
            throw new DomainRuleException("Say in a sentence why this rating is submitted again.");
        if (Current is { } current && current.Answers == answers && current.FrameworkVersion == frameworkVersion && current.RatedMonth == ratedMonth)
            throw new DomainRuleException("Nothing differs from the rating as it stands.");

        return Append(answers, frameworkVersion, ratedMonth, change, reason);
    }

    /// <summary>Appends what a draft says as the next revision.</summary>
    /// <param name="draft">All seven answers and what they rest on.</param>
    /// <param name="month">The first day of this month.</param>
    /// <param name="change">The number of the change that brings it.</param>
    /// <exception cref="DomainRuleException">Something is missing, another revision came meanwhile, the rubric is no longer current, or nothing differs.</exception>
    public Revision Submit(Draft draft, DateOnly month, long change)
    {
        if (draft.BeganFrom != (Current?.Number ?? 0))
            throw new DomainRuleException("Another revision came while this draft was open. Read both, then go on from the newer one or discard the draft.");
        if (!draft.IsUnderCurrentRubric)
            throw new DomainRuleException($"This draft was begun under framework {draft.FrameworkVersion}. Move it to framework {Rubrics.Current.Version} first.");
        if (draft.Missing is { Count: > 0 } missing)
            throw new DomainRuleException($"{English.Capital(English.Count(missing.Count, "thing is", "things are"))} missing. {missing[0].Subject.Name()}: {missing[0].Sentence}");
        if (Current is { } current && current.FrameworkVersion == draft.FrameworkVersion
            && SubjectWords.All.All(subject => current.Judgement(subject) == draft[subject].Judgement))
            throw new DomainRuleException("Nothing differs from the rating as it stands.");

        var revision = Append(draft.Answers, draft.FrameworkVersion, month, change, draft.Reason);
        foreach (var entry in draft.Entries)
            revision.Rest(entry.Subject, entry.Grounds);
        return revision;
    }

    private Revision Append(Answers answers, string? frameworkVersion, DateOnly? ratedMonth, long change, string? reason)
    {
        var revision = new Revision(networkId, year, source, (Current?.Number ?? 0) + 1, answers, frameworkVersion, ratedMonth, change, reason?.Trim());
        revisions.Add(revision);
        return revision;
    }
}
