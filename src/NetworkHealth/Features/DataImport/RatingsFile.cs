using NetworkHealth.Domain;

namespace NetworkHealth.Features.DataImport;

/// <summary>What a file of ratings says, once it has been read and checked.</summary>
internal sealed class RatingsFile
{
    private readonly Dictionary<(string Code, int Year, RatingSource Source), FileRating> ratings = [];

    public int Rows { get; set; }
    public Dictionary<string, FileNetwork> Networks { get; } = [];
    public SortedSet<int> Years { get; } = [];
    public IReadOnlyCollection<FileRating> Ratings => ratings.Values;

    /// <summary>The labels that the file gives beside the levels, with their lines.</summary>
    public List<(string Code, RatingSource Source, string Label, int Line)> PublishedLabels { get; } = [];

    public FileNetwork Network(string code)
    {
        if (!Networks.TryGetValue(code, out var network))
            Networks[code] = network = new FileNetwork(code);
        return network;
    }

    public FileRating Rating(string code, int year, RatingSource source)
    {
        if (!ratings.TryGetValue((code, year, source), out var rating))
            ratings[(code, year, source)] = rating = new FileRating(code, year, source);
        return rating;
    }
}

/// <summary>A network as a file names it; the name of the latest year stands.</summary>
internal sealed class FileNetwork(string code)
{
    public string Code { get; } = code;
    public SortedDictionary<int, (string Name, int Line)> Names { get; } = [];
}

/// <summary>One rating of a file: a place for each subject's answer, and the line it stands on.</summary>
internal sealed class FileRating(string code, int year, RatingSource source)
{
    public string Code { get; } = code;
    public int Year { get; } = year;
    public RatingSource Source { get; } = source;
    public Answer?[] Answers { get; } = new Answer?[SubjectWords.All.Count];
    public string? FrameworkVersion { get; set; }
    public string? RatedMonth { get; set; }

    /// <summary>The line that gave framework version or month first.</summary>
    public int Line { get; set; }
}
