using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace NetworkHealth.Domain;

/// <summary>Codes of an authenticator app (RFC 6238): six digits, a new one every thirty seconds.</summary>
public static class Totp
{
    public const int KeyLength = 32;
    private const int StepSeconds = 30, Codes = 1_000_000;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A new key of 160 random bits, in letters and digits as apps take it.</summary>
    public static string NewKey() => RandomNumberGenerator.GetString(Alphabet, KeyLength);

    public static bool IsKey(string key) => key.Length == KeyLength && key.All(letter => Alphabet.Contains(letter, StringComparison.Ordinal));

    /// <summary>What an app shows at a time.</summary>
    public static string Code(string key, DateTimeOffset at) => CodeOf(Bytes(key), StepAt(at));

    /// <summary>The step whose code this is; null when it is none of the current, the one before or the one after, since clocks differ.</summary>
    public static long? StepOf(string key, string code, DateTimeOffset now)
    {
        byte[] bytes = Bytes(key);
        long current = StepAt(now);
        return new long?[] { current, current - 1, current + 1 }.FirstOrDefault(step => CodeOf(bytes, step!.Value) == code);
    }

    /// <summary>What the picture says to the app.</summary>
    public static string Address(string key, string service, string account) =>
        $"otpauth://totp/{Uri.EscapeDataString(service)}:{Uri.EscapeDataString(account)}?secret={key}&issuer={Uri.EscapeDataString(service)}";

    private static long StepAt(DateTimeOffset at) => at.ToUnixTimeSeconds() / StepSeconds;

    [SuppressMessage("Security", "CA5350", Justification = "The standard that all apps follow; its strength does not rest on collisions.")]
    private static string CodeOf(byte[] key, long step)
    {
        var counter = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        byte[] hash = HMACSHA1.HashData(key, counter);
        int number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % Codes).ToString("D6", CultureInfo.InvariantCulture);
    }

    // Five bits a letter.
    private static byte[] Bytes(string key)
    {
        var bytes = new byte[key.Length * 5 / 8];
        for (int bit = 0; bit < bytes.Length * 8; bit++)
        {
            if ((Alphabet.IndexOf(key[bit / 5], StringComparison.Ordinal) & (16 >> (bit % 5))) != 0)
                bytes[bit / 8] |= (byte)(128 >> (bit % 8));
        }

        return bytes;
    }
}
