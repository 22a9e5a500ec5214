using Microsoft.AspNetCore.Components.Authorization;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Accounts;

/// <summary>The actor of a page: read once a request, however many components ask.</summary>
public sealed class SignedIn(AuthenticationStateProvider authentication, Actors actors)
{
    private Task<Actor>? actor;

    public Task<Actor> Actor() => actor ??= Read();

    private async Task<Actor> Read() => await actors.Of((await authentication.GetAuthenticationStateAsync()).User);
}
