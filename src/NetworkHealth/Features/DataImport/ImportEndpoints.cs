using System.Text;
using NetworkHealth.Features.Accounts;
using NetworkHealth.Shell;

namespace NetworkHealth.Features.DataImport;

/// <summary>What the import page needs of the server beside itself: a place for files, and a template.</summary>
internal static class ImportEndpoints
{
    /// <summary>Every column of a long file, with rows that show how they are filled.</summary>
    internal const string Template = """
        network_code,network_name,year,subject,level,not_rated_reason,source,framework_version,rated_month
        EX1,Example network,2023,OVERALL,Dev (Low),,self,2024.1,2023-06
        EX1,Example network,2023,HL,Dev (Mid),,self,2024.1,2023-06
        EX1,Example network,2023,CU,,not_enough_evidence,self,2024.1,2023-06

        """;

    public static void AddUploads(this IServiceCollection services) => services.AddSingleton<Uploads>();

    public static void MapImport(this IEndpointRouteBuilder app) =>
        app.MapGet($"{Links.Import}/template.csv", async (HttpContext http, Actors actors, CancellationToken ct) =>
            (await actors.Of(http.User, ct)).IsAdministrator
                ? Results.File(Encoding.UTF8.GetBytes(Template.ReplaceLineEndings("\r\n")), "text/csv; charset=utf-8", "ratings-template.csv")
                : Results.NotFound()).RequireAuthorization();
}
