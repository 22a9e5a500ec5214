using System.Data.Common;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NetworkHealth.Data;

namespace NetworkHealth.Tests;

/// <summary>Counts the queries that reach the database.</summary>
public sealed class StatementCount : DbCommandInterceptor
{
    private int queries;

    public int Queries => Volatile.Read(ref queries);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref queries);
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }
}

/// <summary>The demo with its queries counted.</summary>
public sealed class CountingApp : TestApp
{
    public StatementCount Count { get; } = new();

    protected override string EnvironmentName => "Development";

    /// <summary>How many queries a page takes once everything is warm.</summary>
    public async Task<int> QueriesFor(HttpClient client, string address)
    {
        await Html.Read(client, address);
        int before = Count.Queries;
        await Html.Read(client, address);
        return Count.Queries - before;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services
            .ConfigureDbContext<SqliteDb>(options => options.AddInterceptors(Count))
            .ConfigureDbContext<PostgresDb>(options => options.AddInterceptors(Count)));
    }
}
