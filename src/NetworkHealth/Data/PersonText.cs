using System.Globalization;
using System.Net.Mail;
using System.Text;
using NetworkHealth.Domain;

namespace NetworkHealth.Data;

/// <summary>What people are called and with what they sign in, checked before anything compares or stores it.</summary>
public static class PersonText
{
    public const int AddressMaxLength = 256;
    /// <summary>What stands for somebody who was erased.</summary>
    public const string Nobody = "a person who was erased";

    internal const string Deactivated = "This person is deactivated. Let them in again first.";

    /// <summary>What a person is called before others: the name, else the address.</summary>
    public static string Shown(string name, string? address) => name.Length > 0 ? name : address ?? Nobody;

    /// <summary>Whether a name or address holds the words; capitals do not matter. Databases differ in that, so C# compares.</summary>
    public static bool Holds(string? text, string? words) =>
        string.IsNullOrWhiteSpace(words) || text?.Contains(words.Trim(), StringComparison.OrdinalIgnoreCase) == true;

    /// <exception cref="DomainRuleException">It is empty, too long or not one line.</exception>
    public static string Name(string? name)
    {
        string line = PlainText.Line(name ?? "", Person.NameMaxLength, "This name");
        return line.Length > 0 ? line : throw new DomainRuleException("Say what the person is called.");
    }

    /// <summary>An address with letters of any script; nothing in it may be invisible, since two addresses would look alike.</summary>
    /// <exception cref="DomainRuleException">It is none, or too long.</exception>
    public static string Address(string? address)
    {
        string line = PlainText.Line(address ?? "", AddressMaxLength, "This address");
        if (line.Length == 0)
            throw new DomainRuleException("Type the e-mail address to sign in with.");
        if (line.EnumerateRunes().Any(IsHidden))
            throw new DomainRuleException("This address holds a space or a character that cannot be seen. Type it instead of pasting it.");
        return line.Count(c => c == '@') == 1 && MailAddress.TryCreate(line, out var read) && read.Address == line
            ? line
            : throw new DomainRuleException($"“{Code.Shown(line)}” is not an e-mail address, such as ada@example.org.");
    }

    private static bool IsHidden(Rune rune) => rune.Value == 0xFFFD || Rune.IsWhiteSpace(rune) || Rune.IsControl(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned;
}
