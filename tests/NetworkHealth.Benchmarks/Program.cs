using NetworkHealth.Tests;

namespace NetworkHealth.Benchmarks;

/// <summary>
/// Measures what was promised: <c>dotnet run -c Release --project tests/NetworkHealth.Benchmarks [-- --quick]</c>. Each promise is a ratio
/// of two end-to-end times that need the same database in the same minute, so this is a program and not a suite of BenchmarkDotNet,
/// which measures methods.
/// </summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        if (args.Except(["--quick"]).Any())
        {
            await Console.Error.WriteLineAsync("Usage: [--quick]: a tenth of the size, to see that everything runs; its figures promise nothing and are not kept.");
            return 2;
        }

        bool quick = args.Length > 0;
        var files = new RatingFiles(quick ? 10 : 1);
        try
        {
            var server = await PostgresServer.Started();
            var database = new Database(await server.CreateEmptyDatabase());
            var report = new Report(await database.Version());
            Say("the data: ten years of ratings, imported year by year");
            await database.Fill(files);
            Say("exports");
            report.Add(await ExportPromises.Measure(database));
            Say("dashboards");
            report.Add(await DashboardPromises.Measure(database, files));
            Say("imports");
            report.Add(await ImportPromises.Measure(database, files));

            Console.WriteLine(report.Text);
            Console.WriteLine(quick ? "A tenth of the sizes named above: not kept." : $"Written to {report.Keep()}");
            return 0;
        }
        finally
        {
            await PostgresServer.Stop();
            files.Delete();
        }
    }

    private static void Say(string what) => Console.Error.WriteLine($"{DateTime.Now:HH:mm:ss} {what}");
}
