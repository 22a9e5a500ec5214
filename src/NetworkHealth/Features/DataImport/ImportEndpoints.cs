using System.Text;
using Microsoft.AspNetCore.Http.Features;
using NetworkHealth.Features.Accounts;
using NetworkHealth.Shell;

namespace NetworkHealth.Features.DataImport;

/// <summary>What the import page needs of the server beside itself: room for a large file, and a template.</summary>
internal static class ImportEndpoints
{
    // Parts of a form beside its file.
    private const long Slack = 64 * 1024;

    /// <summary>Every column of a long file, with rows that show how they are filled.</summary>
    internal const string Template = """
        network_code,network_name,year,subject,level,not_rated_reason,source,framework_version,rated_month
        EX1,Example network,2023,OVERALL,Dev (Low),,self,2024.1,2023-06
        EX1,Example network,2023,HL,Dev (Mid),,self,2024.1,2023-06
        EX1,Example network,2023,CU,,not_enough_evidence,self,2024.1,2023-06

        """;

    /// <summary>In bytes: <c>Import:LimitMegabytes</c>, 100 unless said.</summary>
    public static long Limit(IConfiguration configuration) => configuration.GetValue("Import:LimitMegabytes", 100) * 1024L * 1024;

    public static void AddUploads(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<Uploads>();
        services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = Limit(configuration) + Slack);
    }

    /// <summary>Lets administrators, and nobody else, send a file as large as the limit; the server's own limit is less.</summary>
    public static void UseUploadLimit(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (HttpMethods.IsPost(http.Request.Method) && http.Request.Path.Equals(Links.Import, StringComparison.OrdinalIgnoreCase)
            && (await http.RequestServices.GetRequiredService<Actors>().Of(http.User, http.RequestAborted)).IsAdministrator)
        {
            long most = Limit(app.Configuration) + Slack;
            if (http.Request.ContentLength > most)
            {
                (http.Response.StatusCode, http.Response.Headers.Location) = (StatusCodes.Status303SeeOther, $"{Links.Import}?large=1");
                return;
            }

            if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
                size.MaxRequestBodySize = most;
        }

        await next(http);
    });

    public static void MapImport(this IEndpointRouteBuilder app) =>
        app.MapGet($"{Links.Import}/template.csv", async (HttpContext http, Actors actors, CancellationToken ct) =>
            (await actors.Of(http.User, ct)).IsAdministrator
                ? Results.File(Encoding.UTF8.GetBytes(Template.ReplaceLineEndings("\r\n")), "text/csv; charset=utf-8", "ratings-template.csv")
                : Results.NotFound()).RequireAuthorization();
}
