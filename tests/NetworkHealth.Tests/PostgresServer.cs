using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using Npgsql;

namespace NetworkHealth.Tests;

/// <summary>
/// A PostgreSQL server for the tests, started when the first test asks: the one that <c>NETWORKHEALTH_TEST_POSTGRES</c> names (a
/// service container), or else a throw-away cluster made from the machine's own binaries. Databases are copied from one migrated template.
/// </summary>
public sealed class PostgresServer
{
    public const string Variable = "NETWORKHEALTH_TEST_POSTGRES";

    private static readonly Lazy<Task<PostgresServer>> Shared = new(Start);

    private readonly string template = $"nh_template_{Guid.NewGuid():N}";
    private readonly List<string> made = [];
    private string? directory;
    private string? bin;
    private string admin = "";

    private PostgresServer()
    {
    }

    /// <summary>The server of this run.</summary>
    public static Task<PostgresServer> Started() => Shared.Value;

    /// <summary>The folder of the newest installed server, or null.</summary>
    public static string? FindBinaries() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(folder => Path.Combine(folder, "bin"))
            .Where(folder => File.Exists(Path.Combine(folder, "initdb"))).OrderByDescending(folder => folder, StringComparer.Ordinal).FirstOrDefault()
        : null;

    public Task<string> CreateDatabase() => Create($"TEMPLATE {template} STRATEGY file_copy");

    public Task<string> CreateEmptyDatabase() => Create("");

    public static async Task Stop()
    {
        if (Shared.IsValueCreated)
            await (await Shared.Value).StopServer();
    }

    private static async Task<PostgresServer> Start()
    {
        var server = new PostgresServer();
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
            server.admin = given;
        else
            server.StartCluster();

        await server.Execute($"CREATE DATABASE {server.template}");
        await using (var db = new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(server.Named(server.template, pooling: false)).Options))
            await db.Database.MigrateAsync();
        return server;
    }

    // An ICU locale on purpose: a forgotten byte-order collation then sorts differently and a test fails.
    private void StartCluster()
    {
        bin = FindBinaries() ?? throw new InvalidOperationException($"No PostgreSQL: set {Variable} or install the postgresql package.");
        directory = Directory.CreateTempSubdirectory("nh-pg-").FullName;
        if (Environment.UserName == "root")
            Run("chown", "postgres", directory);

        int port = FreePort();
        RunAsServerUser(Path.Combine(bin, "initdb"), "-D", $"{directory}/data", "-U", "nh", "-A", "trust", "--no-sync", "-E", "UTF8",
            "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=en-US");
        RunAsServerUser(Path.Combine(bin, "pg_ctl"), "-D", $"{directory}/data", "-w", "-s", "-l", $"{directory}/log", "-o",
            $"-p {port} -k {directory} -c listen_addresses=127.0.0.1 -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=200", "start");
        admin = $"Host=127.0.0.1;Port={port};Username=nh;Database=postgres";
    }

    private async Task<string> Create(string options)
    {
        string name = $"nh_{Guid.NewGuid():N}";
        lock (made)
            made.Add(name);
        await Execute($"CREATE DATABASE {name} {options}");
        return Named(name, pooling: true);
    }

    private async Task StopServer()
    {
        NpgsqlConnection.ClearAllPools();
        if (directory is not null && bin is not null)
        {
            RunAsServerUser(Path.Combine(bin, "pg_ctl"), "-D", $"{directory}/data", "-m", "immediate", "-w", "-s", "stop");
            Directory.Delete(directory, recursive: true);
            return;
        }

        foreach (string name in made.Append(template))
            await Execute($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    // Each test class has a pool of its own, and what it does not use must not stand in the way of the others.
    private string Named(string database, bool pooling) =>
        new NpgsqlConnectionStringBuilder(admin) { Database = database, Pooling = pooling, MaxPoolSize = 20, ConnectionIdleLifetime = 10, ConnectionPruningInterval = 5 }.ConnectionString;

    private async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(admin) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // PostgreSQL refuses to run as root; Debian's package made the user postgres.
    private static void RunAsServerUser(string file, params string[] args)
    {
        if (Environment.UserName == "root")
            Run("runuser", ["-u", "postgres", "--", file, .. args]);
        else
            Run(file, args);
    }

    private static void Run(string file, params string[] args)
    {
        // Through a shell that discards the output: the server inherits these handles, and a pipe would never close.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1", file, .. args]) { WorkingDirectory = "/" };
        start.Environment["LC_ALL"] = "C";
        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{file} {string.Join(' ', args)} exited with {process.ExitCode}");
    }
}
