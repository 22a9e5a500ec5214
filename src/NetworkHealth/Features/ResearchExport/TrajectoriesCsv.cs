using System.Data.Common;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.ResearchExport;

/// <summary><c>trajectories.csv</c>: a row for each network, subject and source with at least one level.</summary>
internal static class TrajectoriesCsv
{
    public static async Task Write(NetworkHealthDb db, Export export, CsvOutput csv, CancellationToken ct)
    {
        csv.Header(FileColumns.Trajectories(export.Cohort.Cycles));
        var cycles = await CyclesOfSources(db, export, ct);
        var rare = export.Identified ? RareValues.None : await RareValues.Read(db, export, ct);

        // A network's line comes before its ratings, so that one pass over one reader has both.
        await using var command = RatingReader.Command(db, export, $"""
            SELECT n.code, 0 AS part, v.json, '' AS source, 0 AS year, NULL AS framework,
                   0 AS a0, 0 AS a1, 0 AS a2, 0 AS a3, 0 AS a4, 0 AS a5, 0 AS a6 {RareValues.NetworksThen(export)}
            UNION ALL
            SELECT n.code, 1, NULL, r.source, r.year, v.framework_version, {RatingReader.AnswerColumns} {RatingReader.CurrentThen(export)}
            ORDER BY code, part, source, year
            """);
        await using var row = await command.ExecuteReaderAsync(ct);
        var network = new NetworkTrajectories(export.Cohort, cycles, rare);
        while (await row.ReadAsync(ct))
        {
            if (row.GetInt32(1) == 0)
            {
                network.Write(csv);
                await csv.Drain(ct);
                network.Begin(row.GetString(0), VersionJson.Network(row.GetString(2)).Profile);
            }
            else
            {
                network.Add(row);
            }
        }

        network.Write(csv);
    }

    // The years in which each source rated at least one network: the measure of late starts, gaps and currency.
    private static async Task<Dictionary<string, List<int>>> CyclesOfSources(NetworkHealthDb db, Export export, CancellationToken ct)
    {
        // What others were rated in counts too, whoever takes the file.
        var all = export with { OnlyNetworks = null };
        await using var command = RatingReader.Command(db, all, $"""
            SELECT DISTINCT r.source, r.year {RatingReader.CurrentThen(all)}
              AND (v.overall >= 0 OR v.hub_leadership >= 0 OR v.roles_and_engagement >= 0 OR v.continuous_improvement >= 0
                   OR v.network_connections >= 0 OR v.network_culture >= 0 OR v.contexts_for_improvement >= 0)
            ORDER BY r.source, r.year
            """);
        var cycles = new Dictionary<string, List<int>>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            if (!cycles.TryGetValue(row.GetString(0), out var years))
                cycles[row.GetString(0)] = years = [];
            years.Add(row.GetInt32(1));
        }

        return cycles;
    }

    private sealed class NetworkTrajectories(CohortThen cohort, Dictionary<string, List<int>> cycles, RareValues rare)
    {
        // By subject, then source in the order of the file.
        private readonly SortedDictionary<(int Subject, string Source), List<RatedYear>> rated =
            new(Comparer<(int Subject, string Source)>.Create((a, b) =>
                a.Subject != b.Subject ? a.Subject.CompareTo(b.Subject) : string.CompareOrdinal(a.Source, b.Source)));

        private string code = "";
        private NetworkProfile profile = NetworkProfile.Unknown;

        public void Begin(string networkCode, NetworkProfile networkProfile)
        {
            (code, profile) = (networkCode, networkProfile);
            rated.Clear();
        }

        public void Add(DbDataReader row)
        {
            var (source, year, framework) = (row.GetString(3), row.GetInt32(4), RatingReader.Text(row, 5));
            Span<short?> answers = stackalloc short?[SubjectWords.All.Count];
            RatingReader.Answers(row, 6, answers);
            for (int subject = 0; subject < answers.Length; subject++)
            {
                if (answers[subject] is not >= 0)
                    continue;
                if (!rated.TryGetValue((subject, source), out var years))
                    rated[(subject, source)] = years = [];
                years.Add(new RatedYear(year, (Level)answers[subject]!.Value, framework));
            }
        }

        public void Write(CsvOutput csv)
        {
            foreach (var ((subject, source), years) in rated)
                Row(csv, (Subject)subject, source, new Trajectory(years, cycles[source]));
        }

        private void Row(CsvOutput csv, Subject subject, string source, Trajectory trajectory)
        {
            csv.Text(cohort.Slug);
            csv.Text(code);
            csv.Text(subject.Code());
            csv.Text(source);
            int next = 0;
            foreach (var cycle in cohort.Cycles)
            {
                bool isRated = next < trajectory.Rated.Count && trajectory.Rated[next].Year == cycle.Year;
                csv.Text(isRated ? trajectory.Rated[next++].Level.Label() : null);
            }

            bool one = trajectory.Rated.Count == 1;
            csv.Number(trajectory.Rated.Count);
            csv.Number(trajectory.First.Year);
            csv.Number((int)trajectory.First.Level);
            csv.Number(trajectory.Last.Year);
            csv.Number((int)trajectory.Last.Level);
            csv.Number((int)trajectory.Best);
            csv.Number((int)trajectory.Lowest);
            csv.Number(one ? null : trajectory.Net);
            csv.Number(one ? null : trajectory.Drop);
            csv.Text(trajectory.Label.Words());
            csv.Empty(); // another label beside the rule's, and its reason
            csv.Empty();
            csv.Text(string.Join(';', trajectory.Flags.Select(flag => flag.Code())));
            csv.Text(TrajectoryRule.Version);
            foreach (var (place, value) in ProfileValues.Of(profile).Index())
                csv.Text(rare.Contains(place, value) ? null : value);
            csv.EndRow();
        }
    }
}
