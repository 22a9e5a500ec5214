using System.Security.Cryptography;
using System.Text.Unicode;

namespace NetworkHealth.Features.DataImport;

/// <summary>The first of two passes over a file: is it UTF-8 text, and what is its fingerprint. Nothing is ever repaired.</summary>
internal static class FileCheck
{
    private const int Block = 256 * 1024;

    /// <returns>The SHA-256 of the file's bytes in hexadecimal digits.</returns>
    public static async Task<string> Run(Stream file, ImportProblems problems, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[Block];
        int kept = 0, line = 1;
        bool more = true;
        while (more)
        {
            int read = await file.ReadAsync(buffer.AsMemory(kept), ct);
            hash.AppendData(buffer, kept, read);
            kept += read;
            more = read > 0;

            // Whole lines only: a line end never stands inside a character.
            int end = more ? buffer.AsSpan(0, kept).LastIndexOf((byte)'\n') + 1 : kept;
            if (problems.Count == 0)
                CheckLines(buffer.AsSpan(0, end), line, problems);
            line += buffer.AsSpan(0, end).Count((byte)'\n');
            buffer.AsSpan(end, kept - end).CopyTo(buffer);
            kept -= end;
            if (kept == buffer.Length)
                Array.Resize(ref buffer, 2 * buffer.Length);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void CheckLines(ReadOnlySpan<byte> lines, int first, ImportProblems problems)
    {
        if (Utf8.IsValid(lines) && !lines.Contains((byte)0))
            return;

        int line = first;
        foreach (var range in lines.Split((byte)'\n'))
        {
            var bytes = lines[range];
            int zero = bytes.IndexOf((byte)0);
            if (zero >= 0)
            {
                problems.Add(line, $"byte {zero + 1}", "This is no text file. Save the table as CSV (UTF-8) and import that file.");
                return;
            }

            if (!Utf8.IsValid(bytes))
                problems.Add(line, $"byte {ValidLength(bytes) + 1}", "The text is not UTF-8. Save the file as CSV UTF-8; nothing is guessed or repaired.");
            line++;
        }
    }

    private static int ValidLength(ReadOnlySpan<byte> bytes)
    {
        int valid = 0;
        while (System.Text.Rune.DecodeFromUtf8(bytes[valid..], out _, out int size) == System.Buffers.OperationStatus.Done)
            valid += size;
        return valid;
    }
}
