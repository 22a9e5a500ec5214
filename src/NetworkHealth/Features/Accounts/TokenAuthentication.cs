using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Accounts;

/// <summary>Who asks under <c>/api</c> with <c>Authorization: Bearer nh_…</c>. Reading goes by the cookie too; writing never does, so no page can be made to.</summary>
internal sealed class TokenAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Tokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "token";

    private const string Scopes = "scopes";
    private const string Bearer = "Bearer ";

    /// <summary>Which way of saying who one is counts for a request.</summary>
    public static string SchemeOf(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/api") && (http.Request.Headers.Authorization.Count > 0 || Needed(http.Request) != TokenScopes.Read)
            ? Name
            : IdentityConstants.ApplicationScheme;

    /// <summary>Whether a token covers what is asked; people who signed in need none.</summary>
    public static bool Covers(AuthorizationHandlerContext asked) =>
        asked.User.FindFirstValue(Scopes) is not { } scopes
        || (asked.Resource is HttpContext http && Enum.TryParse<TokenScopes>(scopes, out var given) && given.HasFlag(Needed(http.Request)));

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization is not [{ } header] || !header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();
        if (await tokens.Use(header[Bearer.Length..].Trim(), Context.RequestAborted) is not { } token)
            return AuthenticateResult.Fail("The token does not work.");

        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, token.PersonId.ToString()), new Claim(Scopes, token.Scopes.ToString())], Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => Request.Headers.Authorization.Count > 0
        ? Refuse(StatusCodes.Status401Unauthorized, "Bearer error=\"invalid_token\"", "This token is unknown, revoked or has run out.")
        : Refuse(StatusCodes.Status401Unauthorized, "Bearer", "Send a token with the request: Authorization: Bearer nh_… People make one at /account/tokens.");

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Refuse(StatusCodes.Status403Forbidden, "Bearer error=\"insufficient_scope\"", "This token was not made for that.");

    private static TokenScopes Needed(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) ? TokenScopes.Read : TokenScopes.Import;

    private Task Refuse(int status, string challenge, string sentence)
    {
        Response.Headers.WWWAuthenticate = challenge;
        return Results.Problem(sentence, statusCode: status).ExecuteAsync(Context);
    }
}
