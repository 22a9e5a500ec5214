using System.Net.Mime;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using NetworkHealth.Domain;
using NetworkHealth.Shell.Security;

namespace NetworkHealth.Features.Accounts;

/// <summary>What the account pages post to without a page of their own. Each asks for the token of a form.</summary>
internal static class AccountEndpoints
{
    /// <summary>Where <c>passkeys.js</c> asks what the browser is to do.</summary>
    public const string OwnPasskey = "/account/passkeys/options/own", InvitedPasskey = "/account/passkeys/options/invited", UsePasskey = "/account/passkeys/options/use";

    public static void MapAccounts(this IEndpointRouteBuilder app)
    {
        var forms = app.MapGroup("").WithMetadata(new RequireAntiforgeryTokenAttribute());
        forms.MapPost("/account/sign-out", SignOut);
        forms.MapPost("/account/sign-out-everywhere", SignOutEverywhere).RequireAuthorization();
        var passkeys = forms.MapGroup("").WithMetadata(new LimitedAttribute(LimitedUse.SignIn));
        passkeys.MapPost(OwnPasskey, async ([FromForm] string? password, HttpContext http, SignedIn signedIn, Passkeys own, CancellationToken ct) =>
            await Told(async () => await own.Options(await signedIn.Actor(), password, Sessions.Of(http.User), ct))).RequireAuthorization();
        passkeys.MapPost(InvitedPasskey, ([FromForm] string? person, [FromForm] string? token, Invitations invitations) =>
            Told(() => invitations.PasskeyOptions(new InvitationLink(person, token))));
        passkeys.MapPost(UsePasskey, (PasskeyHandshake handshake) => Told(handshake.OptionsToUse));
    }

    private static async Task<IResult> SignOut(HttpContext http, SignedIn signedIn, Sessions sessions, CancellationToken ct)
    {
        if (await signedIn.Actor() is { PersonId: not null } by && Sessions.Of(http.User) is { } here)
            await sessions.End(by, here, ct);
        return await Left(http);
    }

    private static async Task<IResult> SignOutEverywhere(HttpContext http, SignedIn signedIn, Sessions sessions, CancellationToken ct)
    {
        await sessions.EndAll(await signedIn.Actor(), ct);
        return await Left(http);
    }

    private static async Task<IResult> Left(HttpContext http)
    {
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
        return Results.LocalRedirect("~/account/sign-in");
    }

    private static async Task<IResult> Told(Func<Task<string>> options)
    {
        try
        {
            return Results.Content(await options(), MediaTypeNames.Application.Json);
        }
        catch (DomainRuleException broken)
        {
            return Results.Text(broken.Message, statusCode: StatusCodes.Status400BadRequest);
        }
    }
}
