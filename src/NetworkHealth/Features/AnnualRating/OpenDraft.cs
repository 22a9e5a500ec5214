using NetworkHealth.Domain;

namespace NetworkHealth.Features.AnnualRating;

/// <summary>
/// A draft as one page has it open. It saves field by field; when somebody else saved an entry first, it refuses and keeps both until one
/// is chosen.
/// </summary>
public sealed class OpenDraft(RatingView view, DraftEntries entries) : IDisposable
{
    private readonly Dictionary<Subject, DraftEntry> known = view.Draft!.Entries.ToDictionary(entry => entry.Subject);
    private readonly Dictionary<Subject, EntryConflict> conflicts = [];
    private readonly EntryWriter writer = new(view, entries);
    private readonly SemaphoreSlim turn = new(1);

    public RatingView View { get; } = view;

    /// <summary>Why nothing can be saved any more; null while it can.</summary>
    public string? Gone => writer.Gone;

    public DraftEntry this[Subject subject] => known[subject];

    public Answers Answers => known.Values.Aggregate(Answers.Nothing, (answers, entry) => answers.With(entry.Subject, entry.Answer));

    /// <summary>What waits for a choice in this entry, if anything.</summary>
    public EntryConflict? ConflictOf(Subject subject) => conflicts.GetValueOrDefault(subject);

    /// <summary>Saves one field.</summary>
    /// <param name="by">A rater.</param>
    /// <param name="subject">Which entry.</param>
    /// <param name="field">Which field; see <see cref="JudgementFields"/>.</param>
    /// <param name="value">Its text.</param>
    /// <param name="basedOn">The version that was on the screen when it was typed.</param>
    /// <param name="typed">Where and when.</param>
    /// <param name="ct">Cancels.</param>
    public Task<SaveOutcome> Save(Actor by, Subject subject, string field, string value, int basedOn, Typing typed, CancellationToken ct = default) =>
        InTurn(subject, async entry =>
        {
            if (conflicts.TryGetValue(subject, out var waiting))
                return Refuse(waiting with { Mine = waiting.Mine.With(subject, field, value) });
            var mine = entry.Judgement.With(subject, field, value);
            if (mine == entry.Judgement)
                return Saved(entry);
            if (basedOn != entry.Version && !entry.IsFrom(by, typed.Tab))
                return Refuse(new EntryConflict(entry, (await writer.Read(by, subject, ct)).By, entry.Judgement, mine));
            return await Write(by, entry, mine, typed, ct);
        }, ct);

    /// <summary>Saves what is no field: a link or survey added, removed or put back, last year's text taken over.</summary>
    /// <param name="by">A rater.</param>
    /// <param name="subject">Which entry.</param>
    /// <param name="change">What it does to the entry.</param>
    /// <param name="adds">Whether it only adds, so that it can be done on top of what somebody else saved meanwhile.</param>
    /// <param name="typed">Where and when.</param>
    /// <param name="ct">Cancels.</param>
    public Task<SaveOutcome> Say(Actor by, Subject subject, Func<Judgement, Judgement> change, bool adds, Typing typed, CancellationToken ct = default) =>
        InTurn(subject, async entry =>
        {
            if (conflicts.ContainsKey(subject))
                throw new DomainRuleException("Choose first which text of this entry stays.");
            var outcome = await Write(by, entry, change(entry.Judgement), typed, ct);
            if (!adds || !conflicts.Remove(subject, out var met))
                return outcome;
            known[subject] = met.Theirs;
            return await Write(by, met.Theirs, change(met.Theirs.Judgement), typed, ct);
        }, ct);

    /// <summary>Ends a conflict by saving what was chosen.</summary>
    /// <param name="by">A rater.</param>
    /// <param name="subject">Which entry.</param>
    /// <param name="chosen">What it shall say.</param>
    /// <param name="typed">Where and when.</param>
    /// <param name="ct">Cancels.</param>
    public Task<SaveOutcome> Settle(Actor by, Subject subject, Judgement chosen, Typing typed, CancellationToken ct = default) =>
        InTurn(subject, async _ =>
        {
            if (!conflicts.Remove(subject, out var conflict))
                return Saved(known[subject]);
            known[subject] = conflict.Theirs;
            try
            {
                return chosen == conflict.Theirs.Judgement ? Saved(conflict.Theirs) : await Write(by, conflict.Theirs, chosen, typed, ct);
            }
            catch
            {
                conflicts[subject] = conflict; // still to be chosen
                throw;
            }
        }, ct);

    /// <summary>Takes in what others saved meanwhile, where nothing waits for a choice.</summary>
    /// <returns>The subjects that say something else than before.</returns>
    public IReadOnlyList<Subject> Refresh(Draft draft)
    {
        var newer = draft.Entries.Where(entry => !conflicts.ContainsKey(entry.Subject) && entry.Version > known[entry.Subject].Version).ToList();
        foreach (var entry in newer)
            known[entry.Subject] = entry;
        return [.. newer.Select(entry => entry.Subject)];
    }

    public void Dispose() => turn.Dispose();

    private async Task<SaveOutcome> Write(Actor by, DraftEntry entry, Judgement mine, Typing typed, CancellationToken ct)
    {
        var (saved, met) = await writer.Write(by, entry, mine, typed, ct);
        return met is null ? Saved(known[entry.Subject] = saved!) : Refuse(met);
    }

    // A browser that waited long sends again, while the first may still be under way.
    private async Task<SaveOutcome> InTurn(Subject subject, Func<DraftEntry, Task<SaveOutcome>> save, CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            return Gone is null ? await save(known[subject]) : new SaveOutcome("gone", 0, Message: Gone);
        }
        catch (DomainRuleException refused)
        {
            return new SaveOutcome(Gone is null ? "refused" : "gone", known[subject].Version, Message: refused.Message);
        }
        finally
        {
            turn.Release();
        }
    }

    private static SaveOutcome Saved(DraftEntry entry) => new("saved", entry.Version, entry.SavedAt);

    private SaveOutcome Refuse(EntryConflict conflict)
    {
        conflicts[conflict.Theirs.Subject] = conflict;
        return new SaveOutcome("conflict", conflict.Theirs.Version);
    }
}
