using NetworkHealth.Domain;

namespace NetworkHealth.Features.Dashboards;

/// <summary>What stored tables say in sentences, made of nothing but the counts that are shown.</summary>
internal static class StoredFindings
{
    // A table is worth its marks where more than one count in so many is shown.
    private const int FewOf = 6;

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

    /// <summary>“Instruction (16 networks): seven at Most. No count can be shown of Early warning (six networks).”, where a table would hold little but marks; else null.</summary>
    public static string? FewShown(ClosedTable table)
    {
        var groups = table.Figures.Groups;
        if (groups.Sum(group => group.Counts.Count(count => count is not null)) * FewOf > groups.Count * CountRow.Categories)
            return null;
        string Named(CountRow group) => $"{Group(table, group)} ({English.Count(group.Size, "network")})";
        string Told(CountRow row) => English.List(
        [
            .. from level in LevelWords.All.Reverse()
               where row.At(level) is not null
               select $"{English.Number(row.At(level)!.Value)} at {level.LongForm()}",
            .. row.Counts[CountRow.NotRated] is { } none ? [$"{English.Number(none)} not rated"] : Array.Empty<string>(),
        ]);
        var (told, hidden) = (groups.Where(group => group.Counts.Any(count => count is not null)), groups.Where(group => group.Counts.All(count => count is null)).ToList());
        return string.Join(' ', [.. told.Select(group => $"{Named(group)}: {Told(group)}, the others hidden."), .. hidden.Count > 0 ? [$"No count can be shown of {English.List(hidden.Select(Named))}."] : Array.Empty<string>()]);
    }

    /// <summary>“Instruction”, “Early warning and Not known”.</summary>
    public static string Group(ClosedTable table, CountRow group) => English.List(group.Names.Select(name => table.GroupedBy!.Value.Words(name)));
}
