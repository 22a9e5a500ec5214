using System.Security.Cryptography;
using Microsoft.AspNetCore.Diagnostics;

namespace NetworkHealth.Shell;

/// <summary>Gives a failure a number that stands on the page and in the log, so that whoever calls can be helped.</summary>
internal sealed class Failures(ILogger<Failures> logger) : IExceptionHandler
{
    private const string Key = "failure-reference";

    public static string? ReferenceOf(HttpContext http) => http.Items[Key] as string;

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested)
            return true; // the reader has gone; nothing failed here

        // On the way to the error page the request has its address already.
        var failed = httpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path is { } path ? new PathString(path) : httpContext.Request.Path;
        string reference = Convert.ToHexString(RandomNumberGenerator.GetBytes(4));
        httpContext.Items[Key] = reference;
        logger.LogError(exception, "Failure {Reference} at {Method} {Path}", reference, httpContext.Request.Method, failed);
        if (!failed.StartsWithSegments("/api"))
            return false;

        await Results.Problem($"Something went wrong on our side. It is noted under the number {reference}.").ExecuteAsync(httpContext);
        return true;
    }
}
