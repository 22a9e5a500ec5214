using NetworkHealth.Domain;

namespace NetworkHealth.Shell.Security;

/// <summary><c>/.well-known/security.txt</c> (RFC 9116): whom to tell about a weakness. The setting <c>SecurityContact</c> names an address or page.</summary>
internal static class SecurityText
{
    private const int Days = 180;

    /// <exception cref="DomainRuleException">The setting is neither an e-mail address nor the address of a page.</exception>
    public static void MapSecurityText(this WebApplication app)
    {
        if (app.Configuration["SecurityContact"] is not { Length: > 0 } setting)
            return;

        var contact = Contact(setting);
        app.MapGet("/.well-known/security.txt", (TimeProvider clock) =>
            Results.Text($"Contact: {contact.AbsoluteUri}\nExpires: {clock.GetUtcNow().UtcDateTime.Date.AddDays(Days):yyyy-MM-dd'T'HH:mm:ss'Z'}\nPreferred-Languages: en\n"));
    }

    internal static Uri Contact(string setting)
    {
        string written = setting.Contains('@', StringComparison.Ordinal) && !setting.Contains(':', StringComparison.Ordinal) ? $"mailto:{setting}" : setting;
        return Uri.TryCreate(written, UriKind.Absolute, out var contact) && contact.Scheme is "mailto" or "https" or "tel"
            ? contact
            : throw new DomainRuleException("SecurityContact is neither an e-mail address nor an address that begins with https://.");
    }
}
