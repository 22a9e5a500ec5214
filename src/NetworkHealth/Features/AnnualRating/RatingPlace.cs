using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Features.Trajectories;

namespace NetworkHealth.Features.AnnualRating;

/// <summary>Where a rating belongs: the address of its pages.</summary>
/// <param name="Cohort">Slug of the cohort.</param>
/// <param name="Code">Code of the network.</param>
/// <param name="Year">The cycle.</param>
/// <param name="Source">Who judges.</param>
public sealed record RatingAddress(string Cohort, string Code, int Year, RatingSource Source);

/// <summary>The cohort and network behind an address, for an actor who may see them.</summary>
internal sealed record RatingPlace(Cohort Cohort, Network Network, RatingAddress Address)
{
    public Cycle? Cycle => Cycles.FirstOrDefault(cycle => cycle.Year == Address.Year);

    /// <summary>As this network has them: see <see cref="Network.CyclesOf"/>.</summary>
    public IReadOnlyList<Cycle> Cycles => Network.CyclesOf(Cohort);

    /// <returns>Null when there is no such network for this actor, or its ratings by this source are not read with their evidence.</returns>
    public static async Task<RatingPlace?> Find(NetworkHealthDb db, Actor by, RatingAddress address, CancellationToken ct)
    {
        var place = await NetworkPlace.Find(db, by, address.Cohort, address.Code, ct);
        return place is not null && by.SightOf(place.Cohort, place.Network, address.Source) == Sight.Evidence ? new RatingPlace(place.Cohort, place.Network, address) : null;
    }

    /// <summary>The same, for writing.</summary>
    /// <exception cref="DomainRuleException">Nothing is here for this actor, or the cohort has no such cycle, it is closed, or the network is archived.</exception>
    public static async Task<RatingPlace> Open(NetworkHealthDb db, Actor by, RatingAddress address, CancellationToken ct)
    {
        var place = await Find(db, by, address, ct) ?? throw new DomainRuleException("There is no such network here.");
        if (place.Cycle is null)
            throw new DomainRuleException($"{place.Cohort.Name} has no cycle {address.Year}.");
        if (place.Network.IsArchived)
            throw new DomainRuleException($"{place.Network.Name} is archived, so nobody is asked to rate it any more. Ask your administrator if that is a mistake.");
        if (!place.Cycle.IsOpen)
            throw new DomainRuleException($"The cycle {place.Cycle.Shown} is closed. Ask your administrator if something must be corrected.");
        return place;
    }

    public IQueryable<Revision> Revisions(NetworkHealthDb db) => db.Revisions.Where(revision =>
        revision.NetworkId == Network.Id && revision.Year == Address.Year && revision.Source == Address.Source);

    public Task<Draft?> Draft(NetworkHealthDb db, CancellationToken ct) => db.Drafts.Include(draft => draft.Entries).SingleOrDefaultAsync(
        draft => draft.NetworkId == Network.Id && draft.Year == Address.Year && draft.Source == Address.Source, ct);
}
