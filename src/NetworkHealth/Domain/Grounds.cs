namespace NetworkHealth.Domain;

/// <summary>What an answer rests on: what was seen, why this level, links and survey results, and the indicators chosen on the way.</summary>
public sealed record Grounds
{
    public const int SeenMaxLength = 4000;
    public const int WhyMaxLength = 1000;
    public const int MostLinks = 20;
    public const int MostSurveys = 10;

    public static readonly Grounds None = new();

    /// <summary>What the raters saw, in their words; up to 4,000 characters.</summary>
    public string? Seen { get; init; }

    /// <summary>Why this level, where it differs from the suggestion; up to 1,000 characters.</summary>
    public string? Why { get; init; }

    public IReadOnlyList<EvidenceLink> Links { get; init; } = [];

    public IReadOnlyList<SurveyResult> Surveys { get; init; } = [];

    /// <summary>What was chosen for indicators, by their code.</summary>
    public IReadOnlyDictionary<string, IndicatorChoice> Indicators { get; init; } = new Dictionary<string, IndicatorChoice>();

    public bool SayNothing => this == None;

    /// <summary>An id that no link or survey here has.</summary>
    public int NextId => Links.Select(link => link.Id).Concat(Surveys.Select(survey => survey.Id)).DefaultIfEmpty(0).Max() + 1;

    /// <summary>The same with one indicator chosen, or its choice taken back.</summary>
    public Grounds With(string indicator, IndicatorChoice? choice)
    {
        var chosen = new SortedDictionary<string, IndicatorChoice>(Indicators.ToDictionary(), StringComparer.Ordinal);
        if (choice is { } made)
            chosen[indicator] = made;
        else
            chosen.Remove(indicator);
        return this with { Indicators = chosen };
    }

    // Lists in records compare by reference; what counts here is what they say.
    public bool Equals(Grounds? other) =>
        other is not null && Seen == other.Seen && Why == other.Why && Links.SequenceEqual(other.Links) && Surveys.SequenceEqual(other.Surveys)
        && Indicators.Count == other.Indicators.Count && Indicators.All(choice => other.Indicators.TryGetValue(choice.Key, out var theirs) && theirs == choice.Value);

    public override int GetHashCode() => HashCode.Combine(Seen, Why, Links.Count, Surveys.Count, Indicators.Count);
}

/// <summary>What was chosen for one indicator. Numbers are points; a team that is not sure gives none and takes none.</summary>
public enum IndicatorChoice
{
    Least = 0,
    Developing = 1,
    Most = 2,
    NotSure = 3,
}

/// <summary>A document that supports an answer.</summary>
/// <param name="Id">Unique among the links and surveys of one answer.</param>
/// <param name="Title">What it is; the address stands for it when empty.</param>
/// <param name="Address">As typed; only an <c>http</c> or <c>https</c> address becomes a link.</param>
/// <param name="Date">When the evidence is from.</param>
public sealed record EvidenceLink(int Id, string Title = "", string Address = "", DateOnly? Date = null)
{
    public const int TitleMaxLength = 200;
    public const int AddressMaxLength = 2000;

    /// <summary>The address when it is one of the web, else null.</summary>
    public Uri? Target =>
        Uri.TryCreate(Address.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0 ? uri : null;

    public string Shown => Title.Trim().Length > 0 ? Title : Address;
}

/// <summary>What a survey of members found.</summary>
/// <param name="Id">Unique among the links and surveys of one answer.</param>
/// <param name="Instrument">Which survey.</param>
/// <param name="Date">When it was held.</param>
/// <param name="Answered">How many answered.</param>
/// <param name="Asked">Of how many asked.</param>
/// <param name="Text">What it found.</param>
public sealed record SurveyResult(int Id, string Instrument = "", DateOnly? Date = null, int? Answered = null, int? Asked = null, string Text = "")
{
    public const int InstrumentMaxLength = 200;
    public const int TextMaxLength = 1000;
    public const int MostAsked = 1_000_000;

    /// <summary>Percent below which a result is read with caution.</summary>
    /// <remarks>A convention of survey practice for networks: under 65 % who answered are too few to speak for the rest.</remarks>
    public const int EnoughPercent = 65;

    public bool MoreAnsweredThanAsked => Answered > Asked;

    public bool FewAnswered => Answered is { } n && Asked is { } of && n <= of && 100L * n < (long)EnoughPercent * of;
}
