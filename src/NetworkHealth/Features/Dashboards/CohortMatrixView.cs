using NetworkHealth.Domain;

namespace NetworkHealth.Features.Dashboards;

/// <summary>The two ways to look at the matrices of a cohort.</summary>
public enum CohortMatrixLook
{
    Planned,
    Observed,
}

/// <summary>What the address of the page asks for.</summary>
/// <param name="Look">What was planned, or what was seen.</param>
/// <param name="Way">Only plans and observations that take this strategy; null for all.</param>
/// <param name="Ignored">What it asks for and does not exist, a sentence each.</param>
public sealed record CohortMatrixFilter(CohortMatrixLook Look = CohortMatrixLook.Planned, Strategy? Way = null, params IReadOnlyList<string> Ignored)
{
    /// <param name="view"><c>planned</c> or <c>observed</c>; anything else is said and ignored.</param>
    /// <param name="strategy">Code of a strategy; anything else is said and ignored.</param>
    public static CohortMatrixFilter Read(string? view, string? strategy)
    {
        CohortMatrixLook? look = string.IsNullOrWhiteSpace(view) ? CohortMatrixLook.Planned : FileWords.Parse(Enum.GetValues<CohortMatrixLook>(), Code, view.Trim());
        Strategy? way = string.IsNullOrWhiteSpace(strategy) ? null : StrategyWords.Parse(strategy.Trim());
        return new CohortMatrixFilter(look ?? CohortMatrixLook.Planned, way,
        [
            .. look is null ? (string[])[$"“{Domain.Code.Shown(view!)}” is no view of this page, so it shows what is planned."] : [],
            .. way is null && !string.IsNullOrWhiteSpace(strategy) ? (string[])[$"“{Domain.Code.Shown(strategy)}” is none of the three strategies, so all are counted."] : [],
        ]);
    }

    /// <summary>As addresses have it.</summary>
    public static string Code(CohortMatrixLook look) => look == CohortMatrixLook.Planned ? "planned" : "observed";
}

/// <summary>How many networks of a cohort plan and see what where; no network by itself.</summary>
/// <param name="Slug">Of the cohort.</param>
/// <param name="Name">Of the cohort.</param>
/// <param name="Filter">What was asked for.</param>
/// <param name="All">Networks of the cohort.</param>
/// <param name="Counted">Those whose plans the reader reads: every figure is of these only.</param>
/// <param name="Cells">The 21, by row.</param>
/// <param name="Ways">Networks by strategy, for each dimension and for all together.</param>
/// <param name="ShowsCountsOnly">Whether its reader is a funder to whom the cohort shows counts of levels only; then there are no figures.</param>
public sealed record CohortMatrixView(
    string Slug, string Name, CohortMatrixFilter Filter, int All, int Counted, IReadOnlyList<CohortMatrixCell> Cells, IReadOnlyList<CohortMatrixWays> Ways, bool ShowsCountsOnly = false)
{
    /// <summary>How many networks plan or saw something at a level of the matrix, in whatever row; by what was asked for.</summary>
    public IReadOnlyDictionary<LastingLevel, int> ByLevel { get; init; } = new Dictionary<LastingLevel, int>();

    public CohortMatrixCell this[MatrixPlace place] => Cells.First(cell => cell.Place == place);
}

/// <summary>One cell of all matrices. Each number counts networks.</summary>
/// <param name="Place">Which.</param>
/// <param name="Planned">Have a plan there that was not dropped, with the strategy asked for.</param>
/// <param name="Ways">Have a plan there with a strategy; one plan may take several.</param>
/// <param name="NotAGoal">Say that it is no goal.</param>
/// <param name="NotApplicable">Say that it does not apply.</param>
/// <param name="Open">Say nothing of it yet: no plan of any strategy, and not that it is no goal.</param>
/// <param name="Seen">By the most that a network saw there last, carried by the strategy asked for.</param>
/// <param name="NotLooked">Saw nothing there, since they did not look for anything yet.</param>
public sealed record CohortMatrixCell(
    MatrixPlace Place, int Planned, IReadOnlyDictionary<Strategy, int> Ways, int NotAGoal, int NotApplicable, int Open, IReadOnlyDictionary<Seen, int> Seen, int NotLooked)
{
    /// <summary>Saw it partly or as routine: traces are too little to say that it lasts.</summary>
    public int Lasting => Seen[Domain.Seen.Partly] + Seen[Domain.Seen.Routine];

    public int Of(CohortMatrixLook look) => look == CohortMatrixLook.Planned ? Planned : Lasting;
}

/// <summary>Networks by the strategies of their plans.</summary>
/// <param name="Dimension">For which plans; null for all.</param>
/// <param name="Networks">Have a plan with the strategy; <see cref="Strategy.None"/>: have a plan that names none.</param>
public sealed record CohortMatrixWays(Dimension? Dimension, IReadOnlyDictionary<Strategy, int> Networks)
{
    /// <summary>The columns of the table: each strategy, and none.</summary>
    public static IReadOnlyList<Strategy> Columns { get; } = [.. StrategyWords.All, Strategy.None];
}
