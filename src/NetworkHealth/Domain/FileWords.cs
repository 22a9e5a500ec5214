using System.Text.Json;

namespace NetworkHealth.Domain;

/// <summary>How files write what is one of a few words.</summary>
public static class FileWords
{
    /// <summary>“post_secondary_match”; null for none.</summary>
    public static string? Snake(Enum? value) => value is null ? null : JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>“yes” or “no”; null when nobody knows.</summary>
    public static string? YesNo(bool? value) => value switch { true => "yes", false => "no", null => null };

    /// <summary>“true” or “false”, as the trajectories have said it from the first version on; null when nobody knows.</summary>
    public static string? TrueFalse(bool? value) => value switch { true => "true", false => "false", null => null };

    /// <summary>What either pair of words says, in any case; null for anything else.</summary>
    public static bool? YesNo(string text) => text.ToLowerInvariant() switch { "yes" or "true" => true, "no" or "false" => false, _ => null };

    /// <summary>The one that has this code, in any case; null when none has.</summary>
    public static T? Parse<T>(IEnumerable<T> all, Func<T, string> code, string text) where T : struct =>
        all.Select(one => (T?)one).FirstOrDefault(one => string.Equals(code(one!.Value), text.Trim(), StringComparison.OrdinalIgnoreCase));
}
