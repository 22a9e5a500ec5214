using Microsoft.AspNetCore.Identity;
using NetworkHealth.Data;

namespace NetworkHealth.Tests;

/// <summary>The application's own way to check a password, counted.</summary>
public sealed class CountedHasher : PasswordHasher<Person>
{
    private int looks;

    public int Looks => looks;

    public override PasswordVerificationResult VerifyHashedPassword(Person user, string hashedPassword, string providedPassword)
    {
        Interlocked.Increment(ref looks);
        return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
    }
}
