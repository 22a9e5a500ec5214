using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Trajectories;

/// <summary>Of which trajectory a label speaks.</summary>
/// <param name="Cohort">Slug of the cohort.</param>
/// <param name="Code">Code of the network.</param>
/// <param name="Source">Whose ratings.</param>
/// <param name="Subject">Of what.</param>
public sealed record LabelAddress(string Cohort, string Code, RatingSource Source, Subject Subject);

/// <summary>Sets another label beside the rule's, and takes it back: for the hub leader, or for an evaluator. Each is one change.</summary>
public sealed class OwnLabels(IDbContextFactory<NetworkHealthDb> dbs, TimeProvider clock)
{
    /// <summary>Sets a label. What the rule says is made here, from the ratings as they stand.</summary>
    /// <param name="by">Who submits for this source.</param>
    /// <param name="address">Which trajectory.</param>
    /// <param name="label">The other label.</param>
    /// <param name="reason">Why it fits better.</param>
    /// <param name="read">What the rule said when its reader decided.</param>
    /// <param name="ct">Cancels, and nothing is set.</param>
    /// <exception cref="DomainRuleException">The actor may not, the rule says something else by now, or the label or its reason cannot stand.</exception>
    public async Task Set(Actor by, LabelAddress address, TrajectoryLabel label, string? reason, TrajectoryLabel read, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        await using var change = await db.BeginChange(by, clock, ct);
        var place = await Place(db, by, address, ct);
        var rule = RuleLabel(await CurrentRating.Of(db, [place.Network.Id], ct), address.Source, address.Subject);
        if (rule != read)
            throw new DomainRuleException($"A rating came while you wrote: the rule says {rule.Words()} now, not {read.Words()}. Read it again, then decide.");

        var own = await Of(db, place.Network.Id, address).SingleOrDefaultAsync(ct);
        if (own?.StandsBeside(rule) == true && own.Label == label && own.Reason == OwnLabel.CheckedReason(reason))
            return; // sent twice
        if (own is null)
            db.OwnLabels.Add(own = new OwnLabel(place.Network.Id, address.Source, address.Subject));
        own.Set(label, rule, reason);
        change.Keep(own);
        await Commit(change, ChangeAction.OwnLabelSet, place, own, new { subject = address.Subject.Code(), source = address.Source, label, rule }, ct);
    }

    /// <summary>Takes the label back.</summary>
    /// <exception cref="DomainRuleException">The actor may not, or there is none.</exception>
    public async Task Withdraw(Actor by, LabelAddress address, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        await using var change = await db.BeginChange(by, clock, ct);
        var place = await Place(db, by, address, ct);
        var own = await Of(db, place.Network.Id, address).SingleOrDefaultAsync(ct) ?? throw new DomainRuleException("There is no label of your own here.");
        own.Withdraw();
        change.Keep(own);
        await Commit(change, ChangeAction.OwnLabelWithdrawn, place, own, new { subject = address.Subject.Code(), source = address.Source }, ct);
    }

    /// <summary>Ends the labels of these networks whose rule says something else since the ratings that this change has saved.</summary>
    internal static async Task LetLapse(NetworkHealthDb db, OpenChange change, IQueryable<Network> networks, CancellationToken ct)
    {
        var standing = await db.OwnLabels.Where(own => own.Label != null && !own.HasLapsed && networks.Any(network => network.Id == own.NetworkId)).ToListAsync(ct);
        if (standing.Count == 0)
            return;
        var ratings = (await CurrentRating.Of(db, [.. standing.Select(own => own.NetworkId).Distinct()], ct)).ToLookup(rating => rating.NetworkId);
        foreach (var own in standing.Where(own => own.RuleLabel != RuleLabel(ratings[own.NetworkId], own.Source, own.Subject)))
        {
            own.Lapse();
            change.Keep(own);
        }
    }

    /// <summary>Those of these networks that were not withdrawn.</summary>
    internal static Task<List<OwnLabel>> Of(NetworkHealthDb db, IReadOnlyList<Guid> networkIds, CancellationToken ct) =>
        db.OwnLabels.AsNoTracking().Where(own => networkIds.Contains(own.NetworkId) && own.Label != null).ToListAsync(ct);

    private static IQueryable<OwnLabel> Of(NetworkHealthDb db, Guid networkId, LabelAddress address) =>
        db.OwnLabels.Where(own => own.NetworkId == networkId && own.Source == address.Source && own.Subject == address.Subject);

    private static async Task<NetworkPlace> Place(NetworkHealthDb db, Actor by, LabelAddress address, CancellationToken ct)
    {
        var place = await NetworkPlace.Find(db, by, address.Cohort, address.Code, ct);
        if (place is null || !by.Sees(place.Network, address.Source))
            throw new DomainRuleException("There is no such network here.");
        if (!by.Submits(place.Network, address.Source))
            throw new DomainRuleException(address.Source == RatingSource.Self ? "Only the leader of this hub sets another label." : "Only an evaluator of this cohort sets another label.");
        return place;
    }

    private static TrajectoryLabel RuleLabel(IEnumerable<CurrentRating> ratings, RatingSource source, Subject subject) =>
        TrajectoryRule.Label([.. ratings.Where(rating => rating.Source == source).Select(rating => rating.Answers[subject]?.Level).OfType<Level>()]);

    private static Task<Change> Commit(OpenChange change, ChangeAction action, NetworkPlace place, OwnLabel own, object details, CancellationToken ct) =>
        change.Commit(action, place.Cohort.Id, $"label:{own.Id}", details, ct);
}
