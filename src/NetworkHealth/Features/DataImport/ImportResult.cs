namespace NetworkHealth.Features.DataImport;

/// <summary>What an import did, or would do. With problems nothing was written.</summary>
/// <param name="Rows">Rows of the file below its header.</param>
/// <param name="Created">Ratings (network, year, source), or other things of the file's kind, that are new.</param>
/// <param name="Revised">Ratings that got a further revision, or things that were changed.</param>
/// <param name="Unchanged">Those that stood so already.</param>
/// <param name="Warnings">Sentences worth reading; the import went on.</param>
/// <param name="Problems">Why the file is refused, in the order of its lines; at most a hundred.</param>
/// <param name="NotListed">How many problems there are beyond the listed ones.</param>
public sealed record ImportResult(
    int Rows, int Created, int Revised, int Unchanged, IReadOnlyList<string> Warnings, IReadOnlyList<ImportProblem> Problems, int NotListed)
{
    /// <summary>What the file is of.</summary>
    public ImportKind Kind { get; init; }

    /// <summary>What it did beside the things it counts, such as “two cells set; one network and two years made known”; empty for nothing.</summary>
    public string Besides { get; init; } = "";

    public bool IsRefused => Problems.Count > 0;

    /// <summary>Whether anything in the file differs from what stands.</summary>
    public bool ChangesSomething => Created + Revised > 0 || Besides.Length > 0;

    public static ImportResult Refused(ImportKind kind, int rows, ImportProblems problems) =>
        new(rows, 0, 0, 0, [], problems.Listed, problems.NotListed) { Kind = kind };

    public override string ToString() =>
        $"{Rows} rows: {Created} {Kind.Things()} created, {Revised} {(Kind == ImportKind.Ratings ? "revised" : "changed")}, {Unchanged} unchanged";
}
