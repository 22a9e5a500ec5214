using System.Text;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.ResearchExport;

/// <summary><c>ratings.csv</c>: a row for each answer of a current revision, by network code, subject, source and year.</summary>
internal static class RatingsCsv
{
    private static readonly byte[][] SubjectCodes = [.. SubjectWords.All.Select(subject => Encoding.UTF8.GetBytes(subject.Code()))];
    private static readonly byte[][] LevelLabels = [.. LevelWords.All.Select(level => Encoding.UTF8.GetBytes(level.Label()))];
    private static readonly byte[][] Reasons = [.. NotRatedReasonWords.All.Select(reason => Encoding.UTF8.GetBytes(reason.Code()))];

    public static async Task Write(NetworkHealthDb db, Export export, CsvOutput csv, CancellationToken ct)
    {
        csv.Header(FileColumns.Ratings);
        await using var command = RatingReader.Command(db, export,
            $"SELECT n.code, r.source, r.year, v.number, v.rated_month, v.framework_version, {RatingReader.AnswerColumns} "
            + $"{RatingReader.CurrentThen(export)} ORDER BY n.code, r.source, r.year");
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
            (line.Source, line.Year, line.Number, line.Month, line.Framework) =
                (row.GetString(1), row.GetInt32(2), row.GetInt32(3), RatingReader.Text(row, 4), RatingReader.Text(row, 5));
            RatingReader.Answers(row, 6, line.Answers);
        }

        network.Write(csv);
    }

    // The file wants subject before year, the database gives year with all its subjects: one network's ratings wait here.
    private sealed class NetworkRows(string cohort)
    {
        private readonly List<Line> lines = [];
        private int count;

        public string? Code { get; private set; }

        public void Begin(string code) => (Code, count) = (code, 0);

        public Line Add()
        {
            if (count == lines.Count)
                lines.Add(new Line());
            return lines[count++];
        }

        public void Write(CsvOutput csv)
        {
            for (int subject = 0; subject < SubjectCodes.Length; subject++)
            {
                for (int i = 0; i < count; i++)
                {
                    if (lines[i].Answers[subject] is { } answer)
                        Row(csv, lines[i], subject, answer);
                }
            }
        }

        private void Row(CsvOutput csv, Line line, int subject, short answer)
        {
            csv.Text(cohort);
            csv.Text(Code);
            csv.Number(line.Year);
            csv.Word(SubjectCodes[subject]);
            csv.Number(answer >= 0 ? answer : null);
            csv.Word(answer >= 0 ? LevelLabels[answer] : []);
            csv.Word(answer < 0 ? Reasons[-answer - 1] : []);
            csv.Text(line.Source);
            csv.Number(line.Number);
            csv.Text(line.Month);
            csv.Text(line.Framework);
            csv.EndRow();
        }
    }

    private sealed class Line
    {
        public string Source = "";
        public int Year;
        public int Number;
        public string? Month;
        public string? Framework;
        public readonly short?[] Answers = new short?[SubjectWords.All.Count];
    }
}
