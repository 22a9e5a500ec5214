namespace NetworkHealth.Domain;

/// <summary>A group of networks that are rated in the same years, usually one grant round of one funder.</summary>
public sealed class Cohort
{
    public const int NameMaxLength = 200;
    public const int FirstYear = 1900;
    public const int LastYear = 2100;

    private readonly List<Cycle> cycles = [];

    private Cohort() => (Slug, Name) = ("", ""); // EF Core

    /// <exception cref="DomainRuleException">The slug or the name is not one.</exception>
    public Cohort(string slug, string name, string? funder = null)
    {
        (Id, Slug, Name, Funder) = (Guid.CreateVersion7(), Code.Slug(slug), name.Trim(), funder);
        if (Name.Length is 0 or > NameMaxLength)
            throw new DomainRuleException($"A cohort's name has 1 to {NameMaxLength} characters.");
    }

    public Guid Id { get; private set; }
    public string Slug { get; private set; }
    public string Name { get; private set; }
    public string? Funder { get; private set; }

    /// <summary>In the order of the years; they need not follow on each other.</summary>
    public IReadOnlyList<Cycle> Cycles => [.. cycles.OrderBy(cycle => cycle.Year)];

    /// <summary>Adds a year in which the cohort is rated; a year it has already stays as it is.</summary>
    /// <returns>Whether the year is new.</returns>
    /// <exception cref="DomainRuleException">The year is outside 1900–2100.</exception>
    public bool AddCycle(int year, bool isOpen = false, string? label = null)
    {
        if (year is < FirstYear or > LastYear)
            throw new DomainRuleException($"{year} is not a year from {FirstYear} to {LastYear}.");
        if (cycles.Any(cycle => cycle.Year == year))
            return false;

        cycles.Add(new Cycle(year, label, isOpen));
        return true;
    }
}

/// <summary>A year in which a cohort is rated, named by the year in which it ends; the label, when there is one, is shown instead.</summary>
public sealed record Cycle(int Year, string? Label, bool IsOpen)
{
    public const int LabelMaxLength = 20;

    public string Shown => Label ?? Year.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Whether a day may be one of this cycle: one with a label, such as 2023–24, began in the year before.</summary>
    public bool Holds(DateOnly day) => day.Year == Year || (Label is not null && day.Year == Year - 1);
}
