using System.Buffers;
using System.Text;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.ResearchExport;

/// <summary>One text as a field of a CSV file: line breaks as LF, an apostrophe before what would run, quotes where they are needed.</summary>
public static class CsvField
{
    private static readonly SearchValues<byte> NeedsQuotes = SearchValues.Create(",\"\r\n"u8);

    /// <summary>Several texts with the commas between them: made once, written many times by <see cref="CsvOutput.Word"/>.</summary>
    public static byte[] Several(params ReadOnlySpan<string?> texts)
    {
        int most = texts.Length;
        foreach (string? text in texts)
            most += MostBytes(text);
        Span<byte> bytes = most <= 1024 ? stackalloc byte[most] : new byte[most];
        int length = 0;
        foreach (string? text in texts)
        {
            if (!string.IsNullOrEmpty(text))
                length += Encode(text, bytes[length..]);
            bytes[length++] = (byte)',';
        }

        return bytes[..(length - 1)].ToArray();
    }

    /// <summary>Room for the text: an apostrophe, and every character a quote that is doubled, in quotes.</summary>
    public static int MostBytes(string? text) => text is null ? 0 : 2 * Encoding.UTF8.GetMaxByteCount(text.Length + 1) + 2;

    /// <summary>Writes the text into the space and says how many bytes it took.</summary>
    public static int Encode(string text, Span<byte> space)
    {
        if (text.Contains('\r', StringComparison.Ordinal))
            text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        if (Apostrophes.MustLead(text))
            text = "'" + text;

        int length = Encoding.UTF8.GetBytes(text, space);
        return space[..length].ContainsAny(NeedsQuotes) ? Quote(space[..length].ToArray(), space) : length;
    }

    private static int Quote(byte[] bytes, Span<byte> space)
    {
        int length = 0;
        space[length++] = (byte)'"';
        foreach (byte b in bytes)
        {
            if (b == '"')
                space[length++] = b;
            space[length++] = b;
        }

        space[length++] = (byte)'"';
        return length;
    }
}
