namespace NetworkHealth.Domain;

/// <summary>The three ways to make improvement work last (Network Health Project, 2024); one entry may take several.</summary>
[Flags]
public enum Strategy
{
    None = 0,

    /// <summary>Write down what is learnt, and share it.</summary>
    Codify = 1,

    /// <summary>Strengthen the people who champion the work.</summary>
    BuildCapacity = 2,

    /// <summary>Put the work into structures that are there anyway.</summary>
    Embed = 4,
}

/// <summary>The words of <see cref="Strategy"/>.</summary>
public static class StrategyWords
{
    /// <summary>Each by itself, in the published order.</summary>
    public static IReadOnlyList<Strategy> All { get; } = [Strategy.Codify, Strategy.BuildCapacity, Strategy.Embed];

    /// <summary>Those that an entry takes, each by itself.</summary>
    public static IReadOnlyList<Strategy> Each(this Strategy strategies) => [.. All.Where(one => strategies.HasFlag(one))];

    /// <summary>One strategy as files have it.</summary>
    public static string Code(this Strategy strategy) => strategy switch
    {
        Strategy.Codify => "codify",
        Strategy.BuildCapacity => "build_capacity",
        Strategy.Embed => "embed",
        _ => throw new ArgumentOutOfRangeException(nameof(strategy), strategy, "One strategy has a code."),
    };

    /// <summary>The strategy of a code in any case; null when there is none.</summary>
    public static Strategy? Parse(string code) => FileWords.Parse(All, Code, code);

    /// <summary>What one strategy means, in a sentence.</summary>
    public static string Sentence(this Strategy strategy) => strategy switch
    {
        Strategy.Codify => "Write down what the network learns, so that others can use it.",
        Strategy.BuildCapacity => "Strengthen the people who will champion the work where they are.",
        _ => "Put the work into meetings, plans and jobs that are there anyway.",
    };

    /// <summary>“Codify and embed”; empty for none.</summary>
    public static string Words(this Strategy strategies) => English.Capital(English.List(strategies.Each().Select(Word)));

    private static string Word(Strategy strategy) => strategy == Strategy.BuildCapacity ? "build capacity" : strategy.ToString().ToLowerInvariant();
}
