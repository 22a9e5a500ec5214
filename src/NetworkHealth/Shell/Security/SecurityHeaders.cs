namespace NetworkHealth.Shell.Security;

/// <summary>What every answer tells the browser: errors, files and redirects too.</summary>
internal static class SecurityHeaders
{
    // Styles in attributes carry measures of tables and charts; scripts and style sheets come as files of our own only.
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; style-src-elem 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    private const string Permissions =
        "publickey-credentials-get=(self), publickey-credentials-create=(self), camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

    private const string AYearOfHttps = "max-age=31536000";

    public static void UseSecurityHeaders(this WebApplication app)
    {
        bool isHttps = PublicUrl.IsHttps(app.Configuration);
        app.Use((http, next) =>
        {
            // Last of all, since a failure empties the headers set before.
            http.Response.OnStarting(() => Set(http, isHttps));
            return next(http);
        });
    }

    private static Task Set(HttpContext http, bool isHttps)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = Permissions;
        if (isHttps)
            headers.StrictTransportSecurity = AYearOfHttps;
        // Files say themselves how long they keep. After signing out nobody goes back to what was shown before.
        if (headers.CacheControl.Count == 0)
            headers.CacheControl = http.User.Identity?.IsAuthenticated == true ? "no-store" : "no-cache";
        return Task.CompletedTask;
    }
}
