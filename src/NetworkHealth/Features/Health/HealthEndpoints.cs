using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NetworkHealth.Data;

namespace NetworkHealth.Features.Health;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: the database answers and is up to date.</summary>
internal static class HealthEndpoints
{
    public static void AddHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<DatabaseIsCurrent>("database");

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready");
    }

    private sealed class DatabaseIsCurrent(DatabaseSetup database) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                return await database.IsCurrent(cancellationToken)
                    ? HealthCheckResult.Healthy()
                    : HealthCheckResult.Unhealthy("The database is behind this program.");
            }
            catch (System.Data.Common.DbException unreachable)
            {
                return HealthCheckResult.Unhealthy("The database cannot be reached.", unreachable);
            }
        }
    }
}
