using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using NetworkHealth.Features.Accounts;

namespace NetworkHealth.Shell.Security;

/// <summary>How much may be sent: little, but by administrators to pages and endpoints with <see cref="UploadAttribute"/>. More is refused with 413.</summary>
internal static class BodyLimits
{
    public static void UseBodyLimits(this WebApplication app)
    {
        var limits = app.Services.GetRequiredService<Limits>();
        app.Use(async (http, next) => await Hold(http, next, await MayUpload(http) ? limits.UploadBytes : Limits.FormBytes));
    }

    // Who could not import the file must not fill the disk with it.
    private static async Task<bool> MayUpload(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<UploadAttribute>() is not null && http.User.Identity?.IsAuthenticated == true
        && (await http.RequestServices.GetRequiredService<Actors>().Of(http.User, http.RequestAborted)).IsAdministrator;

    /// <summary>Whether reading failed since more came than was allowed; a form's reader hides it inside its own failure.</summary>
    public static bool IsTooLarge(Exception? failure) =>
        failure is not null && (failure is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } || IsTooLarge(failure.InnerException));

    private static async Task Hold(HttpContext http, RequestDelegate next, long most)
    {
        if (http.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            await next(http); // the page that tells of the refusal
            return;
        }

        // Whose session ended while they chose a file is asked to sign in, before anything of it is read.
        bool isAskedToSignIn = http.User.Identity?.IsAuthenticated != true && http.GetEndpoint()?.Metadata.GetMetadata<UploadAttribute>() is not null
            && !http.Request.Path.StartsWithSegments("/api");
        bool isTooLarge = http.Request.ContentLength > most && !isAskedToSignIn;
        // Who says beforehand that it is too much is answered at once; the server then throws away what comes for a few seconds, so that a
        // browser that is still sending sees the answer instead of a broken connection.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
            body.MaxRequestBodySize = isTooLarge ? null : most;
        if (isTooLarge)
        {
            await Refuse(http, most);
            return;
        }

        try
        {
            await next(http);
        }
        catch (BadHttpRequestException failure) when (IsTooLarge(failure) && !http.Response.HasStarted)
        {
            http.Response.Clear();
            await Refuse(http, most);
        }
    }

    private static async Task Refuse(HttpContext http, long most)
    {
        http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        if (http.Request.Path.StartsWithSegments("/api"))
            await Results.Problem($"At most {most / 1024 / 1024} MB can be sent here.", statusCode: StatusCodes.Status413PayloadTooLarge).ExecuteAsync(http);
    }
}
