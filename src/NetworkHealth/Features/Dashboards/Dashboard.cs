using NetworkHealth.Domain;
using NetworkHealth.Features.Profiles;
using NetworkHealth.Features.Trajectories;
using NetworkHealth.Shell;

namespace NetworkHealth.Features.Dashboards;

/// <summary>A cohort at a glance, as one reader sees it through the filters of an address. Figures made of levels count only the networks that share them.</summary>
public sealed class Dashboard
{
    /// <summary>So many networks stand on one page of a table; figures count all of them.</summary>
    public const int PageLength = 50;

    /// <summary>The cohort, and every network that the reader sees anything of.</summary>
    public required CohortTable Cohort { get; init; }

    /// <summary>Every network that the reader sees anything of.</summary>
    public required IReadOnlyList<SeenNetwork> All { get; init; }

    public required IReadOnlyList<ChosenFilter> Filters { get; init; }

    /// <summary>What the address asks for and cannot have, a sentence for each.</summary>
    public required IReadOnlyList<string> Refused { get; init; }

    /// <summary>What it does do, without the page: <c>cycle=2025&amp;focus=instructional</c>.</summary>
    public required string Query { get; init; }

    /// <summary>Asks for no cycle before, so that no moves are shown.</summary>
    public const string NoneBefore = "none";

    /// <summary>The same with source, both cycles and subject by name, also where nobody chose them: what an address means may change with the next cycle.</summary>
    public string Explicit => string.Join('&',
    [
        $"source={Cohort.Source.Code()}", .. Cycle is null ? Array.Empty<string>() : [$"cycle={Cycle.Year}"], IsSideBySide ? $"beside={Before!.Year}" : $"before={(Before is null ? NoneBefore : Before.Year)}",
        $"subject={Subject.Code()}", .. Filters.Select(filter => $"{filter.Facet.Name}={filter.Code}"),
    ]);

    /// <summary>The cycle whose levels are shown; null where the cohort has none.</summary>
    public required Cycle? Cycle { get; init; }

    /// <summary>The cycle from which moves are shown: the one asked for, beside it or before it, else the rated one before; null where there is none.</summary>
    public required Cycle? Before { get; init; }

    /// <summary>Whether the address asks for two cycles side by side.</summary>
    public required bool IsSideBySide { get; init; }

    /// <summary>Whose levels are followed over the cycles.</summary>
    public required Subject Subject { get; init; }

    /// <summary>From 1 on.</summary>
    public required int Page { get; init; }

    /// <summary>Every cycle of the cohort, open ones too.</summary>
    public required IReadOnlyList<Cycle> Cycles { get; init; }

    /// <summary>When the data last changed; null before the first change.</summary>
    public required DateTimeOffset? AsOf { get; init; }

    /// <summary>Whether the reader administers or evaluates the cohort. A funder is told less of work that goes on: it may be of a network that does not share it.</summary>
    public required bool FollowsTheWork { get; init; }

    /// <summary>The same in words, for a funder the day alone; null before the first change.</summary>
    public string? AsOfWords => AsOf is not { } at ? null : FollowsTheWork ? Times.Minute(at) : Times.Day(at);

    /// <summary>Those that the filters leave.</summary>
    public IReadOnlyList<SeenNetwork> Networks => networks ??= [.. All.Where(network => Filters.All(filter => filter.Fits(network)))];

    /// <summary>Those of them whose levels the reader sees.</summary>
    public IReadOnlyList<SeenNetwork> WithLevels => withLevels ??= [.. Networks.Where(network => network.SharesLevels)];

    /// <summary>The cohort as the choices leave it, up to the chosen cycle: what the heading speaks of.</summary>
    public CohortTable Chosen => chosen ??= Cohort with
    {
        Networks = [.. Networks.Select(network => network.Row)],
        RatedYears = Cycle is { } cycle && Cohort.RatedYears.Contains(cycle.Year) ? [.. Cohort.RatedYears.Where(year => year <= cycle.Year)] : Cohort.RatedYears,
    };

    /// <summary>By their overall level in the chosen cycle, the most developed first; those without one, and those that share their label only, last.</summary>
    public IReadOnlyList<NetworkGroup> Groups => groups ??= NetworkGroup.Of(Networks, Cycle);

