using NetworkHealth.Domain;

namespace NetworkHealth.Features.Sustainability;

/// <summary>
/// One entry that is being written. What is chosen goes to the server at once, what is typed as soon as the typing pauses, one save after the
/// other. A later save than somebody else's is held back and both texts are shown; what fails is told, and stays in the form.
/// </summary>
/// <param name="said">What it says so far.</param>
/// <param name="number">Its number; null for a new one.</param>
/// <param name="edition">The edition that was read.</param>
/// <param name="fields">Its fields.</param>
/// <param name="store">Where it is kept.</param>
/// <param name="clock">For when it was saved.</param>
/// <param name="log">Where failures go that are nobody's words.</param>
public sealed class EntryEditor<T>(T said, int? number, int edition, IReadOnlyList<EntryField<T>> fields, EntryStore<T> store, TimeProvider clock, ILogger log) where T : class
{
    public const string Failed = "This could not be saved just now. Nothing is lost here; try again in a moment.";

    /// <summary>How long nothing is typed before it is saved.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(600);

    private readonly Dictionary<string, Func<T, T>> typed = [];
    private readonly Dictionary<string, string> unread = [];
    private T before = said;
    private T? theirs;
    private int edition = edition, strokes;
    private string? refusal;
    private Task last = Task.CompletedTask;

    /// <summary>What the form shows, but for what is just being typed.</summary>
    public T Mine { get; private set; } = said;

    /// <summary>Null until a new entry is on the server.</summary>
    public int? Number { get; private set; } = number;

    public DateTimeOffset? SavedAt { get; private set; }

    /// <summary>Grows when the fields have to be drawn anew.</summary>
    public int Round { get; private set; }

    /// <summary>Why something that the form shows is not on the server.</summary>
    public string? Problem => unread.Values.FirstOrDefault() ?? refusal;

    public TwoTexts<T>? Conflict => theirs is null ? null : new TwoTexts<T>(before, Mine, theirs, fields);

    /// <summary>Whether the form shows something that the server does not have.</summary>
    public bool IsAhead => typed.Count > 0 || unread.Count > 0 || !Mine.Equals(before);

    /// <summary>Whether enough is said to be saved.</summary>
    public bool IsWhole => store.IsWhole(Mine);

    /// <summary>Changes what it says, and saves it.</summary>
    public Task Choose(Func<T, T> change)
    {
        Mine = change(Mine);
        return Save();
    }

    /// <summary>Takes what is being typed into a field, and saves it once the typing pauses. A change that throws a rule's sentence is told and not saved.</summary>
    public async Task Type(string field, Func<T, T> change)
    {
        typed[field] = change;
        int stroke = ++strokes;
        await Task.Delay(Pause, clock);
        if (stroke == strokes)
            await Save();
    }

    /// <summary>Saves what the server does not have, after what is being saved already.</summary>
    public Task Save() => last = SaveAfter(last);

    /// <summary>Ends a conflict: with what I changed over theirs, or with theirs.</summary>
    public Task Settle(bool keepsMine)
    {
        Take();
        if (Conflict is not { } texts)
            return Task.CompletedTask;
        unread.Clear();
        (before, theirs, Mine, Round) = (texts.Theirs, null, keepsMine ? texts.KeepingMine : texts.Theirs, Round + 1);
        return Save();
    }

    /// <summary>Takes the entry out.</summary>
    /// <returns>Whether it is gone.</returns>
    public async Task<bool> Remove()
    {
        await last;
        if (await Told(() => store.Remove(Number!.Value, edition)))
            return true;
        await LookForTheirs();
        return false;
    }

    private async Task SaveAfter(Task earlier)
    {
        await earlier;
        Take();
        refusal = null;
        if (Mine.Equals(before) || theirs is not null || !IsWhole)
            return;
        var saving = Mine;
        if (await Told(() => Keep(saving)))
            (before, SavedAt) = (saving, clock.GetUtcNow());
        else
            await LookForTheirs();
    }

    private async Task Keep(T saving)
    {
        if (Number is { } known)
            edition = await store.Change(known, edition, saving);
        else
            (Number, edition) = (await store.Add(saving), 1);
    }

    private async Task LookForTheirs()
    {
        (T Said, int Edition)? now = null;
        if (Number is not { } known || !await Read() || now is not { } found || found.Edition == edition)
            return;
        (refusal, edition, theirs) = (null, found.Edition, found.Said);

        async Task<bool> Read()
        {
            try
            {
                now = await store.Read(known);
                return true;
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                log.LogError(failed, "An entry of a matrix could not be read.");
                return false;
            }
        }
    }

    private void Take()
    {
        foreach (var (field, change) in typed)
        {
            try
            {
                Mine = change(Mine);
                unread.Remove(field);
            }
            catch (DomainRuleException refused)
            {
                unread[field] = refused.Message;
            }
        }

        typed.Clear();
    }

    // A failure here would end the page's connection for good, and with it the saving of everything else.
    private async Task<bool> Told(Func<Task> write)
    {
        try
        {
            await write();
            return true;
        }
        catch (DomainRuleException refused)
        {
            refusal = refused.Message;
        }
        catch (Exception failed)
        {
            log.LogError(failed, "An entry of a matrix could not be saved.");
            refusal = Failed;
        }

        return false;
    }
}
