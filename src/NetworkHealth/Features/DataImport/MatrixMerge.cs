using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.DataImport;

/// <summary>Merges a file of what lasts: plans first, so that observations can answer them, then what each cell is meant to be.</summary>
internal sealed class MatrixMerge(SustainabilityFile file, FileMerge merge)
{
    private Dictionary<(Guid Network, int Number), PlanEntry> plans = [];
    private Dictionary<(Guid Network, int Number), ObservedEntry> observations = [];

    // What the file says of entries that were refused.
    private readonly Dictionary<(Guid Network, int Number), EntrySaid> refused = [];

    public async Task Run(CancellationToken ct)
    {
        var (db, cohort) = (merge.Db, merge.Cohort);
        var networks = db.Networks.Where(network => network.CohortId == cohort).Select(network => network.Id);
        plans = await db.PlanEntries.Where(entry => networks.Contains(entry.NetworkId)).ToDictionaryAsync(entry => (entry.NetworkId, entry.Number), ct);
        observations = await db.ObservedEntries.Where(entry => networks.Contains(entry.NetworkId)).ToDictionaryAsync(entry => (entry.NetworkId, entry.Number), ct);
        merge.KeepAdded();

        // What makes an entry a plan is known before any is added: its row says it, or it stands here already.
        var entries = file.Entries.Select(entry => new FileEntry(merge.Network(entry.Key.Code).Id, entry.Key.Number, entry.Value)).ToLookup(IsSound);
        foreach (var entry in entries[false])
            refused[entry.Key] = entry.Said;
        var sound = entries[true].OrderBy(entry => entry.Said.Line).ToLookup(IsPlan);
        foreach (var entry in sound[true])
            Attempt(entry, Plan);
        foreach (var entry in sound[false])
            Attempt(entry, Observe);
        await new CellMerge(file, merge, plans.Values).Run([.. sound[true]], ct);
    }

    private bool IsPlan(FileEntry entry) => entry.Said.IsPlan ?? plans.ContainsKey(entry.Key);

    private bool IsSound(FileEntry entry)
    {
        var said = entry.Said;
        var (plan, seen) = (plans.GetValueOrDefault(entry.Key), observations.GetValueOrDefault(entry.Key));
        if (plan is null && seen is null)
        {
            return Is(said.IsPlan is not null, said, "entry_type", $"Entry {entry.Number} is new here. Say whether it is a plan or was observed.")
                   && Is(said.IsPlan == true || said.Seen is not null, said, "seen", $"Say how much of it was seen: {English.Choice(SeenWords.All.Select(SeenWords.Code))}.")
                   && IsOfItsType(said, said.IsPlan == true);
        }

        var place = plan?.Place ?? seen!.Place;
        return Is(!(plan?.IsRemoved ?? seen!.IsRemoved), said, "entry", $"Entry {entry.Number} was removed here, and its number stays taken. Take the row out, or give what it says another number.")
               && Is(said.IsPlan is null || said.IsPlan == plan is not null, said, "entry_type", $"Entry {entry.Number} is {(plan is null ? "an observation" : "a plan")} here. Give this one another number.")
               && Is(said.Place == place, said, said.Place.Dimension == place.Dimension ? "level" : "dimension", $"Entry {entry.Number} stands in the cell {place.Code} here. Give this one another number.")
               && IsOfItsType(said, plan is not null);
    }

    private bool IsOfItsType(EntrySaid said, bool isPlan) => said.Foreign(isPlan) is not { } column
        || Is(false, said, column, $"This is said of {(isPlan ? "an observation" : "a plan")}, and the entry is {(isPlan ? "a plan" : "an observation")}. Leave it empty.");

    private bool Is(bool sound, EntrySaid said, string column, string otherwise)
    {
        if (!sound)
            merge.Problem(said.Line, column, otherwise);
        return sound;
    }

    // Each cell alone was checked as it was read; what a rule still refuses is how they go together, or what is missing.
    private void Attempt(FileEntry entry, Action<FileEntry> write)
    {
        try
        {
            write(entry);
        }
        catch (DomainRuleException broken)
        {
            merge.Problem(entry.Said.Line, Column(entry), broken.Message);
            refused[entry.Key] = entry.Said;
        }
    }

    private string Column(FileEntry entry)
    {
        var said = entry.Said.Onto(observations.GetValueOrDefault(entry.Key)?.Observation ?? new Observation());
        if (said.Statement.Length == 0 || IsPlan(entry))
            return "statement";
        if (said.Schools is not null && !(said.Schools <= said.OfSchools))
            return said.OfSchools is null ? "of_schools" : "n_schools";
        return "seen_month";
    }

    private void Plan(FileEntry entry)
    {
        if (plans.TryGetValue(entry.Key, out var known))
        {
            merge.Count(false, known.Change(entry.Said.Onto(known.Plan)), () => merge.Change.Keep(known));
            return;
        }

        var added = plans[entry.Key] = new PlanEntry(entry.Network, entry.Number, entry.Said.Place, entry.Said.Onto(new Plan()), made: null);
        merge.Db.PlanEntries.Add(added);
        merge.Count(true, true, () => merge.Change.Keep(added));
    }

    private void Observe(FileEntry entry)
    {
        var known = observations.GetValueOrDefault(entry.Key);
        var answered = (entry.Said.Answers ?? known?.Answers) is { } number ? plans.GetValueOrDefault((entry.Network, number)) : null;
        if (entry.Said.Answers is { } given && (answered is not { IsRemoved: false } || answered.Place != entry.Said.Place))
        {
            // A plan that this file has and that is refused is told on its own line.
            if (refused.GetValueOrDefault((entry.Network, given)) is not { IsPlan: not false } plan || plan.Place != entry.Said.Place)
                merge.Problem(entry.Said.Line, "answers_entry", $"Entry {given} is no plan of the cell {entry.Said.Place.Code}, neither in this file nor here.");
            return;
        }

        if (known is not null)
        {
            merge.Count(false, known.Change(entry.Said.Onto(known.Observation), answered), () => merge.Change.Keep(known));
            return;
        }

        var added = new ObservedEntry(entry.Network, entry.Number, entry.Said.Place, entry.Said.Onto(new Observation()), answered);
        merge.Db.ObservedEntries.Add(added);
        merge.Count(true, true, () => merge.Change.Keep(added));
    }
}

/// <summary>A numbered row of a file of what lasts.</summary>
internal sealed record FileEntry(Guid Network, int Number, EntrySaid Said)
{
    public (Guid, int) Key => (Network, Number);
}
