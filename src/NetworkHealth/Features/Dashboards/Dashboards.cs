using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Features.Trajectories;

namespace NetworkHealth.Features.Dashboards;

/// <summary>Reads dashboards, in a number of statements that grows neither with networks nor with cycles.</summary>
public sealed class Dashboards(IDbContextFactory<NetworkHealthDb> dbs)
{
    /// <param name="by">Who reads: nothing that they may not see is counted or filtered by.</param>
    /// <param name="slug">Of the cohort.</param>
    /// <param name="address">What the address asks for, such as <c>?cycle=2025&amp;focus=instructional</c>.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null when there is no such cohort for this actor.</returns>
    public async Task<Dashboard?> Read(Actor by, string slug, string address, CancellationToken ct = default)
    {
        var asked = new AskedView(address);
        await using var db = await dbs.CreateDbContextAsync(ct);
        // First, so that nothing counted below is older than it says.
        var asOf = await (from change in db.Changes
                          where db.Cohorts.Any(cohort => cohort.Slug == slug && cohort.Id == change.CohortId) && ChangeActions.OfData.Contains(change.Action)
                          orderby change.Number descending
                          select new { change.At }).FirstOrDefaultAsync(ct);
        var source = asked.Take("source", "source of ratings", RatingSourceWords.Parse);
        var reading = await CohortReading.Of(db, by, slug, source, ct);
        if (reading is null && source is { } hidden && (reading = await CohortReading.Of(db, by, slug, null, ct)) is not null)
            asked.Drop("source", $"There are no ratings by {hidden.ByMany()} for you here, so that choice is left out.");
        if (reading is null)
            return null;

        var cohort = CohortTable.Of(reading);
        Cycle? Known(string text) => reading.Cohort.Cycles.FirstOrDefault(cycle => $"{cycle.Year}" == text);
        var cycle = Known($"{asked.Take("cycle", "cycle", text => Known(text)?.Year)}") ?? cohort.Cycles.LastOrDefault(known => !known.IsOpen && cohort.RatedYears.Contains(known.Year)) ?? (cohort.Cycles is [.., var last] ? last : null);
        var beside = Known($"{asked.Take("beside", "cycle", text => Known(text)?.Year)}");
        if (beside is not null && beside == cycle)
        {
            asked.Drop("beside", $"{cycle.Shown} cannot stand beside itself, so it stands alone.");
            beside = null;
        }
        else if (beside is not null && cycle is not null && beside.Year > cycle.Year)
        {
            (cycle, beside) = (beside, cycle); // time goes one way
        }

        string? before = asked.Take("before", "the cycle before", [.. reading.Cohort.Cycles.Where(known => known.Year < cycle?.Year).Select(known => $"{known.Year}"), Dashboard.NoneBefore]);
        if (before is not null && beside is not null)
            asked.Drop("before", $"Moves are shown from {beside.Shown}, which stands beside, so the other cycle before is left out.");

        ChosenFilter[] filters =
        [
            .. from facet in Facet.All
               let code = asked.Take(facet.Name, $"“{facet.Words}”", facet.Choices.Select(choice => choice.Code))
               where code is not null
               select new ChosenFilter(facet, code),
        ];
        var subject = asked.Take("subject", "subject", SubjectWords.Parse) ?? Subject.Overall;
        string query = asked.Query;
        int? page = asked.Take("page", "page", text => int.TryParse(text, out int number) && number > 0 ? number : (int?)null);
        asked.RefuseRest();

        return new Dashboard
        {
            Cohort = cohort,
            Cycles = reading.Cohort.Cycles,
            All = await Seen(db, reading, cohort.Networks, by, cycle, ct),
            Filters = filters,
            Refused = asked.Refused,
            Query = query,
            Cycle = cycle,
            Before = beside ?? Known(before ?? $"{cohort.RatedYears.LastOrDefault(year => year < cycle?.Year)}"),
            IsSideBySide = beside is not null,
            Subject = subject,
            Page = page ?? 1,
            AsOf = asOf?.At,
            FollowsTheWork = by.IsAdministrator || by.EvaluatedCohorts.Contains(reading.Cohort.Id),
        };
    }

    private static async Task<IReadOnlyList<SeenNetwork>> Seen(NetworkHealthDb db, CohortReading reading, IReadOnlyList<CohortTableRow> rows, Actor by, Cycle? cycle, CancellationToken ct)
    {
        var (telling, source, year) = (Telling(reading, by), reading.Ratings.Source, cycle?.Year ?? 0);
        Guid[] ids = [.. reading.Networks.Select(network => network.Id)];
        var common = new CommonValues([.. reading.Networks.Select(network => network.Profile)]);
        var drafts = (await db.Drafts.AsNoTracking().Where(draft => ids.Contains(draft.NetworkId) && draft.Source == source)
            .Select(draft => new { draft.NetworkId, draft.Year }).ToListAsync(ct)).ToLookup(draft => draft.NetworkId, draft => draft.Year);
        var told = (await db.ContextEntries.AsNoTracking().Where(entry => telling.Contains(entry.NetworkId) && entry.Year == year && entry.Value != "")
            .Select(entry => new { entry.NetworkId, entry.Item, entry.Value }).ToListAsync(ct)).ToLookup(entry => entry.NetworkId);
        var teams = (await (from team in db.Teams.AsNoTracking()
                            where telling.Contains(team.NetworkId) && !team.IsRemoved
                            join of in db.TeamYears.AsNoTracking().Where(of => of.Year == year) on team.Id equals of.TeamId into years
                            from of in years.DefaultIfEmpty()
                            select new { team.NetworkId, Year = of }).ToListAsync(ct)).ToLookup(team => team.NetworkId, team => team.Year?.Traction.Stage);
        return [.. reading.Networks.Select((network, place) =>
        {
            bool sees = reading.Sight(network) >= Sight.Levels;
            var ratings = sees ? reading.Ratings.Of(network.Id).ToList() : [];
            return new SeenNetwork(
                rows[place], network.IsCodeOnly ? common.Of(network.Profile) : network.Profile, ratings.ToDictionary(rating => rating.Year, rating => rating.Answers), ratings.ToDictionary(rating => rating.Year, rating => rating.FrameworkVersion),
                sees ? [.. drafts[network.Id]] : [], network.IsArchived,
                telling.Contains(network.Id), told[network.Id].ToDictionary(entry => entry.Item, entry => entry.Value), [.. teams[network.Id]]);
        })];
    }

    // What a hub tells of its years goes with the evidence of its own ratings, whoever judged the levels shown.
    private static HashSet<Guid> Telling(CohortReading reading, Actor by) =>
        [.. reading.Networks.Where(network => by.ReadsPlans(reading.Cohort, network)).Select(network => network.Id)];
}
