using System.Data.Common;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.ResearchExport;

/// <summary><c>trajectories.csv</c>: a row for each network, subject and source with at least one level.</summary>
internal static class TrajectoriesCsv
{
    private static readonly byte[][] LevelLabels = [.. LevelWords.All.Select(level => CsvField.Several(level.Label()))];

    public static async Task Write(NetworkHealthDb db, Export export, CsvOutput csv, CancellationToken ct)
    {
        csv.Header(FileColumns.Trajectories(export.Cohort.Cycles));
        var profiles = await NetworkProfiles.Read(db, export, ct);
        var ownLabels = await OwnLabelsThen.Read(db, export, ct);
        await using var command = RatingReader.Command(db, export, Sql(export));
        await using var row = await command.ExecuteReaderAsync(ct);

        var network = new NetworkRows(export.Cohort, profiles, ownLabels);
        while (await row.ReadAsync(ct))
        {
            string code = row.GetString(0);
            if (code.Length == 0)
            {
                network.AddCycle(row.GetString(1), row.GetInt32(2));
                continue;
            }

            if (code != network.Code)
            {
                network.Write(csv);
                await csv.Drain(ct);
                network.Begin(code);
            }

            network.Add(row);
        }

        network.Write(csv);
    }

    // First, with no code, the years in which each source rated at least one network: the measure of late starts, gaps and currency, in
    // which others count too, whoever takes the file. Then the ratings. Both from one pass over the tables.
    internal static string Sql(Export export) => $"""
        WITH rated AS MATERIALIZED (
            SELECT n.id, n.code, v.source, v.year, v.framework_version, {RevisionSql.Of("v")} {RatingReader.CurrentThen(export with { OnlyNetworks = null })})
        SELECT '' AS code, source, year, NULL AS framework_version, {string.Join(", ", RevisionSql.Answers.Select(name => $"NULL AS {name}"))}
        FROM rated WHERE {RevisionSql.AnyLevel("rated")} GROUP BY source, year
        UNION ALL
        SELECT code, source, year, framework_version, {string.Join(", ", RevisionSql.Answers)} FROM rated n WHERE true{RatingReader.Only(export)}
        ORDER BY code, source, year
        """;

    private sealed class NetworkRows(CohortThen cohort, NetworkProfiles profiles, OwnLabelsThen ownLabels)
    {
        private readonly Dictionary<string, List<int>> cycles = [];

        // In the order of the file, in which the rows of a network come: a list of rated years for each subject of each source.
        private readonly List<(string Source, List<RatedYear>[] Subjects)> sources = [];

        private byte[] start = [], end = [];

        public string? Code { get; private set; }

        public void AddCycle(string source, int year)
        {
            if (!cycles.TryGetValue(source, out var years))
                cycles[source] = years = [];
            years.Add(year);
        }

        public void Begin(string code)
        {
            (Code, start, end) = (code, CsvField.Several(cohort.Slug, code), profiles.Fields(code));
            sources.Clear();
        }

        public void Add(DbDataReader row)
        {
            var (source, year, framework) = (row.GetString(1), row.GetInt32(2), RatingReader.Text(row, 3));
            if (sources.Count == 0 || sources[^1].Source != source)
                sources.Add((source, [.. SubjectWords.All.Select(_ => new List<RatedYear>())]));
            Span<short?> answers = stackalloc short?[SubjectWords.All.Count];
            RatingReader.Answers(row, 4, answers);
            for (int subject = 0; subject < answers.Length; subject++)
            {
                if (answers[subject] is >= 0 and var level)
                    sources[^1].Subjects[subject].Add(new RatedYear(year, (Level)level, framework));
            }
        }

        public void Write(CsvOutput csv)
        {
            foreach (var subject in SubjectWords.All)
            {
                foreach (var (source, subjects) in sources)
                {
                    var years = subjects[(int)subject];
                    if (years.Count > 0)
                        Row(csv, subject, source, new Trajectory(years, cycles[source]));
                }
            }
        }

        private void Row(CsvOutput csv, Subject subject, string source, Trajectory trajectory)
        {
            csv.Word(start);
            csv.Text(subject.Code());
            csv.Text(source);
            int next = 0;
            foreach (var cycle in cohort.Cycles)
            {
                bool isRated = next < trajectory.Rated.Count && trajectory.Rated[next].Year == cycle.Year;
                csv.Word(isRated ? LevelLabels[(int)trajectory.Rated[next++].Level] : []);
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
            var beside = ownLabels.Beside(Code!, source, subject, trajectory.Label);
            csv.Text(beside?.Label!.Value.Words());
            csv.Text(beside?.Reason);
            csv.Text(string.Join(';', trajectory.Flags.Select(flag => flag.Code())));
            csv.Text(TrajectoryRule.Version);
            csv.Word(end);
            csv.EndRow();
        }
    }
}
