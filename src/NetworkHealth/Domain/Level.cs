namespace NetworkHealth.Domain;

/// <summary>
/// How developed a network is in one subject: five ordered steps, stored as 0 to 4. Order has a meaning, distance has none,
/// so levels are counted, compared and followed, never averaged. Words as published by the Network Health Project (2024).
/// </summary>
public enum Level
{
    Least = 0,
    DevelopingLow = 1,
    DevelopingMid = 2,
    DevelopingHigh = 3,
    Most = 4,
}

/// <summary>The words of a <see cref="Level"/>: label for tables, long form for sentences, one word for cells.</summary>
public static class LevelWords
{
    private static readonly string[] Labels = ["Least", "Dev (Low)", "Dev (Mid)", "Dev (High)", "Most"];
    private static readonly string[] LongForms = ["Least", "Developing (Low)", "Developing (Mid)", "Developing (High)", "Most"];
    private static readonly string[] CellWords = ["Least", "Low", "Mid", "High", "Most"];

    public static IReadOnlyList<Level> All { get; } = Enum.GetValues<Level>();

    /// <summary>The published label, such as <c>Dev (Mid)</c>.</summary>
    public static string Label(this Level level) => Labels[(int)level];

    /// <summary>The form for sentences, such as <c>Developing (Mid)</c>.</summary>
    public static string LongForm(this Level level) => LongForms[(int)level];

    /// <summary>The word inside a cell or a chart, such as <c>Mid</c>.</summary>
    public static string CellWord(this Level level) => CellWords[(int)level];

    /// <summary>Reads a label, a long form or a code 0–4, in any case and trimmed; null when the text is none of them.</summary>
    public static Level? Parse(string text)
    {
        string word = text.Trim();
        if (word.Length == 1 && word[0] is >= '0' and <= '4')
            return (Level)(word[0] - '0');

        foreach (var level in All)
        {
            if (word.Equals(level.Label(), StringComparison.OrdinalIgnoreCase)
                || word.Equals(level.LongForm(), StringComparison.OrdinalIgnoreCase))
                return level;
        }

        return null;
    }
}
