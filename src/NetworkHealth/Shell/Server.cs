using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using NetworkHealth.Data;
using NetworkHealth.Features.Accounts;
using NetworkHealth.Features.AuditTrail;
using NetworkHealth.Features.Dashboards;
using NetworkHealth.Features.DataImport;
using NetworkHealth.Features.Demo;
using NetworkHealth.Features.Health;
using NetworkHealth.Features.ResearchExport;
using NetworkHealth.Shell.Security;

namespace NetworkHealth.Shell;

/// <summary>The web server: what it is made of, in the order in which a request meets it.</summary>
internal static class Server
{
    public static async Task Run(string[] args)
    {
        await using var app = Services.Application(args);
        await app.Services.GetRequiredService<DatabaseSetup>().Prepare();
        if (app.Environment.IsDevelopment())
            await DemoData.LoadIntoEmpty(app.Services);
        await SayHowToBegin(app);

        Pipeline(app);
        await app.RunAsync();
    }

    private static void Pipeline(WebApplication app)
    {
        var limits = app.Services.GetRequiredService<Limits>();
        app.UseKnownProxies();
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseCookiePolicy();
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/problem/{0}", createScopeForStatusCodePages: true);
        app.Use(ReadErrorPages);
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/api"), api => api.UseStatusCodePages()); // as problem details
        app.UseHttpLogging();
        app.UseRateLimiter(RateLimits.ByAddress(limits));
        app.UseAuthentication();
        app.UseBodyLimits();
        app.Use(RefusedAccess.Note);
        app.UseAuthorization();
        app.UseAntiforgery();
        app.Use(RefuseForgedForms);
        app.UseRateLimiter(RateLimits.ByAccount(limits)); // after the form is read, which says for whom
        app.Use(ShowWhatChanged);

        app.MapStaticAssets();
        app.MapHealth();
        app.MapAccounts();
        app.MapExports();
        app.MapFigures();
        app.MapImport();
        app.MapTrail();
        app.MapSecurityText();
        // Who may frame us is said once, for every answer.
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(server => server.ContentSecurityFrameAncestorsPolicy = null);
    }

    // Without a page of our own here the framework's words would be read by people.
    private static Task RefuseForgedForms(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Method == HttpMethods.Get || http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false } refused)
            return next(http);
        http.Response.StatusCode = BodyLimits.IsTooLarge(refused.Error) ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    // A page that does not show the posted form any more, since somebody else was faster, has no handler for it: that is the one bad
    // request left once a form is read whole and names its handler. Read anew, the page says how things stand now; see LateNotice.
    private static Task ShowWhatChanged(HttpContext http, RequestDelegate next)
    {
        if (HttpMethods.IsPost(http.Request.Method) && http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
        {
            http.Response.OnStarting(() =>
            {
                if (http.Response.StatusCode == StatusCodes.Status400BadRequest && NamesHandler(http))
                {
                    var query = RefusedAccess.IsRefused(http) ? http.Request.QueryString : LateNotice.Query(http.Request);
                    (http.Response.StatusCode, http.Response.Headers.Location) = (StatusCodes.Status303SeeOther, http.Request.Path.ToUriComponent() + query);
                }

                return Task.CompletedTask;
            });
        }

        return next(http);
    }

    private static bool NamesHandler(HttpContext http) => http.Features.Get<IFormFeature>()?.Form?["_handler"] is [{ Length: > 0 }];

    // The pages behind a refusal or failure are read, whatever was posted: a refused form must not be read again.
    private static Task ReadErrorPages(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null)
            http.Request.Method = HttpMethods.Get;
        return next(http);
    }

    private static async Task SayHowToBegin(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        if (!await scope.ServiceProvider.GetRequiredService<Administrators>().AnybodyHere())
            app.Logger.LogWarning("Nobody has an account yet. Make the first administrator: {Command}", Administrators.FirstCommand);
    }
}
