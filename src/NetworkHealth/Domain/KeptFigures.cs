namespace NetworkHealth.Domain;

/// <summary>Figures of a cohort as somebody saw them on a day, kept under a name, such as for a board date. They never change.</summary>
public sealed class KeptFigures
{
    /// <summary>Lengths in characters, and how many one person keeps of one cohort.</summary>
    public const int NameMaxLength = 120, ChoicesMaxLength = 600, MostOfCohort = 100;

    private KeptFigures() => (Name, Choices, RuleVersion, Tables, SeenAs) = ("", "", "", "", ""); // EF Core

    /// <param name="cohortId">Of which cohort.</param>
    /// <param name="ownerId">Who saw and keeps them; nobody else reads them.</param>
    /// <param name="name">What they are kept for.</param>
    /// <param name="choices">Cycle, source and filters, as the address of the dashboard has them.</param>
    /// <param name="keptAt">Now.</param>
    /// <param name="asOf">When the data had last changed; null before the first change.</param>
    /// <param name="tables">The tables as JSON.</param>
    /// <param name="seenAs">The roles that let their owner see them.</param>
    /// <param name="display">How the cohort showed its networks then.</param>
    /// <exception cref="DomainRuleException">The name is empty or too long.</exception>
    public KeptFigures(Guid cohortId, Guid ownerId, string name, string choices, DateTimeOffset keptAt, DateTimeOffset? asOf, string tables, string seenAs, Display display)
    {
        (Id, CohortId, OwnerId, Choices, KeptAt, AsOf, RuleVersion, Tables, SeenAs, Display) = (Guid.CreateVersion7(), cohortId, ownerId, choices, keptAt, asOf, TrajectoryRule.Version, tables, seenAs, display);
        Name = PlainText.Line(name, NameMaxLength, "A name of figures");
        if (Name.Length == 0)
            throw new DomainRuleException("Say what you keep these figures for.");
        if (choices.Length > ChoicesMaxLength)
            throw new DomainRuleException("There are too many choices to keep. Take some of them away.");
    }

    /// <summary>Refuses another to somebody who keeps so many of a cohort already.</summary>
    /// <exception cref="DomainRuleException">They keep as many as one person may.</exception>
    public static void RefuseBeyond(int kept)
    {
        if (kept >= MostOfCohort)
            throw new DomainRuleException($"You keep {MostOfCohort} sets of figures of this cohort, which is as many as there is room for. Throw one of them away, then keep this one.");
    }

    public Guid Id { get; private set; }
    public Guid CohortId { get; private set; }
    public Guid OwnerId { get; private set; }
    public string Name { get; private set; }
    public string Choices { get; private set; }
    public DateTimeOffset KeptAt { get; private set; }
    public DateTimeOffset? AsOf { get; private set; }

    /// <summary>Version of the trajectory rule that made the labels.</summary>
    public string RuleVersion { get; private set; }

    public string Tables { get; private set; }

    /// <summary>What their owner was to the cohort, in words with commas between: they are read only as long as all of it holds.</summary>
    public string SeenAs { get; private set; }

    /// <summary>How the cohort showed its networks to funders.</summary>
    public Display Display { get; private set; }

    /// <summary>What somebody is to a cohort, as figures remember it: the roles on it, and the networks of it that are theirs.</summary>
    public static string RolesOf(Actor actor, Guid cohortId, IEnumerable<Guid> networks) => string.Join(',',
        actor.Grants.Where(grant => grant.Role == Role.Administrator || grant.CohortId == cohortId || (grant.NetworkId is { } network && networks.Contains(network)))
            .Select(grant => grant.NetworkId is { } own ? $"{own}" : $"{grant.Role}").Distinct().Order(StringComparer.Ordinal));

    /// <summary>Whether somebody who is this to the cohort still is all that these figures were seen as.</summary>
    public bool MayBeReadAs(string roles) => roles.Split(',').Contains(nameof(Role.Administrator)) || SeenAs.Split(',').All(roles.Split(',').Contains);
}
