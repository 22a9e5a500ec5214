using System.Buffers.Text;
using System.IO.Pipelines;

namespace NetworkHealth.Features.ResearchExport;

/// <summary>
/// The one writer of all our CSV files: UTF-8 without BOM, RFC 4180 with CRLF, straight into a pipe, so that a file of any size takes
/// the memory of a page. Text that a spreadsheet would run as a formula gets one leading apostrophe, which import takes off again.
/// </summary>
public sealed class CsvOutput(PipeWriter pipe)
{
    private const int FlushAt = 64 * 1024;

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
        var space = Space(CsvField.MostBytes(text)); // first, since a new buffer begins at nought
        used += CsvField.Encode(text, space);
    }

    /// <summary>Bytes that stand as they are: our own labels and codes, which need neither quotes nor an apostrophe, and what <see cref="CsvField.Several"/> made.</summary>
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
