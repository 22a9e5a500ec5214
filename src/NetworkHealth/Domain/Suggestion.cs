namespace NetworkHealth.Domain;

/// <summary>The level that the indicators of one domain suggest. A suggestion is not a rating until somebody chooses it.</summary>
/// <param name="Level">What they suggest.</param>
/// <param name="Points">0, 1 or 2 for each indicator that was answered.</param>
/// <param name="Answered">How many were answered with an anchor; “not sure yet” is no anchor.</param>
/// <param name="Open">How many have none.</param>
/// <param name="HeldBack">Whether the points alone would say Most, but an indicator is at Least.</param>
public sealed record IndicatorSuggestion(Level Level, int Points, int Answered, int Open, bool HeldBack)
{
    public int OutOf => 2 * Answered;

    /// <summary>By share of points: under 20 % Least, then 20 % a level, but never Most while an indicator is at Least.</summary>
    /// <returns>Null when no indicator has an anchor.</returns>
    public static IndicatorSuggestion? From(RubricSubject domain, Grounds grounds)
    {
        var choices = domain.Indicators
            .Select(indicator => grounds.Indicators.TryGetValue(indicator.Code, out var choice) ? choice : IndicatorChoice.NotSure)
            .Where(choice => choice != IndicatorChoice.NotSure).ToList();
        if (choices.Count == 0)
            return null;

        int points = choices.Sum(choice => (int)choice);
        // In whole fifths, so that no rounding decides.
        int fifths = Math.Min(5 * points / (2 * choices.Count), (int)Level.Most);
        bool heldBack = fifths == (int)Level.Most && choices.Contains(IndicatorChoice.Least);
        return new IndicatorSuggestion(
            heldBack ? Level.DevelopingHigh : (Level)fifths, points, choices.Count, domain.Indicators.Count - choices.Count, heldBack);
    }

    /// <summary>The suggestion and how it came about.</summary>
    public string Sentence =>
        $"Your indicators suggest {Level.LongForm()}: {Points} of {OutOf} points from the {English.Number(Answered)} you answered."
        + (HeldBack ? " It is not Most while one of them is at Least." : "")
        + (Open switch { 0 => "", 1 => " One is still open.", _ => $" {English.Capital(English.Number(Open))} are still open." });
}

/// <summary>The level of the whole that the rated domains suggest.</summary>
/// <param name="Level">What they suggest.</param>
/// <param name="Median">Their lower median.</param>
/// <param name="Lowest">The lowest of them.</param>
/// <param name="Rated">How many domains have a level.</param>
public sealed record OverallSuggestion(Level Level, Level Median, Level Lowest, int Rated)
{
    /// <summary>Fewer rated domains suggest nothing.</summary>
    public const int FewestDomains = 4;

    /// <summary>How far above the lowest domain the whole may be suggested: a serious weakness in one limits the network.</summary>
    public const int MostAboveLowest = 2;

    /// <returns>Null while fewer than four domains have a level.</returns>
    public static OverallSuggestion? From(Answers answers)
    {
        var levels = SubjectWords.Domains.Select(domain => answers[domain]?.Level).OfType<Level>().Order().ToList();
        if (levels.Count < FewestDomains)
            return null;

        var median = levels[(levels.Count - 1) / 2];
        return new OverallSuggestion((Level)Math.Min((int)median, (int)levels[0] + MostAboveLowest), median, levels[0], levels.Count);
    }

    /// <summary>The suggestion and how it came about.</summary>
    public string Sentence =>
        $"Your domains suggest {Level.LongForm()}: the lower median of {English.Number(Rated)} rated domains"
        + (Level < Median ? $" is {Median.LongForm()}, and a domain at {Lowest.LongForm()} holds the whole back." : ".");
}
