using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Features.Trajectories;

namespace NetworkHealth.Features.AnnualRating;

/// <summary>Opens, reopens, discards and submits ratings: what a leader or evaluator does once or twice a year. Each is one change.</summary>
public sealed class Drafts(IDbContextFactory<NetworkHealthDb> dbs, TimeProvider clock)
{
    /// <summary>Opens a draft, or finds the one that is open. Where the rating was submitted before, it is opened again.</summary>
    /// <param name="by">A rater; for opening again, one who submits.</param>
    /// <param name="address">Which rating.</param>
    /// <param name="reason">Why it is opened again; needed when it was submitted before.</param>
    /// <param name="ct">Cancels, and nothing is opened.</param>
    /// <exception cref="DomainRuleException">The actor may not, the cycle is closed or unknown, or the reason is missing.</exception>
    public async Task Open(Actor by, RatingAddress address, string? reason = null, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        await using var change = await db.BeginChange(by, clock, ct);
        var place = await RatingPlace.Open(db, by, address, ct);
        by.MustRate(place.Network, address.Source);
        if (await place.Draft(db, ct) is not null)
            return;

        var current = await Current(db, place, ct);
        if (current is not null)
            by.MustSubmit(place.Network, address.Source);
        db.Drafts.Add(new Draft(place.Network.Id, address.Year, address.Source, clock.GetUtcNow(), current, reason));
        await Commit(change, current is null ? ChangeAction.RatingOpened : ChangeAction.RatingReopened, place, new { from = current?.Number ?? 0 }, ct);
    }

    /// <summary>Makes the draft the next revision.</summary>
    /// <param name="by">The hub leader, or an evaluator.</param>
    /// <param name="address">Which rating.</param>
    /// <param name="edition">The <see cref="Draft.Edition"/> that was read before submitting.</param>
    /// <param name="ct">Cancels, and nothing is submitted.</param>
    /// <returns>The number of the revision.</returns>
    /// <exception cref="DomainRuleException">The draft is incomplete, was submitted or changed meanwhile, or the actor may not.</exception>
    public async Task<int> Submit(Actor by, RatingAddress address, string edition, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        await using var change = await db.BeginChange(by, clock, ct);
        var place = await RatingPlace.Open(db, by, address, ct);
        by.MustSubmit(place.Network, address.Source);
        var current = await Current(db, place, ct);
        // An edition begins with the revision that the draft began from: if that is still current, the draft was discarded.
        var draft = await place.Draft(db, ct) ?? throw new DomainRuleException(current is null || edition.StartsWith($"{current.Number}.", StringComparison.Ordinal)
            ? "There is no draft to submit."
            : $"Somebody else submitted this rating a moment ago, as revision {current.Number}. Nothing was submitted twice.");
        if (draft.Edition != edition)
            throw new DomainRuleException("The draft changed while you read it. Read it as it is now, then submit.");

        var rating = new Rating(place.Network.Id, address.Year, address.Source, current is null ? [] : [current]);
        var today = clock.GetUtcNow();
        var revision = rating.Submit(draft, new DateOnly(today.Year, today.Month, 1), change.Number);
        db.Revisions.Add(revision);
        db.Drafts.Remove(draft);
        await InTime(() => change.Save(ct));
        await OwnLabels.LetLapse(db, change, db.Networks.Where(network => network.Id == place.Network.Id), ct);
        await Commit(change, ChangeAction.RatingSubmitted, place, new { revision = revision.Number }, ct);
        return revision.Number;
    }

    /// <summary>Goes on from a revision that came while the draft was open, with what the draft says.</summary>
    /// <exception cref="DomainRuleException">There is nothing to go on from, the reason is missing, or the actor may not.</exception>
    public Task GoOn(Actor by, RatingAddress address, string? reason, CancellationToken ct = default) =>
        Alter(by, address, ChangeAction.DraftContinued, (draft, current) =>
        {
            if (current is null || current.Number == draft.BeganFrom)
                throw new DomainRuleException("This draft begins from the current revision already.");
            draft.GoOnFrom(current, reason);
        }, ct);

    /// <summary>Says otherwise why the rating is opened again.</summary>
    /// <exception cref="DomainRuleException">The reason is missing or too long, or the actor may not.</exception>
    public Task SayWhy(Actor by, RatingAddress address, string? reason, CancellationToken ct = default) =>
        Alter(by, address, ChangeAction.DraftContinued, (draft, _) => draft.SayWhy(reason), ct);

    /// <summary>Moves a draft that was begun under an earlier framework to the current one.</summary>
    /// <exception cref="DomainRuleException">The actor may not.</exception>
    public Task Move(Actor by, RatingAddress address, CancellationToken ct = default) =>
        Alter(by, address, ChangeAction.DraftMoved, (draft, _) => draft.MoveToCurrentRubric(), ct);

    /// <summary>Throws the draft away; submitted revisions stay.</summary>
    /// <param name="by">The hub leader, or an evaluator.</param>
    /// <param name="address">Which rating.</param>
    /// <param name="edition">The <see cref="Draft.Edition"/> that was read before discarding.</param>
    /// <param name="ct">Cancels, and nothing is discarded.</param>
    /// <exception cref="DomainRuleException">There is none, it changed meanwhile, or the actor may not.</exception>
    public async Task Discard(Actor by, RatingAddress address, string edition, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        await using var change = await db.BeginChange(by, clock, ct);
        var place = await RatingPlace.Find(db, by, address, ct) ?? throw new DomainRuleException("There is no such network here.");
        by.MustSubmit(place.Network, address.Source);
        var draft = await place.Draft(db, ct) ?? throw new DomainRuleException("There is no draft here any more.");
        if (draft.Edition != edition)
            throw new DomainRuleException("The draft changed while you read this. Look at what would be lost now.");
        db.Drafts.Remove(draft);
        await Commit(change, ChangeAction.DraftDiscarded, place, new { }, ct);
    }

    private async Task Alter(Actor by, RatingAddress address, ChangeAction action, Action<Draft, Revision?> what, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        await using var change = await db.BeginChange(by, clock, ct);
        var place = await RatingPlace.Open(db, by, address, ct);
        by.MustSubmit(place.Network, address.Source);
        var draft = await place.Draft(db, ct) ?? throw new DomainRuleException("There is no draft here any more.");
        what(draft, await Current(db, place, ct));
        await Commit(change, action, place, new { from = draft.BeganFrom }, ct);
    }

    private static Task<Revision?> Current(NetworkHealthDb db, RatingPlace place, CancellationToken ct) =>
        place.Revisions(db).Include(revision => revision.Grounds).OrderByDescending(revision => revision.Number).FirstOrDefaultAsync(ct);

    private static Task Commit(OpenChange change, ChangeAction action, RatingPlace place, object details, CancellationToken ct) => InTime(() =>
        change.Commit(action, place.Cohort.Id, $"rating:{place.Network.Id}/{place.Address.Year}/{place.Address.Source.Code()}", details, ct));

    private static async Task InTime(Func<Task> save)
    {
        try
        {
            await save();
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new DomainRuleException("Somebody wrote in the draft at the same moment. Read it as it is now, then try again.");
        }
    }
}
