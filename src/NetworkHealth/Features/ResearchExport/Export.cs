using NetworkHealth.Data;

namespace NetworkHealth.Features.ResearchExport;

/// <summary>What can be exported.</summary>
public enum ExportFile
{
    Ratings,
    Trajectories,
    Networks,
    Sustainability,
    Context,
    Teams,
}

/// <summary>One export, opened: what it may hold is settled here, so that writing it is only reading and writing.</summary>
/// <param name="File">Which file.</param>
/// <param name="CohortId">Of which cohort.</param>
/// <param name="Cohort">How the cohort stood then.</param>
/// <param name="Change">The last change that counts; 0 is before the first.</param>
/// <param name="AsOf">The time of it, or the time that was asked for.</param>
/// <param name="OnlyNetworks">The networks the actor may see; null is all of the cohort.</param>
/// <param name="Identified">Whether names stay in, what people wrote, and profile values that few networks share.</param>
public sealed record Export(
    ExportFile File, Guid CohortId, CohortThen Cohort, long Change, DateTimeOffset AsOf, IReadOnlyList<Guid>? OnlyNetworks, bool Identified)
{
    public string FileName => $"{Cohort.Slug}-{File.Name()}.csv";
}

/// <summary>The names of the files in addresses and commands.</summary>
public static class ExportFiles
{
    public static IReadOnlyList<ExportFile> All { get; } = Enum.GetValues<ExportFile>();

    public static string Name(this ExportFile file) => file.ToString().ToLowerInvariant();

    /// <summary>Null when it names no file.</summary>
    public static ExportFile? Parse(string name) =>
        All.Select(file => (ExportFile?)file).FirstOrDefault(file => file!.Value.Name() == name);
}
