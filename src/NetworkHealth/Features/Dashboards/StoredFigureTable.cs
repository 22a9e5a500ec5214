using System.Globalization;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Dashboards;

/// <summary>All stored counts of one cycle by one source as one table, hidden ones told as hidden.</summary>
internal static class StoredFigureTable
{
    public static FigureTable Of(StoredCycle cycle, StoredSource source) => new(
        $"counts-{cycle.Year}-{source.Source.Code()}", $"Counts of {cycle.Shown}, by {source.Source.ByMany()}", 2,
        [
            new("subject", "Subject", FigureKind.Text), new("networks", "Networks of", FigureKind.Text), new("size", "Networks"), .. FigureTable.LevelColumns,
            new("made_on", "Made on", FigureKind.Text), new("framework_versions", "Framework", FigureKind.Text), new("hiding_rule", "Hiding rule", FigureKind.Text),
        ],
        [.. source.Tables.SelectMany(table => table.Table.Figures.Groups.Append(table.Table.Figures.Whole).Select(row => Row(table, row)))]);

    private static IReadOnlyList<string> Row(StoredTable table, CountRow row) =>
    [
        table.Table.Subject.Name(), row.Names.Count == 0 ? "The whole cohort" : StoredFindings.Group(table.Table, row), row.Size.ToString(CultureInfo.InvariantCulture),
        .. LevelWords.All.Reverse().Select(level => Shown(row.At(level))), Shown(row.Counts[CountRow.NotRated]),
        table.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), table.Table.FrameworkVersions, table.Table.HidingRule,
    ];

    private static string Shown(int? count) => count?.ToString(CultureInfo.InvariantCulture) ?? FigureTable.Hidden;
}
