namespace NetworkHealth.Features.Accounts;

/// <summary>The link with which somebody comes in for the first time, as commands print it.</summary>
internal static class SetUpLink
{
    public static string Told(IServiceProvider services, Guid person, string token)
    {
        string home = services.GetRequiredService<IConfiguration>()["PublicUrl"] ?? "http://localhost:5080";
        return $"Open this link within seven days to choose a password or a passkey. It works once.\n{home.TrimEnd('/')}/account/set-password?person={person}&token={Uri.EscapeDataString(token)}";
    }
}
