using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Cohorts;

/// <summary>A cohort as administrators see it.</summary>
/// <param name="Cohort">As it stands.</param>
/// <param name="Edition">What its forms carry; see <see cref="Editions"/>.</param>
/// <param name="Networks">By code.</param>
public sealed record ManagedCohort(Cohort Cohort, long Edition, IReadOnlyList<NetworkEntry> Networks);

/// <summary>A network in the list of its cohort.</summary>
public sealed record NetworkEntry(string Code, string Name, bool IsArchived);

/// <summary>A network as administrators see it.</summary>
public sealed record ManagedNetwork(string CohortName, Network Network, long Edition);

/// <summary>A cohort to choose.</summary>
public sealed record CohortChoice(string Slug, string Name);

/// <summary>Makes cohorts and says what they are called and what others see of them. Each write is one change with a version.</summary>
public sealed class ManagedCohorts(IDbContextFactory<NetworkHealthDb> dbs, TimeProvider clock)
{
    /// <summary>The cohorts to choose from, where a role is given or a file imported.</summary>
    /// <exception cref="DomainRuleException">The actor may not.</exception>
    public async Task<IReadOnlyList<CohortChoice>> Choices(Actor by, CancellationToken ct = default)
    {
        by.MustAdminister();
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.Cohorts.OrderBy(cohort => cohort.Slug).Select(cohort => new CohortChoice(cohort.Slug, cohort.Name)).ToListAsync(ct);
    }

    /// <returns>Null when there is no such cohort.</returns>
    /// <exception cref="DomainRuleException">The actor may not.</exception>
    public async Task<ManagedCohort?> Read(Actor by, string slug, CancellationToken ct = default)
    {
        by.MustAdminister();
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Cohorts.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug, ct) is not { } cohort)
            return null;
        var networks = await db.Networks.Where(n => n.CohortId == cohort.Id).OrderBy(n => n.Code).Select(n => new NetworkEntry(n.Code, n.Name, n.IsArchived)).ToListAsync(ct);
        return new ManagedCohort(cohort, await Editions.Of(db, cohort.Id, ct), networks);
    }

    /// <exception cref="DomainRuleException">The actor may not, or the short name or a name cannot be used.</exception>
    public async Task Create(Actor by, string? slug, string? name, string? funder, CancellationToken ct = default)
    {
        by.MustAdminister();
        await using var db = await dbs.CreateDbContextAsync(ct);
        await using var change = await db.BeginChange(by, clock, ct);
        var cohort = new Cohort(slug?.Trim() ?? "", Line(name, "This name") ?? "", Line(funder, "The funder’s name"));
        await MustBeFree(db, cohort, ct);
        db.Cohorts.Add(cohort);
        change.Keep(cohort);
        await change.Commit(ChangeAction.CohortCreated, cohort.Id, $"cohort:{cohort.Id}", ct: ct);
    }

    /// <summary>Says what the cohort is called. Another short name is another address for everything in it.</summary>
    /// <exception cref="DomainRuleException">The actor may not, the form is stale, or the short name or a name cannot be used.</exception>
    public Task Describe(Actor by, string slug, long edition, string? newSlug, string? name, string? funder, CancellationToken ct = default) =>
        Alter(by, slug, edition, ChangeAction.CohortDescribed, async (db, cohort) =>
        {
            var before = (cohort.Slug, cohort.Name, cohort.Funder);
            cohort.Describe(newSlug?.Trim() ?? "", Line(name, "This name") ?? "", Line(funder, "The funder’s name"));
            await MustBeFree(db, cohort, ct);
            return before != (cohort.Slug, cohort.Name, cohort.Funder);
        }, ct);

    /// <summary>Says how the networks appear to the funder, by which field counts are grouped from now on, and whether researchers may have names.</summary>
    /// <exception cref="DomainRuleException">The actor may not, or the form is stale.</exception>
    public Task Show(Actor by, string slug, long edition, Display display, ProfileField? groupedBy, bool isNamedForResearch, CancellationToken ct = default) =>
        Alter(by, slug, edition, ChangeAction.DisplayChanged, (_, cohort) =>
        {
            bool isNew = (cohort.Display, cohort.GroupedBy, cohort.IsNamedForResearch) != (display, groupedBy, isNamedForResearch);
            cohort.Show(display, isNamedForResearch);
            cohort.CountBy(groupedBy);
            return Task.FromResult(isNew);
        }, ct);

    private async Task Alter(Actor by, string slug, long edition, ChangeAction action, Func<NetworkHealthDb, Cohort, Task<bool>> alter, CancellationToken ct)
    {
        by.MustAdminister();
        await using var db = await dbs.CreateDbContextAsync(ct);
        await using var change = await db.BeginChange(by, clock, ct);
        // Whoever has a page of a cohort that was given another short name is told so too.
        var cohort = await db.Cohorts.SingleOrDefaultAsync(c => c.Slug == slug, ct) ?? throw new DomainRuleException($"There is no cohort {Code.Shown(slug)} any more.");
        await Editions.MustBe(db, cohort.Id, edition, ct);
        if (!await alter(db, cohort))
            return;
        change.Keep(cohort);
        await change.Commit(action, cohort.Id, $"cohort:{cohort.Id}", ct: ct);
    }

    private static async Task MustBeFree(NetworkHealthDb db, Cohort cohort, CancellationToken ct)
    {
        if (await db.Cohorts.AnyAsync(other => other.Slug == cohort.Slug && other.Id != cohort.Id, ct))
            throw new DomainRuleException($"There is a cohort {cohort.Slug} already. Choose another short name.");
    }

    internal static string? Line(string? text, string what) => string.IsNullOrWhiteSpace(text) ? null : PlainText.Line(text, Cohort.NameMaxLength, what);
}
