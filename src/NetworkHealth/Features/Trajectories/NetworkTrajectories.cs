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

    /// <summary>What weighed on the network in which year and what it did, as its hub tells; empty for who does not read it.</summary>
    public IReadOnlyList<ToldOfYear> Told { get; init; } = [];

    /// <summary>How a year is shown here.</summary>
    public string Shown(int year) => Cycles.FirstOrDefault(cycle => cycle.Year == year)?.Shown ?? $"{year}";
}

/// <summary>What the reader may do with a network beside reading the ratings of the source shown.</summary>
/// <param name="TakesFiles">Whether there are files of it for this reader.</param>
/// <param name="Rates">Whether they are one of the raters.</param>
/// <param name="SetsLabels">Whether they set another label beside the rule's.</param>
/// <param name="ReadsReports">Whether they read what the levels rest on.</param>
/// <param name="ReadsPlans">Whether they read what the hub plans and tells of its years.</param>
/// <param name="Shares">Whether they choose what the funder reads.</param>
/// <param name="InvitesMembers">Whether they choose who belongs to the hub.</param>
/// <param name="Compares">Whether they see the network beside others.</param>
public sealed record ReaderRights(bool TakesFiles, bool Rates, bool SetsLabels, bool ReadsReports, bool ReadsPlans, bool Shares, bool InvitesMembers, bool Compares);

/// <summary>A network of whose own ratings its funder reads no more than the label.</summary>
/// <param name="CohortSlug">Slug of the cohort.</param>
/// <param name="CohortName">Name of the cohort.</param>
/// <param name="Code">Code of the network.</param>
/// <param name="Name">Its name, or the code where only codes are shown.</param>
/// <param name="Label">Of the overall trajectory.</param>
/// <param name="Flags">Of the same.</param>
/// <param name="HasExternal">Whether an external team rated it too.</param>
public sealed record SharedLabel(
    string CohortSlug, string CohortName, string Code, string Name, TrajectoryLabel Label, IReadOnlyList<TrajectoryFlag> Flags, bool HasExternal);

/// <summary>What is known of one rating beside its answers.</summary>
public sealed record RatingFacts(int Year, int Revision, string? FrameworkVersion, DateOnly? RatedMonth);

/// <summary>An evidence note of a current revision.</summary>
public sealed record NoteOfYear(int Year, Subject Subject, string Text);

/// <summary>Reads one network's trajectories by one source.</summary>
public sealed class NetworkTrajectories(IDbContextFactory<NetworkHealthDb> dbs)
{
    /// <returns>Null when there is no such network for this actor, or none of its levels by this source.</returns>
    public async Task<NetworkView?> Read(Actor by, string slug, string code, RatingSource? source, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await NetworkPlace.Find(db, by, slug, code, ct) is { } place ? await Levels(db, by, place, source, ct) : null;
    }

    /// <returns>Null unless this actor reads the label of the hub's own ratings and nothing more of them.</returns>
    public async Task<SharedLabel?> ReadLabel(Actor by, string slug, string code, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await NetworkPlace.Find(db, by, slug, code, ct) is { } place ? await Label(db, by, place, ct) : null;
    }

    /// <summary>What the funder of a network would read of it under some sharing, for its leader to see before choosing.</summary>
    /// <returns>Neither where the cohort shows its funder no single network.</returns>
    /// <exception cref="DomainRuleException">The actor does not lead the network.</exception>
    public async Task<(NetworkView? Levels, SharedLabel? Label)> ReadAsFunder(Actor by, string slug, string code, Sharing sharing, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await NetworkPlace.Find(db, by, slug, code, ct) is not { } own || !by.Leads(own.Network))
            throw new DomainRuleException("Only the leader of this hub sees this.");
        var funder = new Actor(null, [new Grant(Guid.Empty, Role.Funder, own.Cohort.Id)]);
        own.Network.Share(sharing, own.Network.IsKeptFromResearch);
        return NetworkPlace.For(funder, own.Cohort, own.Network) is { } place
            ? (await Levels(db, funder, place, RatingSource.Self, ct), await Label(db, funder, place, ct))
            : (null, null);
    }

    private static async Task<SharedLabel?> Label(NetworkHealthDb db, Actor by, NetworkPlace place, CancellationToken ct)
    {
        var (cohort, network) = (place.Cohort, place.Network);
        if (by.SightOf(cohort, network, RatingSource.Self) != Sight.Label)
            return null;
        var all = await CurrentRating.Of(db, [network.Id], ct);
        // Measured against the years that the reader sees of others, and its own: when another hub that shares its label only was rated is no part of this one.
        var ratings = new RatingsOfSource(all, await RatedCycle.Of(db, by, cohort, ct), [], RatingSource.Self);
        var overall = ratings.Trajectory(network.Id, Subject.Overall, [.. ratings.RatedYears.Union(ratings.Leveled(network.Id)).Order()]).Trajectory;
        return new SharedLabel(
            cohort.Slug, cohort.Name, network.Code, network.Name, overall.Label, overall.Flags, all.Any(rating => rating.Source == RatingSource.External));
    }

    private static async Task<NetworkView?> Levels(NetworkHealthDb db, Actor by, NetworkPlace place, RatingSource? source, CancellationToken ct)
    {
        var (cohort, network) = (place.Cohort, place.Network);
        Sight Sight(RatingSource of) => by.SightOf(cohort, network, of);
        if (source is { } asked && Sight(asked) < Domain.Sight.Levels)
            return null;

        var seen = (await CurrentRating.Of(db, [network.Id], ct)).Where(rating => Sight(rating.Source) >= Domain.Sight.Levels).ToList();
        if (source is null && seen.Count == 0 && Sight(RatingSource.Self) == Domain.Sight.Label)
            return null;
        var cycles = await RatedCycle.Of(db, by, cohort, ct);
        // A label beside the rule's comes with its reason, which is text of the raters.
        var ownLabels = (await OwnLabels.Of(db, [network.Id], ct)).Where(label => Sight(label.Source) == Domain.Sight.Evidence).ToList();
        var ratings = new RatingsOfSource(seen, cycles, ownLabels, source ?? (Sight(RatingSource.Self) >= Domain.Sight.Levels ? null : RatingSource.External));
        bool readsEvidence = Sight(ratings.Source) == Domain.Sight.Evidence;
        return new NetworkView(
            cohort.Slug, cohort.Name, network.Code, network.Name, network.Profile,
            ShownCycles.Of(cohort, ratings.RatedYears), [.. network.CyclesOf(cohort).Where(cycle => cycle.IsOpen)], ratings.Source, ratings.Sources, ratings.RatedYears,
            [.. SubjectWords.All.Select(subject => ratings.Trajectory(network.Id, subject))],
            [.. ratings.Of(network.Id).Select(r => new RatingFacts(r.Year, r.Revision, r.FrameworkVersion, r.RatedMonth))],
            readsEvidence ? await Notes(db, network.Id, ratings.Source, ct) : [],
            ratings.Sources.Count < 2 ? null : BothSources.Of(place, RatingSourceWords.All.Select(each => new RatingsOfSource(seen, cycles, ownLabels, each))),
            new ReaderRights(
                by.Sees(network, RatingSource.Self), by.Rates(network, ratings.Source), by.Submits(network, ratings.Source), readsEvidence, by.ReadsPlans(cohort, network), by.Leads(network),
                by.IsAdministrator || by.Leads(network), by.MaySee(network)))
        {
            Told = by.ReadsPlans(cohort, network) ? await ToldOfYear.Of(db, network.Id, ct) : [],
        };
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
