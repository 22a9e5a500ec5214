using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Features.Trajectories;

namespace NetworkHealth.Features.Benchmarks;

/// <summary>
/// Reads a network beside the others of its cohort, in a number of statements that does not grow with them. What a network shares with its
/// funder plays no part: no other network is told by itself. Those that the reader belongs to are no others, nor those whose levels they read
/// as a funder while they do not read all: whoever knows levels among few could take them out.
/// </summary>
public sealed class BesideOthers(IDbContextFactory<NetworkHealthDb> dbs)
{
    /// <param name="by">Somebody of the hub, an administrator, or an evaluator of the cohort, who reads external ratings only.</param>
    /// <param name="slug">Slug of the cohort.</param>
    /// <param name="code">Code of the network.</param>
    /// <param name="source">As the address has it; unsaid or unknown, the hub's own if the reader sees any, else external.</param>
    /// <param name="cycle">A year as the address has it; unsaid or unknown, the newest closed cycle in which the source rated the network.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null when there is no such network for this actor, or none of its levels by this source.</returns>
    public async Task<BesideView?> Read(Actor by, string slug, string code, string? source = null, string? cycle = null, CancellationToken ct = default)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await NetworkPlace.Find(db, by, slug, code, ct) is not { } place || !by.MaySee(place.Network))
            return null;
        var (cohort, network, asked) = (place.Cohort, place.Network, RatingSourceWords.Parse(source));
        if (asked is { } one && !by.Sees(network, one))
            return null;

        var closings = await Closings.Of(db, cohort.Id, ct);
        var closed = cohort.Cycles.Where(of => !of.IsOpen).ToDictionary(of => of.Year);
        var own = (await Judged.Of(db.Revisions.Where(revision => revision.NetworkId == network.Id), ct)).Where(revision => by.Sees(network, revision.Source)).ToList();
        var settled = own.Where(revision => closed.ContainsKey(revision.Year)).GroupBy(revision => (revision.Source, revision.Year))
            .Select(rating => Judged.Then(rating, closings.Of(rating.Key.Year, rating.Key.Source)[^1])).OfType<Judged>().ToList();
        RatingSource[] sources = [.. settled.Select(rating => rating.Source).Distinct().Order()];
        var chosen = asked ?? (sources is [var first, ..] ? first : by.Sees(network, RatingSource.Self) ? RatingSource.Self : RatingSource.External);
        var rated = settled.Where(rating => rating.Source == chosen).OrderBy(rating => rating.Year).ToList();
        var shown = rated.Find(rating => $"{rating.Year}" == cycle) ?? (rated is [.., var newest] ? newest : null);

        string[] ignored = [.. new[] { IgnoredSource(source, asked), IgnoredCycle(cycle, cohort, shown, chosen) }.OfType<string>()];
        var menu = await NetworkMenu.Of(db, by, place, ct, chosen);
        IReadOnlyList<Cycle> cycles = [.. rated.Select(rating => closed[rating.Year])];
        if (shown is null)
            return new BesideView(menu, chosen, sources, cycles, null, ignored, [], BesideFindings.WhyNone(closed.Count > 0, chosen), null, IsRevisedSince: false);

        Guid[] belongs = [network.Id, .. by.OwnNetworks, .. await ReadAsFunder(db, by, cohort, chosen, ct)];
        var others = (await Judged.Of(db.Revisions.Where(revision => revision.Year == shown.Year && revision.Source == chosen && !belongs.Contains(revision.NetworkId)
                && db.Networks.Any(other => other.Id == revision.NetworkId && other.CohortId == cohort.Id)), ct)).ToLookup(revision => revision.NetworkId);
        var then = closings.Of(shown.Year, chosen).Select(closing => others.Select(other => Judged.Then(other, closing)).OfType<Judged>().ToList()).ToList();
        List<SubjectBeside> subjects = [.. SubjectWords.All.Select(subject => Beside(subject, shown, then))];
        return new BesideView(
            menu, chosen, sources, cycles, closed[shown.Year], ignored, subjects,
            subjects.Exists(subject => subject.Benchmark.Others is not null) ? null
                : BesideFindings.WhyTooFew(chosen, then[^1].Count, then[^1].Count(other => other.FrameworkVersion == shown.FrameworkVersion), shown.FrameworkVersion),
            shown.FrameworkVersion, own.Exists(revision => (revision.Year, revision.Source) == (shown.Year, chosen) && revision.Number > shown.Number));
    }

    private static async Task<IEnumerable<Guid>> ReadAsFunder(NetworkHealthDb db, Actor by, Cohort cohort, RatingSource source, CancellationToken ct)
    {
        if (by.IsAdministrator || !by.FundedCohorts.Contains(cohort.Id))
            return [];
        var networks = await db.Networks.AsNoTracking().Where(network => network.CohortId == cohort.Id).ToListAsync(ct);
        return networks.All(network => by.SightOf(cohort, network, source) >= Sight.Levels) ? []
            : networks.Where(network => by.SightOf(cohort, network, source) >= Sight.Levels).Select(network => network.Id);
    }

    private static SubjectBeside Beside(Subject subject, Judged own, IEnumerable<List<Judged>> closings) => new(
        subject, own.Answers[subject],
        Benchmark.Of(own.Answers[subject]?.Level, closings.Select(others => others
            .Where(other => other.FrameworkVersion == own.FrameworkVersion && other.Answers[subject]?.Level is not null)
            .ToDictionary(other => other.NetworkId, other => other.Answers[subject]!.Value.Level!.Value))));

    private static string? IgnoredSource(string? source, RatingSource? asked) =>
        string.IsNullOrEmpty(source) || asked is not null ? null : "The address asks for raters that do not exist. It is read as if it did not name any.";

    private static string? IgnoredCycle(string? cycle, Cohort cohort, Judged? shown, RatingSource source)
    {
        if (string.IsNullOrEmpty(cycle) || $"{shown?.Year}" == cycle)
            return null;
        var known = int.TryParse(cycle, NumberStyles.None, CultureInfo.InvariantCulture, out int year) ? cohort.Cycles.FirstOrDefault(of => of.Year == year) : null;
        return known switch
        {
            null => "The address asks for a cycle that this cohort does not have.",
            { IsOpen: true } => $"{known.Shown} is still open. It can be compared once it is closed.",
            _ => $"This network was not rated by {source.By()} when {known.Shown} was closed.",
        } + (shown is null ? "" : " The newest cycle that can be compared stands here instead.");
    }
}
