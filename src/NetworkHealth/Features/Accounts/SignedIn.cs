using Microsoft.AspNetCore.Components.Authorization;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Accounts;

/// <summary>The actor of a page: read once a request, however many components ask. A page that stays open reads the rights again.</summary>
public sealed class SignedIn(AuthenticationStateProvider authentication, Actors actors, TimeProvider clock)
{
    /// <summary>How long an open page relies on rights it has read.</summary>
    public static readonly TimeSpan RightsLast = TimeSpan.FromSeconds(30);

    private Task<Actor>? actor;
    private long readAt;

    public Task<Actor> Actor()
    {
        if (actor is null || actor.IsFaulted || clock.GetElapsedTime(readAt) >= RightsLast)
            Is(Read());
        return actor!;
    }

    /// <summary>Takes over what was read when the cookie was checked, so that it is not read twice.</summary>
    internal void Is(Task<Actor> read) => (actor, readAt) = (read, clock.GetTimestamp());

    private async Task<Actor> Read() => await actors.Of((await authentication.GetAuthenticationStateAsync()).User);
}
