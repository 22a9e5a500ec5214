namespace NetworkHealth.Domain;

/// <summary>What of a network's work may outlast it: the rows of the sustainability matrix (Network Health Project, 2024). Order as published.</summary>
public enum Dimension
{
    NetworkContinues = 1,
    ImprovementMethods = 2,
    ChangeIdeas = 3,
    Aim = 4,
    ImprovementTeams = 5,
    CrossTeamLearning = 6,
    StayConnected = 7,
}

/// <summary>Where it lasts: the columns of the matrix.</summary>
public enum LastingLevel
{
    /// <summary>In the network leadership team.</summary>
    Leadership,

    /// <summary>In the school or district.</summary>
    Organisation,

    /// <summary>In what a person does.</summary>
    Individual,
}

/// <summary>One cell of the matrix.</summary>
public readonly record struct MatrixPlace(Dimension Dimension, LastingLevel Level)
{
    /// <summary>The 21 cells, by row.</summary>
    public static IReadOnlyList<MatrixPlace> All { get; } =
        [.. from dimension in DimensionWords.All from level in LastingLevelWords.All select new MatrixPlace(dimension, level)];

    /// <summary>As addresses and forms have it: <c>D2-organisation</c>.</summary>
    public string Code => $"{Dimension.Code()}-{Level.Code()}";

    /// <summary>The cell of a code such as <c>D2-organisation</c>, in any case; null when there is none.</summary>
    public static MatrixPlace? Parse(string? code) => code?.Split('-', 2) is [var dimension, var level] && DimensionWords.Parse(dimension) is { } row && LastingLevelWords.Parse(level) is { } column
        ? new MatrixPlace(row, column)
        : null;

    /// <summary>“Use CI methods, in the school or district”.</summary>
    public override string ToString() => $"{Dimension.Name()}, {Level.Words()}";
}

/// <summary>The words of <see cref="Dimension"/>.</summary>
public static class DimensionWords
{
    public static IReadOnlyList<Dimension> All { get; } = Enum.GetValues<Dimension>();

    /// <summary>As files have it: <c>D1</c> to <c>D7</c>.</summary>
    public static string Code(this Dimension dimension) => $"D{(int)dimension}";

    /// <summary>The dimension of a code in any case; null when there is none.</summary>
    public static Dimension? Parse(string code) => FileWords.Parse(All, Code, code);

    public static string Name(this Dimension dimension) => dimension switch
    {
        Dimension.NetworkContinues => "The network continues",
        Dimension.ImprovementMethods => "Use CI methods",
        Dimension.ChangeIdeas => "Use change ideas",
        Dimension.Aim => "Network aim",
        Dimension.ImprovementTeams => "Work on an improvement team",
        Dimension.CrossTeamLearning => "Cross-team learning",
        _ => "Stay connected",
    };

    /// <summary>The plain question that somebody asks of a cell in this row.</summary>
    public static string Question(this Dimension dimension) => dimension switch
    {
        Dimension.NetworkContinues => "Does the network itself go on, in what form, and paid by whom?",
        Dimension.ImprovementMethods => "Who still runs cycles when nobody asks?",
        Dimension.ChangeIdeas => "Which tested practices stay in use?",
        Dimension.Aim => "Is the aim still somebody’s goal?",
        Dimension.ImprovementTeams => "Do teams still meet, with time and roles?",
        Dimension.CrossTeamLearning => "Do teams still learn from each other?",
        _ => "Who still calls whom?",
    };
}

/// <summary>The words of <see cref="LastingLevel"/>.</summary>
public static class LastingLevelWords
{
    public static IReadOnlyList<LastingLevel> All { get; } = Enum.GetValues<LastingLevel>();

    /// <summary>As files have it.</summary>
    public static string Code(this LastingLevel level) => level.ToString().ToLowerInvariant();

    /// <summary>The level of a code in any case; null when there is none.</summary>
    public static LastingLevel? Parse(string code) => FileWords.Parse(All, Code, code);

    /// <summary>As it follows a dimension: “in the school or district”.</summary>
    public static string Words(this LastingLevel level) => level switch
    {
        LastingLevel.Leadership => "in the network leadership team",
        LastingLevel.Organisation => "in the school or district",
        _ => "in the individual’s practice",
    };
}
