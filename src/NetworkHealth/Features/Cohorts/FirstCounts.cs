using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Cohorts;

/// <summary>
/// The counts of closed cycles that have no tables yet. The database makes them: an import may bring some hundred thousand ratings at once,
/// and as counts they are a few rows.
/// </summary>
internal sealed class FirstCounts
{
    private static readonly int Levels = LevelWords.All.Count;

    private readonly SortedSet<string> versions = new(StringComparer.Ordinal);
    private readonly Dictionary<Subject, Dictionary<string, int[]>> counts = SubjectWords.All.ToDictionary(subject => subject, _ => new Dictionary<string, int[]>(StringComparer.Ordinal));

    private FirstCounts()
    {
    }

    /// <summary>The versions of the framework that the ratings were made under, as far as they are known.</summary>
    public IEnumerable<string> FrameworkVersions => versions;

    /// <summary>By value of the cohort's field, how many networks are in each category.</summary>
    public IReadOnlyDictionary<string, int[]> this[Subject subject] => counts[subject];

    /// <summary>Those of every closed cycle and source in which somebody was rated and that has no tables.</summary>
    /// <param name="db">Inside an open change that has written its revisions.</param>
    /// <param name="cohort">With its cycles as they stand.</param>
    /// <param name="networks">All of the cohort.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<IReadOnlyDictionary<(int Year, RatingSource Source), FirstCounts>> Of(
        NetworkHealthDb db, Cohort cohort, IReadOnlyCollection<CountableNetwork> networks, CancellationToken ct)
    {
        var cycles = new Dictionary<(int Year, RatingSource Source), FirstCounts>();
        await using (var command = Command(db, cohort))
        await using (var row = await command.ExecuteReaderAsync(ct))
        {
            while (await row.ReadAsync(ct))
            {
                var key = (row.GetInt32(0), RatingSourceWords.Parse(row.GetString(1))!.Value);
                if (!cycles.TryGetValue(key, out var cycle))
                    cycles[key] = cycle = new FirstCounts();
                cycle.AddRated(row);
            }
        }

        var unarchived = networks.Where(network => !network.IsArchived).CountBy(network => cohort.GroupedBy.Of(network.Profile)).ToList();
        foreach (var cycle in cycles.Values)
            cycle.AddNotRated(unarchived);
        return cycles;
    }

    private void AddRated(DbDataReader row)
    {
        if (!row.IsDBNull(2))
            versions.Add(row.GetString(2));
        string group = row.GetString(3);
        var (rated, ofThemUnarchived) = (row.GetInt32(4), row.GetInt32(5));
        foreach (var subject in SubjectWords.All)
        {
            int[] categories = Categories(subject, group);
            int without = rated;
            for (int level = 0; level < Levels; level++)
            {
                int at = row.GetInt32(6 + ((int)subject * Levels) + level);
                categories[level] += at;
                without -= at;
            }

            // All that are not archived are added as not rated, so those of them that were rated come off.
            categories[CountRow.NotRated] += without - ofThemUnarchived;
        }
    }

    private void AddNotRated(IEnumerable<KeyValuePair<string, int>> unarchived)
    {
        foreach (var (group, networks) in unarchived)
        {
            foreach (var subject in SubjectWords.All)
                Categories(subject, group)[CountRow.NotRated] += networks;
        }
    }

    private int[] Categories(Subject subject, string group)
    {
        if (!counts[subject].TryGetValue(group, out int[]? categories))
            counts[subject][group] = categories = new int[CountRow.Categories];
        return categories;
    }

    private static DbCommand Command(NetworkHealthDb db, Cohort cohort)
    {
        int[] closed = [.. cohort.Cycles.Where(cycle => !cycle.IsOpen).Select(cycle => cycle.Year)];
        var counted = from column in RevisionSql.Answers from level in LevelWords.All select $"COUNT(CASE WHEN v.{column} = {(int)level} THEN 1 END)";
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandTimeout = db.Database.GetCommandTimeout() ?? command.CommandTimeout; // a large import waits longer
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = $"""
            SELECT v.year, v.source, v.framework_version, {GroupColumn(cohort.GroupedBy)}, COUNT(*), COUNT(CASE WHEN NOT n.is_archived THEN 1 END), {string.Join(", ", counted)}
            FROM networks n
            JOIN revisions v ON v.network_id = n.id
            WHERE n.cohort_id = @cohort AND v.year IN ({string.Join(", ", closed.DefaultIfEmpty())}) AND {RevisionSql.IsCurrent("v")}
              AND NOT EXISTS (SELECT 1 FROM closed_tables t WHERE t.cohort_id = @cohort AND t.year = v.year AND t.source = v.source)
            GROUP BY v.year, v.source, v.framework_version, 4
            """;
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@cohort", cohort.Id);
        command.Parameters.Add(parameter);
        return command;
    }

    // Written as ProfileFieldWords writes the values.
    private static string GroupColumn(ProfileField? field) => field switch
    {
        null => "''",
        ProfileField.ProblemFocus => "COALESCE(n.problem_focus, '')",
        ProfileField.HubType => "COALESCE(n.hub_type, '')",
        ProfileField.Structure => "COALESCE(n.structure, '')",
        _ => "CASE WHEN n.pandemic_launch THEN 'Yes' WHEN NOT n.pandemic_launch THEN 'No' ELSE '' END",
    };
}
