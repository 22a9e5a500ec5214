using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.DataImport;

/// <summary>Holds the labels that a file gives against those of the rule. A difference is worth knowing, not a mistake.</summary>
internal static class PublishedLabels
{
    public static async Task<List<string>> Differences(NetworkHealthDb db, Guid cohortId, RatingsFile file, CancellationToken ct)
    {
        if (file.PublishedLabels.Count == 0)
            return [];

        var rows = await (from network in db.Networks
                          where network.CohortId == cohortId
                          join revision in db.CurrentRevisions on network.Id equals revision.NetworkId
                          orderby revision.Year
                          select new { network.Code, revision.Source, revision.Year, revision.Answers.Overall }).ToListAsync(ct);
        var rated = rows.Where(row => row.Overall?.Level is not null).ToLookup(row => (row.Code, row.Source), row => row.Overall!.Value.Level!.Value);

        return [.. from given in file.PublishedLabels
                   let ours = TrajectoryRule.Label([.. rated[(given.Code, given.Source)]])
                   where TrajectoryLabelWords.Parse(given.Label) != ours
                   select $"line {given.Line}, published_label: The file says “{given.Label}” for {given.Code}, rule {TrajectoryRule.Version} says “{ours.Words()}”."];
    }
}
