using NetworkHealth.Domain;
using NetworkHealth.Features.Accounts;
using NetworkHealth.Shell;
using NetworkHealth.Shell.Security;

namespace NetworkHealth.Features.AuditTrail;

/// <summary>The filtered trail as a file: <c>GET /admin/audit.csv</c>.</summary>
internal static class TrailEndpoints
{
    public static void MapTrail(this IEndpointRouteBuilder app) =>
        app.MapGet($"{Links.Audit}.csv", async (string? person, string? network, string? action, string? from, string? to, HttpContext http, Actors actors, Trail trail, CancellationToken ct) =>
        {
            var by = await actors.Of(http.User, ct);
            if (!by.IsAdministrator)
                return Results.NotFound();
            var filter = new TrailFilter(person, network, action, from, to);
            try
            {
                await trail.Write(by, filter, () =>
                {
                    http.Response.ContentType = "text/csv; charset=utf-8";
                    http.Response.Headers.ContentDisposition = "attachment; filename=\"audit.csv\"";
                    http.Response.Headers.CacheControl = "private, no-store";
                    return http.Response.BodyWriter;
                }, ct);
                return Results.Empty;
            }
            catch (DomainRuleException)
            {
                return Results.LocalRedirect($"~{Links.Audit}{filter.Query()}"); // where the sentence stands
            }
        }).RequireAuthorization().WithMetadata(new LimitedAttribute(LimitedUse.Export));
}
