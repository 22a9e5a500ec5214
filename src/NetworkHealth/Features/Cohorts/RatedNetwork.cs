using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Cohorts;

/// <summary>What was current of one rating of a cycle, as tables of counts need it: the numbers that are stored.</summary>
internal sealed record RatedNetwork(
    Guid NetworkId, string Source, string? FrameworkVersion, short? A0, short? A1, short? A2, short? A3, short? A4, short? A5, short? A6)
{
    private static readonly string Columns = string.Join(", ", RevisionSql.Answers.Select((column, i) => $"v.{column} AS \"A{i}\""));

    /// <summary>The level of a subject; null where it has none.</summary>
    public Level? Level(Subject subject) => (subject switch
    {
        Subject.Overall => A0,
        Subject.HubLeadership => A1,
        Subject.RolesAndEngagement => A2,
        Subject.ContinuousImprovement => A3,
        Subject.NetworkConnections => A4,
        Subject.NetworkCulture => A5,
        _ => A6,
    }) is { } stored and >= 0 ? (Level)stored : null;

    /// <param name="db">Inside an open change that has written its revisions.</param>
    /// <param name="cohortId">The cohort.</param>
    /// <param name="year">The cycle.</param>
    /// <param name="after">The number of the change after which they stood so; null for now.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<ILookup<RatingSource, RatedNetwork>> Of(NetworkHealthDb db, Guid cohortId, int year, long? after, CancellationToken ct)
    {
        string sql = $$"""
            SELECT v.network_id AS "NetworkId", v.source AS "Source", v.framework_version AS "FrameworkVersion", {{Columns}}
            FROM networks n
            JOIN revisions v ON v.network_id = n.id
            WHERE n.cohort_id = {0} AND v.year = {2} AND v.change <= {1}
              AND {{RevisionSql.IsCurrent("v", " AND w.change <= {1}")}}
            """;
        var rated = await db.Database.SqlQueryRaw<RatedNetwork>(sql, cohortId, after ?? long.MaxValue, year).ToListAsync(ct);
        return rated.ToLookup(rating => RatingSourceWords.Parse(rating.Source)!.Value);
    }
}
