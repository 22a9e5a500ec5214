namespace NetworkHealth.Domain;

/// <summary>A weak domain of the last rating, and the cells of the matrix in which its work would last.</summary>
/// <param name="Domain">One of the six.</param>
/// <param name="Level">Its level then.</param>
/// <param name="Year">Of the rating.</param>
/// <param name="Places">Cells that are open and have no plan.</param>
public sealed record LastingOffer(Subject Domain, Level Level, int Year, IReadOnlyList<MatrixPlace> Places);

/// <summary>
/// Which cells a domain leads to. Our reading: what is weak while the network lives will not last by itself, so the plan for it is made
/// where that work would live on. No source draws these lines.
/// </summary>
public static class LastingOffers
{
    /// <summary>Up to this level a domain offers its cells; how many do is limited by <see cref="MostOffers"/>.</summary>
    public const Level WeakUpTo = Level.DevelopingMid;

    /// <summary>The weakest few, so that the page stays a page.</summary>
    public const int MostOffers = 3;

    private static readonly Dictionary<Subject, MatrixPlace[]> Cells = new()
    {
        [Subject.HubLeadership] = [new(Dimension.NetworkContinues, LastingLevel.Leadership), new(Dimension.Aim, LastingLevel.Leadership)],
        [Subject.RolesAndEngagement] = [new(Dimension.ImprovementTeams, LastingLevel.Organisation), new(Dimension.ImprovementTeams, LastingLevel.Individual)],
        [Subject.ContinuousImprovement] = [new(Dimension.ImprovementMethods, LastingLevel.Organisation), new(Dimension.ImprovementMethods, LastingLevel.Individual), new(Dimension.ChangeIdeas, LastingLevel.Individual)],
        [Subject.NetworkConnections] = [new(Dimension.CrossTeamLearning, LastingLevel.Organisation), new(Dimension.StayConnected, LastingLevel.Individual)],
        [Subject.NetworkCulture] = [new(Dimension.Aim, LastingLevel.Individual), new(Dimension.StayConnected, LastingLevel.Individual)],
        [Subject.ContextsForImprovement] = [new(Dimension.NetworkContinues, LastingLevel.Organisation), new(Dimension.Aim, LastingLevel.Organisation), new(Dimension.ImprovementTeams, LastingLevel.Organisation)],
    };

    /// <summary>The weak domains of a rating, the lowest first, each with those of its cells that still stand open.</summary>
    /// <param name="year">Of the rating.</param>
    /// <param name="answers">Its answers.</param>
    /// <param name="isOpen">Whether a cell is open and has no plan.</param>
    public static IReadOnlyList<LastingOffer> Of(int year, Answers answers, Func<MatrixPlace, bool> isOpen) =>
    [
        .. (from domain in Cells.Keys
           let level = answers[domain]?.Level
           where level <= WeakUpTo
           let places = Cells[domain].Where(isOpen).ToArray()
           where places.Length > 0
           orderby level, domain
           select new LastingOffer(domain, level.Value, year, places)).Take(MostOffers),
    ];
}
