using NetworkHealth.Domain;

namespace NetworkHealth.Data;

/// <summary>Who has come in at least once: invited people have neither a password nor a passkey.</summary>
public static class Joining
{
    /// <summary>The ids of those with a password or a passkey; to be used inside a statement.</summary>
    public static IQueryable<Guid> Joined(this NetworkHealthDb db) =>
        db.Users.Where(person => person.PasswordHash != null || db.UserPasskeys.Any(passkey => passkey.UserId == person.Id)).Select(person => person.Id);

    /// <summary>The ids of active people who administer and have joined; to be used inside a statement.</summary>
    public static IQueryable<Guid> WhoAdminister(this NetworkHealthDb db) =>
        from grant in db.Grants
        where grant.Role == Role.Administrator && db.Joined().Contains(grant.PersonId)
              && db.Users.Any(person => person.Id == grant.PersonId && person.DeactivatedAt == null && person.ErasedAt == null)
        select grant.PersonId;
}
