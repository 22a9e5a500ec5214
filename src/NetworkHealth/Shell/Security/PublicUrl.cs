using NetworkHealth.Domain;

namespace NetworkHealth.Shell.Security;

/// <summary>Where people reach the service, whatever the proxy in front of it calls this host.</summary>
internal static class PublicUrl
{
    /// <summary>Where it listens when nobody says otherwise.</summary>
    public const string Default = "http://localhost:5080";

    /// <summary>Without a stroke at its end.</summary>
    /// <exception cref="DomainRuleException">The setting is no address of a site.</exception>
    public static string Of(IConfiguration configuration)
    {
        string said = configuration["PublicUrl"] is { Length: > 0 } setting ? setting : Default;
        return Uri.TryCreate(said, UriKind.Absolute, out var home) && home.Scheme is "http" or "https"
            ? said.TrimEnd('/')
            : throw new DomainRuleException("PublicUrl is not the address of a site, such as https://health.example.org.");
    }

    public static bool IsHttps(IConfiguration configuration) => Of(configuration).StartsWith("https:", StringComparison.OrdinalIgnoreCase);
}
