namespace NetworkHealth.Data;

/// <summary>The columns of the seven answers, in the order of the subjects, for the statements we write ourselves.</summary>
internal static class AnswerColumns
{
    public static readonly string[] All =
    [
        "overall", "hub_leadership", "roles_and_engagement", "continuous_improvement", "network_connections", "network_culture", "contexts_for_improvement",
    ];

    /// <summary>All seven of one table, such as <c>v.overall, v.hub_leadership, …</c>.</summary>
    public static string Of(string table) => string.Join(", ", All.Select(column => $"{table}.{column}"));

    /// <summary>Whether a revision of this table has at least one level.</summary>
    public static string AnyLevel(string table) => $"({string.Join(" OR ", All.Select(column => $"{table}.{column} >= 0"))})";
}
