using System.Text;
using NetworkHealth.Features.Accounts;
using NetworkHealth.Shell;

namespace NetworkHealth.Features.DataImport;

/// <summary>What the import page needs of the server beside itself: a place for files, and a template of each kind.</summary>
internal static class ImportEndpoints
{
    public static void AddUploads(this IServiceCollection services) => services.AddSingleton<Uploads>();

    public static void MapImport(this IEndpointRouteBuilder app)
    {
        app.MapGet($"{Links.Import}/template.csv", (HttpContext http, Actors actors, CancellationToken ct) => Template(ImportKind.Ratings, http, actors, ct)).RequireAuthorization();
        app.MapGet($"{Links.Import}/templates/{{kind}}.csv", (string kind, HttpContext http, Actors actors, CancellationToken ct) =>
            Template(ImportKindWords.Parse(kind), http, actors, ct)).RequireAuthorization();
    }

    private static async Task<IResult> Template(ImportKind? kind, HttpContext http, Actors actors, CancellationToken ct) =>
        kind is { } of && (await actors.Of(http.User, ct)).IsAdministrator
            ? Results.File(Encoding.UTF8.GetBytes(Templates.Of(of).ReplaceLineEndings("\r\n")), "text/csv; charset=utf-8", $"{of.Code()}-template.csv")
            : Results.NotFound();
}
