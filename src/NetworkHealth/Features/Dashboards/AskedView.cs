using Microsoft.AspNetCore.WebUtilities;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Dashboards;

/// <summary>What an address asks for. What cannot be done is said and left out, each by itself; the rest is done.</summary>
internal sealed class AskedView
{
    private readonly Dictionary<string, List<string>> asked;
    private readonly List<string> refused = [];
    private readonly List<(string Name, string Value)> taken = [];

    /// <param name="query">Such as <c>?focus=instructional</c>.</param>
    public AskedView(string query) =>
        asked = QueryHelpers.ParseQuery(query).ToDictionary(
            part => part.Key, part => part.Value.Select(value => (value ?? "").Trim()).Where(value => value.Length > 0).Distinct(StringComparer.Ordinal).ToList(), StringComparer.Ordinal);

    /// <summary>What was left out, and why, a sentence for each.</summary>
    public IReadOnlyList<string> Refused => refused;

    /// <summary>The same address without what was left out, such as <c>cycle=2025&amp;focus=instructional</c>.</summary>
    public string Query => string.Join('&', taken.Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value)}"));

    /// <summary>What is asked for under a name; null where nothing is, or something that cannot be.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="words">What it is called on the page, in lower case.</param>
    /// <param name="parse">Null for what it is not.</param>
    public T? Take<T>(string name, string words, Func<string, T?> parse) where T : struct
    {
        if (Text(name, words) is not { } text)
            return null;
        if (parse(text) is { } value)
        {
            taken.Add((name, text));
            return value;
        }

        Refuse($"“{Cut(text)}” is no {words} here, so it is left out.");
        return null;
    }

    /// <summary>The same for one of a few codes.</summary>
    public string? Take(string name, string words, IEnumerable<string> codes)
    {
        if (Text(name, words) is not { } text)
            return null;
        if (codes.FirstOrDefault(code => string.Equals(code, text, StringComparison.OrdinalIgnoreCase)) is { } known)
        {
            taken.Add((name, known));
            return known;
        }

        Refuse($"“{Cut(text)}” is no choice of {words}, so it is left out.");
        return null;
    }

    public void Refuse(string why) => refused.Add(why);

    /// <summary>Leaves out what was taken already, and says why.</summary>
    public void Drop(string name, string why)
    {
        taken.RemoveAll(part => part.Name == name);
        Refuse(why);
    }

    /// <summary>Says of everything that nobody took that it is nothing here.</summary>
    public void RefuseRest()
    {
        foreach (string name in asked.Where(part => part.Value.Count > 0).Select(part => part.Key))
            Refuse($"“{Cut(name)}” is no filter of this page, so it is left out.");
    }

    private string? Text(string name, string words)
    {
        if (!asked.Remove(name, out var values) || values.Count == 0)
            return null;
        if (values.Count == 1)
            return values[0];
        Refuse($"The address names {English.Number(values.Count)} different choices of {words}, so none of them is used.");
        return null;
    }

    private static string Cut(string text) => text.Length > 40 ? text[..40] + "…" : text;
}
