using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Trajectories;

/// <summary>The pages of one network, as far as its reader may go.</summary>
/// <param name="CohortSlug">Slug of the cohort.</param>
/// <param name="CohortName">Name of the cohort.</param>
/// <param name="Code">Code of the network.</param>
/// <param name="Name">Its name, or the code where only codes are shown.</param>
/// <param name="Source">Whose ratings the links lead to.</param>
/// <param name="ToRate">The latest open cycle, for a rater.</param>
/// <param name="Report">The last rated year, for whoever reads reports.</param>
/// <param name="ReadsPlans">Whether the reader sees what the hub plans, and what it tells of its years.</param>
/// <param name="Shares">Whether the reader chooses what the funder reads.</param>
/// <param name="Invites">Whether the reader chooses who belongs to the hub.</param>
/// <param name="Compares">Whether the reader sees the network beside others.</param>
public sealed record NetworkMenu(
    string CohortSlug, string CohortName, string Code, string Name, RatingSource Source, Cycle? ToRate, int? Report, bool ReadsPlans, bool Shares, bool Invites,
    bool Compares)
{
    public static NetworkMenu Of(NetworkView network) => new(
        network.CohortSlug, network.CohortName, network.Code, network.Name, network.Source,
        network.Reader.Rates && network.OpenCycles is [.., var open] ? open : null,
        network.Reader.ReadsReports && network.Ratings.Count > 0 ? network.Ratings[^1].Year : null,
        network.Reader.ReadsPlans, network.Reader.Shares, network.Reader.InvitesMembers, network.Reader.Compares);

    /// <summary>For a page of the hub's own: plans, context, teams; or for one of a source whose evidence the reader sees.</summary>
    internal static async Task<NetworkMenu> Of(NetworkHealthDb db, Actor by, NetworkPlace place, CancellationToken ct, RatingSource source = RatingSource.Self)
    {
        var (cohort, network) = (place.Cohort, place.Network);
        int? rated = await db.CurrentRevisions.Where(rating => rating.NetworkId == network.Id && rating.Source == source).MaxAsync(rating => (int?)rating.Year, ct);
        return new NetworkMenu(
            cohort.Slug, cohort.Name, network.Code, network.Name, source,
            by.Rates(network, source) ? network.CyclesOf(cohort).LastOrDefault(cycle => cycle.IsOpen) : null,
            rated, by.ReadsPlans(cohort, network), by.Leads(network), by.IsAdministrator || by.Leads(network), by.MaySee(network));
    }
}
