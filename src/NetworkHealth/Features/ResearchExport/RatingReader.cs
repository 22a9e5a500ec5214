using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;

namespace NetworkHealth.Features.ResearchExport;

/// <summary>The question behind the exports: what stood of a cohort after one change. Read with the database's own reader, which is
/// twice as fast as entities and holds one row at a time.</summary>
internal static class RatingReader
{
    /// <summary>Revisions that were current after change <c>@change</c>, of the networks that the export may hold.</summary>
    public static string CurrentThen(Export export) => $"""
        FROM networks n
        JOIN revisions v ON v.network_id = n.id
        WHERE n.cohort_id = @cohort AND v.change <= @change{Only(export)}
          AND {RevisionSql.IsCurrent("v", " AND w.change <= @change")}
        """;

    /// <summary>The version <c>v</c> of a thing that stood after change <c>@change</c>.</summary>
    public const string StoodThen = """
        v.change <= @change
          AND NOT EXISTS (SELECT 1 FROM versions w WHERE w.entity_id = v.entity_id AND w.change > v.change AND w.change <= @change)
        """;

    public static string Only(Export export) => export.OnlyNetworks is { } only
        ? $" AND n.id IN ({string.Join(", ", only.Select((_, i) => $"@n{i}"))})"
        : "";

    public static DbCommand Command(NetworkHealthDb db, Export export, string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0; // A slow reader of the file is no fault of the database.
        Add("@cohort", export.CohortId);
        Add("@change", export.Change);
        foreach (var (network, i) in (export.OnlyNetworks ?? []).Select((network, i) => (network, i)))
            Add($"@n{i}", network);
        return command;

        void Add(string name, object value)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
    }

    /// <summary>The stored answers of a row, from the column where they begin; null where nothing was said.</summary>
    public static void Answers(DbDataReader row, int from, Span<short?> answers)
    {
        for (int i = 0; i < answers.Length; i++)
            answers[i] = row.IsDBNull(from + i) ? null : row.GetInt16(from + i);
    }

    public static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
