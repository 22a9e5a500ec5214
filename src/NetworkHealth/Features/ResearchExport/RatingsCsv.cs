using System.Globalization;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.ResearchExport;

/// <summary><c>ratings.csv</c>: a row for each answer of a current revision, by network code, subject, source and year.</summary>
internal static class RatingsCsv
{
    private const int Reasons = 3;

    // By subject and stored answer, from the lowest reason up: “HL,3,Dev (High),”.
    private static readonly byte[][][] SubjectAnswers = [.. SubjectWords.All.Select(subject => Enumerable.Range(-Reasons, Reasons + LevelWords.All.Count)
        .Select(stored => Fields(subject, Answer.FromStored((short)stored))).ToArray())];

    public static async Task Write(NetworkHealthDb db, Export export, CsvOutput csv, CancellationToken ct)
    {
        csv.Header(FileColumns.Ratings);
        await using var command = RatingReader.Command(db, export, Sql(export));
        await using var row = await command.ExecuteReaderAsync(ct);

        var network = new NetworkRows(export.Cohort.Slug);
        while (await row.ReadAsync(ct))
        {
            string code = row.GetString(0);
            if (code != network.Code)
            {
                network.Write(csv);
                await csv.Drain(ct);
                network.Begin(code);
            }

            var line = network.Add();
            line.Year = row.GetInt32(2);
            line.End = CsvField.Several(row.GetString(1), row.GetInt32(3).ToString(CultureInfo.InvariantCulture), RatingReader.Text(row, 4), RatingReader.Text(row, 5));
            RatingReader.Answers(row, 6, line.Answers);
        }

        network.Write(csv);
    }

    internal static string Sql(Export export) =>
        $"SELECT n.code, v.source, v.year, v.number, v.rated_month, v.framework_version, {RevisionSql.Of("v")} "
        + $"{RatingReader.CurrentThen(export)} ORDER BY n.code, v.source, v.year";

    private static byte[] Fields(Subject subject, Answer answer) => CsvField.Several(
        subject.Code(), answer.Level is { } level ? ((int)level).ToString(CultureInfo.InvariantCulture) : null, answer.Level?.Label(), answer.Reason?.Code());

    // The file wants subject before year, the database gives year with all its subjects: one network's ratings wait here.
    private sealed class NetworkRows(string cohort)
    {
        private readonly List<Line> lines = [];
        private byte[] start = [];
        private int count;

        public string? Code { get; private set; }

        public void Begin(string code) => (Code, start, count) = (code, CsvField.Several(cohort, code), 0);

        public Line Add()
        {
            if (count == lines.Count)
                lines.Add(new Line());
            return lines[count++];
        }

        public void Write(CsvOutput csv)
        {
            foreach (var (subject, answers) in SubjectAnswers.Index())
            {
                for (int i = 0; i < count; i++)
                {
                    if (lines[i].Answers[subject] is { } answer)
                        Row(csv, lines[i], answers[answer + Reasons]);
                }
            }
        }

        private void Row(CsvOutput csv, Line line, byte[] answer)
        {
            csv.Word(start);
            csv.Number(line.Year);
            csv.Word(answer);
            csv.Word(line.End);
            csv.EndRow();
        }
    }

    private sealed class Line
    {
        public int Year;
        public byte[] End = [];
        public readonly short?[] Answers = new short?[SubjectWords.All.Count];
    }
}
