using System.Diagnostics;
using System.Globalization;
using NetworkHealth.Domain;
using NetworkHealth.Features.DataImport;

namespace NetworkHealth.Benchmarks;

/// <summary>Promise 4: an import with all its checks and its change against <c>\copy</c> of the same file into a bare table.</summary>
internal static class ImportPromises
{
    public static async Task<IEnumerable<Figure>> Measure(Database database, RatingFiles files) =>
    [
        await Measure(database, files.OfLevels(200_000), 200_000, 5),
        await Measure(database, files.OfLevels(1_000_000), 1_000_000, 4),
    ];

    private static async Task<Figure> Measure(Database database, string path, int levels, double atMost)
    {
        // A new cohort each time, so that every run writes everything.
        int run = 0;
        var best = await Database.Best(Limit, () => database.Import(path, $"import-{levels}-{run++}"), () => Read(path));
        var (limit, import, read) = (best[0], best[1], best[2]);
        return Figure.OfTimes(string.Create(CultureInfo.InvariantCulture, $"import is bulk: {levels:N0} levels"), limit, import, atMost, 3,
            string.Create(CultureInfo.InvariantCulture, $"reading and checking the file {read.TotalSeconds:0.00} s; staging, keys, foreign keys and the change {(import - read).TotalSeconds:0.00} s"));

        async Task<TimeSpan> Limit()
        {
            await database.Execute($"DROP TABLE IF EXISTS bare; CREATE TABLE bare ({RatingFiles.BareColumns})");
            return await database.Copy($"bare FROM '{path}' WITH (FORMAT csv, HEADER)");
        }
    }

    private static async Task<TimeSpan> Read(string path)
    {
        await using var file = File.OpenRead(path);
        var clock = Stopwatch.StartNew();
        var problems = new ImportProblems();
        await FileCheck.Run(file, problems, CancellationToken.None);
        file.Position = 0;
        new RatingsParser(RatingSource.Self, problems).Parse(file);
        return clock.Elapsed;
    }
}
