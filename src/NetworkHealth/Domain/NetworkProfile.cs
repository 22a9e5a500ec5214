namespace NetworkHealth.Domain;

/// <summary>What a reader should know of a network beside its levels; null is unknown.</summary>
public sealed record NetworkProfile
{
    public const int OrganisationMaxLength = 200;
    public const int AimMaxLength = 1000;
    public const int MostCounted = 100_000;

    public static readonly NetworkProfile Unknown = new();

    public string? HubOrganisation { get; init; }
    public string? Aim { get; init; }
    public HubType? HubType { get; init; }
    public ProblemFocus? ProblemFocus { get; init; }
    public NetworkStructure? Structure { get; init; }
    public int? LaunchYear { get; init; }
    public bool? PandemicLaunch { get; init; }
    public int? Schools { get; init; }
    public int? Districts { get; init; }
    public int? Teams { get; init; }
    public int? GrantStartYear { get; init; }

    /// <summary>1 to 12, where more than the year is known.</summary>
    public int? GrantStartMonth { get; init; }

    public int? GrantEndYear { get; init; }
    public int? GrantEndMonth { get; init; }
    public bool? NsiIntermediary { get; init; }
    public bool? NsiTenSchools { get; init; }
    public bool? NsiFocalStudents { get; init; }
    public bool? NsiSharedAim { get; init; }
    public bool? NsiOutcomes { get; init; }
    public bool? NsiCiCapacity { get; init; }
    public bool? NsiLearning { get; init; }

    /// <summary>The month in which funding ends: the last of its year where only the year is known.</summary>
    public DateOnly? FundingEnds() => GrantEndYear is { } year ? new DateOnly(year, GrantEndMonth ?? 12, 1) : null;

    internal NetworkProfile Checked()
    {
        foreach (int? year in (ReadOnlySpan<int?>)[LaunchYear, GrantStartYear, GrantEndYear])
        {
            if (year is < Cohort.FirstYear or > Cohort.LastYear)
                throw new DomainRuleException($"{year} is not a year from {Cohort.FirstYear} to {Cohort.LastYear}.");
        }

        foreach (int? count in (ReadOnlySpan<int?>)[Schools, Districts, Teams])
        {
            if (count is < 0 or > MostCounted)
                throw new DomainRuleException($"Count schools, districts and teams from 0 to {MostCounted:N0}.");
        }

        if (GrantStartMonth is < 1 or > 12 || GrantEndMonth is < 1 or > 12)
            throw new DomainRuleException("A month is a number from 1 to 12.");
        if ((GrantStartYear is null && GrantStartMonth is not null) || (GrantEndYear is null && GrantEndMonth is not null))
            throw new DomainRuleException("A month of the grant needs its year.");
        if (GrantEndYear < GrantStartYear || (GrantEndYear == GrantStartYear && GrantEndMonth < GrantStartMonth))
            throw new DomainRuleException("The grant ends before it starts. Correct one of the two.");
        return this with
        {
            HubOrganisation = Said(HubOrganisation, hub => PlainText.Line(hub, OrganisationMaxLength, "The name of the hub organisation")),
            Aim = Said(Aim, aim => PlainText.Checked(aim, AimMaxLength, "This aim")),
        };
    }

    private static string? Said(string? text, Func<string, string> rule) => string.IsNullOrWhiteSpace(text) ? null : rule(text.Trim());
}

/// <summary>The kind of problem a network works on, as the published comparison of networks groups them (Carnegie Summit, 2024).</summary>
public enum ProblemFocus
{
    Instructional,
    PostSecondaryMatch,
    EarlyWarning,
    Other,
}

/// <summary>The kind of organisation that houses the hub.</summary>
public enum HubType
{
    NonProfit,
    District,
    CharterOrganisation,
    University,
    RegionalCentre,
    Other,
}

/// <summary>How far the schools of a network are spread.</summary>
public enum NetworkStructure
{
    OneDistrict,
    SeveralDistricts,
    SeveralStates,
}

/// <summary>The words of a profile in sentences; in files the names are written in snake case.</summary>
public static class ProfileWords
{
    /// <summary>A date of the grant, “June 2025” or “2025”; null where it is not known.</summary>
    /// <param name="year">Its year.</param>
    /// <param name="month">1 to 12, where more than the year is known.</param>
    public static string? GrantDate(int? year, int? month) =>
        year is not { } of ? null : month is { } within ? Month.Words(new DateOnly(of, within, 1)) : of.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static string Words(this HubType type) => type switch
    {
        HubType.NonProfit => "a non-profit organisation",
        HubType.District => "a school district",
        HubType.CharterOrganisation => "a charter organisation",
        HubType.University => "a university",
        HubType.RegionalCentre => "a regional service centre",
        _ => "another kind of organisation",
    };

    public static string Words(this ProblemFocus focus) => focus switch
    {
        ProblemFocus.Instructional => "Instruction",
        ProblemFocus.PostSecondaryMatch => "Post-secondary match",
        ProblemFocus.EarlyWarning => "Early warning",
        _ => "Another problem",
    };

    public static string Words(this NetworkStructure structure) => structure switch
    {
        NetworkStructure.OneDistrict => "one district",
        NetworkStructure.SeveralDistricts => "several districts",
        _ => "several states",
    };
}
