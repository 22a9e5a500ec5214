namespace NetworkHealth.Domain;

/// <summary>What a person may be asked to do. Scopes: service, network, network, cohort, cohort, cohort.</summary>
public enum Role
{
    Administrator,
    HubLeader,
    HubMember,
    Evaluator,
    Funder,
    Researcher,
}

/// <summary>One role of one person, on the network or cohort it is for.</summary>
public sealed class Grant
{
    private Grant() { } // EF Core

    /// <exception cref="ArgumentException">The scope is not the one that the role has.</exception>
    public Grant(Guid personId, Role role, Guid? cohortId = null, Guid? networkId = null)
    {
        (Id, PersonId, Role, CohortId, NetworkId) = (Guid.CreateVersion7(), personId, role, cohortId, networkId);
        var (onNetwork, onCohort) = (role is Role.HubLeader or Role.HubMember, role is Role.Evaluator or Role.Funder or Role.Researcher);
        if (onNetwork != networkId.HasValue || onCohort != cohortId.HasValue)
            throw new ArgumentException($"The scope does not fit the role {role}.", nameof(role));
    }

    public Guid Id { get; private set; }
    public Guid PersonId { get; private set; }
    public Role Role { get; private set; }
    public Guid? CohortId { get; private set; }
    public Guid? NetworkId { get; private set; }
}

/// <summary>Who acts and what they may do. Argument of every read and write; deny by default.</summary>
public sealed class Actor
{
    /// <summary>The operator at the command line: may do what an administrator may, and is recorded without a person.</summary>
    public static readonly Actor Operator = new(null, [new Grant(Guid.Empty, Role.Administrator)]);

    /// <summary>Somebody who has not signed in.</summary>
    public static readonly Actor Stranger = new(null, []);

    public Actor(Guid? personId, IReadOnlyList<Grant> grants) => (PersonId, Grants) = (personId, grants);

    public Guid? PersonId { get; }
    public IReadOnlyList<Grant> Grants { get; }

    public bool IsAdministrator => Has(Role.Administrator);

    /// <summary>The networks that this person leads or belongs to; what an administrator sees does not stand here.</summary>
    public IReadOnlyList<Guid> OwnNetworks =>
        [.. Grants.Where(grant => grant.Role is Role.HubLeader or Role.HubMember).Select(grant => grant.NetworkId!.Value)];

    /// <summary>The networks that this person leads.</summary>
    public IReadOnlyList<Guid> LedNetworks => [.. Grants.Where(grant => grant.Role == Role.HubLeader).Select(grant => grant.NetworkId!.Value)];

    /// <summary>The cohorts whose networks this person rates from outside.</summary>
    public IReadOnlyList<Guid> EvaluatedCohorts => [.. Grants.Where(grant => grant.Role == Role.Evaluator).Select(grant => grant.CohortId!.Value)];

    /// <summary>The cohorts whose networks this person pays for.</summary>
    public IReadOnlyList<Guid> FundedCohorts => [.. Grants.Where(grant => grant.Role == Role.Funder).Select(grant => grant.CohortId!.Value)];

    /// <summary>Whether this person leads the network: submits for it, shares and invites.</summary>
    public bool Leads(Network network) => LedNetworks.Contains(network.Id);

    public bool Has(Role role) => Grants.Any(grant => grant.Role == role);

    /// <summary>Whether the network is theirs to see by its own people's rights; which of its ratings, <see cref="Sees"/> says. A funder's view: <see cref="Sights"/>.</summary>
    public bool MaySee(Network network) => RatingSourceWords.All.Any(source => Sees(network, source));

    /// <summary>Whether this person may see the network's submitted ratings by a source. An evaluator judges without the hub's own view.</summary>
    public bool Sees(Network network, RatingSource source) =>
        IsAdministrator || OwnNetworks.Contains(network.Id) || (source == RatingSource.External && Evaluates(network));

    /// <summary>Whether this person is one of the raters: sees drafts and earlier revisions, and writes in the draft.</summary>
    public bool Rates(Network network, RatingSource source) => source == RatingSource.Self ? OwnNetworks.Contains(network.Id) : Evaluates(network);

    /// <summary>Whether this person submits and reopens ratings, discards drafts and sets another label.</summary>
    public bool Submits(Network network, RatingSource source) => source == RatingSource.Self ? Leads(network) : Evaluates(network);

    /// <exception cref="DomainRuleException">The actor is no rater of this source.</exception>
    public void MustRate(Network network, RatingSource source)
    {
        if (!Rates(network, source))
            throw new DomainRuleException($"Only {Raters(source)} can do this.");
    }

    /// <exception cref="DomainRuleException">The actor does not submit for this source.</exception>
    public void MustSubmit(Network network, RatingSource source)
    {
        MustRate(network, source);
        if (!Submits(network, source))
            throw new DomainRuleException("Your hub leader does this.");
    }

    /// <exception cref="DomainRuleException">The actor is no administrator.</exception>
    public void MustAdminister()
    {
        if (!IsAdministrator)
            throw new DomainRuleException("Only an administrator can do this.");
    }

    private static string Raters(RatingSource source) => source == RatingSource.Self ? "the hub of this network" : "an evaluator of this cohort";

    private bool Evaluates(Network network) => EvaluatedCohorts.Contains(network.CohortId);
}
