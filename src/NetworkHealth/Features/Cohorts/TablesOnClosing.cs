using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Cohorts;

/// <summary>
/// Makes the tables of counts that a funder reads who sees no single network, in the change that closes a cycle. They are made once for each
/// closed cycle and source that somebody was rated in, and again only as <see cref="ClosingTables"/> allows.
/// </summary>
internal static class TablesOnClosing
{
    /// <param name="db">Its open change has written what counts.</param>
    /// <param name="change">The number of that change.</param>
    /// <param name="cohort">With its cycles as they stand.</param>
    /// <param name="closing">The cycle that is being closed, which may have tables already; null makes only what is missing.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task Make(NetworkHealthDb db, long change, Cohort cohort, int? closing, CancellationToken ct)
    {
        int[] closed = [.. cohort.Cycles.Where(cycle => !cycle.IsOpen).Select(cycle => cycle.Year)];
        var made = await db.ClosedTables.Where(table => table.CohortId == cohort.Id).Select(table => new { table.Year, table.Source }).Distinct().ToListAsync(ct);
        var rated = await (from revision in db.Revisions
                           join network in db.Networks on revision.NetworkId equals network.Id
                           where network.CohortId == cohort.Id && closed.Contains(revision.Year)
                           select new { revision.Year, revision.Source }).Distinct().ToListAsync(ct);
        var due = rated.Where(cycle => cycle.Year == closing || !made.Contains(cycle)).OrderBy(cycle => cycle.Year).ThenBy(cycle => cycle.Source).ToList();
        if (due.Count == 0)
            return;

        var ratings = await RatedNetwork.Of(db, cohort.Id, due.Select(cycle => cycle.Year), after: null, ct);
        var networks = await CountableNetwork.Now(db, cohort.Id, ct);
        foreach (var cycle in due)
            await Make(db, change, cohort, cycle.Year, cycle.Source, CountedCycle.Of(networks, ratings[(cycle.Year, cycle.Source)]), made.Contains(cycle), ct);
    }

    private static async Task Make(NetworkHealthDb db, long change, Cohort cohort, int year, RatingSource source, CountedCycle now, bool isMade, CancellationToken ct)
    {
        var before = isMade
            ? await db.ClosedTables.AsNoTracking().Where(table => table.CohortId == cohort.Id && table.Year == year && table.Source == source).OrderBy(table => table.Change).ToListAsync(ct)
            : [];
        var then = new Dictionary<long, CountedCycle>();
        foreach (long made in before.Select(table => table.Change).Distinct())
            then[made] = (await CountedCycle.Then(db, cohort.Id, year, source, made, ct)).With(then.Values);
        now = now.With(then.Values);

        foreach (var subject in SubjectWords.All)
        {
            // The groups of what was shown stand, whatever was chosen since.
            var tables = before.Where(table => table.Subject == subject).ToList();
            var groupedBy = tables.Any(table => table.Figures.ShowsAnything) ? tables[^1].GroupedBy : cohort.GroupedBy;
            CountedEarlier Counted(ClosedTable table) => new(table.Figures, then[table.Change].Of(subject, groupedBy).ToDictionary(network => network.Id));
            if (ClosingTables.Make(now.Of(subject, groupedBy), groupedBy is not null, [.. tables.Select(Counted)]) is { } figures)
                db.ClosedTables.Add(new ClosedTable(cohort.Id, year, source, subject, change, groupedBy, now.FrameworkVersions, figures));
        }
    }
}
