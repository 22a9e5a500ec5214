using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using NetworkHealth.Data;

namespace NetworkHealth.Features.Accounts;

/// <summary>Five tries to guess a password or code, then five minutes of waiting, for an address that has an account and for one that has none alike.</summary>
public sealed class Tries(UserManager<Person> people, NetworkHealthDb db, TimeProvider clock)
{
    public const int Most = 5;
    public static readonly TimeSpan Wait = TimeSpan.FromMinutes(5);

    /// <summary>Of signing in with a password.</summary>
    public string OfAddress(string typed) => Fingerprint($"address {people.NormalizeEmail(typed.Trim())}");

    /// <summary>Of the code after the password.</summary>
    public static string OfCode(Guid person) => Fingerprint($"code {person}");

    /// <summary>Of the password that somebody signed in is asked for.</summary>
    public static string OfPassword(Guid person) => Fingerprint($"password {person}");

    /// <summary>Counts a try before it is looked at.</summary>
    /// <returns>Whether it may be looked at.</returns>
    public async Task<bool> Take(string of, CancellationToken ct = default) => await db.Try(of, Most, Wait, clock.GetUtcNow(), ct) <= Most;

    /// <summary>After the right one.</summary>
    public Task Forget(string of, CancellationToken ct = default) => db.Forget(of, ct);

    private static string Fingerprint(string of) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(of)));
}
