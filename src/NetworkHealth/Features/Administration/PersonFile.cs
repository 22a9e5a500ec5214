using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Administration;

/// <summary>A person and their roles inside an open change, as nobody else changes them meanwhile.</summary>
internal sealed record PersonFile(NetworkHealthDb Db, Person Person, List<Grant> Grants)
{
    public const string Stale = "Somebody else changed this person while you read. Look at how things stand now, then decide again.";

    /// <exception cref="DomainRuleException">There is nobody, they were erased, or somebody else changed them since the edition was read.</exception>
    public static async Task<PersonFile> Open(NetworkHealthDb db, Guid id, string edition, CancellationToken ct)
    {
        var person = await db.Users.SingleOrDefaultAsync(p => p.Id == id, ct) ?? throw new DomainRuleException("There is nobody here.");
        if (person.ErasedAt is not null)
            throw new DomainRuleException("This person was erased. Nothing can be changed any more.");
        var grants = await db.Grants.Where(grant => grant.PersonId == id).ToListAsync(ct);
        return EditionOf(person, grants.Select(grant => grant.Id)) == edition ? new PersonFile(db, person, grants) : throw new DomainRuleException(Stale);
    }

    /// <summary>One's own way in is changed where the password is asked for: whoever finds an administrator's browser open must not take the account.</summary>
    /// <exception cref="DomainRuleException">It is the actor's own account.</exception>
    public static void MustBeAnother(Actor by, Guid id)
    {
        if (by.PersonId == id)
            throw new DomainRuleException("This is your own account. Change how you sign in on its page.");
    }

    /// <summary>A fingerprint of what the person's page shows: a form that carries another was read before somebody else's change.</summary>
    public static string EditionOf(Person person, IEnumerable<Guid> grants)
    {
        string shown = string.Join('\n', [person.Name, person.Email, $"{person.PasswordHash is null}", $"{person.TwoFactorEnabled}", $"{person.EmailConfirmed}", $"{person.InvitedUntil?.UtcTicks}", $"{person.DeactivatedAt?.UtcTicks}",
            $"{person.ErasedAt?.UtcTicks}", .. grants.Order().Select(grant => grant.ToString())]);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(shown)))[..16];
    }

    /// <summary>Commits the change. The stamp keeps a sign-in under way from writing the row as it was.</summary>
    public async Task Commit(OpenChange change, ChangeAction action, Guid? cohortId = null, object? details = null, CancellationToken ct = default)
    {
        Person.ConcurrencyStamp = Guid.NewGuid().ToString();
        try
        {
            await change.Commit(action, cohortId, $"person:{Person.Id}", details, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new DomainRuleException(Stale);
        }
    }

    /// <exception cref="DomainRuleException">Without this person nobody could administer any more.</exception>
    public async Task MustLeaveAnAdministrator(CancellationToken ct)
    {
        if (Grants.All(grant => grant.Role != Role.Administrator))
            return;
        if (!await Db.WhoAdminister().AnyAsync(other => other != Person.Id, ct))
            throw new DomainRuleException("This is the last administrator who can sign in. Make somebody else one first, and wait until they have signed in.");
    }
}
