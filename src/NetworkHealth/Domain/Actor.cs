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

    public bool Has(Role role) => Grants.Any(grant => grant.Role == role);

    public bool MaySee(Guid networkId) => IsAdministrator || OwnNetworks.Contains(networkId);

    /// <exception cref="DomainRuleException">The actor is no administrator.</exception>
    public void MustAdminister()
    {
        if (!IsAdministrator)
            throw new DomainRuleException("Only an administrator can do this.");
    }
}
