using System.Diagnostics;
using System.Globalization;
using System.IO.Pipelines;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Features.ResearchExport;

namespace NetworkHealth.Benchmarks;

/// <summary>Promises 1 to 3: both files over HTTP against <c>\copy</c> of the finished rows, and what the server needs of memory meanwhile.</summary>
internal static class ExportPromises
{
    private const string Finished = "cohort text, network_code text, year integer, subject text, level smallint, level_label text, "
                                    + "not_rated_reason text, source text, revision integer, rated_month text, framework_version text";

    public static async Task<IEnumerable<Figure>> Measure(Database database)
    {
        await MakeFinishedRows(database);
        using var server = await ServerProcess.Start();
        foreach (string page in (string[])["/", "/method", "/cohorts", "/"])
            await server.Visit(page);
        await Task.Delay(TimeSpan.FromSeconds(10));
        double idle = server.Idle();

        var http = await Database.Best(Limit, () => server.Download("ratings"), () => server.Download("trajectories"));
        double peak = server.Peak();
        var inside = await Database.Best(
            () => Export(database, ExportFile.Ratings, "/dev/null"), () => Export(database, ExportFile.Trajectories, "/dev/null"),
            () => Discard(database, ExportFile.Ratings), () => Discard(database, ExportFile.Trajectories));
        return
        [
            Figure.OfTimes("export is as fast as the database can copy: `ratings.csv` of 2,000,000 answers", http[0], http[1], 1.5, 1.0, Split(http[1], inside[0], inside[2])),
            Figure.OfTimes("computing costs little: `trajectories.csv` of the same, against the same copy", http[0], http[2], 1.5, 1.0, Split(http[2], inside[1], inside[3])),
            Figure.OfMemory("memory stays flat: peak over idle during both", idle, peak, 64, 32),
        ];

        Task<TimeSpan> Limit() => database.Copy("finished TO '/dev/null' WITH (FORMAT csv, HEADER)");
    }

    private static string Split(TimeSpan http, TimeSpan inside, TimeSpan sql) => string.Create(CultureInfo.InvariantCulture,
        $"SQL alone to a reader that discards {sql.TotalSeconds:0.00} s; with computing and formatting, into nothing, {inside.TotalSeconds:0.00} s; over HTTP {http.TotalSeconds:0.00} s");

    private static async Task MakeFinishedRows(Database database)
    {
        string path = Path.GetTempFileName();
        await Export(database, ExportFile.Ratings, path);
        await database.Execute($"CREATE TABLE finished ({Finished})");
        await database.Copy($"finished FROM '{path}' WITH (FORMAT csv, HEADER)");
        await database.Execute("VACUUM ANALYZE finished");
        File.Delete(path);
    }

    private static async Task<TimeSpan> Export(Database database, ExportFile file, string path)
    {
        var exports = database.Get<Exports>();
        var export = await exports.Open(Actor.Operator, Database.Cohort, file, null, identified: false);
        var clock = Stopwatch.StartNew();
        await using var stream = File.OpenWrite(path);
        var pipe = PipeWriter.Create(stream);
        await exports.Write(export!, pipe);
        await pipe.CompleteAsync();
        return clock.Elapsed;
    }

    private static async Task<TimeSpan> Discard(Database database, ExportFile file)
    {
        var export = await database.Get<Exports>().Open(Actor.Operator, Database.Cohort, file, null, identified: false);
        await using var db = await database.Get<IDbContextFactory<NetworkHealthDb>>().CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        var clock = Stopwatch.StartNew();
        await using var command = RatingReader.Command(db, export!, file == ExportFile.Ratings ? RatingsCsv.Sql(export!) : TrajectoriesCsv.Sql(export!));
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
        {
            // The rows themselves are not wanted.
        }

        return clock.Elapsed;
    }
}
