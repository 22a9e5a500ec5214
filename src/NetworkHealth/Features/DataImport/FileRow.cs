namespace NetworkHealth.Features.DataImport;

/// <summary>One row of a file.</summary>
internal readonly record struct FileRow(int Line, string[] Cells, ImportProblems Problems)
{
    public void Problem(string column, string message) => Problems.Add(Line, column, message);
}
