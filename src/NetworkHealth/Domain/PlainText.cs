namespace NetworkHealth.Domain;

/// <summary>What text of people must be, whatever it says: short enough for its place, and storable as it stands.</summary>
public static class PlainText
{
    /// <summary>The text as it stands, with line breaks as LF; never shortened or repaired.</summary>
    /// <param name="text">As it came.</param>
    /// <param name="most">How many characters fit, as UTF-16 counts them.</param>
    /// <param name="what">What it is, at the beginning of a sentence, such as “This note”.</param>
    /// <exception cref="DomainRuleException">It is longer, or holds a character that no database keeps.</exception>
    public static string Checked(string text, int most, string what)
    {
        string plain = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        if (plain.Length > most)
            throw new DomainRuleException($"{what} has {plain.Length:N0} characters; {most:N0} fit. Shorten it, and it is saved.");
        if (plain.Contains('\0') || HasHalf(plain))
            throw new DomainRuleException($"{what} holds a character that cannot be stored. Type the place anew instead of pasting it.");
        return plain;
    }

    /// <summary>The same for what stands on one line, such as a name: trimmed, without line breaks and other control characters.</summary>
    /// <exception cref="DomainRuleException">It is longer, or holds a character that cannot stand there.</exception>
    public static string Line(string text, int most, string what)
    {
        string line = Checked(text.Trim(), most, what);
        return line.Any(char.IsControl) ? throw new DomainRuleException($"{what} stands on one line. Take out its line breaks and tabs.") : line;
    }

    // Half of a pair of surrogates is no character, and no encoding keeps it.
    private static bool HasHalf(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return true;
            i++;
        }

        return false;
    }
}
