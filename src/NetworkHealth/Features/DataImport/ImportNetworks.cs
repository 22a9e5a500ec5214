using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.DataImport;

/// <summary>Makes the cohort, its cycles and networks known that a file speaks of, and lets the latest names stand.</summary>
internal sealed class ImportNetworks(NetworkHealthDb db, OpenChange change, ImportOrder order, List<string> warnings)
{
    private static readonly BulkColumn[] NetworkColumns =
        [new("id", BulkType.Id), new("cohort_id", BulkType.Id), new("code", BulkType.Text), new("name", BulkType.Text)];

    private static readonly BulkColumn[] VersionColumns =
        [new("entity_id", BulkType.Id), new("change", BulkType.Big), new("kind", BulkType.Text), new("json", BulkType.Text)];

    // The names that a file from earlier years could not replace, by code.
    private readonly Dictionary<string, string> kept = [];

    /// <summary>What was new here.</summary>
    public MadeKnown Known { get; } = new();

    public async Task<Cohort> CohortOf(IEnumerable<int> years, CancellationToken ct)
    {
        var cohort = await db.Cohorts.SingleOrDefaultAsync(c => c.Slug == order.Slug, ct);
        if (cohort is not null && order.CohortName is { } name && name.Trim() != cohort.Name)
            warnings.Add($"The cohort {cohort.Slug} exists and keeps its name, “{cohort.Name}”.");

        bool isNew = cohort is null;
        if (order.IsNewCohort is { } must && must != isNew)
            throw new DomainRuleException(isNew ? $"There is no cohort {order.Slug} any more. Choose another, and bring the file again." : $"There is a cohort {order.Slug} already. Choose it from the list, or write another short name.");
        cohort ??= db.Cohorts.Add(new Cohort(order.Slug, order.CohortName ?? order.Slug)).Entity;

        // What comes from a file is history: its cycles are closed until somebody opens them.
        var newYears = years.Where(year => cohort.Cycles.All(cycle => cycle.Year != year)).ToList();
        foreach (int year in newYears)
            cohort.AddCycle(year);
        if (newYears.Count > 0 || isNew)
            change.Keep(cohort);
        (Known.Cohort, Known.Years) = (isNew, newYears.Count);

        await change.Save(ct);
        return cohort;
    }

    public async Task Merge(Cohort cohort, RatingsFile file, CancellationToken ct)
    {
        var known = await db.Networks.Where(n => n.CohortId == cohort.Id).Select(n => new { n.Id, n.Code, n.Name }).ToDictionaryAsync(n => n.Code, ct);
        List<Network> added = [.. file.Networks.Values.Where(network => !known.ContainsKey(network.Code))
            .Select(network => new Network(cohort.Id, network.Code, LatestName(network) ?? network.Code))];
        if (added.Count > 0)
        {
            Known.Networks = added.Count;
            await db.BulkInsert("networks", NetworkColumns, added.Select(n => new object?[] { n.Id, n.CohortId, n.Code, n.Name }), ct);
            await db.BulkInsert("versions", VersionColumns,
                added.Select(n => new object?[] { n.Id, change.Number, nameof(VersionedKind.Network), VersionJson.Of(n) }), ct);
        }

        await Rename([.. file.Networks.Values.Where(network => known.TryGetValue(network.Code, out var old) && LatestName(network) is { } name && name != old.Name)],
            [.. known.Values.Select(network => network.Id)], ct);

        foreach (var network in file.Networks.Values.OrderBy(network => network.Code, StringComparer.Ordinal))
            NoteOtherNames(network);
    }

    /// <summary>The networks of these codes, to be changed; one that is met for the first time is called by its code and kept by whoever describes it.</summary>
    public async Task<FileNetworks> Meet(Cohort cohort, IEnumerable<string> codes, CancellationToken ct)
    {
        var known = await db.Networks.Where(n => n.CohortId == cohort.Id).ToDictionaryAsync(n => n.Code, StringComparer.Ordinal, ct);
        var added = new HashSet<Network>();
        foreach (string code in codes.Where(code => !known.ContainsKey(code)).Order(StringComparer.Ordinal))
        {
            var network = known[code] = new Network(cohort.Id, code, code);
            db.Networks.Add(network);
            added.Add(network);
        }

        Known.Networks = added.Count;
        return new FileNetworks(known, added);
    }

    // An old file must not bring back an old name.
    private async Task Rename(IReadOnlyCollection<FileNetwork> named, IReadOnlyList<Guid> known, CancellationToken ct)
    {
        if (named.Count == 0)
            return;

        var networks = await db.Networks.Where(n => known.Contains(n.Id)).ToDictionaryAsync(n => n.Code, ct);
        var lastRated = await db.Revisions.Where(r => known.Contains(r.NetworkId))
            .GroupBy(r => r.NetworkId).Select(r => new { r.Key, Year = r.Max(revision => revision.Year) }).ToDictionaryAsync(r => r.Key, r => r.Year, ct);
        foreach (var file in named.OrderBy(network => network.Code, StringComparer.Ordinal))
        {
            var network = networks[file.Code];
            var (year, (name, _)) = file.Names.Last();
            if (lastRated.TryGetValue(network.Id, out int rated) && rated > year)
            {
                kept[network.Code] = network.Name;
                warnings.Add($"{network.Code} keeps its name “{network.Name}”: it was rated in {rated}, later than the file's “{name}” of {year}.");
                continue;
            }

            network.Rename(name);
            change.Keep(network);
            Known.Renamed++;
        }
    }

    private void NoteOtherNames(FileNetwork network)
    {
        string? latest = LatestName(network);
        string stands = kept.TryGetValue(network.Code, out var old) ? $"“{old}” stands" : $"“{latest}” of {network.Names.LastOrDefault().Key} stands";
        foreach (var (year, (name, _)) in network.Names.Where(entry => entry.Value.Name != latest).DistinctBy(entry => entry.Value.Name))
            warnings.Add($"{network.Code} was called “{name}” in {year}; {stands}.");
    }

    private static string? LatestName(FileNetwork network) => network.Names.Count == 0 ? null : network.Names.Last().Value.Name;
}

/// <summary>The networks that a file speaks of.</summary>
/// <param name="ByCode">All of the cohort.</param>
/// <param name="Added">Those that are met for the first time.</param>
internal sealed record FileNetworks(IReadOnlyDictionary<string, Network> ByCode, IReadOnlySet<Network> Added);
