using NetworkHealth.Domain;

namespace NetworkHealth.Features.Dashboards;

/// <summary>What stored tables say in sentences, made of nothing but the counts that are shown.</summary>
internal static class StoredFindings
{
    /// <summary>“Seven of 34 networks are at Most overall”, of the largest count that is shown for the whole; else of how many it is.</summary>
    public static string Levels(IReadOnlyList<StoredTable> tables)
    {
        var whole = tables[0].Table.Figures.Whole;
        var most = LevelWords.All.Reverse().Where(level => whole.At(level) is not null).OrderByDescending(level => whole.At(level)).ToList();
        return tables[0].Table.Subject == Subject.Overall && most is [var level, ..]
            ? $"{English.Capital(English.Number(whole.At(level)!.Value))} of {English.Count(whole.Size, "network")} are at {level.LongForm()} overall"
            : $"Counts of {English.Count(whole.Size, "network")}, the overall levels too few to be shown";
    }

    public static string AsOf(IReadOnlyList<StoredTable> tables) => $"They stand as closed on {English.Day(tables.Max(table => table.AsOf))}.";

    public static string Framework(IReadOnlyList<StoredTable> tables)
    {
        string[] versions = [.. tables.Select(table => table.Table.FrameworkVersions).Where(text => text.Length > 0).SelectMany(text => text.Split(", ")).Distinct().Order(StringComparer.Ordinal)];
        string framework = versions.Length == 0 ? "The framework version is not known" : $"Rated under framework {English.List(versions)}";
        return $"{framework}; hidden by hiding rule {English.List(tables.Select(table => table.Table.HidingRule).Distinct())}.";
    }

    /// <summary>“Instruction”, “Early warning and Not known”.</summary>
    public static string Group(ClosedTable table, CountRow group) => English.List(group.Names.Select(name => table.GroupedBy!.Value.Words(name)));
}
