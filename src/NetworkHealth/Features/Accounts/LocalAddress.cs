namespace NetworkHealth.Features.Accounts;

/// <summary>Where to go after signing in: only within this site, whatever the address bar said.</summary>
public static class LocalAddress
{
    public static string Of(string? returnUrl) =>
        returnUrl is ['/', not ('/' or '\\'), ..] && !returnUrl.Any(char.IsControl) ? returnUrl : "/";
}
