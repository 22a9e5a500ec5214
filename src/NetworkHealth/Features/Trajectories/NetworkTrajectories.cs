using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Trajectories;

/// <summary>Everything that the pages of one network show.</summary>
public sealed record NetworkView(
    string CohortSlug, string CohortName, string Code, string Name, NetworkProfile Profile,
    IReadOnlyList<Cycle> Cycles, IReadOnlyList<Cycle> OpenCycles, RatingSource Source, IReadOnlyList<RatingSource> Sources,
    IReadOnlyList<int> RatedYears, IReadOnlyList<SubjectTrajectory> Subjects, IReadOnlyList<RatingFacts> Ratings, IReadOnlyList<NoteOfYear> Notes,
    BothSources? Both, ReaderRights Reader)
{
    public SubjectTrajectory Overall => Subjects[(int)Subject.Overall];

    /// <summary>How a year is shown here.</summary>
    public string Shown(int year) => Cycles.FirstOrDefault(cycle => cycle.Year == year)?.Shown ?? $"{year}";
}

/// <summary>What the reader may do with a network beside reading the ratings of the source shown.</summary>
/// <param name="TakesFiles">Whether there are files of it for this reader.</param>
/// <param name="Rates">Whether they are one of the raters.</param>
/// <param name="SetsLabels">Whether they set another label beside the rule's.</param>
/// <param name="InvitesMembers">Whether they choose who belongs to the hub.</param>
public sealed record ReaderRights(bool TakesFiles, bool Rates, bool SetsLabels, bool InvitesMembers);

/// <summary>What is known of one rating beside its answers.</summary>
public sealed record RatingFacts(int Year, int Revision, string? FrameworkVersion, DateOnly? RatedMonth);

/// <summary>An evidence note of a current revision.</summary>
public sealed record NoteOfYear(int Year, Subject Subject, string Text);

/// <summary>Reads one network's trajectories by one source.</summary>
public sealed class NetworkTrajectories(IDbContextFactory<NetworkHealthDb> dbs)
{
    /// <returns>Null when there is no such network for this actor.</returns>
    public async Task<NetworkView?> Read(Actor by, string slug, string code, RatingSource? source, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await NetworkPlace.Find(db, by, slug, code, ct) is not { } place || (source is { } asked && !by.Sees(place.Network, asked)))
            return null;

        var (cohort, network) = (place.Cohort, place.Network);
        var seen = (await CurrentRating.Of(db, [network.Id], ct)).Where(rating => by.Sees(network, rating.Source)).ToList();
        var cycles = await RatedCycle.Of(db, cohort.Id, ct);
        var ownLabels = await OwnLabels.Of(db, [network.Id], ct);
        var ratings = new RatingsOfSource(seen, cycles, ownLabels, source ?? (by.Sees(network, RatingSource.Self) ? null : RatingSource.External));
        return new NetworkView(
            cohort.Slug, cohort.Name, network.Code, network.Name, network.Profile,
            ShownCycles.Of(cohort, ratings.RatedYears), [.. network.CyclesOf(cohort).Where(cycle => cycle.IsOpen)], ratings.Source, ratings.Sources, ratings.RatedYears,
            [.. SubjectWords.All.Select(subject => ratings.Trajectory(network.Id, subject))],
            [.. ratings.Of(network.Id).Select(r => new RatingFacts(r.Year, r.Revision, r.FrameworkVersion, r.RatedMonth))],
            await Notes(db, network.Id, ratings.Source, ct),
            ratings.Sources.Count < 2 ? null : BothSources.Of(place, RatingSourceWords.All.Select(each => new RatingsOfSource(seen, cycles, ownLabels, each))),
            new ReaderRights(by.Sees(network, RatingSource.Self), by.Rates(network, ratings.Source), by.Submits(network, ratings.Source),
                by.IsAdministrator || by.Submits(network, RatingSource.Self)));
    }

    private static async Task<IReadOnlyList<NoteOfYear>> Notes(NetworkHealthDb db, Guid networkId, RatingSource source, CancellationToken ct)
    {
        var grounds = await (from current in db.CurrentRevisions
                             where current.NetworkId == networkId && current.Source == source
                             from of in current.Grounds
                             orderby of.Year, of.Subject
                             select of).AsNoTracking().ToListAsync(ct);
        return [.. grounds.Where(of => of.Grounds.Seen is not null).Select(of => new NoteOfYear(of.Year, of.Subject, of.Grounds.Seen!))];
    }
}
