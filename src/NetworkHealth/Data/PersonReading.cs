using NetworkHealth.Domain;

namespace NetworkHealth.Data;

/// <summary>Reads a person anew inside an open change.</summary>
public static class PersonReading
{
    private const string Meanwhile = "Your account was changed somewhere else in the same moment. Look at how it stands now, then try again.";

    /// <summary>
    /// Whether the account still opens by what was shown before the change was opened: the stamp changes with the password, and with a new
    /// link. The person then is as the database has them.
    /// </summary>
    public static async Task<bool> IsUnchanged(this NetworkHealthDb db, Person person, CancellationToken ct = default)
    {
        string? stamp = person.SecurityStamp;
        await db.Entry(person).ReloadAsync(ct);
        return person.IsActive && person.SecurityStamp == stamp;
    }

    /// <exception cref="DomainRuleException">It does not; see <see cref="IsUnchanged"/>.</exception>
    public static async Task MustBeUnchanged(this NetworkHealthDb db, Person person, CancellationToken ct = default)
    {
        if (!await db.IsUnchanged(person, ct))
            throw new DomainRuleException(Meanwhile);
    }
}
