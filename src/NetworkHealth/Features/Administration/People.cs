using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Administration;

/// <summary>A page of people.</summary>
public sealed record PeopleFound(IReadOnlyList<PersonRow> Rows, int Count, int Page, int Pages);

/// <summary>A person as their page shows them.</summary>
/// <param name="Person">Who.</param>
/// <param name="Edition">What a form carries, so that it is refused when somebody else changed the person first.</param>
public sealed record PersonView(PersonRow Person, string Edition);

/// <summary>Finds people for administrators.</summary>
public sealed class People(IDbContextFactory<NetworkHealthDb> dbs)
{
    public const int PageSize = 50;

    /// <summary>Those whose name or address holds the words, by name.</summary>
    /// <exception cref="DomainRuleException">The actor may not.</exception>
    public async Task<PeopleFound> Find(Actor by, string? words, int page, CancellationToken ct = default)
    {
        by.MustAdminister();
        await using var db = await dbs.CreateDbContextAsync(ct);
        var found = (await Rows(db, person => person.ErasedAt == null).ToListAsync(ct))
            .Where(person => PersonText.Holds(person.Name, words) || PersonText.Holds(person.Address, words))
            .OrderBy(person => person.Shown, StringComparer.InvariantCultureIgnoreCase).ThenBy(person => person.Id).ToList();
        int pages = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        var rows = found.Skip((page - 1) * PageSize).Take(PageSize).ToList();
        var roles = await RolesOf(db, [.. rows.Select(person => person.Id)], ct);
        return new PeopleFound([.. rows.Select(person => person with { Roles = [.. roles[person.Id]] })], found.Count, page, pages);
    }

    /// <returns>Null when there is nobody with this id.</returns>
    /// <exception cref="DomainRuleException">The actor may not.</exception>
    public async Task<PersonView?> Read(Actor by, Guid id, CancellationToken ct = default)
    {
        by.MustAdminister();
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(person => person.Id == id, ct) is not { } person)
            return null;
        var row = await Rows(db, other => other.Id == id).SingleAsync(ct);
        var roles = await RolesOf(db, [id], ct);
        return new PersonView(row with { Roles = [.. roles[id]] }, PersonFile.EditionOf(person, roles[id].Select(role => role.Id)));
    }

    private static IQueryable<PersonRow> Rows(NetworkHealthDb db, Expression<Func<Person, bool>> who)
    {
        var joined = db.Joined();
        return db.Users.Where(who).Select(person => new PersonRow(
            person.Id, person.Name, person.Email, person.EmailConfirmed, joined.Contains(person.Id), person.TwoFactorEnabled, person.InvitedUntil, person.DeactivatedAt, person.ErasedAt));
    }

    private static async Task<ILookup<Guid, RoleHeld>> RolesOf(NetworkHealthDb db, IReadOnlyList<Guid> people, CancellationToken ct)
    {
        var grants = await (from grant in db.Grants
                            where people.Contains(grant.PersonId)
                            join n in db.Networks on grant.NetworkId equals (Guid?)n.Id into networks
                            from network in networks.DefaultIfEmpty()
                            join c in db.Cohorts on grant.CohortId ?? network!.CohortId equals c.Id into cohorts
                            from cohort in cohorts.DefaultIfEmpty()
                            select new { grant.PersonId, grant.Id, grant.Role, cohort!.Slug, CohortName = cohort.Name, network!.Code, NetworkName = network.Name }).ToListAsync(ct);
        return grants.OrderBy(grant => grant.Role).ThenBy(grant => grant.Slug, StringComparer.Ordinal).ThenBy(grant => grant.Code, StringComparer.Ordinal)
            .ToLookup(grant => grant.PersonId, grant => new RoleHeld(grant.Id, grant.Role, grant.Slug, grant.CohortName, grant.Code, grant.NetworkName));
    }
}
