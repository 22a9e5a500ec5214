using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Shell;

namespace NetworkHealth.Features.AnnualRating;

/// <summary>Everything that the pages of one rating show.</summary>
/// <param name="Address">Which rating.</param>
/// <param name="CohortName">Name of the cohort.</param>
/// <param name="Network">The network.</param>
/// <param name="Cycle">The cycle; null when the cohort has no such year.</param>
/// <param name="OpenCycles">Those that can be rated now.</param>
/// <param name="MayRate">Whether the reader is one of the raters.</param>
/// <param name="MaySubmit">Whether the reader submits.</param>
/// <param name="Draft">The open draft; null where there is none or it is not for this reader.</param>
/// <param name="Revisions">All submitted revisions for raters, the current one for others, newest first; earlier ones with what they rest on in a history only.</param>
/// <param name="Before">The latest earlier year that was rated by the same source, if any.</param>
public sealed record RatingView(
    RatingAddress Address, string CohortName, Network Network, Cycle? Cycle, IReadOnlyList<Cycle> OpenCycles, bool MayRate, bool MaySubmit,
    Draft? Draft, IReadOnlyList<Revision> Revisions, YearBefore? Before)
{
    public Revision? Current => Revisions.Count > 0 ? Revisions[0] : null;

    /// <summary>How each of the revisions came here, in their order.</summary>
    public IReadOnlyList<Submission> Submissions { get; init; } = [];

    public Submission SubmissionOf(Revision revision) => Submissions.Single(submission => submission.Revision == revision.Number);

    public string Shown => Cycle?.Shown ?? $"{Address.Year}";

    /// <summary>Whether a revision came while the draft was open.</summary>
    public bool IsOvertaken => Draft is not null && Draft.BeganFrom != (Current?.Number ?? 0);

    /// <summary>Under which name a browser keeps what this person typed here and the server does not have yet.</summary>
    public string Keeping(Actor by) => $"{by.PersonId}/{Address.Cohort}/{Address.Code}/{Address.Year}/{Address.Source.Code()}";

    /// <summary>Address of one of the rating's pages.</summary>
    public string Link(string page = "", string query = "") => Links.Rating(Address.Cohort, Address.Code, Address.Year, Address.Source, page, query);
}

/// <summary>How a revision came here: its change.</summary>
/// <param name="Revision">Its number.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Action">What was done: it was submitted, or came from a file.</param>
/// <param name="By">Who did it; null for the operator.</param>
/// <param name="Who">What that person is called, for raters only; null when they have no account.</param>
public sealed record Submission(int Revision, DateTimeOffset At, ChangeAction Action, Guid? By, string? Who)
{
    public bool IsImported => Action == ChangeAction.RatingsImported;

    public string Day => English.Day(DateOnly.FromDateTime(At.UtcDateTime));

    /// <summary>“submitted 12 June 2023”.</summary>
    public string When => $"{(IsImported ? "imported" : "submitted")} {Day}";
}

/// <summary>What the last rated year before this one said.</summary>
/// <param name="Shown">How the year is shown.</param>
/// <param name="Revision">Its current revision.</param>
public sealed record YearBefore(string Shown, Revision Revision);

/// <summary>Reads one rating, in a number of statements that does not grow with its history.</summary>
public sealed class RatingViews(IDbContextFactory<NetworkHealthDb> dbs)
{
    /// <summary>The rating by the source asked for; else the hub's own, or the external one for who sees only that.</summary>
    /// <returns>Null when there is no such network for this actor.</returns>
    public async Task<RatingView?> Read(
        Actor by, string cohort, string code, int year, RatingSource? source, bool history = false, CancellationToken ct = default) =>
        source is { } asked
            ? await Read(by, new RatingAddress(cohort, code, year, asked), history, ct)
            : await Read(by, new RatingAddress(cohort, code, year, RatingSource.Self), history, ct)
              ?? await Read(by, new RatingAddress(cohort, code, year, RatingSource.External), history, ct);

    /// <param name="by">Who reads.</param>
    /// <param name="address">Which rating.</param>
    /// <param name="history">Whether earlier revisions come with what they rest on; the current one always does.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null when there is no such network for this actor.</returns>
    public async Task<RatingView?> Read(Actor by, RatingAddress address, bool history = false, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await RatingPlace.Find(db, by, address, ct) is not { } place)
            return null;

        bool mayRate = by.Rates(place.Network, address.Source);
        var draft = mayRate ? await place.Draft(db, ct) : null;
        var submitted = await Submitted(db, place, mayRate, history, ct);
        return new RatingView(
            address, place.Cohort.Name, place.Network, place.Cycle, [.. place.Cycles.Where(cycle => cycle.IsOpen)],
            mayRate, by.Submits(place.Network, address.Source), draft, [.. submitted.Select(each => each.Revision)], await Before(db, place, ct))
        {
            Submissions = [.. submitted.Select(each => each.Submission)],
        };
    }

    // One statement for both, so that nothing is submitted between them.
    private static async Task<IReadOnlyList<(Revision Revision, Submission Submission)>> Submitted(
        NetworkHealthDb db, RatingPlace place, bool mayRate, bool history, CancellationToken ct)
    {
        int earliest = mayRate && !history ? await place.Revisions(db).MaxAsync(revision => (int?)revision.Number, ct) ?? 0 : 0;
        var read = await (
            from revision in place.Revisions(db).AsNoTracking().Include(r => r.Grounds.Where(grounds => grounds.Revision >= earliest))
            join change in db.Changes on revision.Change equals change.Number
            join person in db.Users on change.ActorId equals (Guid?)person.Id into people
            from person in people.DefaultIfEmpty()
            orderby revision.Number descending
            select new { revision, change.At, change.Action, change.ActorId, Name = mayRate ? person!.Name : null, Email = mayRate ? person!.Email : null })
            .Take(mayRate ? int.MaxValue : 1).ToListAsync(ct);
        return [.. read.Select(row => (row.revision, new Submission(row.revision.Number, row.At, row.Action, row.ActorId, row.Email is null ? null : PersonText.Shown(row.Name!, row.Email))))];
    }

    private static async Task<YearBefore?> Before(NetworkHealthDb db, RatingPlace place, CancellationToken ct)
    {
        var address = place.Address;
        var before = await db.Revisions.AsNoTracking().Include(r => r.Grounds)
            .Where(r => r.NetworkId == place.Network.Id && r.Source == address.Source && r.Year < address.Year)
            .OrderByDescending(r => r.Year).ThenByDescending(r => r.Number).FirstOrDefaultAsync(ct);
        return before is null ? null : new YearBefore(place.Cohort.Cycles.FirstOrDefault(c => c.Year == before.Year)?.Shown ?? $"{before.Year}", before);
    }
}
