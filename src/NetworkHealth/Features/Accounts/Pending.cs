using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace NetworkHealth.Features.Accounts;

/// <summary>What somebody has begun in this browser and finishes within five minutes, such as a sign-in that still lacks its code. A new step replaces the one before.</summary>
public sealed class Pending(IHttpContextAccessor http)
{
    private static readonly string Scheme = IdentityConstants.TwoFactorUserIdScheme;

    private HttpContext Http => http.HttpContext!;

    public Task Keep(string step, string value) =>
        Http.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity([new Claim(step, value)], Scheme)));

    /// <returns>Null when nothing of this kind was begun, or too long ago.</returns>
    public async Task<string?> Read(string step) => (await Http.AuthenticateAsync(Scheme)).Principal?.FindFirstValue(step);

    /// <summary>Reads it and forgets it, so that this browser cannot use it again.</summary>
    public async Task<string?> Take(string step)
    {
        string? value = await Read(step);
        await Forget();
        return value;
    }

    public Task Forget() => Http.SignOutAsync(Scheme);
}
