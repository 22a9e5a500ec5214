using NetworkHealth.Features.Accounts;
using NetworkHealth.Shell.Security;

namespace NetworkHealth.Features.Dashboards;

/// <summary>Takes away one table as its reader sees it: <c>GET /cohorts/{slug}/figures/{table}.csv</c> with the filters of the page.</summary>
internal static class FigureEndpoints
{
    public static void MapFigures(this IEndpointRouteBuilder app) =>
        app.MapGet("/cohorts/{slug}/figures/{table}.csv", Csv).RequireAuthorization().WithMetadata(new LimitedAttribute(LimitedUse.Export));

    private static async Task<IResult> Csv(string slug, string table, HttpContext http, Actors actors, FigureExports figures, CancellationToken ct)
    {
        if (await figures.Take(await actors.Of(http.User, ct), slug, table, http.Request.QueryString.Value ?? "", ct) is not { } taken)
            return Results.NotFound();
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{taken.FileName}\"";
        http.Response.Headers.CacheControl = "private, no-store";
        await FigureExports.Write(taken.Table, http.Response.BodyWriter, ct);
        return Results.Empty;
    }
}
