using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.StaticAssets;

namespace NetworkHealth.Features.Accounts;

/// <summary>The cookie of who is signed in: it holds the ids of the person and the session, and each request asks whether that session goes on.</summary>
internal static class AccountCookie
{
    private static readonly TimeSpan WorkingDay = TimeSpan.FromHours(12);

    /// <summary>How long a browser that is to stay signed in does so without being used.</summary>
    public static readonly TimeSpan Stay = TimeSpan.FromDays(30);

    public static void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.LoginPath = "/account/sign-in";
        cookie.ReturnUrlParameter = "returnUrl";
        cookie.Cookie.Name = "networkhealth";
        // A program that asks for a file wants a status, not the sign-in page.
        cookie.Events.OnRedirectToLogin = context =>
        {
            if (context.Request.Path.StartsWithSegments("/api"))
                return context.HttpContext.ChallengeAsync(TokenAuthentication.Name);
            context.Response.Redirect(new Uri(context.RedirectUri).PathAndQuery); // whatever the proxy in front calls this host
            return Task.CompletedTask;
        };
        // What is not yours answers like what does not exist.
        cookie.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        };
        cookie.Events.OnSigningIn = context =>
        {
            context.Properties.ExpiresUtc = DateTimeOffset.UtcNow + (context.Properties.IsPersistent ? Stay : WorkingDay);
            return Task.CompletedTask;
        };
        cookie.Events.OnValidatePrincipal = Check;
    }

    /// <summary>What a person has begun, for five minutes; see <see cref="Pending"/>.</summary>
    public static void ConfigurePending(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "networkhealth-step";
        cookie.ExpireTimeSpan = TimeSpan.FromMinutes(5);
        cookie.SlidingExpiration = false;
    }

    private static async Task Check(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        // A style sheet needs nobody, and the error page must not need what has just failed.
        if (http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null)
            return;

        var actor = await http.RequestServices.GetRequiredService<Actors>().Of(context.Principal!, http.RequestAborted);
        if (actor.PersonId is null)
        {
            context.RejectPrincipal();
            await http.SignOutAsync(context.Scheme.Name);
            return;
        }

        http.RequestServices.GetRequiredService<SignedIn>().Is(Task.FromResult(actor));
    }
}
