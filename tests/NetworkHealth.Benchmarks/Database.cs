using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Features.DataImport;
using Npgsql;

namespace NetworkHealth.Benchmarks;

/// <summary>The database that both sides use, psql on one and the application on the other.</summary>
internal sealed partial class Database
{
    public const string Cohort = "bench";
    // The compiler of .NET improves a method while it is being used, so one run is not warm yet.
    private const int WarmUps = 3, Runs = 3;

    private readonly IServiceProvider services;

    public Database(string connection)
    {
        Connection = connection;
        Environment.SetEnvironmentVariable("ConnectionStrings__NetworkHealth", connection);
        services = Shell.Services.ForCommands().Services;
    }

    public string Connection { get; }

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public async Task<string> Version()
    {
        await using var connection = new NpgsqlConnection(Connection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SHOW server_version", connection);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Makes the tables and loads the cohort as it grows in life: year by year, some ratings twice.</summary>
    public async Task Fill(RatingFiles files)
    {
        await Get<DatabaseSetup>().Migrate();
        for (int year = RatingFiles.FirstYear; year <= RatingFiles.LastYear; year++)
            await Import(files.OfYear(year), Cohort);
        await Import(files.OfRevisions(), Cohort);
        await Execute("VACUUM ANALYZE");
    }

    /// <summary>Imports a file inside this process, all checks and the change included.</summary>
    public async Task<TimeSpan> Import(string path, string cohort)
    {
        await using var file = new FileStream(path, new FileStreamOptions { Options = FileOptions.SequentialScan | FileOptions.Asynchronous });
        var clock = Stopwatch.StartNew();
        var result = await Get<RatingsImport>().Run(Actor.Operator, new ImportOrder(cohort, Path.GetFileName(path)), file);
        var took = clock.Elapsed;
        return result.IsRefused ? throw new InvalidOperationException(result.Problems[0].ToString()) : took;
    }

    public async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(Connection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Runs <c>\copy</c> and takes psql's own time for it, so that starting psql does not count.</summary>
    public async Task<TimeSpan> Copy(string arguments)
    {
        var to = new NpgsqlConnectionStringBuilder(Connection);
        var start = new ProcessStartInfo("psql", ["-X", "-v", "ON_ERROR_STOP=1", "-c", "\\timing on", "-c", $"\\copy {arguments}"]) { RedirectStandardOutput = true };
        foreach (var (name, value) in new[] { ("PGHOST", to.Host), ("PGPORT", to.Port.ToString(CultureInfo.InvariantCulture)), ("PGUSER", to.Username), ("PGPASSWORD", to.Password), ("PGDATABASE", to.Database), ("LC_ALL", "C") })
            start.Environment[name] = value;
        using var psql = Process.Start(start)!;
        string output = await psql.StandardOutput.ReadToEndAsync();
        await psql.WaitForExitAsync();
        return psql.ExitCode == 0
            ? TimeSpan.FromMilliseconds(double.Parse(Time().Match(output).Groups[1].Value, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"psql exited with {psql.ExitCode}");
    }

    /// <summary>The best of some rounds after some that warm up. The runs take turns, so that a busy minute falls on all of them.</summary>
    public static async Task<TimeSpan[]> Best(params Func<Task<TimeSpan>>[] runs)
    {
        var best = new TimeSpan[runs.Length];
        for (int round = 0; round < WarmUps + Runs; round++)
        {
            for (int i = 0; i < runs.Length; i++)
            {
                var took = await runs[i]();
                best[i] = round <= WarmUps || took < best[i] ? took : best[i];
            }
        }

        return best;
    }

    [GeneratedRegex(@"Time: ([0-9.]+) ms")]
    private static partial Regex Time();
}
