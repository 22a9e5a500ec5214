using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using NetworkHealth.Data;

namespace NetworkHealth.Features.Accounts;

/// <summary>Accounts by ASP.NET Core Identity: cookie, lockout, long passwords without composition rules.</summary>
internal static class AccountServices
{
    public const int PasswordMinLength = 12;

    private const string CookieOrToken = "cookie-or-token";

    private static readonly TimeSpan Session = TimeSpan.FromHours(12), Stay = TimeSpan.FromDays(30);

    public static IServiceCollection AddAccounts(this IServiceCollection services, string? publicUrl)
    {
        services.AddAuthentication(CookieOrToken)
            .AddPolicyScheme(CookieOrToken, null, either => either.ForwardDefaultSelector = TokenAuthentication.SchemeOf)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.Name, null)
            .AddIdentityCookies();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.LoginPath = "/account/sign-in";
            cookie.ReturnUrlParameter = "returnUrl";
            cookie.Cookie.Name = "networkhealth";
            cookie.Cookie.SecurePolicy = publicUrl?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) == true
                ? CookieSecurePolicy.Always
                : CookieSecurePolicy.SameAsRequest;
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
                context.Properties.ExpiresUtc = DateTimeOffset.UtcNow + (context.Properties.IsPersistent ? Stay : Session);
                return Task.CompletedTask;
            };
        });
        services.AddAuthorizationBuilder().SetDefaultPolicy(
            new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireAssertion(TokenAuthentication.Covers).Build());
        services.AddIdentityCore<Person>(identity =>
            {
                NetworkHealthDb.SetSchema(identity);
                identity.User.RequireUniqueEmail = true;
                identity.User.AllowedUserNameCharacters = ""; // the address is checked as an address
                identity.Password = new PasswordOptions
                {
                    RequiredLength = PasswordMinLength,
                    RequiredUniqueChars = 1,
                    RequireDigit = false,
                    RequireLowercase = false,
                    RequireUppercase = false,
                    RequireNonAlphanumeric = false,
                };
            })
            .AddEntityFrameworkStores<NetworkHealthDb>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.AddScoped<NewAccounts>();
        services.AddScoped<Administrators>();
        services.AddScoped<Roles>();
        services.AddScoped<SignIns>();
        services.AddSingleton<Actors>();
        services.AddSingleton<Tokens>();
        return services;
    }
}
