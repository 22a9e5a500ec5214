using System.Diagnostics;
using System.IO.Pipelines;
using NetworkHealth.Domain;
using NetworkHealth.Features.ResearchExport;

namespace NetworkHealth.Benchmarks;

/// <summary>Promises 1 to 3: both files over HTTP against <c>\copy</c> of the finished rows, and what the server needs of memory meanwhile.</summary>
internal static class ExportPromises
{
    private const string Finished = "cohort text, network_code text, year integer, subject text, level smallint, level_label text, "
                                    + "not_rated_reason text, source text, revision integer, rated_month text, framework_version text";

    private static readonly string[] WarmUp = ["/", "/account/sign-in", $"/cohorts/{Database.Cohort}/networks", "/"];

    public static async Task<IEnumerable<Figure>> Measure(Database database)
    {
        await MakeFinishedRows(database);
        using var server = await ServerProcess.Start();
        foreach (string page in WarmUp[..2])
            await server.Visit(page);
        await Task.Delay(TimeSpan.FromSeconds(10));
        double idle = server.Idle();

        var limit = await Database.Best(() => database.Copy("finished TO '/dev/null' WITH (FORMAT csv, HEADER)"));
        var ratings = await Database.Best(() => server.Download("ratings"));
        var trajectories = await Database.Best(() => server.Download("trajectories"));
        double peak = server.Peak();
        return
        [
            Figure.OfTimes("export is as fast as the database can copy: `ratings.csv`", limit, ratings, 1.5, 1.0, await Split(database, ExportFile.Ratings, ratings)),
            Figure.OfTimes("computing costs little: `trajectories.csv`, against the same copy", limit, trajectories, 1.5, 1.0, await Split(database, ExportFile.Trajectories, trajectories)),
            Figure.OfMemory("memory stays flat: peak over idle during both", idle, peak, 64, 32),
        ];
    }

    private static async Task MakeFinishedRows(Database database)
    {
        string path = Path.GetTempFileName();
        await Export(database, ExportFile.Ratings, path);
        await database.Execute($"CREATE TABLE finished ({Finished})");
        await database.Copy($"finished FROM '{path}' WITH (FORMAT csv, HEADER)");
        await database.Execute("VACUUM ANALYZE finished");
        File.Delete(path);
    }

    // Where the time goes: the SQL alone, then with formatting, then all of it.
    private static async Task<string> Split(Database database, ExportFile file, TimeSpan whole)
    {
        var written = await Database.Best(() => Export(database, file, "/dev/null"));
        return $"written to /dev/null inside a process {written.TotalSeconds:0.00} s, over HTTP {whole.TotalSeconds:0.00} s";
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
}
