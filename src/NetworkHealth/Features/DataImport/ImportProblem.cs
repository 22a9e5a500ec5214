namespace NetworkHealth.Features.DataImport;

/// <summary>Why a file is refused: where, and a sentence.</summary>
/// <param name="Line">Counted from 1 as an editor counts, the header included.</param>
/// <param name="Column">The name of the column, or its place where it has no name.</param>
/// <param name="Message">A sentence for the person who has to mend the file.</param>
public sealed record ImportProblem(int Line, string Column, string Message)
{
    public override string ToString() => $"line {Line}, {Column}: {Message}";
}

/// <summary>The problems of one file, by line; the first hundred are kept, the rest is counted.</summary>
public sealed class ImportProblems
{
    public const int MostListed = 100;

    private readonly List<ImportProblem> listed = [];

    public IReadOnlyList<ImportProblem> Listed => [.. listed.OrderBy(problem => problem.Line)];
    public int Count { get; private set; }
    public int NotListed => Count - listed.Count;

    public void Add(int line, string column, string message)
    {
        Count++;
        if (listed.Count < MostListed)
            listed.Add(new ImportProblem(line, column, message));
    }
}
