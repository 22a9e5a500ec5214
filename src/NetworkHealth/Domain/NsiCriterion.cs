namespace NetworkHealth.Domain;

/// <summary>
/// What a network for school improvement is expected to be (Gates Foundation, 2018): seven questions answered yes, no or not known. Real
/// networks fall short of some, so they are looked at and never demanded.
/// </summary>
/// <param name="Column">As files have it.</param>
/// <param name="Words">As a page asks it.</param>
/// <param name="Of">What a profile answers.</param>
public sealed record NsiCriterion(string Column, string Words, Func<NetworkProfile, bool?> Of)
{
    public const int FewestSchools = 10;

    public static IReadOnlyList<NsiCriterion> All { get; } =
    [
        new("nsi_intermediary", "An intermediary leads it", profile => profile.NsiIntermediary),
        new("nsi_ten_schools", "It has ten secondary schools or more", profile => profile.NsiTenSchools),
        new("nsi_focal_students", "More than half of its students are Black, Latino or from low-income families", profile => profile.NsiFocalStudents),
        new("nsi_shared_aim", "Its members share one problem and one aim", profile => profile.NsiSharedAim),
        new("nsi_outcomes", "It seeks results in high school and beyond", profile => profile.NsiOutcomes),
        new("nsi_ci_capacity", "It builds members’ capacity for continuous improvement", profile => profile.NsiCiCapacity),
        new("nsi_learning", "It is organised so that learning comes up and improvement spreads", profile => profile.NsiLearning),
    ];

    /// <summary>What should be looked at, in sentences; empty when nothing stands out. Not known is no warning.</summary>
    public static IReadOnlyList<string> Warnings(NetworkProfile profile)
    {
        List<string> warnings = [.. All.Where(criterion => criterion.Of(profile) == false).Select(criterion => $"Not met: {char.ToLowerInvariant(criterion.Words[0])}{criterion.Words[1..]}.")];
        if (profile is { NsiTenSchools: { } ten, Schools: { } schools } && ten != schools >= FewestSchools)
            warnings.Add($"The profile counts {English.Count(schools, "school")} of any kind, and says that {(ten ? "ten or more" : "fewer than ten")} of them are secondary schools.");
        return warnings;
    }
}
