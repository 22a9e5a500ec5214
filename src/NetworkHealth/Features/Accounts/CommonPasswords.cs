namespace NetworkHealth.Features.Accounts;

/// <summary>Passwords that are among the first to be guessed; <c>common-passwords.txt</c> says where they come from.</summary>
public static class CommonPasswords
{
    // What a keyboard or the alphabet offers in a row.
    private const string Rows = "qwertyuiop asdfghjkl zxcvbnm qwertzuiop yxcvbnm azertyuiop qsdfghjklm 1234567890";
    private const int FewCharacters = 4, LongestPiece = 8, Leaps = 2;

    private static readonly Lazy<HashSet<string>> Listed = new(Read);

    public static bool Contain(string password)
    {
        string plain = password.ToLowerInvariant();
        return plain.Distinct().Count() <= FewCharacters
               || IsRepeated(plain)
               || IsInOrder(plain)
               || Listed.Value.Contains(plain)
               || Listed.Value.Contains(Undressed(plain));
    }

    // “passwordpassword”
    private static bool IsRepeated(string text) => Enumerable.Range(1, LongestPiece)
        .Any(piece => piece * 2 <= text.Length && Enumerable.Range(piece, text.Length - piece).All(i => text[i] == text[i - piece]));

    // “abcdefghijkl”, “1234567890qwerty”: each character follows from the one before, but for a leap or two.
    private static bool IsInOrder(string text) => text.Zip(text.Skip(1)).Count(pair => !Follow(pair.First, pair.Second)) <= Leaps;

    private static bool Follow(char one, char next) => Math.Abs(one - next) <= 1
        || Rows.Contains($"{one}{next}", StringComparison.Ordinal) || Rows.Contains($"{next}{one}", StringComparison.Ordinal);

    // “password2026!” is dressed up, no more.
    private static string Undressed(string text)
    {
        int first = text.AsSpan().IndexOfAnyInRange('a', 'z'), last = text.AsSpan().LastIndexOfAnyInRange('a', 'z');
        return first < 0 ? "" : text[first..(last + 1)];
    }

    private static HashSet<string> Read()
    {
        using var lines = new StreamReader(typeof(CommonPasswords).Assembly.GetManifestResourceStream("accounts/common-passwords.txt")!);
        return [.. lines.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#')];
    }
}
