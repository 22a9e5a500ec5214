using NetworkHealth.Domain;

namespace NetworkHealth.Features.DataImport;

/// <summary>What a file of ratings says, once it has been read and checked.</summary>
internal sealed class RatingsFile
{
    private readonly Dictionary<(string Code, int Year, RatingSource Source), FileRating> known = [];
    private readonly List<FileRating> ratings = [];
    private FileRating? last;

    public int Rows { get; set; }
    public Dictionary<string, FileNetwork> Networks { get; } = [];
    public SortedSet<int> Years { get; } = [];

    /// <summary>Those with at least one answer.</summary>
    public IReadOnlyList<FileRating> Ratings => ratings;

    /// <summary>The labels that the file gives beside the levels, with their lines.</summary>
    public List<(string Code, RatingSource Source, string Label, int Line)> PublishedLabels { get; } = [];

    /// <summary>The place of a rating, of which the file may turn out to say nothing; makes its network and year known.</summary>
    public FileRating Rating(string code, int year, RatingSource source)
    {
        // The rows of one rating mostly stand together.
        if (last is not null && last.Year == year && last.Source == source && last.Network.Code == code)
            return last;
        if (!known.TryGetValue((code, year, source), out last))
        {
            known[(code, year, source)] = last = new FileRating(Network(code), year, source);
            Years.Add(year);
        }

        return last;
    }

    public void Say(FileRating rating, Subject subject, Answer answer)
    {
        if (rating.SaysNothing)
            ratings.Add(rating);
        rating.Say(subject, answer);
    }

    private FileNetwork Network(string code)
    {
        if (!Networks.TryGetValue(code, out var network))
            Networks[code] = network = new FileNetwork(code);
        return network;
    }
}

/// <summary>A network as a file names it; the name of the latest year stands.</summary>
internal sealed class FileNetwork(string code)
{
    public string Code { get; } = code;
    public SortedDictionary<int, (string Name, int Line)> Names { get; } = [];
}

/// <summary>One rating of a file: a place for each subject's answer, and the lines they stand on.</summary>
internal sealed class FileRating(FileNetwork network, int year, RatingSource source)
{
    private readonly Answer?[] answers = new Answer?[SubjectWords.All.Count];

    public FileNetwork Network { get; } = network;
    public int Year { get; } = year;
    public RatingSource Source { get; } = source;
    public IReadOnlyList<Answer?> Answers => answers;
    public bool SaysNothing { get; private set; } = true;
    public string? FrameworkVersion { get; set; }
    public string? RatedMonth { get; set; }

    /// <summary>What the row before called its network.</summary>
    public string? Name { get; set; }

    /// <summary>The line of each subject; 0 where the file has none.</summary>
    public int[] Lines { get; } = new int[SubjectWords.All.Count];

    /// <summary>The line that gave framework version or month first.</summary>
    public int Line { get; set; }

    internal void Say(Subject subject, Answer answer) => (answers[(int)subject], SaysNothing) = (answer, false);
}
