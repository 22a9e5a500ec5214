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
        Id = Guid.CreateVersion7();
        (Slug, Name) = ("", "");
        Describe(slug, name, funder);
    }

    public Guid Id { get; private set; }
    public string Slug { get; private set; }
    public string Name { get; private set; }
    public string? Funder { get; private set; }

    /// <summary>How its networks appear to the funder.</summary>
    public Display Display { get; private set; }

    /// <summary>Whether its researchers may have files with names and text.</summary>
    public bool IsNamedForResearch { get; private set; }

    /// <summary>By which field the tables of counts made from now on are grouped; null for the whole cohort only.</summary>
    public ProfileField? GroupedBy { get; private set; }

    /// <summary>In the order of the years; they need not follow on each other.</summary>
    public IReadOnlyList<Cycle> Cycles => [.. cycles.OrderBy(cycle => cycle.Year)];

    /// <summary>Says what it is called, and what stands for it in addresses.</summary>
    /// <exception cref="DomainRuleException">The slug or a name is not one.</exception>
    public void Describe(string slug, string name, string? funder)
    {
        var (called, by) = (name.Trim(), string.IsNullOrWhiteSpace(funder) ? null : funder.Trim());
        if (called.Length is 0 or > NameMaxLength || by is { Length: > NameMaxLength })
            throw new DomainRuleException($"A cohort's name has 1 to {NameMaxLength} characters, and its funder's at most as many.");
        (Slug, Name, Funder) = (Code.Slug(slug), PlainText.Checked(called, NameMaxLength, "This name"), by is null ? null : PlainText.Checked(by, NameMaxLength, "The funder’s name"));
    }

    /// <summary>Says how its networks appear to its funder and its researchers.</summary>
    public void Show(Display display, bool isNamedForResearch) => (Display, IsNamedForResearch) = (display, isNamedForResearch);

    /// <summary>Says by which field its networks are counted when a cycle is closed; tables that are stored stay as they are.</summary>
    public void CountBy(ProfileField? field) => GroupedBy = field;

    /// <summary>Adds a year in which the cohort is rated; a year it has already stays as it is.</summary>
    /// <returns>Whether the year is new.</returns>
    /// <exception cref="DomainRuleException">The year is outside 1900–2100, or the label does not fit.</exception>
    public bool AddCycle(int year, bool isOpen = false, string? label = null)
    {
        if (year is < FirstYear or > LastYear)
            throw new DomainRuleException($"{year} is not a year from {FirstYear} to {LastYear}.");
        if (cycles.Any(cycle => cycle.Year == year))
            return false;

        cycles.Add(new Cycle(year, Cycle.CheckedLabel(label), isOpen));
        return true;
    }

    /// <summary>Opens a year to be rated, a new one or one that was closed.</summary>
    /// <param name="year">The year in which the cycle ends.</param>
    /// <param name="label">What is shown instead of the year; null leaves a label as it is.</param>
    /// <returns>False when it was open, and then nothing changes.</returns>
    /// <exception cref="DomainRuleException">The year is outside 1900–2100, or the label does not fit.</exception>
    public bool OpenCycle(int year, string? label = null)
    {
        if (AddCycle(year, isOpen: true, label))
            return true;

        var known = Known(year);
        return !known.IsOpen && Replace(known, known with { IsOpen = true, Label = Cycle.CheckedLabel(label) ?? known.Label });
    }

    /// <summary>Closes a year: nobody rates in it any more, and drafts are kept.</summary>
    /// <returns>False when it was closed, and then nothing changes.</returns>
    /// <exception cref="DomainRuleException">The cohort has no such year.</exception>
    public bool CloseCycle(int year)
    {
        var known = Known(year);
        return known.IsOpen && Replace(known, known with { IsOpen = false });
    }

    /// <summary>Shows another label instead of a year, or the year again.</summary>
    /// <returns>False when it is shown so already, and then nothing changes.</returns>
    /// <exception cref="DomainRuleException">The cohort has no such year, or the label does not fit.</exception>
    public bool RelabelCycle(int year, string? label)
    {
        var (known, shown) = (Known(year), string.IsNullOrWhiteSpace(label) ? null : Cycle.CheckedLabel(label));
        return known.Label != shown && Replace(known, known with { Label = shown });
    }

    private Cycle Known(int year) => cycles.Find(cycle => cycle.Year == year) ?? throw new DomainRuleException($"{Name} has no cycle {year}.");

    private bool Replace(Cycle known, Cycle by)
    {
        cycles[cycles.IndexOf(known)] = by;
        return true;
    }
}

/// <summary>A year in which a cohort is rated, named by the year in which it ends; the label, when there is one, is shown instead.</summary>
public sealed record Cycle(int Year, string? Label, bool IsOpen)
{
    public const int LabelMaxLength = 20;

    /// <summary>The label as it is kept; null for none.</summary>
    /// <exception cref="DomainRuleException">It is empty or too long.</exception>
    public static string? CheckedLabel(string? label) => label?.Trim() switch
    {
        null => null,
        { Length: 0 or > LabelMaxLength } => throw new DomainRuleException($"A cycle's label has 1 to {LabelMaxLength} characters."),
        { } fits => PlainText.Checked(fits, LabelMaxLength, "This label"),
    };

    public string Shown => Label ?? Year.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Whether a day may be one of this cycle: one with a label, such as 2023–24, began in the year before.</summary>
    public bool Holds(DateOnly day) => day.Year == Year || (Label is not null && day.Year == Year - 1);
}
