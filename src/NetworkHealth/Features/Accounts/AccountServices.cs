using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using NetworkHealth.Data;
using NetworkHealth.Shell.Security;

namespace NetworkHealth.Features.Accounts;

/// <summary>Accounts by ASP.NET Core Identity: cookies, our own rules for passwords, passkeys.</summary>
internal static class AccountServices
{
    private const string CookieOrToken = "cookie-or-token";

    public static IServiceCollection AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAuthentication(CookieOrToken)
            .AddPolicyScheme(CookieOrToken, null, either => either.ForwardDefaultSelector = TokenAuthentication.SchemeOf)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(TokenAuthentication.Name, null)
            .AddIdentityCookies();
        services.ConfigureApplicationCookie(AccountCookie.Configure);
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, AccountCookie.ConfigurePending);
        services.AddAuthorizationBuilder().SetDefaultPolicy(
            new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireAssertion(TokenAuthentication.Covers).Build());
        services.AddScoped<IPasswordValidator<Person>, PasswordRules>(); // before Identity would add its own
        services.AddIdentityCore<Person>(identity =>
            {
                NetworkHealthDb.SetSchema(identity);
                identity.User.RequireUniqueEmail = true;
                identity.User.AllowedUserNameCharacters = ""; // the address is checked as an address
            })
            .AddEntityFrameworkStores<NetworkHealthDb>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.Configure<DataProtectionTokenProviderOptions>(tokens => tokens.TokenLifespan = NewAccounts.InvitationLasts);
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            passkeys.UserVerificationRequirement = "required"; // it stands in for the password and the second factor
            passkeys.ResidentKeyRequirement = "required"; // nobody types an address first
            passkeys.ServerDomain = string.IsNullOrEmpty(configuration["PublicUrl"]) ? null : new Uri(PublicUrl.Of(configuration)).Host; // else that of the request
        });
        services.AddScoped<NewAccounts>();
        services.AddScoped<Administrators>();
        services.AddScoped<Roles>();
        services.AddScoped<Tries>();
        services.AddScoped<Confirmation>();
        services.AddScoped<Sessions>();
        services.AddScoped<Pending>();
        services.AddScoped<Entrance>();
        services.AddScoped<PasskeyHandshake>();
        services.AddScoped<SecondFactor>();
        services.AddScoped<Passkeys>();
        services.AddScoped<Invitations>();
        services.AddScoped<OwnAccount>();
        services.AddScoped<SignIns>();
        services.AddSingleton<LastUses>();
        services.AddSingleton<Actors>();
        services.AddSingleton<Tokens>();
        return services;
    }
}
