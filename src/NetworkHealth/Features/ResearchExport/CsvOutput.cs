using System.Buffers;
using System.Buffers.Text;
using System.IO.Pipelines;
using System.Text;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.ResearchExport;

/// <summary>
/// The one writer of all our CSV files: UTF-8 without BOM, RFC 4180 with CRLF, straight into a pipe, so that a file of any size takes
/// the memory of a page. Text that a spreadsheet would run as a formula gets one leading apostrophe, which import takes off again.
/// </summary>
public sealed class CsvOutput(PipeWriter pipe)
{
    private const int FlushAt = 64 * 1024;
    private static readonly SearchValues<byte> NeedsQuotes = SearchValues.Create(",\"\r\n"u8);

    private Memory<byte> buffer = pipe.GetMemory(FlushAt);
    private int used;
    private bool rowBegun;

    /// <summary>Writes the names of the columns as the first row.</summary>
    public void Header(IEnumerable<string> names)
    {
        foreach (string name in names)
            Text(name);
        EndRow();
    }

    /// <summary>A text, or nothing for null. Line breaks inside become LF.</summary>
    public void Text(string? text)
    {
        Separate();
        if (string.IsNullOrEmpty(text))
            return;
        var space = Space(MostBytes(text)); // first, since a new buffer begins at nought
        used += Encode(text, space);
    }

    /// <summary>Texts as <see cref="Text"/> writes them, with the commas between them: made once, written many times by <see cref="Word"/>.</summary>
    public static byte[] Fields(params ReadOnlySpan<string?> texts)
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

    /// <summary>Bytes that stand as they are: our own labels and codes, which need neither quotes nor an apostrophe, and <see cref="Fields"/>.</summary>
    public void Word(ReadOnlySpan<byte> word)
    {
        Separate();
        word.CopyTo(Space(word.Length));
        used += word.Length;
    }

    public void Number(int? number)
    {
        Separate();
        if (number is not { } value)
            return;
        _ = Utf8Formatter.TryFormat(value, Space(11), out int length);
        used += length;
    }

    public void Empty() => Separate();

    public void EndRow()
    {
        var space = Space(2);
        space[0] = (byte)'\r';
        space[1] = (byte)'\n';
        used += 2;
        rowBegun = false;
    }

    /// <summary>Hands on what has piled up, once it is worth it; waits while the reader is slower than we are.</summary>
    /// <exception cref="IOException">Nobody reads any more.</exception>
    public async ValueTask Drain(CancellationToken ct)
    {
        if (used >= FlushAt / 2)
            await Flush(ct);
    }

    /// <summary>Hands on the rest.</summary>
    public async ValueTask Flush(CancellationToken ct)
    {
        pipe.Advance(used);
        used = 0;
        var result = await pipe.FlushAsync(ct);
        if (result.IsCompleted)
            throw new IOException("The reader of this file has gone.");
        buffer = pipe.GetMemory(FlushAt);
    }

    private void Separate()
    {
        if (rowBegun)
        {
            Space(1)[0] = (byte)',';
            used++;
        }

        rowBegun = true;
    }

    // An apostrophe, and every character a quote that is doubled, in quotes.
    private static int MostBytes(string? text) => text is null ? 0 : 2 * Encoding.UTF8.GetMaxByteCount(text.Length + 1) + 2;

    private static int Encode(string text, Span<byte> space)
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

    private Span<byte> Space(int size)
    {
        if (buffer.Length - used < size)
        {
            pipe.Advance(used);
            used = 0;
            buffer = pipe.GetMemory(Math.Max(FlushAt, size));
        }

        return buffer.Span[used..];
    }
}
