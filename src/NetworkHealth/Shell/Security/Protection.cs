using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.Http.Features;

namespace NetworkHealth.Shell.Security;

/// <summary>What cookies, forms and bodies are held to; the order in which a request meets it stands in <see cref="Server"/>.</summary>
internal static class Protection
{
    public static void AddProtection(this WebApplicationBuilder builder)
    {
        var limits = Limits.Read(builder.Configuration);
        bool isHttps = PublicUrl.IsHttps(builder.Configuration);
        builder.Services.AddSingleton(limits);
        builder.Services.AddRateLimiter(_ => { });
        builder.Services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = limits.UploadBytes);
        // Whoever writes a cookie: no script reads it, and no other site sends it along with a form.
        builder.Services.Configure<CookiePolicyOptions>(cookies =>
        {
            cookies.HttpOnly = HttpOnlyPolicy.Always;
            cookies.MinimumSameSitePolicy = SameSiteMode.Lax;
            cookies.Secure = isHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        });
        builder.Services.AddAntiforgery(form =>
        {
            form.Cookie.Name = "networkhealth-form";
            form.SuppressXFrameOptionsHeader = true; // every answer has one
        });
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = Limits.FormBytes;
        });
    }
}
