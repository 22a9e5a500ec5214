using NetworkHealth.Domain;
using NetworkHealth.Features.Accounts;
using NetworkHealth.Shell.Security;

namespace NetworkHealth.Features.ResearchExport;

/// <summary>The files over HTTP: <c>GET /api/v1/cohorts/{slug}/{file}.csv</c>, by the cookie of somebody signed in or by a token.</summary>
internal static class ExportEndpoints
{
    public static void MapExports(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/v1/cohorts/{slug}/{file}.csv", Csv).RequireAuthorization().WithMetadata(new LimitedAttribute(LimitedUse.Export));

    private static async Task<IResult> Csv(
        string slug, string file, string? asOf, bool? identified, HttpContext http, Actors actors, Exports exports, CancellationToken ct)
    {
        DateTimeOffset? time = null;
        if (asOf is not null && (time = ExportTimes.Parse(asOf)) is null)
            return Results.Problem($"'{asOf}' is not a time. Write it as 2026-03-31T12:00:00Z.", statusCode: StatusCodes.Status400BadRequest);
        if (ExportFiles.Parse(file) is not { } which)
            return Results.Problem("There is no such file.", statusCode: StatusCodes.Status404NotFound);

        try
        {
            if (await exports.Open(await actors.Of(http.User, ct), slug, which, time, identified ?? false, ct) is not { } export)
                return Results.Problem("There is no such cohort.", statusCode: StatusCodes.Status404NotFound);

            http.Response.ContentType = "text/csv; charset=utf-8";
            http.Response.Headers.ContentDisposition = $"attachment; filename=\"{export.FileName}\"";
            http.Response.Headers.CacheControl = "private, no-store";
            await exports.Write(export, http.Response.BodyWriter, ct);
            return Results.Empty;
        }
        catch (DomainRuleException broken)
        {
            return Results.Problem(broken.Message, statusCode: StatusCodes.Status400BadRequest);
        }
    }
}
