using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Benchmarks;

/// <summary>When the cycles of a cohort were closed: what was submitted later waits until the next time.</summary>
internal sealed class Closings
{
    private readonly ILookup<(int Year, RatingSource Source), long> byCycle;

    private Closings(ILookup<(int Year, RatingSource Source), long> byCycle) => this.byCycle = byCycle;

    public static async Task<Closings> Of(NetworkHealthDb db, Guid cohortId, CancellationToken ct)
    {
        var changes = await db.Changes.AsNoTracking().Where(change => change.CohortId == cohortId && change.Action == ChangeAction.CycleClosed)
            .OrderBy(change => change.Number).Select(change => new { change.Number, change.Details }).ToListAsync(ct);
        // An import that brings a cycle closed makes its tables then, and so does a closing of another cycle for one that had none: for one source.
        var tables = await db.ClosedTables.AsNoTracking().Where(table => table.CohortId == cohortId).Select(table => new { table.Year, table.Source, table.Change }).Distinct().ToListAsync(ct);
        var closed = from change in changes from source in RatingSourceWords.All select (Year: YearOf(change.Details), Source: source, change.Number);
        return new Closings(closed.Concat(tables.Select(table => (table.Year, table.Source, Number: table.Change)))
            .Distinct().OrderBy(closing => closing.Number).ToLookup(closing => (closing.Year, closing.Source), closing => closing.Number));
    }

    /// <summary>The numbers of the changes that closed a cycle to ratings of a source, from the first to the last; for one that was closed before tables were made, the end of time.</summary>
    public IReadOnlyList<long> Of(int year, RatingSource source) => byCycle[(year, source)].ToArray() is { Length: > 0 } closings ? closings : [long.MaxValue];

    private static int YearOf(string details)
    {
        using var read = JsonDocument.Parse(details);
        return read.RootElement.GetProperty("year").GetInt32();
    }
}

/// <summary>A revision as benchmarks read it.</summary>
internal sealed record Judged(Guid NetworkId, int Year, RatingSource Source, int Number, long Change, string? FrameworkVersion, Answers Answers)
{
    public static Task<List<Judged>> Of(IQueryable<Revision> revisions, CancellationToken ct) => revisions.AsNoTracking()
        .Select(revision => new Judged(revision.NetworkId, revision.Year, revision.Source, revision.Number, revision.Change, revision.FrameworkVersion, revision.Answers))
        .ToListAsync(ct);

    /// <summary>Of the revisions of one rating, the one that was current after a change; null when there was none yet.</summary>
    public static Judged? Then(IEnumerable<Judged> revisions, long change) => revisions.Where(revision => revision.Change <= change).MaxBy(revision => revision.Number);
}
