namespace NetworkHealth.Domain;

/// <summary>
/// What is rated: the network as a whole and the six domains of the Improvement Network Health and Development Framework.
/// Subjects sort by their number.
/// </summary>
public enum Subject
{
    Overall = 0,
    HubLeadership = 1,
    RolesAndEngagement = 2,
    ContinuousImprovement = 3,
    NetworkConnections = 4,
    NetworkCulture = 5,
    ContextsForImprovement = 6,
}

/// <summary>Codes (for files and addresses) and names (for people) of the subjects.</summary>
public static class SubjectWords
{
    private static readonly string[] Codes = ["OVERALL", "HL", "RE", "CI", "NC", "CU", "CX"];

    private static readonly string[] Names =
    [
        "Overall", "Hub leadership", "Network roles and engagement", "Continuous improvement",
        "Network connections", "Network culture", "Contexts for improvement",
    ];

    private static readonly string[] ShortNames = ["the whole", "leadership", "roles", "improvement", "connections", "culture", "contexts"];

    public static IReadOnlyList<Subject> All { get; } = Enum.GetValues<Subject>();

    /// <summary>The domains, and the whole last: it is judged once they are.</summary>
    public static IReadOnlyList<Subject> InRatingOrder => [.. Domains, Subject.Overall];

    public static IReadOnlyList<Subject> Domains { get; } = [.. All.Where(subject => subject != Subject.Overall)];

    public static string Code(this Subject subject) => Codes[(int)subject];

    public static string Name(this Subject subject) => Names[(int)subject];

    /// <summary>One or two words for a button, such as “connections”.</summary>
    public static string ShortName(this Subject subject) => ShortNames[(int)subject];

    /// <summary>Reads a code in any case, trimmed; null when it is none.</summary>
    public static Subject? Parse(string text)
    {
        int index = Array.FindIndex(Codes, code => code.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : (Subject)index;
    }
}
