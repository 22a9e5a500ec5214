using System.Security.Cryptography;
using System.Text;

namespace NetworkHealth.Domain;

/// <summary>What a program may do with a token; it never may more than its person.</summary>
[Flags]
public enum TokenScopes
{
    None = 0,

    /// <summary>Read files.</summary>
    Read = 1,

    /// <summary>Import files.</summary>
    Import = 2,
}

/// <summary>A key with which a program of a person uses the API. Only its hash is kept: the key is 256 random bits, so one round is enough.</summary>
public sealed class ApiToken
{
    public const int NameMaxLength = 100;
    public const int LongestDays = 366;
    private const string Prefix = "nh_";

    private ApiToken() => (Name, Hash) = ("", ""); // EF Core

    private ApiToken(Guid personId, string name, TokenScopes scopes, DateTimeOffset at, DateTimeOffset expiresAt, string hash) =>
        (Id, PersonId, Name, Scopes, CreatedAt, ExpiresAt, Hash) = (Guid.CreateVersion7(), personId, name, scopes, at, expiresAt, hash);

    public Guid Id { get; private set; }
    public Guid PersonId { get; private set; }
    public string Name { get; private set; }
    public TokenScopes Scopes { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? LastUsedAt { get; private set; }
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>SHA-256 of the key, as 64 hexadecimal digits.</summary>
    public string Hash { get; private set; }

    /// <summary>Makes a token and its key, which is shown once.</summary>
    /// <param name="personId">Whose programs use it.</param>
    /// <param name="name">What its person calls it.</param>
    /// <param name="scopes">At least one.</param>
    /// <param name="days">How long it works, from 1 to 366.</param>
    /// <param name="now">When it is made.</param>
    /// <exception cref="DomainRuleException">The name, the scopes or the days cannot be used.</exception>
    public static (ApiToken Token, string Key) Create(Guid personId, string name, TokenScopes scopes, int days, DateTimeOffset now)
    {
        string called = PlainText.Line(name, NameMaxLength, "This name");
        if (called.Length == 0)
            throw new DomainRuleException("Name the token after what uses it.");
        if ((scopes & (TokenScopes.Read | TokenScopes.Import)) == TokenScopes.None)
            throw new DomainRuleException("Choose what the token may do.");
        if (days is < 1 or > LongestDays)
            throw new DomainRuleException($"A token works for 1 to {LongestDays} days.");
        string key = Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        return (new ApiToken(personId, called, scopes, now, now.AddDays(days), HashOf(key)), key);
    }

    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    public bool WorksAt(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;

    /// <exception cref="DomainRuleException">It is revoked already.</exception>
    public void Revoke(DateTimeOffset now)
    {
        if (RevokedAt is not null)
            throw new DomainRuleException("This token is revoked already.");
        RevokedAt = now;
    }
}
