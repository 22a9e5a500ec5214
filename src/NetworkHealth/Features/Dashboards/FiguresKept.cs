using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Dashboards;

/// <summary>Kept figures in a list.</summary>
public sealed record KeptRow(Guid Id, string Name, DateTimeOffset KeptAt);

/// <summary>Figures as they were kept, and what has changed since.</summary>
/// <param name="CohortName">Of the cohort, as it is called now.</param>
/// <param name="Kept">What was kept.</param>
/// <param name="Tables">The tables of that day; none where the cohort shows its networks less by now.</param>
/// <param name="Choices">Cycle, source, subject and filters in words.</param>
/// <param name="Differences">What the same choices show otherwise now; null where that cannot be compared.</param>
/// <param name="Refused">Which of the choices cannot be made any more.</param>
public sealed record KeptView(string CohortName, KeptFigures Kept, IReadOnlyList<FigureTable> Tables, string Choices, IReadOnlyList<TableDifference>? Differences, IReadOnlyList<string> Refused);

/// <summary>Keeps the figures of a dashboard as their reader saw them, for that reader alone and as long as they may read the cohort.</summary>
public sealed class FiguresKept(IDbContextFactory<NetworkHealthDb> dbs, Dashboards dashboards, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };

    /// <returns>Null when there is no dashboard of that cohort for this actor.</returns>
    public async Task<IReadOnlyList<KeptRow>?> List(Actor by, string slug, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await Readable(db, by, slug, ct) is not { } cohort)
            return null;
        return await Of(db, by, cohort).OrderByDescending(kept => kept.Id).Select(kept => new KeptRow(kept.Id, kept.Name, kept.KeptAt)).ToListAsync(ct);
    }

    /// <returns>Null when there are no such figures of this actor, or they may not read the cohort any more.</returns>
    public async Task<KeptView?> Read(Actor by, string slug, Guid id, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await Opened(db, by, slug, id, ct) is not ({ } cohort, { } kept))
            return null;
        string choices = ChosenFilter.AllWords(kept.Choices, cohort);
        if (IsClosed(by, cohort, kept))
            return new KeptView(cohort.Name, kept, [], choices, null, []);
        var then = TablesOf(kept);
        var now = await dashboards.Read(by, slug, $"?{kept.Choices}", ct);
        return new KeptView(cohort.Name, kept, then, choices, now is null or { Refused.Count: > 0 } || kept.RuleVersion != TrajectoryRule.Version ? null : TableDifference.Between(then, now.Tables), now?.Refused ?? []);
    }

    /// <summary>One of the tables as it was kept, all of its rows.</summary>
    /// <returns>Null where the page of these figures shows no such table to this actor, or there is no such page.</returns>
    public async Task<(KeptFigures Kept, FigureTable Table)?> Table(Actor by, string slug, Guid id, string code, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await Opened(db, by, slug, id, ct) is ({ } cohort, { } kept) && !IsClosed(by, cohort, kept) && TablesOf(kept).FirstOrDefault(table => table.Code == code) is { } table ? (kept, table) : null;
    }

    /// <summary>Keeps what the actor sees now.</summary>
    /// <param name="by">Administrator, evaluator or funder.</param>
    /// <param name="slug">Of the cohort.</param>
    /// <param name="address">The choices; what cannot be is left out.</param>
    /// <param name="name">What the figures are kept for.</param>
    /// <param name="ct">Cancels, and nothing is kept.</param>
    /// <returns>Under which id.</returns>
    /// <exception cref="DomainRuleException">There is no such dashboard for this actor, the name cannot stand, or they keep as many of this cohort as one may.</exception>
    public async Task<Guid> Keep(Actor by, string slug, string address, string name, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await Readable(db, by, slug, ct) is not { } cohort || by.PersonId is not { } owner || await dashboards.Read(by, slug, address, ct) is not { Cohort.IsWhole: true } view)
            throw new DomainRuleException("There are no figures of a whole cohort for you to keep here.");
        // Both cycles, source and subject by name, so that what is compared later is what was seen today.
        string choices = view.Explicit;
        await using var change = await db.BeginChange(by, clock, ct);
        // Read again, with the tables in hand: they may be named where the cohort began to show names meanwhile.
        var display = (Display)Math.Max((int)cohort.Display, (int)await db.Cohorts.Where(of => of.Id == cohort.Id).Select(of => of.Display).SingleAsync(ct));
        KeptFigures.RefuseBeyond(await Of(db, by, cohort).CountAsync(ct));
        var kept = new KeptFigures(cohort.Id, owner, name, choices, clock.GetUtcNow(), view.AsOf, JsonSerializer.Serialize(view.Tables, Json), await Roles(db, by, cohort, ct), display);
        db.KeptFigures.Add(kept);
        await change.Commit(ChangeAction.FiguresKept, cohort.Id, $"figures:{kept.Id}", ct: ct);
        return kept.Id;
    }

    /// <summary>Throws kept figures away; gone is gone.</summary>
    /// <exception cref="DomainRuleException">There are no such figures of this actor.</exception>
    public async Task Remove(Actor by, string slug, Guid id, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        await using var change = await db.BeginChange(by, clock, ct);
        if (await Readable(db, by, slug, ct) is not { } cohort || await Of(db, by, cohort).SingleOrDefaultAsync(kept => kept.Id == id, ct) is not { } kept)
            throw new DomainRuleException("There are no such figures of yours.");
        db.KeptFigures.Remove(kept);
        await change.Commit(ChangeAction.FiguresThrownAway, cohort.Id, $"figures:{kept.Id}", ct: ct);
    }

    private static async Task<(Cohort Cohort, KeptFigures Kept)?> Opened(NetworkHealthDb db, Actor by, string slug, Guid id, CancellationToken ct) =>
        await Readable(db, by, slug, ct) is { } cohort && await Of(db, by, cohort).AsNoTracking().SingleOrDefaultAsync(kept => kept.Id == id, ct) is { } kept
        && kept.MayBeReadAs(await Roles(db, by, cohort, ct)) ? (cohort, kept) : null;

    // What was shown by name is not kept open where the cohort shows its funder less by now.
    private static bool IsClosed(Actor by, Cohort cohort, KeptFigures kept) => cohort.Display < kept.Display && !by.IsAdministrator && by.FundedCohorts.Contains(cohort.Id);

    private static List<FigureTable> TablesOf(KeptFigures kept) => JsonSerializer.Deserialize<List<FigureTable>>(kept.Tables, Json)!;

    // Whose role ended reads nothing of the cohort any more, and so nothing that was kept of it.
    private static async Task<Cohort?> Readable(NetworkHealthDb db, Actor by, string slug, CancellationToken ct) =>
        await db.Cohorts.AsNoTracking().SingleOrDefaultAsync(cohort => cohort.Slug == slug, ct) is { } cohort
        && (by.IsAdministrator || by.FundedCohorts.Contains(cohort.Id) || by.EvaluatedCohorts.Contains(cohort.Id)) ? cohort : null;

    private static async Task<string> Roles(NetworkHealthDb db, Actor by, Cohort cohort, CancellationToken ct)
    {
        var own = by.OwnNetworks;
        return KeptFigures.RolesOf(by, cohort.Id, await db.Networks.Where(network => network.CohortId == cohort.Id && own.Contains(network.Id)).Select(network => network.Id).ToListAsync(ct));
    }

    private static IQueryable<KeptFigures> Of(NetworkHealthDb db, Actor by, Cohort cohort)
    {
        var owner = by.PersonId;
        return db.KeptFigures.Where(kept => kept.CohortId == cohort.Id && kept.OwnerId == owner);
    }
}
