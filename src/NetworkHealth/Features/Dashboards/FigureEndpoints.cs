using NetworkHealth.Features.Accounts;
using NetworkHealth.Shell.Security;

namespace NetworkHealth.Features.Dashboards;

/// <summary>
/// Takes away one table as its reader sees it, <c>GET /cohorts/{slug}/figures/{table}.csv</c> with the filters of the page,
/// or as they kept it, <c>GET /cohorts/{slug}/kept/{id}/{table}.csv</c>.
/// </summary>
internal static class FigureEndpoints
{
    public static void MapFigures(this IEndpointRouteBuilder app)
    {
        app.MapGet("/cohorts/{slug}/figures/{table}.csv", Seen).RequireAuthorization().WithMetadata(new LimitedAttribute(LimitedUse.Export));
        app.MapGet("/cohorts/{slug}/kept/{id:guid}/{table}.csv", Kept).RequireAuthorization().WithMetadata(new LimitedAttribute(LimitedUse.Export));
    }

    private static async Task<IResult> Seen(string slug, string table, HttpContext http, Actors actors, FigureExports figures, CancellationToken ct) =>
        await Csv(http, await figures.Take(await actors.Of(http.User, ct), slug, table, http.Request.QueryString.Value ?? "", ct), ct);

    private static async Task<IResult> Kept(string slug, Guid id, string table, HttpContext http, Actors actors, FigureExports figures, CancellationToken ct) =>
        await Csv(http, await figures.TakeKept(await actors.Of(http.User, ct), slug, id, table, ct), ct);

    private static async Task<IResult> Csv(HttpContext http, TakenFigures? taken, CancellationToken ct)
    {
        if (taken is null)
            return Results.NotFound();
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{taken.FileName}\"";
        http.Response.Headers.CacheControl = "private, no-store";
        await FigureExports.Write(taken.Table, http.Response.BodyWriter, ct);
        return Results.Empty;
    }
}
