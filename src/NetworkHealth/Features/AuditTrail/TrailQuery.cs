using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.AuditTrail;

/// <summary>The entries that fit a filter. Times become bounds of numbers, since both grow together: the key then finds the page.</summary>
internal static class TrailQuery
{
    private const int MostPeople = 100;

    /// <exception cref="DomainRuleException">The filter cannot be read.</exception>
    public static async Task<IQueryable<Change>> Of(NetworkHealthDb db, TrailFilter filter, CancellationToken ct)
    {
        var changes = db.Changes.AsNoTracking();
        if (filter.ChosenAction is { } action)
            changes = changes.Where(change => change.Action == action);
        if (filter.NotBefore is { } from)
        {
            long first = await db.Changes.Where(change => change.At >= from).OrderBy(change => change.At).Select(change => (long?)change.Number).FirstOrDefaultAsync(ct) ?? long.MaxValue;
            changes = changes.Where(change => change.Number >= first);
        }

        if (filter.Before is { } end)
        {
            long last = await db.Changes.Where(change => change.At < end).OrderByDescending(change => change.At).Select(change => (long?)change.Number).FirstOrDefaultAsync(ct) ?? 0;
            changes = changes.Where(change => change.Number <= last);
        }

        if (TrailFilter.Said(filter.Network) is { } network)
            changes = await OfNetwork(db, changes, network, ct);
        return TrailFilter.Said(filter.Person) is { } person ? await OfPerson(db, changes, person, ct) : changes;
    }

    // The chain names a network by its id, in what a change touched or in its details; labels have ids of their own.
    private static async Task<IQueryable<Change>> OfNetwork(NetworkHealthDb db, IQueryable<Change> changes, string address, CancellationToken ct)
    {
        int stroke = address.IndexOf('/', StringComparison.Ordinal);
        if (stroke < 0)
            throw new DomainRuleException($"“{Code.Shown(address)}” is not a network. Write it as COHORT/CODE, such as demo/RIV.");
        var (slug, code) = (address[..stroke], address[(stroke + 1)..]);
        var network = await db.Networks.AsNoTracking().SingleOrDefaultAsync(n => n.Code == code && db.Cohorts.Any(c => c.Id == n.CohortId && c.Slug == slug), ct)
                      ?? throw new DomainRuleException($"There is no network {Code.Shown(address)}.");
        string id = network.Id.ToString();
        string[] labels = [.. (await db.OwnLabels.Where(label => label.NetworkId == network.Id).Select(label => label.Id).ToListAsync(ct)).Select(label => $"label:{label}")];
        return changes.Where(change => change.CohortId == network.CohortId && (change.Touched.Contains(id) || change.Details.Contains(id) || labels.Contains(change.Touched)));
    }

    private static async Task<IQueryable<Change>> OfPerson(NetworkHealthDb db, IQueryable<Change> changes, string person, CancellationToken ct)
    {
        if (person == TrailFilter.Operator)
            return changes.Where(change => change.ActorId == null);
        Guid?[] ids = Guid.TryParse(person, out var id) ? [id] : await Named(db, person, ct);
        string[] touched = [.. ids.Select(each => $"person:{each}")];
        return changes.Where(change => ids.Contains(change.ActorId) || touched.Contains(change.Touched));
    }

    private static async Task<Guid?[]> Named(NetworkHealthDb db, string words, CancellationToken ct)
    {
        var people = await db.Users.Where(person => person.ErasedAt == null).Select(person => new { person.Id, person.Name, person.Email }).ToListAsync(ct);
        Guid?[] found = [.. people.Where(person => PersonText.Holds(person.Name, words) || PersonText.Holds(person.Email, words))
            .Select(person => (Guid?)person.Id)];
        if (found.Length > MostPeople)
            throw new DomainRuleException($"{found.Length:N0} people have “{Code.Shown(words)}” in their name or address. Write more of it.");
        return found.Length > 0 ? found : throw new DomainRuleException($"Nobody has “{Code.Shown(words)}” in their name or address.");
    }
}
