namespace NetworkHealth.Data;

/// <summary>What the statements that we write ourselves say of the table of revisions.</summary>
internal static class RevisionSql
{
    /// <summary>The columns of the seven answers, in the order of the subjects.</summary>
    public static readonly string[] Answers =
    [
        "overall", "hub_leadership", "roles_and_engagement", "continuous_improvement", "network_connections", "network_culture", "contexts_for_improvement",
    ];

    /// <summary>All seven answers of one table, such as <c>v.overall, v.hub_leadership, …</c>.</summary>
    public static string Of(string table) => string.Join(", ", Answers.Select(column => $"{table}.{column}"));

    /// <summary>Whether no revision of the same rating comes after this one, among those that a further condition on <c>w</c> leaves.</summary>
    /// <remarks>That a later revision is not the first goes without saying, but it tells the planner how few there are.</remarks>
    public static string IsCurrent(string table, string further = "") => $"""
        NOT EXISTS (SELECT 1 FROM revisions w
                    WHERE w.network_id = {table}.network_id AND w.year = {table}.year AND w.source = {table}.source AND w.number = {table}.number + 1
                      AND w.number > 1{further})
        """;

    /// <summary>Whether a revision of this table has at least one level.</summary>
    public static string AnyLevel(string table) => $"({string.Join(" OR ", Answers.Select(column => $"{table}.{column} >= 0"))})";
}
