using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Accounts;

/// <summary>The one way in, whatever somebody showed at the door: a session, its cookie, and a change that says so.</summary>
public sealed class Entrance(NetworkHealthDb db, IHttpContextAccessor http, TimeProvider clock)
{
    /// <param name="change">Opened by whoever checked who it is; committed here.</param>
    /// <param name="person">Who comes in.</param>
    /// <param name="stay">Whether the browser stays signed in when it is closed.</param>
    /// <param name="means">What they showed, such as “passkey”.</param>
    /// <param name="ct">Cancels.</param>
    public async Task Open(OpenChange change, Person person, bool stay, string means, CancellationToken ct = default)
    {
        var browser = http.HttpContext!;
        var session = new Session(person.Id, BrowserWords.Of(browser.Request.Headers.UserAgent), clock.GetUtcNow());
        db.Sessions.Add(session);
        await change.Commit(ChangeAction.SignedIn, null, $"person:{person.Id}", new { means }, ct);

        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, person.Id.ToString()), new Claim(Sessions.Claim, session.Id.ToString())], IdentityConstants.ApplicationScheme);
        await browser.SignInAsync(IdentityConstants.ApplicationScheme, new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = stay });
    }
}
