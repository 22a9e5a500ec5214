using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Home;

/// <summary>How far the rating of an open cycle is.</summary>
public enum RatingStage
{
    NotBegun,
    Begun,
    OpenedAgain,
    Submitted,
}

/// <summary>An open cycle and what one of its networks has of it; the last rated cycle is an earlier one that the same source rated.</summary>
public sealed record OpenRating(
    string Cohort, string CohortName, string Code, string Network, RatingSource Source, int Year, string Cycle, string? LastRated, RatingStage Stage);

/// <summary>The open cycles of the networks that a person rates: the own hub's, and those of the cohorts they evaluate.</summary>
public sealed class Waiting(IDbContextFactory<NetworkHealthDb> dbs)
{
    /// <summary>In the order of the networks' codes; what is submitted is among them.</summary>
    public async Task<IReadOnlyList<OpenRating>> For(Actor actor, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var (own, evaluated) = (actor.OwnNetworks, actor.EvaluatedCohorts);
        if (own.Count + evaluated.Count == 0)
            return [];

        var networks = await db.Networks.AsNoTracking()
            .Where(n => own.Contains(n.Id) || evaluated.Contains(n.CohortId)).OrderBy(n => n.Code).ToListAsync(ct);
        Guid[] ids = [.. networks.Select(n => n.Id)], cohortIds = [.. networks.Select(n => n.CohortId).Distinct()];
        var cohorts = await db.Cohorts.AsNoTracking().Where(c => cohortIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        var rated = (await db.Revisions.Where(r => ids.Contains(r.NetworkId) && r.Number == 1).Select(r => new { r.NetworkId, r.Source, r.Year }).ToListAsync(ct))
            .ToLookup(r => (r.NetworkId, r.Source), r => r.Year);
        var drafts = (await db.Drafts.Where(d => ids.Contains(d.NetworkId)).Select(d => new { d.NetworkId, d.Source, d.Year }).ToListAsync(ct))
            .Select(d => (d.NetworkId, d.Source, d.Year)).ToHashSet();

        return [.. from network in networks
                   from source in RatingSourceWords.All
                   where actor.Rates(network, source)
                   let cohort = cohorts[network.CohortId]
                   let years = rated[(network.Id, source)]
                   from cycle in network.CyclesOf(cohort)
                   where cycle.IsOpen
                   let last = cohort.Cycles.LastOrDefault(earlier => earlier.Year < cycle.Year && years.Contains(earlier.Year))
                   select new OpenRating(cohort.Slug, cohort.Name, network.Code, network.Name, source, cycle.Year, cycle.Shown, last?.Shown,
                       Stage(years.Contains(cycle.Year), drafts.Contains((network.Id, source, cycle.Year))))];
    }

    private static RatingStage Stage(bool isSubmitted, bool hasDraft) => (isSubmitted, hasDraft) switch
    {
        (false, false) => RatingStage.NotBegun,
        (false, true) => RatingStage.Begun,
        (true, true) => RatingStage.OpenedAgain,
        _ => RatingStage.Submitted,
    };
}
