using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.DataImport;

/// <summary>
/// The ratings of a file in a table of their own connection, from which they are merged by set. Comparing in the database takes
/// seconds where a million entities would take minutes.
/// </summary>
internal sealed class StagedRatings : IAsyncDisposable
{
    private static readonly string[] Subjects = RevisionSql.Answers;

    private static readonly BulkColumn[] Columns =
    [
        new("network_code", BulkType.Text), new("year", BulkType.Integer), new("source", BulkType.Text),
        new("framework_version", BulkType.Text), new("rated_month", BulkType.Text),
        .. Subjects.Select(subject => new BulkColumn(subject, BulkType.Small)),
    ];

    private static readonly string AddFirstRevisions = $$"""
        INSERT INTO revisions (network_id, year, source, number, framework_version, rated_month, change, {{string.Join(", ", Subjects)}})
        SELECT n.id, s.year, s.source, 1, s.framework_version, s.rated_month, {0}, {{string.Join(", ", Subjects.Select(subject => $"s.{subject}"))}}
        FROM staged_ratings s
        JOIN networks n ON n.cohort_id = {1} AND n.code = s.network_code
        WHERE NOT EXISTS (SELECT 1 FROM revisions v WHERE v.network_id = n.id AND v.year = s.year AND v.source = s.source AND v.number = 1)
        """;

    // What was added just now differs in nothing.
    private static readonly string AppendRevisions = $$"""
        INSERT INTO revisions (network_id, year, source, number, framework_version, rated_month, change, reason, {{string.Join(", ", Subjects)}})
        SELECT v.network_id, v.year, v.source, v.number + 1, COALESCE(s.framework_version, v.framework_version), COALESCE(s.rated_month, v.rated_month),
               {0}, {1}, {{string.Join(", ", Subjects.Select(subject => $"COALESCE(s.{subject}, v.{subject})"))}}
        FROM staged_ratings s
        JOIN networks n ON n.cohort_id = {2} AND n.code = s.network_code
        JOIN revisions v ON v.network_id = n.id AND v.year = s.year AND v.source = s.source
        WHERE {{RevisionSql.IsCurrent("v")}}
          AND ({{string.Join(" OR ", Subjects.Concat(["framework_version", "rated_month"]).Select(Differs))}})
        """;

    // What an answer rests on still stands where the answer did not change.
    private static readonly string KeepGrounds = $$"""
        INSERT INTO revision_grounds (network_id, year, source, revision, subject, grounds)
        SELECT g.network_id, g.year, g.source, v.number, g.subject, g.grounds
        FROM revisions v
        JOIN revisions b ON b.network_id = v.network_id AND b.year = v.year AND b.source = v.source AND b.number = v.number - 1
        JOIN revision_grounds g ON g.network_id = b.network_id AND g.year = b.year AND g.source = b.source AND g.revision = b.number
        WHERE v.change = {0} AND CASE g.subject {{string.Join(" ", Subjects.Select((s, i) => $"WHEN {i} THEN b.{s} IS NOT DISTINCT FROM v.{s}"))}} END
        """;

    // A rating has one rubric and one month: where the file gives others, they are now said of answers it does not repeat.
    private static readonly string CountRestamped = $$"""
        SELECT COUNT(*) AS "Value"
        FROM staged_ratings s
        JOIN networks n ON n.cohort_id = {1} AND n.code = s.network_code
        JOIN revisions v ON v.network_id = n.id AND v.year = s.year AND v.source = s.source AND v.change = {0}
        JOIN revisions b ON b.network_id = v.network_id AND b.year = v.year AND b.source = v.source AND b.number = v.number - 1
        WHERE (v.framework_version IS DISTINCT FROM b.framework_version OR v.rated_month IS DISTINCT FROM b.rated_month)
          AND ({{string.Join(" OR ", Subjects.Select(subject => $"(s.{subject} IS NULL AND b.{subject} IS NOT NULL)"))}})
        """;

    private readonly NetworkHealthDb db;
    private readonly int count;

    private StagedRatings(NetworkHealthDb db, int count) => (this.db, this.count) = (db, count);

    /// <summary>Opens the connection and loads the ratings, before the lock of the chain is taken.</summary>
    public static async Task<StagedRatings> Stage(NetworkHealthDb db, RatingsFile file, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        string create = $"""
            DROP TABLE IF EXISTS staged_ratings;
            CREATE TEMPORARY TABLE staged_ratings (network_code text NOT NULL, year integer NOT NULL, source text NOT NULL,
                framework_version text, rated_month text, {string.Join(", ", Subjects.Select(subject => subject + " smallint"))})
            """;
        await db.Database.ExecuteSqlRawAsync(create, ct);
        using (await db.TurnToWrite(ct))
        await using (var transaction = await db.Database.BeginTransactionAsync(ct))
        {
            await db.BulkInsert("staged_ratings", Columns, file.Ratings.Select(Row), ct);
            await transaction.CommitAsync(ct);
        }

        return new StagedRatings(db, file.Ratings.Count);
    }

    /// <summary>Appends what is new and what differs. A subject that the file lacks keeps its answer.</summary>
    /// <returns>How many ratings are new, how many were revised, and of how many the file's rubric or month is now said of kept answers too.</returns>
    public async Task<(int Created, int Revised, int Restamped)> Merge(Guid cohortId, long change, string reason, CancellationToken ct)
    {
        int created = await db.Database.ExecuteSqlRawAsync(AddFirstRevisions, [change, cohortId], ct);
        if (created == count)
            return (created, 0, 0);

        int revised = await db.Database.ExecuteSqlRawAsync(AppendRevisions, [change, reason, cohortId], ct);
        if (revised == 0)
            return (created, 0, 0);
        await db.Database.ExecuteSqlRawAsync(KeepGrounds, [change], ct);
        return (created, revised, await db.Database.SqlQueryRaw<int>(CountRestamped, change, cohortId).SingleAsync(ct));
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS staged_ratings");
        }
        catch (DbException)
        {
            // The connection is lost, and the table with it; what broke it is told by whoever met it.
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static string Differs(string column) => $"(s.{column} IS NOT NULL AND s.{column} IS DISTINCT FROM v.{column})";

    private static object?[] Row(FileRating rating)
    {
        var row = new object?[Columns.Length];
        (row[0], row[1], row[2], row[3], row[4]) =
            (rating.Network.Code, rating.Year, rating.Source.Code(), rating.FrameworkVersion, rating.RatedMonth);
        for (int i = 0; i < rating.Answers.Count; i++)
            row[5 + i] = rating.Answers[i]?.Stored;
        return row;
    }
}
