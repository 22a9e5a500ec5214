using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Domain;

/// <summary>What indicators suggest for a domain and domains for the whole, against the rule as people are told it.</summary>
public sealed class SuggestionTests
{
    private static readonly IndicatorChoice[] Choices = Enum.GetValues<IndicatorChoice>();
    private static readonly Level?[] Levels = [null, .. LevelWords.All.Select(level => (Level?)level)];

    [Theory]
    [InlineData(Subject.RolesAndEngagement, 5)]
    [InlineData(Subject.ContinuousImprovement, 6)]
    public void Whatever_is_chosen_the_share_of_points_in_percent_suggests_the_level(Subject domain, int indicators)
    {
        var rubric = Rubrics.Current[domain];
        Assert.Equal(indicators, rubric.Indicators.Count);

        var seen = new HashSet<Level?>();
        foreach (var choices in Combinations(Choices, indicators))
        {
            var grounds = rubric.Indicators.Zip(choices).Aggregate(Grounds.None, (so, chosen) => so.With(chosen.First.Code, chosen.Second));
            var suggestion = IndicatorSuggestion.From(rubric, grounds);
            var expected = ByPercent(choices);
            Assert.True(expected == suggestion?.Level, $"{string.Join(' ', choices)} suggests {suggestion?.Level}, not {expected}");
            seen.Add(expected);
        }

        Assert.Equal(6, seen.Count);
    }

    [Theory]
    [InlineData("0", Level.Least, "Your indicators suggest Least: 0 of 2 points from the one you answered. Five are still open.")]
    [InlineData("212 10", Level.DevelopingHigh, "Your indicators suggest Developing (High): 6 of 10 points from the five you answered. One is still open.")]
    [InlineData("22?22?", Level.Most, "Your indicators suggest Most: 8 of 8 points from the four you answered. Two are still open.")]
    [InlineData("222220", Level.DevelopingHigh, "Your indicators suggest Developing (High): 10 of 12 points from the six you answered. It is not Most while one of them is at Least.")]
    [InlineData("22220", Level.DevelopingHigh, "Your indicators suggest Developing (High): 8 of 10 points from the five you answered. It is not Most while one of them is at Least. One is still open.")]
    [InlineData("222211", Level.Most, "Your indicators suggest Most: 10 of 12 points from the six you answered.")]
    [InlineData("222200", Level.DevelopingHigh, "Your indicators suggest Developing (High): 8 of 12 points from the six you answered.")]
    public void A_suggestion_says_how_it_came_about(string chosen, Level level, string sentence)
    {
        var rubric = Rubrics.Current[Subject.ContinuousImprovement];
        var grounds = rubric.Indicators.Zip(chosen).Where(pair => pair.Second != ' ').Aggregate(Grounds.None,
            (so, pair) => so.With(pair.First.Code, pair.Second == '?' ? IndicatorChoice.NotSure : (IndicatorChoice)(pair.Second - '0')));

        var suggestion = IndicatorSuggestion.From(rubric, grounds)!;

        Assert.Equal((level, sentence), (suggestion.Level, suggestion.Sentence));
    }

    [Fact]
    public void Indicators_that_nobody_is_sure_of_or_that_belong_elsewhere_suggest_nothing()
    {
        var rubric = Rubrics.Current[Subject.ContinuousImprovement];

        Assert.Null(IndicatorSuggestion.From(rubric, Grounds.None));
        Assert.Null(IndicatorSuggestion.From(rubric, Grounds.None.With("CI1", IndicatorChoice.NotSure)));
        Assert.Null(IndicatorSuggestion.From(rubric, Grounds.None.With("HL1", IndicatorChoice.Most).With("CI99", IndicatorChoice.Least)));
        Assert.Null(IndicatorSuggestion.From(Rubrics.Current[Subject.Overall], Grounds.None.With("CI1", IndicatorChoice.Most)));
    }

