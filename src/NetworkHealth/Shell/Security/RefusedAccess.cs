using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using NetworkHealth.Features.AuditTrail;

namespace NetworkHealth.Shell.Security;

/// <summary>
/// Notes in the chain that a signed-in person asked for what is not theirs. The pages decide, and answer 404 as for what does not exist; so
/// a mistyped code on an address that exists is noted too, and a refusal that an open page's connection meets is not. A page that is
/// theirs to read and not to send from says so itself. An address without an
/// endpoint and a page for everybody are never a refusal.
/// </summary>
internal static class RefusedAccess
{
    private static readonly object Refused = new();

    /// <summary>Says that the form which was sent is not for this person, although the page is.</summary>
    public static void Refuse(HttpContext http) => http.Items[Refused] = true;

    /// <summary>Whether a page has said so.</summary>
    public static bool IsRefused(HttpContext http) => http.Items.ContainsKey(Refused);

    public static async Task Note(HttpContext http, RequestDelegate next)
    {
        await next(http);
        if ((http.Response.StatusCode is not (StatusCodes.Status404NotFound or StatusCodes.Status403Forbidden) && !IsRefused(http))
            || http.GetEndpoint() is not RouteEndpoint { RoutePattern.RawText: { } route } endpoint
            || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
            || http.Features.Get<IStatusCodeReExecuteFeature>() is not null
            || !Guid.TryParse(http.User.FindFirstValue(ClaimTypes.NameIdentifier), out var person))
            return;

        string? Value(params string[] names) => names.Select(name => http.Request.RouteValues[name] as string).FirstOrDefault(value => value is not null);
        var refusal = new Refusal(person, route, Value("cohort", "slug"), Value("code"));
        // Hanging up does not undo it.
        await http.RequestServices.GetRequiredService<Refusals>().Note(refusal, CancellationToken.None);
    }
}
