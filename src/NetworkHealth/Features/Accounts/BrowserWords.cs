using NetworkHealth.Domain;

namespace NetworkHealth.Features.Accounts;

/// <summary>A browser as its user would name it; nothing else of what it says about itself is kept.</summary>
public static class BrowserWords
{
    // Most browsers also claim to be the ones below them.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"),
        ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "ChromeOS"), ("Windows", "Windows"),
        ("Macintosh", "macOS"), ("Linux", "Linux"),
    ];

    /// <summary>“Firefox on Linux”, or “A browser”.</summary>
    public static string Of(string? userAgent)
    {
        string browser = Find(Browsers, userAgent) ?? "A browser";
        string words = Find(Systems, userAgent) is { } system ? $"{browser} on {system}" : browser;
        return words.Length <= Session.BrowserMaxLength ? words : browser;
    }

    private static string? Find((string Mark, string Name)[] known, string? userAgent) =>
        known.FirstOrDefault(one => userAgent?.Contains(one.Mark, StringComparison.Ordinal) == true).Name;
}
