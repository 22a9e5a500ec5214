using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NetworkHealth.Data;

namespace NetworkHealth.Tests;

/// <summary>Every statement that the application sends to its database.</summary>
public sealed class SqlCounter : DbCommandInterceptor
{
    private readonly ConcurrentQueue<string> statements = [];

    /// <summary>Listens to all contexts of an application being set up.</summary>
    public void Watch(IServiceCollection services)
    {
        services.ConfigureDbContext<SqliteDb>(options => options.AddInterceptors(this));
        services.ConfigureDbContext<PostgresDb>(options => options.AddInterceptors(this));
    }

    /// <summary>What is sent while something is done, by whomever.</summary>
    public async Task<IReadOnlyList<string>> During(Func<Task> something)
    {
        statements.Clear();
        await something();
        return [.. statements];
    }

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        statements.Enqueue(result.CommandText);
        return result;
    }
}
