namespace NetworkHealth.Domain;

/// <summary>An improvement team of a network. Its code stands for it in coded files, its name is often that of a school.</summary>
public sealed class Team
{
    public const int NameMaxLength = 200;

    private Team() => (Code, Name) = ("", ""); // EF Core

    /// <param name="networkId">Whose team.</param>
    /// <param name="code">Such as <c>T3</c>; unique in the network and never changed.</param>
    /// <param name="name">What people call it; the code where no name is known.</param>
    /// <exception cref="DomainRuleException">The code or the name is not one.</exception>
    public Team(Guid networkId, string code, string name)
    {
        (Id, NetworkId, Code, Name, Edition) = (Guid.CreateVersion7(), networkId, Domain.Code.Team(code), "", 0);
        Rename(name);
    }

    public Guid Id { get; private set; }
    public Guid NetworkId { get; private set; }
    public string Code { get; private set; }
    public string Name { get; private set; }

    /// <summary>Whether it was taken out; its code stays taken.</summary>
    public bool IsRemoved { get; private set; }

    public int Edition { get; private set; }

    /// <summary>Whether a code is of the make of <c>T3</c>, and so says nothing of what the team is.</summary>
    public static bool IsNumbered(string code) => code.Length > 1 && code[0] == 'T' && !code.AsSpan(1).ContainsAnyExceptInRange('0', '9');

    /// <returns>Whether it is called otherwise now.</returns>
    /// <exception cref="DomainRuleException">The name is empty or too long.</exception>
    public bool Rename(string name)
    {
        string called = PlainText.Line(name, NameMaxLength, "A team’s name");
        if (called.Length == 0)
            throw new DomainRuleException("Say what the team is called.");
        if (called == Name)
            return false;
        (Name, Edition) = (called, Edition + 1);
        return true;
    }

    public void Remove() => (IsRemoved, Edition) = (true, Edition + 1);
}

/// <summary>What was observed of a team in a year.</summary>
public sealed class TeamYear
{
    private TeamYear() => Traction = Traction.Unknown; // EF Core

    /// <exception cref="DomainRuleException">The year is none.</exception>
    public TeamYear(Guid teamId, int year, Traction traction)
    {
        if (year is < Cohort.FirstYear or > Cohort.LastYear)
            throw new DomainRuleException($"{year} is not a year from {Cohort.FirstYear} to {Cohort.LastYear}.");
        (Id, TeamId, Year, Traction, Edition) = (Guid.CreateVersion7(), teamId, year, traction, 1);
    }

    public Guid Id { get; private set; }
    public Guid TeamId { get; private set; }
    public int Year { get; private set; }
    public Traction Traction { get; private set; }
    public int Edition { get; private set; }

    /// <returns>Whether it says something else now.</returns>
    public bool Observe(Traction traction)
    {
        if (traction == Traction)
            return false;
        (Traction, Edition) = (traction, Edition + 1);
        return true;
    }
}
