using NetworkHealth.Domain;

namespace NetworkHealth.Features.DataImport;

/// <summary>Reads a file of ratings: rows to ratings, every problem with its line and column. Touches no database.</summary>
internal sealed class RatingsParser(RatingSource source, ImportProblems problems, Action<int>? read = null)
{
    public RatingsFile Parse(Stream stream)
    {
        var file = new RatingsFile();
        file.Rows = new CsvRows(problems, read).Read(
            stream, (cells, line) => RatingsHeader.Read(cells, line, problems), header => new RatingRows(file, new RowReader(header, source)).Add);
        return file;
    }
}
