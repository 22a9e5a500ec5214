using NetworkHealth.Domain;

namespace NetworkHealth.Features.DataImport;

/// <summary>The columns of a network's profile.</summary>
internal sealed class ProfileReader(FileHeader header)
{
    private readonly ColumnReader<string?>
        hubOrganisation = new(header, "hub_organisation", Cell.Line(NetworkProfile.OrganisationMaxLength, "The name of the hub organisation")),
        aim = new(header, "aim", Cell.Text(text => PlainText.Checked(text.Trim(), NetworkProfile.AimMaxLength, "This aim")));

    private readonly ColumnReader<HubType?> hubType = new(header, "hub_type", Word<HubType>("a type of hub"));
    private readonly ColumnReader<ProblemFocus?> problemFocus = new(header, "problem_focus", Word<ProblemFocus>("a problem focus"));
    private readonly ColumnReader<NetworkStructure?> structure = new(header, "structure", Word<NetworkStructure>("a structure"));

    private readonly ColumnReader<int?>
        schools = Count(header, "n_schools"), districts = Count(header, "n_districts"), teams = Count(header, "n_teams"),
        grantStart = Year(header, "grant_start_year"), grantEnd = Year(header, "grant_end_year"), launch = Year(header, "launch_year");

    private readonly ColumnReader<bool?>
        pandemic = YesNo(header, "pandemic_launch"), intermediary = YesNo(header, "nsi_intermediary"), tenSchools = YesNo(header, "nsi_ten_schools"),
        focalStudents = YesNo(header, "nsi_focal_students"), sharedAim = YesNo(header, "nsi_shared_aim"), outcomes = YesNo(header, "nsi_outcomes"),
        ciCapacity = YesNo(header, "nsi_ci_capacity"), learning = YesNo(header, "nsi_learning");

    /// <summary>What the row says; null is nothing said.</summary>
    public NetworkProfile Of(FileRow row) => new()
    {
        HubOrganisation = hubOrganisation.Of(row),
        Aim = aim.Of(row),
        HubType = hubType.Of(row),
        ProblemFocus = problemFocus.Of(row),
        Structure = structure.Of(row),
        Schools = schools.Of(row),
        Districts = districts.Of(row),
        Teams = teams.Of(row),
        GrantStartYear = grantStart.Of(row),
        GrantEndYear = grantEnd.Of(row),
        LaunchYear = launch.Of(row),
        PandemicLaunch = pandemic.Of(row),
        NsiIntermediary = intermediary.Of(row),
        NsiTenSchools = tenSchools.Of(row),
        NsiFocalStudents = focalStudents.Of(row),
        NsiSharedAim = sharedAim.Of(row),
        NsiOutcomes = outcomes.Of(row),
        NsiCiCapacity = ciCapacity.Of(row),
        NsiLearning = learning.Of(row),
    };

    /// <summary>What is known, with what a row says in its place. A month of the grant stays where the row says the known year.</summary>
    public static NetworkProfile Onto(NetworkProfile known, NetworkProfile said) => known with
    {
        HubOrganisation = said.HubOrganisation ?? known.HubOrganisation,
        Aim = said.Aim ?? known.Aim,
        HubType = said.HubType ?? known.HubType,
        ProblemFocus = said.ProblemFocus ?? known.ProblemFocus,
        Structure = said.Structure ?? known.Structure,
        Schools = said.Schools ?? known.Schools,
        Districts = said.Districts ?? known.Districts,
        Teams = said.Teams ?? known.Teams,
        GrantStartYear = said.GrantStartYear ?? known.GrantStartYear,
        GrantStartMonth = said.GrantStartYear is { } start && start != known.GrantStartYear ? null : known.GrantStartMonth,
        GrantEndYear = said.GrantEndYear ?? known.GrantEndYear,
        GrantEndMonth = said.GrantEndYear is { } end && end != known.GrantEndYear ? null : known.GrantEndMonth,
        LaunchYear = said.LaunchYear ?? known.LaunchYear,
        PandemicLaunch = said.PandemicLaunch ?? known.PandemicLaunch,
        NsiIntermediary = said.NsiIntermediary ?? known.NsiIntermediary,
        NsiTenSchools = said.NsiTenSchools ?? known.NsiTenSchools,
        NsiFocalStudents = said.NsiFocalStudents ?? known.NsiFocalStudents,
        NsiSharedAim = said.NsiSharedAim ?? known.NsiSharedAim,
        NsiOutcomes = said.NsiOutcomes ?? known.NsiOutcomes,
        NsiCiCapacity = said.NsiCiCapacity ?? known.NsiCiCapacity,
        NsiLearning = said.NsiLearning ?? known.NsiLearning,
    };

    private static Func<string, (T?, string?)> Word<T>(string what) where T : struct, Enum => Cell.Word(Enum.GetValues<T>(), value => FileWords.Snake(value)!, what);

    private static ColumnReader<int?> Count(FileHeader header, string column) => new(header, column, Cell.Number(0, NetworkProfile.MostCounted));

    private static ColumnReader<int?> Year(FileHeader header, string column) => new(header, column, Cell.YearIfSaid);

    private static ColumnReader<bool?> YesNo(FileHeader header, string column) => new(header, column, Cell.YesNo);
}
