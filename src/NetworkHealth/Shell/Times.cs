using System.Globalization;
using NetworkHealth.Domain;

namespace NetworkHealth.Shell;

/// <summary>Times as administrators read them: in UTC, which is said.</summary>
internal static class Times
{
    /// <summary>“22 November 2026”.</summary>
    public static string Day(DateTimeOffset at) => English.Day(DateOnly.FromDateTime(at.UtcDateTime));

    /// <summary>“22 November 2026, 14:05 UTC”.</summary>
    public static string Minute(DateTimeOffset at) => $"{Day(at)}, {at.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture)} UTC";

    /// <summary>“2026-11-22T14:05:33.120Z”.</summary>
    public static string Exact(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