    [Fact]
    public void Whatever_the_domains_say_the_lower_median_capped_two_above_the_lowest_suggests_the_whole()
    {
        int suggested = 0;
        foreach (var levels in Combinations(Levels, 6))
        {
            var answers = SubjectWords.Domains.Zip(levels).Aggregate(Answers.Nothing,
                (so, said) => so.With(said.First, said.Second is { } level ? Answer.Of(level) : null));
            var suggestion = OverallSuggestion.From(answers);
            var expected = ByCounting(levels);
            Assert.True(expected == suggestion?.Level, $"{string.Join(' ', levels.Select(level => $"{level}"))} suggests {suggestion?.Level}, not {expected}");
            suggested += suggestion is null ? 0 : 1;
        }

        // Four of six chosen, five of six, all six: 15 × 5^4 + 6 × 5^5 + 5^6.
        Assert.Equal(43_750, suggested);
    }

    [Theory]
    [InlineData("3333", Level.DevelopingHigh, "Your domains suggest Developing (High): the lower median of four rated domains.")]
    [InlineData("123344", Level.DevelopingHigh, "Your domains suggest Developing (High): the lower median of six rated domains.")]
    [InlineData("04444", Level.DevelopingMid, "Your domains suggest Developing (Mid): the lower median of five rated domains is Most, and a domain at Least holds the whole back.")]
    [InlineData("1144", Level.DevelopingLow, "Your domains suggest Developing (Low): the lower median of four rated domains.")]
    public void The_suggestion_for_the_whole_says_how_it_came_about(string domains, Level level, string sentence)
    {
        var answers = SubjectWords.Domains.Zip(domains).Aggregate(Answers.Nothing, (so, said) => so.With(said.First, Answer.Of((Level)(said.Second - '0'))));

        var suggestion = OverallSuggestion.From(answers)!;

        Assert.Equal((level, sentence), (suggestion.Level, suggestion.Sentence));
    }

    [Fact]
    public void A_reason_for_no_level_and_the_whole_itself_count_for_nothing()
    {
        var three = Answers.Nothing.With(Subject.HubLeadership, Answer.Of(Level.Most)).With(Subject.NetworkCulture, Answer.Of(Level.Most))
            .With(Subject.NetworkConnections, Answer.Of(Level.Most));

        Assert.Null(OverallSuggestion.From(three.With(Subject.ContextsForImprovement, Answer.None(NotRatedReason.NotAsked)).With(Subject.Overall, Answer.Of(Level.Most))));
        var four = three.With(Subject.ContextsForImprovement, Answer.Of(Level.Most)).With(Subject.RolesAndEngagement, Answer.None(NotRatedReason.NotApplicable));
        Assert.Equal(new OverallSuggestion(Level.Most, Level.Most, Level.Most, 4), OverallSuggestion.From(four.With(Subject.Overall, Answer.Of(Level.Least))));
    }

    // The rule in percent, as the rubric's page tells it.
    private static Level? ByPercent(IEnumerable<IndicatorChoice> choices)
    {
        decimal[] points = [.. choices.Where(choice => choice != IndicatorChoice.NotSure)
            .Select(choice => choice == IndicatorChoice.Most ? 2m : choice == IndicatorChoice.Developing ? 1m : 0m)];
        if (points.Length == 0)
            return null;
        decimal percent = points.Average() * 50m;
        var level = percent switch
        {
            < 20m => Level.Least,
            < 40m => Level.DevelopingLow,
            < 60m => Level.DevelopingMid,
            < 80m => Level.DevelopingHigh,
            _ => Level.Most,
        };
        return level == Level.Most && points.Contains(0m) ? Level.DevelopingHigh : level;
    }

    // The lower median is the lowest level that at least half of the domains do not exceed.
    private static Level? ByCounting(IReadOnlyCollection<Level?> levels)
    {
        Level[] rated = [.. levels.OfType<Level>()];
        if (rated.Length < 4)
            return null;
        var median = LevelWords.All.First(level => 2 * rated.Count(other => other <= level) >= rated.Length);
        return LevelWords.All.Last(level => level <= median && level - rated.Min() <= 2);
    }

    private static IEnumerable<T[]> Combinations<T>(T[] of, int length)
    {
        int all = (int)Math.Pow(of.Length, length);
        for (int number = 0; number < all; number++)
        {
            var combination = new T[length];
            for (int i = 0, rest = number; i < length; i++, rest /= of.Length)
                combination[i] = of[rest % of.Length];
            yield return combination;
        }
    }
}
