namespace NetworkHealth.Features.DataImport;

/// <summary>What an import did, or would do. With problems nothing was written.</summary>
/// <param name="Rows">Rows of the file below its header.</param>
/// <param name="Created">Ratings (network, year, source) that are new.</param>
/// <param name="Revised">Ratings that got a further revision.</param>
/// <param name="Unchanged">Ratings that stood so already.</param>
/// <param name="Warnings">Sentences worth reading; the import went on.</param>
/// <param name="Problems">Why the file is refused, in the order of its lines; at most a hundred.</param>
/// <param name="NotListed">How many problems there are beyond the listed ones.</param>
public sealed record ImportResult(
    int Rows, int Created, int Revised, int Unchanged, IReadOnlyList<string> Warnings, IReadOnlyList<ImportProblem> Problems, int NotListed)
{
    public bool IsRefused => Problems.Count > 0;

    public override string ToString() => $"{Rows} rows: {Created} ratings created, {Revised} revised, {Unchanged} unchanged";
}
