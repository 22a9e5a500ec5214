using NetworkHealth.Domain;

namespace NetworkHealth.Shell;

/// <summary>The measures of a step chart in user units: left gutter, column, gutter of a year without a cycle, row and tread.</summary>
public sealed record StepSize(string Name, int Left, int Column, int Gutter, int Row, int Tread)
{
    public static readonly StepSize Large = new("lg", 68, 124, 18, 44, 32);
    public static readonly StepSize Medium = new("md", 52, 82, 14, 38, 28);
    public static readonly StepSize Small = new("sm", 0, 70, 12, 22, 20);
}

/// <summary>Where everything of a step chart lies. Columns touch; years without a cycle between two cycles leave one gutter.</summary>
public sealed class StepDrawing
{
    public const int Top = 6;

    public StepDrawing(StepSize size, IReadOnlyList<Cycle> cycles, IReadOnlyDictionary<int, Answer> answers)
    {
        this.size = size;
        var (columns, gutters, x) = (new List<StepColumn>(), new List<int>(), size.Left);
        foreach (var (i, cycle) in cycles.Index())
        {
            if (i > 0 && cycle.Year - cycles[i - 1].Year > 1)
            {
                gutters.Add(x + size.Gutter / 2);
                x += size.Gutter;
            }

            Level? level = answers.TryGetValue(cycle.Year, out var answer) ? answer.Level : null;
            columns.Add(new StepColumn(x, x + size.Column / 2, cycle.Shown, level));
            x += size.Column;
        }

        (Columns, Gutters, Width) = (columns, gutters, x);
        Risers = [.. columns.Zip(columns.Skip(1)).Select(pair => Riser(pair.First, pair.Second)).OfType<string>()];
        Story = string.Join("; ", cycles.Select(cycle => $"{cycle.Shown}: {Told(answers, cycle.Year)}"));
    }

    private readonly StepSize size;

    public IReadOnlyList<StepColumn> Columns { get; }
    public IReadOnlyList<int> Gutters { get; }
    public IReadOnlyList<string> Risers { get; }
    public int Width { get; }
    public int Bottom => Top + 5 * size.Row;
    public int Height => Bottom + 26;

    /// <summary>The picture in words, for those who do not see it.</summary>
    public string Story { get; }

    public int Centre(Level level) => Top + (4 - (int)level) * size.Row + size.Row / 2;

    // No riser to or from a gap: nothing is known there.
    private string? Riser(StepColumn from, StepColumn to)
    {
        if (from.Level is not { } before || to.Level is not { } after || before == after)
            return null;
        int end = from.X + size.Column, middle = (end + to.X) / 2;
        return $"M{end - 1} {Centre(before)}H{middle}V{Centre(after)}H{to.X + 1}";
    }

    private static string Told(IReadOnlyDictionary<int, Answer> answers, int year)
    {
        if (!answers.TryGetValue(year, out var answer))
            return "not rated";
        return answer.Level is { } level ? level.LongForm() : $"not rated, {answer.Reason!.Value.Words()}";
    }
}

/// <summary>One cycle of a step chart.</summary>
public sealed record StepColumn(int X, int Middle, string Shown, Level? Level);
