using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using NetworkHealth.Data;

namespace NetworkHealth.Features.Accounts;

/// <summary>What the account pages post to without a page of their own.</summary>
internal static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder app) =>
        app.MapPost("/account/sign-out", async (SignInManager<Person> signIn) =>
        {
            await signIn.SignOutAsync();
            return Results.LocalRedirect("~/account/sign-in");
        }).WithMetadata(new RequireAntiforgeryTokenAttribute());
}
