using NetworkHealth.Shell.Security;

namespace NetworkHealth.Features.Accounts;

/// <summary>The link with which somebody comes in for the first time, as commands print it and administrators hand it on.</summary>
internal static class SetUpLink
{
    public static string Told(IServiceProvider services, Guid person, string token) =>
        $"Open this link within seven days to choose a password or a passkey. It works once.\n{Of(services.GetRequiredService<IConfiguration>(), person, token)}";

    public static string Of(IConfiguration configuration, Guid person, string token) =>
        $"{PublicUrl.Of(configuration)}/account/set-password?person={person}&token={Uri.EscapeDataString(token)}";
}
