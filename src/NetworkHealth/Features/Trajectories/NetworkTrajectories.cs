using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Trajectories;

/// <summary>Everything that the pages of one network show.</summary>
public sealed record NetworkView(
    string CohortSlug, string CohortName, string Code, string Name, NetworkProfile Profile,
    IReadOnlyList<Cycle> Cycles, IReadOnlyList<Cycle> OpenCycles, RatingSource Source, IReadOnlyList<RatingSource> Sources,
    IReadOnlyList<int> RatedYears, IReadOnlyList<SubjectTrajectory> Subjects, IReadOnlyList<RatingFacts> Ratings, IReadOnlyList<NoteOfYear> Notes)
{
    public SubjectTrajectory Overall => Subjects[(int)Subject.Overall];

    /// <summary>How a year is shown here.</summary>
    public string Shown(int year) => Cycles.FirstOrDefault(cycle => cycle.Year == year)?.Shown ?? $"{year}";
}

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
        var cohort = await db.Cohorts.AsNoTracking().SingleOrDefaultAsync(c => c.Slug == slug, ct);
        var network = cohort is null ? null : await db.Networks.AsNoTracking().SingleOrDefaultAsync(n => n.CohortId == cohort.Id && n.Code == code, ct);
        if (cohort is null || network is null || !by.MaySee(network) || (source is { } asked && !by.Sees(network, asked)))
            return null;

        var seen = (await CurrentRating.Of(db, [network.Id], ct)).Where(rating => by.Sees(network, rating.Source)).ToList();
        var ratings = new RatingsOfSource(
            seen, await RatedCycle.Of(db, cohort.Id, ct), source ?? (by.Sees(network, RatingSource.Self) ? null : RatingSource.External));
        return new NetworkView(
            cohort.Slug, cohort.Name, network.Code, network.Name, network.Profile,
            ShownCycles.Of(cohort, ratings.RatedYears), [.. cohort.Cycles.Where(cycle => cycle.IsOpen)], ratings.Source, ratings.Sources, ratings.RatedYears,
            [.. SubjectWords.All.Select(subject => ratings.Trajectory(network.Id, subject))],
            [.. ratings.Of(network.Id).Select(r => new RatingFacts(r.Year, r.Revision, r.FrameworkVersion, r.RatedMonth))],
            await Notes(db, network.Id, ratings.Source, ct));
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
