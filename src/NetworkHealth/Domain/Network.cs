namespace NetworkHealth.Domain;

/// <summary>An improvement network: schools and a hub that work for a limited time towards one aim.</summary>
public sealed class Network
{
    public const int NameMaxLength = 200;

    private bool isCodeOnly;

    private Network() => (Code, Name) = ("", ""); // EF Core

    /// <param name="cohortId">The cohort it belongs to, for good.</param>
    /// <param name="code">Stands for it in coded exports and addresses; unique in the cohort and never changed.</param>
    /// <param name="name">What people call it; the code where no name is known.</param>
    /// <exception cref="DomainRuleException">The code or the name is not one.</exception>
    public Network(Guid cohortId, string code, string name)
    {
        (Id, CohortId, Code, Name) = (Guid.CreateVersion7(), cohortId, Domain.Code.Network(code), "");
        Rename(name);
    }

    public Guid Id { get; private set; }
    public Guid CohortId { get; private set; }
    public string Code { get; private set; }
    public string Name { get; private set; }
    public NetworkProfile Profile { get; private set; } = NetworkProfile.Unknown;

    /// <summary>What its funder reads of the hub's own ratings.</summary>
    public Sharing Sharing { get; private set; }

    /// <summary>Whether its leader keeps it out of research files.</summary>
    public bool IsKeptFromResearch { get; private set; }

    /// <summary>Whether it has ended: nobody is asked to rate it any more, and its history stays.</summary>
    public bool IsArchived { get; private set; }

    /// <summary>Whether what names it was taken out of this copy, so that nothing can be said of what is not there.</summary>
    public bool IsCodeOnly => isCodeOnly;

    /// <exception cref="DomainRuleException">The name is empty or has over 200 characters.</exception>
    public void Rename(string name)
    {
        string called = name.Trim();
        if (called.Length is 0 or > NameMaxLength)
            throw new DomainRuleException($"A network's name has 1 to {NameMaxLength} characters.");
        Name = PlainText.Checked(called, NameMaxLength, "This name");
    }

    /// <exception cref="DomainRuleException">A text is too long, or the year of its launch is none.</exception>
    public void Describe(NetworkProfile profile) => Profile = profile.Checked();

    /// <summary>The cohort's cycles as this network has them: once it is archived, none is open.</summary>
    public IReadOnlyList<Cycle> CyclesOf(Cohort cohort) => IsArchived ? [.. cohort.Cycles.Select(cycle => cycle with { IsOpen = false })] : cohort.Cycles;

    /// <summary>Takes out what names it, in a copy that is only read: exact counts and the dates of a grant tell a network as its name does.</summary>
    public void KeepOnlyCode() => (isCodeOnly, Name, Profile) = (true, Code, Profile with
    {
        HubOrganisation = null,
        Aim = null,
        Schools = null,
        Districts = null,
        Teams = null,
        GrantStartYear = null,
        GrantStartMonth = null,
        GrantEndYear = null,
        GrantEndMonth = null,
    });

    /// <summary>Says what the funder reads, and whether research files hold the network.</summary>
    public void Share(Sharing sharing, bool isKeptFromResearch) => (Sharing, IsKeptFromResearch) = (sharing, isKeptFromResearch);

    /// <exception cref="DomainRuleException">It is archived already.</exception>
    public void Archive() => SetArchived(true, $"{Name} is archived already.");

    /// <exception cref="DomainRuleException">It is not archived.</exception>
    public void Restore() => SetArchived(false, $"{Name} is not archived.");

    private void SetArchived(bool archived, string otherwise)
    {
        if (IsArchived == archived)
            throw new DomainRuleException(otherwise);
        IsArchived = archived;
    }
}
