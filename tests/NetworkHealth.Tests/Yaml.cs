namespace NetworkHealth.Tests;

/// <summary>As much of YAML as our compose file uses: nested keys, lists of texts, quotes and comments.</summary>
internal sealed class Yaml
{
    private readonly List<(string Path, string Value)> entries = [];

    private Yaml()
    {
    }

    /// <summary>What is written behind a path such as <c>services.web.ports</c>: one text, the texts of a list, or nothing.</summary>
    public string[] this[string path] => [.. entries.Where(entry => entry.Path == path && entry.Value.Length > 0).Select(entry => entry.Value)];

    /// <summary>The keys directly below a path.</summary>
    public string[] Keys(string path) =>
        [.. entries.Where(entry => entry.Path.StartsWith(path + ".", StringComparison.Ordinal)).Select(entry => entry.Path[(path.Length + 1)..]).Where(key => !key.Contains('.', StringComparison.Ordinal))];

    public static Yaml Read(string text)
    {
        var yaml = new Yaml();
        var above = new Stack<(int Indent, string Path)>();
        foreach (string line in text.Split('\n').Where(line => line.Trim() is { Length: > 0 } words && words[0] != '#'))
        {
            string words = line.Trim();
            int indent = line.Length - line.TrimStart().Length;
            while (above.TryPeek(out var upper) && upper.Indent >= indent)
                above.Pop();

            string parent = above.TryPeek(out var owner) ? owner.Path : "";
            if (words.StartsWith("- ", StringComparison.Ordinal))
            {
                yaml.entries.Add((parent, Unquoted(words[2..])));
                continue;
            }

            string[] parts = words.Split(':', 2);
            string path = parent.Length == 0 ? parts[0] : $"{parent}.{parts[0]}";
            yaml.entries.Add((path, Unquoted(parts[1])));
            above.Push((indent, path));
        }

        return yaml;
    }

    private static string Unquoted(string value) => value.Trim() is ['"', .. var inner, '"'] ? inner : value.Trim();
}
