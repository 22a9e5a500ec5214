using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Dashboards;

/// <summary>All that a funder reads of a cohort that shows counts only: a fixed list of tables, made when its cycles were closed.</summary>
/// <param name="Slug">Of the cohort.</param>
/// <param name="Name">Of the cohort.</param>
/// <param name="Cycles">Those with tables, the newest first.</param>
public sealed record StoredFiguresView(string Slug, string Name, IReadOnlyList<StoredCycle> Cycles)
{
    /// <summary>The cycle that an address asks for by its year; unsaid or unknown, the newest; null where there is none.</summary>
    public StoredCycle? Chosen(string? asked) => Cycles.FirstOrDefault(cycle => asked == cycle.Year.ToString(CultureInfo.InvariantCulture)) ?? (Cycles is [var newest, ..] ? newest : null);
}

/// <summary>The tables of one cycle.</summary>
/// <param name="Year">Of the cycle.</param>
/// <param name="Shown">How the cycle is shown.</param>
/// <param name="Sources">The tables of each source that somebody was rated by.</param>
public sealed record StoredCycle(int Year, string Shown, IReadOnlyList<StoredSource> Sources);

/// <summary>The tables of one cycle by one source, in the order of the subjects.</summary>
public sealed record StoredSource(RatingSource Source, IReadOnlyList<StoredTable> Tables)
{
    /// <summary>The field that the groups are of; null where there are none.</summary>
    public ProfileField? GroupedBy => Tables.Select(of => of.Table).FirstOrDefault(table => table.Figures.Groups.Count > 0)?.GroupedBy;
}

/// <summary>The table of one subject, and the day on which it was made.</summary>
public sealed record StoredTable(ClosedTable Table, DateOnly AsOf);

/// <summary>Reads the stored tables of a cohort for its funder.</summary>
public sealed class StoredTables(IDbContextFactory<NetworkHealthDb> dbs)
{
    /// <returns>Null where there is no such cohort for this actor, or it shows its funder single networks.</returns>
    public async Task<StoredFiguresView?> Read(Actor by, string slug, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var cohort = await db.Cohorts.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug && c.Display == Display.Aggregates && by.FundedCohorts.Contains(c.Id), ct);
        if (cohort is null)
            return null;

        var stored = await (from table in db.ClosedTables
                            join change in db.Changes on table.Change equals change.Number
                            where table.CohortId == cohort.Id
                                  && !db.ClosedTables.Any(later => later.CohortId == table.CohortId && later.Year == table.Year && later.Source == table.Source && later.Subject == table.Subject && later.Change > table.Change)
                            orderby table.Year descending, table.Source descending, table.Subject
                            select new { table, change.At }).AsNoTracking().ToListAsync(ct);
        return new StoredFiguresView(cohort.Slug, cohort.Name,
        [
            .. stored.GroupBy(of => of.table.Year).Select(year => new StoredCycle(
                year.Key, cohort.Cycles.FirstOrDefault(cycle => cycle.Year == year.Key)?.Shown ?? $"{year.Key}",
                [.. year.GroupBy(of => of.table.Source).Select(source => new StoredSource(source.Key, [.. source.Select(of => new StoredTable(of.table, DateOnly.FromDateTime(of.At.UtcDateTime)))]))])),
        ]);
    }
}
