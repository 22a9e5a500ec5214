using System.Globalization;
using System.IO.Pipelines;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Features.ResearchExport;

namespace NetworkHealth.Features.Dashboards;

/// <summary>A table about to leave.</summary>
/// <param name="FileName">Holds the cohort, the table, the choices and the number of rows.</param>
/// <param name="Table">All of its rows, also where the page shows a part of them.</param>
public sealed record TakenFigures(string FileName, FigureTable Table);

/// <summary>Takes away the tables of a cohort's pages; each time is on record, before the data leaves.</summary>
public sealed class FigureExports(IDbContextFactory<NetworkHealthDb> dbs, Dashboards dashboards, CohortMatrix matrices, StoredTables stored, FiguresKept kept, TimeProvider clock)
{
    /// <param name="by">Who takes it.</param>
    /// <param name="slug">Of the cohort.</param>
    /// <param name="table">Code of the table.</param>
    /// <param name="address">The choices; what cannot be is left out, and so does not stand in the name of the file.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null when there is no such cohort or table for this actor.</returns>
    public async Task<TakenFigures?> Take(Actor by, string slug, string table, string address, CancellationToken ct = default)
    {
        var taken = await OfDashboard(by, slug, table, address, ct) ?? await OfMatrix(by, slug, table, address, ct) ?? await OfStored(by, slug, table, ct);
        return taken is null ? null : await OnRecord(by, slug, $"figures:{taken.Table.Code}", taken, ct);
    }

    /// <summary>The same for a table as somebody kept it.</summary>
    /// <param name="by">Who kept it.</param>
    /// <param name="slug">Of the cohort.</param>
    /// <param name="id">Of the kept figures.</param>
    /// <param name="table">Code of the table.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null when they kept no such table, may not read the cohort any more, or it shows its networks less by now.</returns>
    public async Task<TakenFigures?> TakeKept(Actor by, string slug, Guid id, string table, CancellationToken ct = default)
    {
        if (await kept.Table(by, slug, id, table, ct) is not ({ } then, { } figures))
            return null;
        string day = $"kept-{then.KeptAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
        return await OnRecord(by, slug, $"figures:{id}", new TakenFigures(NameOf(slug, figures, [.. Chosen(then.Choices, figures), day]), figures), ct);
    }

    private async Task<TakenFigures> OnRecord(Actor by, string slug, string touched, TakenFigures taken, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var cohort = await db.Cohorts.AsNoTracking().SingleAsync(c => c.Slug == slug, ct);
        await using var change = await db.BeginChange(by, clock, ct);
        await change.Commit(ChangeAction.Exported, cohort.Id, touched, new { file = taken.FileName, rows = taken.Table.Rows.Count }, ct);
        return taken;
    }

    private async Task<TakenFigures?> OfDashboard(Actor by, string slug, string table, string address, CancellationToken ct) =>
        await dashboards.Read(by, slug, address, ct) is { Cohort.ShowsCountsOnly: false } view && view.Tables.FirstOrDefault(one => one.Code == table) is { } figures
            ? new TakenFigures(NameOf(slug, figures, Chosen(view.Explicit, figures)), figures) : null;

    private async Task<TakenFigures?> OfMatrix(Actor by, string slug, string table, string address, CancellationToken ct)
    {
        var strategy = QueryHelpers.ParseQuery(address).GetValueOrDefault("strategy").ToString();
        if (await matrices.Read(by, slug, CohortMatrixFilter.Read(null, strategy), ct) is not { } view || CohortMatrixTables.Of(view).FirstOrDefault(one => one.Code == table) is not { } figures)
            return null;
        return new TakenFigures(NameOf(slug, figures, view.Filter.Way is { } way && figures.Code != "strategies" ? [$"strategy-{way.Code()}"] : []), figures);
    }

    private async Task<TakenFigures?> OfStored(Actor by, string slug, string table, CancellationToken ct) =>
        (await stored.Read(by, slug, ct))?.Cycles.SelectMany(cycle => cycle.Sources.Select(source => StoredFigureTable.Of(cycle, source))).FirstOrDefault(one => one.Code == table) is { } figures
            ? new TakenFigures(NameOf(slug, figures, []), figures) : null;

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

    // Where moves begin says something of the table of moves only; the overall subject goes without saying.
    private static IEnumerable<string> Chosen(string choices, FigureTable table)
    {
        var chosen = QueryHelpers.ParseQuery(choices);
        foreach (string name in (string[])["cycle", "beside", "before", "source", "subject", .. Facet.All.Select(facet => facet.Name)])
        {
            if (!chosen.TryGetValue(name, out var code) || (name == "before" && table.Code != "flow") || (name, code) == ("subject", Subject.Overall.Code()))
                continue;
            yield return name is "cycle" or "source" ? $"{code}" : $"{name}-{code}";
        }
    }

    // Codes only, so that nothing in it needs quotes.
    private static string NameOf(string slug, FigureTable table, IEnumerable<string> choices) =>
        string.Join('-', [slug, table.Code, .. choices, $"{table.Rows.Count}-rows"]).ToLowerInvariant() + ".csv";
}
