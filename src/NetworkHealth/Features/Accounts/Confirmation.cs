using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Accounts;

/// <summary>Whether it is still the owner who sits there: asked before anything with which somebody else could come in later.</summary>
public sealed class Confirmation(UserManager<Person> people, IPasswordHasher<Person> hasher, Tries tries, NetworkHealthDb db, TimeProvider clock)
{
    public const string Wrong = "That is not your password. After five wrong tries, wait five minutes.";
    public const string Anew = "Sign out and in again with your passkey, then do this within ten minutes.";

    /// <summary>How long after signing in nothing is asked of those who have no password.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    // So that an unknown address takes as long as a known one.
    private static readonly string Nobody = new PasswordHasher<Person>().HashPassword(new Person(), Guid.NewGuid().ToString());

    /// <summary>Whether the password is this person’s; false takes as long as true, also for nobody.</summary>
    public bool Fits(Person? person, string password) =>
        hasher.VerifyHashedPassword(person ?? new Person(), person?.PasswordHash ?? Nobody, password) != PasswordVerificationResult.Failed
        && person?.PasswordHash is not null;

    /// <summary>The person, once the password is the right one; those without have signed in a moment ago.</summary>
    /// <exception cref="DomainRuleException">It is not, or was wrong too often.</exception>
    public async Task<Person> Of(Actor by, string? password, Guid? here, CancellationToken ct = default)
    {
        var person = await people.FindByIdAsync(by.PersonId.ToString()!) ?? throw new DomainRuleException(Wrong);
        if (person.PasswordHash is null)
        {
            var since = clock.GetUtcNow() - Fresh;
            return await db.Sessions.AnyAsync(s => s.Id == here && s.PersonId == person.Id && s.StartedAt > since, ct) ? person : throw new DomainRuleException(Anew);
        }

        if (!await tries.Take(Tries.OfPassword(person.Id), ct) || !Fits(person, password ?? ""))
            throw new DomainRuleException(Wrong);
        await tries.Forget(Tries.OfPassword(person.Id), ct);
        return person;
    }
}
