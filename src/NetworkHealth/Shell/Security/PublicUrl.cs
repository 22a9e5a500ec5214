namespace NetworkHealth.Shell.Security;

/// <summary>Where people reach the service, whatever the proxy in front of it calls this host.</summary>
internal static class PublicUrl
{
    public static bool IsHttps(IConfiguration configuration) =>
        configuration["PublicUrl"]?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) == true;
}
