using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore.Diagnostics;
using NetworkHealth.Domain;
using NetworkHealth.Features.DataImport;
using Npgsql;

namespace NetworkHealth.Benchmarks;

/// <summary>Promise 5: the dashboard of 500 networks over 10 cycles, in the server, against its bare SQL in the same minute.</summary>
internal static class DashboardPromises
{
    private const string Cohort = "dashboard", Page = $"/cohorts/{Cohort}";
    private const int Networks = 500, Requests = 100;

    public static async Task<IEnumerable<Figure>> Measure(Database database, RatingFiles files)
    {
        await database.Import(files.OfNetworks(Networks), Cohort);
        await Tell(database, ImportKind.Networks, "network_code,problem_focus,hub_type,structure,n_schools", (i, text) => text.Append(CultureInfo.InvariantCulture, $"N{i:00000},{(i % 3 == 0 ? "other" : "instructional")},university,one_district,{5 + i % 60}\n"));
        await Tell(database, ImportKind.Context, "network_code,year,kind,item,value", (i, text) =>
        {
            foreach (var item in ContextItem.All)
                text.Append(CultureInfo.InvariantCulture, $"N{i:00000},{RatingFiles.LastYear},{item.Kind.Code()},{item.Code},{item.Values[i % item.Values.Count].Code}\n");
        });
        await database.Execute("VACUUM ANALYZE");

        var statements = await StatementsOf(() => database.Get<Features.Dashboards.Dashboards>().Read(Actor.Operator, Cohort, ""));
        using var server = await ServerProcess.Start();
        var (pages, sql) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (int i = -30; i < Requests; i++)
        {
            var (page, bare) = (await server.Time(Page), await Replay(database.Connection, statements));
            if (i >= 0)
            {
                pages.Add(page);
                sql.Add(bare);
            }
        }

        pages.Sort();
        sql.Sort();
        var (ours, limit, p95) = (pages[Requests / 2], sql[Requests / 2], pages[Requests * 95 / 100]);
        string what = string.Create(CultureInfo.InvariantCulture, $"dashboards do not grow with history: {Networks} networks × 10 cycles");
        return
        [
            Figure.OfTimes($"{what}, server time against its bare SQL", limit, ours, 2, 1.5, string.Create(CultureInfo.InvariantCulture, $"{statements.Count} statements; median of {Requests} warm requests, from the request to the last byte of the page")),
            Figure.OfLatency($"{what}, p95 warm", p95, 150, 150),
        ];
    }

    private static async Task Tell(Database database, ImportKind kind, string header, Action<int, StringBuilder> row)
    {
        var text = new StringBuilder(header).Append('\n');
        for (int i = 0; i < Networks; i++)
            row(i, text);
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()));
        var result = await database.Get<Imports>().Run(Actor.Operator, new ImportOrder(Cohort, "told.csv", Kind: kind), file);
        if (result.IsRefused)
            throw new InvalidOperationException(result.Problems[0].ToString());
    }

    // What the application asks its database, with the values it asks for.
    private static async Task<IReadOnlyList<(string Sql, object?[] Values)>> StatementsOf(Func<Task> read)
    {
        var statements = new List<(string, object?[])>();
        using var listening = DiagnosticListener.AllListeners.Subscribe(new Listener(listener =>
        {
            if (listener.Name == "Microsoft.EntityFrameworkCore")
                listener.Subscribe(new EventListener(statements));
        }));
        await read();
        return statements;
    }

    // Read to the end, and thrown away.
    private static async Task<TimeSpan> Replay(string connectionString, IReadOnlyList<(string Sql, object?[] Values)> statements)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        var clock = Stopwatch.StartNew();
        foreach (var (sql, values) in statements)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            foreach (NpgsqlParameter parameter in values.Cast<NpgsqlParameter>())
                command.Parameters.Add(parameter.Clone());
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
            }
        }

        return clock.Elapsed;
    }

    private sealed class Listener(Action<DiagnosticListener> found) : IObserver<DiagnosticListener>
    {
        public void OnNext(DiagnosticListener value) => found(value);

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }

    private sealed class EventListener(List<(string, object?[])> statements) : IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is CommandEventData data && value.Key == RelationalEventId.CommandExecuting.Name)
                statements.Add((data.Command.CommandText, [.. data.Command.Parameters.Cast<NpgsqlParameter>().Select(parameter => (object?)parameter.Clone())]));
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }
}
