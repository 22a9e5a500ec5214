namespace NetworkHealth.Domain;

/// <summary>A field of the profile by which networks can be counted in groups.</summary>
public enum ProfileField
{
    ProblemFocus,
    HubType,
    Structure,
    PandemicLaunch,
}

/// <summary>The words of a <see cref="ProfileField"/>, and the values that networks have of it.</summary>
public static class ProfileFieldWords
{
    /// <summary>Stands for networks of which the value is not known.</summary>
    public const string NotKnown = "";

    private const string Yes = "Yes", No = "No";

    public static IReadOnlyList<ProfileField> All { get; } = Enum.GetValues<ProfileField>();

    public static string Words(this ProfileField field) => field switch
    {
        ProfileField.ProblemFocus => "Problem focus",
        ProfileField.HubType => "Kind of hub organisation",
        ProfileField.Structure => "Structure",
        _ => "Launched during the pandemic",
    };

    /// <summary>The name of a network's value, as stored tables keep it.</summary>
    public static string Of(this ProfileField field, NetworkProfile profile) => field switch
    {
        ProfileField.ProblemFocus => profile.ProblemFocus?.ToString(),
        ProfileField.HubType => profile.HubType?.ToString(),
        ProfileField.Structure => profile.Structure?.ToString(),
        _ => profile.PandemicLaunch is { } launched ? launched ? Yes : No : null,
    } ?? NotKnown;

    /// <summary>The same; all of one name where there is no field.</summary>
    public static string Of(this ProfileField? field, NetworkProfile profile) => field?.Of(profile) ?? NotKnown;

    /// <summary>Such a name in words.</summary>
    public static string Words(this ProfileField field, string name) => English.Capital(field switch
    {
        _ when name == NotKnown => "not known",
        ProfileField.ProblemFocus when Enum.TryParse<ProblemFocus>(name, out var focus) => focus.Words(),
        ProfileField.HubType when Enum.TryParse<HubType>(name, out var type) => type.Words(),
        ProfileField.Structure when Enum.TryParse<NetworkStructure>(name, out var structure) => structure.Words(),
        _ => name,
    });
}
