using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Features.Trajectories;

namespace NetworkHealth.Features.Sustainability;

/// <summary>The sustainability matrix of one network, as its pages show it.</summary>
/// <param name="Menu">The other pages of the network.</param>
/// <param name="Network">Whose matrix.</param>
/// <param name="States">Of the cells that are not open.</param>
/// <param name="Views">Plans and observations, in the four ways to look at them.</param>
/// <param name="Rated">The last rating of the hub itself; null before the first.</param>
/// <param name="MayWrite">Whether the reader belongs to the hub.</param>
public sealed record MatrixView(
    NetworkMenu Menu, Network Network, IReadOnlyDictionary<MatrixPlace, CellState> States, MatrixViews Views, (int Year, Answers Answers)? Rated, bool MayWrite)
{
    public CellState StateOf(MatrixPlace place) => States.GetValueOrDefault(place);

    /// <summary>Whether nothing was said of a cell yet: neither a plan nor that it is no goal.</summary>
    public bool IsOpen(MatrixPlace place) => StateOf(place) == CellState.Open && Views.Plans.All(plan => plan.Place != place);

    /// <summary>What the weak domains of the last rating lead to.</summary>
    public IReadOnlyList<LastingOffer> Offers => Rated is { } rated ? LastingOffers.Of(rated.Year, rated.Answers, IsOpen) : [];

    /// <summary>When the hub is asked what is there; null while nothing is due.</summary>
    public FollowUpTime? Due(DateOnly today) => FollowUp.Waiting(Network.Profile.FundingEnds(), Views, today);
}

/// <summary>Reads the matrix in a number of statements that does not grow with its entries.</summary>
public sealed class Matrix(IDbContextFactory<NetworkHealthDb> dbs)
{
    /// <returns>Null when there is no such network for this actor, or its plans are not shared with them.</returns>
    public async Task<MatrixView?> Read(Actor by, string slug, string code, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await NetworkPlace.Find(db, by, slug, code, ct) is not { } place || !by.ReadsPlans(place.Cohort, place.Network))
            return null;
        var id = place.Network.Id;
        var states = await db.MatrixCells.AsNoTracking().Where(cell => cell.NetworkId == id && cell.State != CellState.Open).ToListAsync(ct);
        var plans = await db.PlanEntries.AsNoTracking().Where(entry => entry.NetworkId == id && !entry.IsRemoved).OrderBy(entry => entry.Number).ToListAsync(ct);
        var observations = await db.ObservedEntries.AsNoTracking().Where(entry => entry.NetworkId == id && !entry.IsRemoved).OrderBy(entry => entry.Number).ToListAsync(ct);
        var rated = await db.CurrentRevisions.AsNoTracking().Where(rating => rating.NetworkId == id && rating.Source == RatingSource.Self)
            .OrderByDescending(rating => rating.Year).Select(rating => new { rating.Year, rating.Answers }).FirstOrDefaultAsync(ct);
        return new MatrixView(
            await NetworkMenu.Of(db, by, place, ct), place.Network, states.ToDictionary(cell => cell.Place, cell => cell.State), new MatrixViews(plans, observations),
            rated is null ? null : (rated.Year, rated.Answers), by.Rates(place.Network, RatingSource.Self));
    }
}
