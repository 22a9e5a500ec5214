using NetworkHealth.Domain;

namespace NetworkHealth.Features.Profiles;

/// <summary>The years that something can be told of.</summary>
internal static class YearsOf
{
    /// <summary>The cohort's cycles, open ones too since they are told now, and years that a file told of beside them.</summary>
    public static IReadOnlyList<Cycle> Cycles(Cohort cohort, IEnumerable<int> told) =>
    [
        .. cohort.Cycles.Concat(told.Distinct().Where(year => cohort.Cycles.All(cycle => cycle.Year != year)).Select(year => new Cycle(year, null, false)))
            .OrderBy(cycle => cycle.Year),
    ];

    /// <exception cref="DomainRuleException">It is none of them.</exception>
    public static void MustHold(Cohort cohort, IEnumerable<int> told, int year)
    {
        if (Cycles(cohort, told).All(cycle => cycle.Year != year))
            throw new DomainRuleException($"{cohort.Name} has no cycle {year}.");
    }
}
