namespace NetworkHealth.BrowserTests.Faults;

/// <summary>What was typed into each field, in order, and what the page said was saved. It lives outside the page, which is loaded anew.</summary>
internal sealed class Ledger
{
    private readonly Lock turn = new();
    private readonly Dictionary<string, History> fields = [];

    /// <summary>How often the page said that something was saved.</summary>
    public int Confirmations { get; private set; }

    /// <summary>What the page said was saved and nobody had typed.</summary>
    public List<string> Strange { get; } = [];

    /// <summary>Called by the page.</summary>
    public void Tell(string what, string field, string value)
    {
        lock (turn)
        {
            var history = Of(field);
            if (what == "typed")
            {
                history.Values.Add(value);
                return;
            }

            Confirmations++;
            if (history.Values.LastIndexOf(value) is >= 0 and var index)
                history.Confirmed = index;
            else
                Strange.Add($"{field}: {value}");
        }
    }

    /// <summary>The fields as they stand now.</summary>
    public IReadOnlyList<FieldHistory> Now()
    {
        lock (turn)
            return [.. fields.Select(field => new FieldHistory(field.Key, [.. field.Value.Values], field.Value.Confirmed))];
    }

    private History Of(string field)
    {
        if (!fields.TryGetValue(field, out var history))
            fields[field] = history = new History();
        return history;
    }

    private sealed class History
    {
        // Every field begins empty, and that is on the server.
        public List<string> Values { get; } = [""];
        public int Confirmed { get; set; }
    }
}

/// <summary>What was typed into one field so far.</summary>
/// <param name="Field">Its name on the page.</param>
/// <param name="Values">Every value it had, keystroke by keystroke.</param>
/// <param name="Index">Which of them was confirmed last.</param>
internal sealed record FieldHistory(string Field, IReadOnlyList<string> Values, int Index)
{
    public string Typed => Values[^1];

    public string Confirmed => Values[Index];

    /// <summary>Whether the database may hold this: what was confirmed last, or what was typed after it.</summary>
    public bool Allows(string found) => Values.Skip(Index).Contains(found);
}
