namespace NetworkHealth.Domain;

/// <summary>What a reader should know of a network beside its levels; null is unknown.</summary>
public sealed record NetworkProfile
{
    public const int OrganisationMaxLength = 200;
    public const int AimMaxLength = 1000;

    public static readonly NetworkProfile Unknown = new();

    public string? HubOrganisation { get; init; }
    public string? Aim { get; init; }
    public HubType? HubType { get; init; }
    public ProblemFocus? ProblemFocus { get; init; }
    public NetworkStructure? Structure { get; init; }
    public int? LaunchYear { get; init; }
    public bool? PandemicLaunch { get; init; }

    internal NetworkProfile Checked()
    {
        if (LaunchYear is < Cohort.FirstYear or > Cohort.LastYear)
            throw new DomainRuleException($"{LaunchYear} is not a year from {Cohort.FirstYear} to {Cohort.LastYear}.");
        return this with
        {
            HubOrganisation = Said(HubOrganisation, OrganisationMaxLength, "The name of the hub organisation"),
            Aim = Said(Aim, AimMaxLength, "This aim"),
        };
    }

    private static string? Said(string? text, int most, string what) =>
        string.IsNullOrWhiteSpace(text) ? null : PlainText.Checked(text.Trim(), most, what);
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