    public int Pages => Math.Max(1, (Networks.Count + PageLength - 1) / PageLength);

    /// <summary>The stages of the teams of the networks that the filters leave.</summary>
    public StageCounts Teams => new([.. Networks.SelectMany(network => network.Teams)]);

    /// <summary>
    /// Whether the reader is told how many drafts there are. A funder is not where they chose networks, or where fewer than five have not
    /// submitted: the rows say who has, so of a few it would say whose.
    /// </summary>
    public bool TellsDrafts => FollowsTheWork || (Filters.Count == 0 && Cycles.Where(cycle => cycle.IsOpen).All(cycle => Completeness.Of(WithLevels, cycle) is { Waited: 0 or >= GuardedTable.Fewest }));

    /// <summary>Where the ratings of a cycle stand. What was begun in a cycle that is closed by now is nothing that a funder waits for.</summary>
    public Completeness CompletenessOf(Cycle cycle) => Completeness.Of(WithLevels, cycle) is var state && TellsDrafts && (FollowsTheWork || cycle.IsOpen) ? state : state with { Drafts = 0, NotStarted = state.Waited };

    /// <summary>How many networks stand at which level of a subject in a cycle.</summary>
    public LevelCounts Counts(Cycle? cycle, Subject subject)
    {
        if (!counts.TryGetValue((cycle?.Year, subject), out var counted))
            counts[(cycle?.Year, subject)] = counted = LevelCounts.Of(WithLevels.Select(network => network.In(cycle?.Year, subject)));
        return counted;
    }

    /// <summary>Whether any domain has a level in the chosen cycle; some cohorts have the overall one only.</summary>
    public bool HasDomains => WithLevels.Any(network => SubjectWords.Domains.Any(domain => network.In(Cycle?.Year, domain) is not null));

    /// <summary>The subjects of tables: all seven, or the overall one alone.</summary>
    public IReadOnlyList<Subject> RatedSubjects => HasDomains ? SubjectWords.All : [Subject.Overall];

    /// <summary>How the networks moved from the cycle before to the chosen one.</summary>
    public LevelFlow Flow => flow ??= LevelFlow.Of(Moves.Select(move => (move.Before, move.After)));

    /// <summary>The same, network by network.</summary>
    public IEnumerable<(SeenNetwork Network, Level? Before, Level? After)> Moves =>
        WithLevels.Select(network => (network, network.In(Before?.Year, Subject), network.In(Cycle?.Year, Subject)));

    /// <summary>The versions of the framework behind the levels of a cycle; null among them where a rating does not say.</summary>
    public IReadOnlyList<string?> Frameworks(Cycle? cycle) =>
        [.. WithLevels.Where(network => cycle is not null && network.Frameworks.ContainsKey(cycle.Year)).Select(network => network.Frameworks[cycle!.Year]).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Why the two cycles cannot stand side by side; null where they can.</summary>
    public string? WhyApart => Frameworks(Cycle).Union(Frameworks(Before)).Count() <= 1 || Before is null ? null
        : $"{Before.Shown} and {Cycle!.Shown} were not judged under one version of the framework ({Before.Shown}: {Named(Frameworks(Before))}; {Cycle.Shown}: {Named(Frameworks(Cycle))}), so a level need not mean the same in both, and they do not stand side by side.";

    /// <summary>How often each domain is the lowest in the chosen cycle.</summary>
    public IReadOnlyList<LowestDomains> Lowest => lowest ??= LowestDomains.Of(this);

    /// <summary>Whether moves between two cycles are shown: not between two that the reader asked to see side by side and that cannot be.</summary>
    public bool ShowsFlow => Before is not null && !(IsSideBySide && WhyApart is not null);

    /// <summary>All its tables, in the order of the page.</summary>
    public IReadOnlyList<FigureTable> Tables => ContextTables.All(this);

    private IReadOnlyList<SeenNetwork>? networks, withLevels;
    private IReadOnlyList<NetworkGroup>? groups;
    private IReadOnlyList<LowestDomains>? lowest;
    private CohortTable? chosen;
    private LevelFlow? flow;
    private readonly Dictionary<(int? Year, Subject Subject), LevelCounts> counts = [];

    private static string Named(IReadOnlyList<string?> versions) => versions.Count == 0 ? "none" : English.List(versions.Select(version => version ?? "not stated"));
}
