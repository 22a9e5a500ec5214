using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Cohorts;

/// <summary>Makes networks, says what is known of them, archives and restores them. Each write is one change with a version.</summary>
public sealed class ManagedNetworks(IDbContextFactory<NetworkHealthDb> dbs, TimeProvider clock)
{
    /// <returns>Null when there is no such network.</returns>
    /// <exception cref="DomainRuleException">The actor may not.</exception>
    public async Task<ManagedNetwork?> Read(Actor by, string slug, string code, CancellationToken ct = default)
    {
        by.MustAdminister();
        await using var db = await dbs.CreateDbContextAsync(ct);
        var cohort = await db.Cohorts.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug, ct);
        var network = cohort is null ? null : await db.Networks.AsNoTracking().SingleOrDefaultAsync(n => n.CohortId == cohort.Id && n.Code == code, ct);
        return network is null ? null : new ManagedNetwork(cohort!.Name, network, await Editions.Of(db, network.Id, ct));
    }

    /// <exception cref="DomainRuleException">The actor may not, the cohort is gone, or the code or name cannot be used.</exception>
    public async Task Create(Actor by, string slug, string? code, string? name, CancellationToken ct = default)
    {
        by.MustAdminister();
        await using var db = await dbs.CreateDbContextAsync(ct);
        await using var change = await db.BeginChange(by, clock, ct);
        var cohort = await db.Cohorts.SingleOrDefaultAsync(c => c.Slug == slug, ct) ?? throw new DomainRuleException($"There is no cohort {Code.Shown(slug)} any more.");
        var network = new Network(cohort.Id, code ?? "", NameOr(name, code));
        if (await db.Networks.AnyAsync(n => n.CohortId == cohort.Id && n.Code == network.Code, ct))
            throw new DomainRuleException($"There is a network {network.Code} in this cohort already. Choose another code.");
        db.Networks.Add(network);
        change.Keep(network);
        await change.Commit(ChangeAction.NetworkCreated, cohort.Id, $"network:{network.Id}", ct: ct);
    }

    /// <summary>Says what the network is called and what is known of it. Its code stays for good: files and addresses rely on it.</summary>
    /// <exception cref="DomainRuleException">The actor may not, the form is stale, or a text cannot be kept.</exception>
    public Task Describe(Actor by, string slug, string code, long edition, string? name, NetworkProfile profile, CancellationToken ct = default) =>
        Alter(by, slug, code, edition, ChangeAction.NetworkDescribed, network =>
        {
            var before = (network.Name, network.Profile);
            network.Rename(NameOr(name, code));
            network.Describe(profile);
            return before != (network.Name, network.Profile);
        }, ct);

    /// <summary>Ends a network: nobody is asked to rate it any more; history and files stay.</summary>
    /// <exception cref="DomainRuleException">The actor may not, the form is stale, or it is archived already.</exception>
    public Task Archive(Actor by, string slug, string code, long edition, CancellationToken ct = default) =>
        Alter(by, slug, code, edition, ChangeAction.NetworkArchived, network =>
        {
            network.Archive();
            return true;
        }, ct);

    /// <exception cref="DomainRuleException">The actor may not, the form is stale, or it is not archived.</exception>
    public Task Restore(Actor by, string slug, string code, long edition, CancellationToken ct = default) =>
        Alter(by, slug, code, edition, ChangeAction.NetworkRestored, network =>
        {
            network.Restore();
            return true;
        }, ct);

    private static string NameOr(string? name, string? code) => ManagedCohorts.Line(name, "This name") ?? code?.Trim() ?? "";

    private async Task Alter(Actor by, string slug, string code, long edition, ChangeAction action, Func<Network, bool> alter, CancellationToken ct)
    {
        by.MustAdminister();
        await using var db = await dbs.CreateDbContextAsync(ct);
        await using var change = await db.BeginChange(by, clock, ct);
        var network = await db.Networks.SingleOrDefaultAsync(n => n.Code == code && db.Cohorts.Any(c => c.Id == n.CohortId && c.Slug == slug), ct)
                      ?? throw new DomainRuleException($"There is no network {Code.Shown(code)} in the cohort {Code.Shown(slug)} any more.");
        await Editions.MustBe(db, network.Id, edition, ct);
        if (!alter(network))
            return;
        change.Keep(network);
        await change.Commit(action, network.CohortId, $"network:{network.Id}", ct: ct);
    }
}
