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
        var networks = await CountableNetwork.Now(db, cohort.Id, ct);
        var made = await db.ClosedTables.AsNoTracking().Where(table => table.CohortId == cohort.Id && table.Year == closing).OrderBy(table => table.Change).ToListAsync(ct);
        foreach (var ((year, source), first) in await FirstCounts.Of(db, cohort, networks, ct))
        {
            foreach (var subject in SubjectWords.All)
            {
                if (ClosingTables.First(first[subject], cohort.GroupedBy is not null) is { } figures)
                    db.ClosedTables.Add(new ClosedTable(cohort.Id, year, source, subject, change, cohort.GroupedBy, first.FrameworkVersions, figures));
            }
        }

        if (made.Count == 0)
            return;
        var ratings = await RatedNetwork.Of(db, cohort.Id, made[0].Year, after: null, ct);
        foreach (var before in made.GroupBy(table => table.Source))
            await MakeAgain(db, change, cohort, [.. before], CountedCycle.Of(networks, ratings[before.Key]), ct);
    }

    private static async Task MakeAgain(NetworkHealthDb db, long change, Cohort cohort, IReadOnlyList<ClosedTable> before, CountedCycle now, CancellationToken ct)
    {
        var (year, source) = (before[0].Year, before[0].Source);
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
