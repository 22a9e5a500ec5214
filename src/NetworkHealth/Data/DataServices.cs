using System.Data.Common;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;

namespace NetworkHealth.Data;

/// <summary>Chooses the database from the connection string.</summary>
public static class DataServices
{
    public const string DefaultFile = "data/networkhealth.db";

    /// <summary>
    /// <c>ConnectionStrings:NetworkHealth</c>: empty is the SQLite file <see cref="DefaultFile"/> below the folder where the program was
    /// started, <c>Data Source=…</c> another SQLite file, <c>Host=…</c> PostgreSQL.
    /// </summary>
    public static IServiceCollection AddNetworkHealthData(this IServiceCollection services, IConfiguration configuration)
    {
        string? connection = configuration.GetConnectionString("NetworkHealth");
        if (IsPostgres(connection))
            services.AddDatabase<PostgresDb>(options => options.UseNpgsql(connection));
        else
            services.AddDatabase<SqliteDb>(options => options.UseSqlite(SqliteFile(connection)).AddInterceptors(new SqlitePragmas()));

        services.AddDataProtection().SetApplicationName("NetworkHealth");
        services.AddSingleton<DatabaseKeys>();
        services.AddSingleton<DatabaseSetup>();
        services.AddOptions<KeyManagementOptions>().Configure<DatabaseKeys>((options, keys) => options.XmlRepository = keys);
        return services;
    }

    private static bool IsPostgres(string? connection)
    {
        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = connection ?? "" };
            return parts.ContainsKey("Host") || parts.ContainsKey("Server");
        }
        catch (ArgumentException)
        {
            throw Unusable();
        }
    }

    private static string SqliteFile(string? connection)
    {
        try
        {
            var file = new SqliteConnectionStringBuilder(string.IsNullOrWhiteSpace(connection) ? $"Data Source={DefaultFile}" : connection);
            file.DataSource = Path.GetFullPath(file.DataSource);
            // A writer waits for the import before it.
            if (!file.ShouldSerialize("Default Timeout"))
                file.DefaultTimeout = 60;
            return file.ConnectionString;
        }
        catch (ArgumentException)
        {
            throw Unusable();
        }
    }

    private static DomainRuleException Unusable() =>
        new("ConnectionStrings:NetworkHealth cannot be read. Write Host=… for PostgreSQL, Data Source=… for a SQLite file, or leave it empty.");

    private static void AddDatabase<T>(this IServiceCollection services, Action<DbContextOptionsBuilder> options) where T : NetworkHealthDb
    {
        services.AddDbContextFactory<T>(options);
        services.AddSingleton<IDbContextFactory<NetworkHealthDb>>(provider => new Adapter<T>(provider.GetRequiredService<IDbContextFactory<T>>()));
        // Identity's stores alone take the context of the request.
        services.AddScoped<NetworkHealthDb>(provider => provider.GetRequiredService<T>());
    }

    // IDbContextFactory<T> is not covariant.
    private sealed class Adapter<T>(IDbContextFactory<T> inner) : IDbContextFactory<NetworkHealthDb> where T : NetworkHealthDb
    {
        public NetworkHealthDb CreateDbContext() => inner.CreateDbContext();
    }
}
