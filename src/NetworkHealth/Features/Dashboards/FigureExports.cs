using System.Globalization;
using System.IO.Pipelines;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Features.ResearchExport;

namespace NetworkHealth.Features.Dashboards;

/// <summary>A table about to leave.</summary>
/// <param name="FileName">Holds the cohort, the table, the cycle, the source, the filters and the number of rows.</param>
/// <param name="Table">All of its rows, also where the page shows a part of them.</param>
public sealed record TakenFigures(string FileName, FigureTable Table);

/// <summary>Takes away what a dashboard shows; each time is on record, before the data leaves.</summary>
public sealed class FigureExports(IDbContextFactory<NetworkHealthDb> dbs, Dashboards dashboards, TimeProvider clock)
{
    /// <param name="by">Who takes it.</param>
    /// <param name="slug">Of the cohort.</param>
    /// <param name="table">Code of the table.</param>
    /// <param name="address">The filters; what cannot be is left out, and so does not stand in the name of the file.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null when there is no such cohort or table for this actor.</returns>
    public async Task<TakenFigures?> Take(Actor by, string slug, string table, string address, CancellationToken ct = default)
    {
        if (await dashboards.Read(by, slug, address, ct) is not { Cohort.ShowsCountsOnly: false } view || view.Tables.FirstOrDefault(one => one.Code == table) is not { } taken)
            return null;
        await using var db = await dbs.CreateDbContextAsync(ct);
        var cohort = await db.Cohorts.AsNoTracking().SingleAsync(c => c.Slug == slug, ct);
        await using var change = await db.BeginChange(by, clock, ct);
        await change.Commit(ChangeAction.Exported, cohort.Id, $"figures:{taken.Code}", new { choices = view.Query, rows = taken.Rows.Count }, ct);
        return new TakenFigures(NameOf(view, taken), taken);
    }

    /// <summary>Writes the table; the pipe is flushed, not completed.</summary>
    public static async Task Write(FigureTable table, PipeWriter pipe, CancellationToken ct = default)
    {
        var csv = new CsvOutput(pipe);
        csv.Header(table.Columns.Select(column => column.Name));
        foreach (var row in table.Rows)
        {
            foreach (string cell in row)
                csv.Text(cell);
            csv.EndRow();
            await csv.Drain(ct);
        }

        await csv.Flush(ct);
    }

    // Codes only, so that nothing in it needs quotes.
    private static string NameOf(Dashboard view, FigureTable table)
    {
        string[] parts =
        [
            view.Cohort.Slug, table.Code, .. view.Cycle is { } cycle ? [cycle.Year.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>(),
            .. view.IsSideBySide ? [$"beside-{view.Before!.Year}"] : Array.Empty<string>(), view.Cohort.Source.Code(),
            .. view.Subject == Subject.Overall ? Array.Empty<string>() : [$"subject-{view.Subject.Code()}"],
            .. view.Filters.Select(filter => $"{filter.Facet.Name}-{filter.Code}"), $"{table.Rows.Count}-rows",
        ];
        return string.Join('-', parts).ToLowerInvariant() + ".csv";
    }
}
