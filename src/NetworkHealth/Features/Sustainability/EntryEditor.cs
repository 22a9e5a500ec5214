using NetworkHealth.Domain;

namespace NetworkHealth.Features.Sustainability;

/// <summary>One entry that is being written: each change goes to the server at once, one after the other, and a later save than another's is held back with both texts.</summary>
/// <param name="said">What it says so far.</param>
/// <param name="number">Its number; null for a new one.</param>
/// <param name="edition">The edition that was read.</param>
/// <param name="fields">Its fields.</param>
/// <param name="store">Where it is kept.</param>
/// <param name="clock">For when it was saved.</param>
internal sealed class EntryEditor<T>(T said, int? number, int edition, IReadOnlyList<EntryField<T>> fields, EntryStore<T> store, TimeProvider clock) where T : class
{
    private T before = said;
    private int edition = edition;
    private readonly Dictionary<string, string> unread = [];
    private string? refusal;
    private Task last = Task.CompletedTask;

    /// <summary>What the form shows.</summary>
    public T Mine { get; private set; } = said;

    /// <summary>Null until a new entry is on the server.</summary>
    public int? Number { get; private set; } = number;

    /// <summary>Why something that the form shows is not on the server.</summary>
    public string? Problem => unread.Values.FirstOrDefault() ?? refusal;

    public TwoTexts<T>? Conflict { get; private set; }

    public DateTimeOffset? SavedAt { get; private set; }

    /// <summary>Whether the form shows something that the server does not have.</summary>
    public bool IsAhead => unread.Count > 0 || !Mine.Equals(before);

    /// <summary>Changes what it says, and saves it as soon as what came before is saved.</summary>
    public Task Set(Func<T, T> change)
    {
        Mine = change(Mine);
        return last = Save(last);
    }

    /// <summary>The same for a text that must be read first, such as a month; one that cannot be read is told and not saved.</summary>
    public Task Set<TValue>(string field, Func<TValue> read, Func<T, TValue, T> change)
    {
        try
        {
            var value = read();
            unread.Remove(field);
            return Set(said => change(said, value));
        }
        catch (DomainRuleException refused)
        {
            unread[field] = refused.Message;
            return Task.CompletedTask;
        }
    }

    /// <summary>Ends a conflict.</summary>
    public Task Settle(T chosen)
    {
        (before, Conflict) = (Conflict!.Theirs, null);
        return Set(_ => chosen);
    }

    /// <summary>Takes the entry out.</summary>
    /// <returns>Whether it is gone.</returns>
    public async Task<bool> Remove()
    {
        await last;
        return await Told(() => store.Remove(Number!.Value, edition));
    }

    private async Task Save(Task earlier)
    {
        await earlier;
        refusal = null;
        if (Mine.Equals(before) || Conflict is not null || !store.IsWhole(Mine))
            return;
        var saving = Mine;
        if (await Told(async () =>
            {
                if (Number is { } known)
                    edition = await store.Change(known, edition, saving);
                else
                    (Number, edition) = (await store.Add(saving), 1);
            }))
            (before, SavedAt) = (saving, clock.GetUtcNow());
        else if (Number is { } known && await store.Read(known) is { } theirs && theirs.Edition != edition)
            (refusal, edition, Conflict) = (null, theirs.Edition, new TwoTexts<T>(before, Mine, theirs.Said, fields));
    }

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
            return false;
        }
    }
}

/// <summary>Where entries of one kind are kept.</summary>
/// <param name="IsWhole">Whether enough is said to keep it.</param>
/// <param name="Add">Keeps a new one and gives its number.</param>
/// <param name="Change">Keeps another text of a known edition and gives the edition that stands then.</param>
/// <param name="Remove">Takes a known edition out.</param>
/// <param name="Read">What stands now; null when it is gone.</param>
internal sealed record EntryStore<T>(
    Func<T, bool> IsWhole, Func<T, Task<int>> Add, Func<int, int, T, Task<int>> Change, Func<int, int, Task> Remove, Func<int, Task<(T Said, int Edition)?>> Read);
