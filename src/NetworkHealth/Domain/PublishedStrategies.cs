namespace NetworkHealth.Domain;

/// <summary>How surely a strategy belongs to a cell.</summary>
public enum LinkKind
{
    /// <summary>The source says so.</summary>
    Told,

    /// <summary>It follows from what the source says, in our reading.</summary>
    Implied,
}

/// <summary>One strategy of the library, and the cells it carries.</summary>
/// <param name="Id">Fixed, for addresses and copies.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Strategies">Which ways it takes.</param>
/// <param name="Story">What happened, in our words.</param>
/// <param name="Links">The cells, told and implied apart.</param>
public sealed record PublishedStrategy(string Id, string Name, Strategy Strategies, string Story, IReadOnlyDictionary<MatrixPlace, LinkKind> Links);

/// <summary>The four examples with which the library begins (Network Health Project at the Carnegie Summit, 2024), told in our words.</summary>
public static class PublishedStrategies
{
    public static IReadOnlyList<PublishedStrategy> All { get; } =
    [
        new("playing-cards", "A deck of playing cards", Strategy.Codify,
            "A network for college and career put the strategies it had tested onto cards that are easy and pleasant to hand around. "
            + "The hub went on using them with further schools and districts that had the same aim, and a single person, a school or a district can take a card and try it.",
            Links([(Dimension.ChangeIdeas, LastingLevel.Individual), (Dimension.ChangeIdeas, LastingLevel.Organisation), (Dimension.Aim, LastingLevel.Individual), (Dimension.Aim, LastingLevel.Organisation)],
                [(Dimension.ChangeIdeas, LastingLevel.Leadership), (Dimension.Aim, LastingLevel.Leadership)])),
        new("change-packages", "Change packages", Strategy.Codify,
            "Many networks wrote down what had worked in several places, with advice on how to use it and trackers with which others can measure it too.",
            Links([
                (Dimension.ChangeIdeas, LastingLevel.Individual), (Dimension.ChangeIdeas, LastingLevel.Organisation), (Dimension.ImprovementMethods, LastingLevel.Individual),
                (Dimension.ImprovementMethods, LastingLevel.Organisation), (Dimension.Aim, LastingLevel.Individual), (Dimension.Aim, LastingLevel.Organisation),
            ], [])),
        new("teacher-and-school-leaders", "Teacher and school leaders", Strategy.BuildCapacity,
            "In its last funded year a mathematics network of ten schools coached the teachers who lead teams: how to run a meeting that gets somewhere, how to lead "
            + "a cycle of inquiry. Principals learned what those teachers need, and the two meet regularly.",
            Links([(Dimension.ImprovementMethods, LastingLevel.Organisation)], [(Dimension.ImprovementTeams, LastingLevel.Organisation), (Dimension.ImprovementMethods, LastingLevel.Individual)])),
        new("district-professional-learning", "The district’s professional learning", Strategy.BuildCapacity | Strategy.Embed,
            "The hub helped a district’s head of mathematics to bring improvement cycles into the professional learning he leads anyway. Once they had taken hold there, he began to carry them on with the leads of social studies and English.",
            Links([(Dimension.ImprovementMethods, LastingLevel.Organisation)], [(Dimension.ImprovementTeams, LastingLevel.Organisation), (Dimension.CrossTeamLearning, LastingLevel.Organisation)])),
    ];

    private static Dictionary<MatrixPlace, LinkKind> Links((Dimension Dimension, LastingLevel Level)[] told, (Dimension Dimension, LastingLevel Level)[] implied) =>
        told.Select(cell => (cell, LinkKind.Told)).Concat(implied.Select(cell => (cell, LinkKind.Implied)))
            .ToDictionary(link => new MatrixPlace(link.cell.Dimension, link.cell.Level), link => link.Item2);
}
