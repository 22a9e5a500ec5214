using System.Globalization;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Dashboards;

/// <summary>Networks at one level, at one side of the picture, in user units.</summary>
public sealed record FlowNode(Level? Level, int Count, double Y, double Height)
{
    public double Middle => Y + Height / 2;

    public string Words => Level?.CellWord() ?? "Not rated";
}

/// <summary>Networks that went from one level to another.</summary>
/// <param name="Kind">Up, down, or neither: stayed, first rated, no longer rated.</param>
/// <param name="Path">Its outline.</param>
public sealed record FlowRibbon(string Kind, string Path);

/// <summary>Where everything in the picture of moves lies: the most developed on top, those not rated below.</summary>
public sealed class FlowDrawing
{
    public const int Width = 640, NodeWidth = 14, LeftX = 136, RightX = Width - LeftX - NodeWidth;

    private const int Top = 34, Gap = 18, UnitOfFew = 24, Few = 40, Tallest = 960;

    private readonly LevelFlow flow;
    private readonly double unit;

    /// <param name="flow">At least one network.</param>
    public FlowDrawing(LevelFlow flow)
    {
        this.flow = flow;
        int all = flow.Pairs.Values.Sum();
        unit = all <= Few ? UnitOfFew : (double)Tallest / all;
        Left = Nodes(level => LevelFlow.Levels.Sum(after => Of(level, after)));
        Right = Nodes(level => LevelFlow.Levels.Sum(before => Of(before, level)));
        Ribbons = [.. Left.SelectMany(from => Right.Where(to => Of(from.Level, to.Level) > 0).Select(to => Ribbon(from, to)))];
        Height = (int)Math.Ceiling(Left.Concat(Right).Max(node => node.Y + node.Height)) + Gap;
    }

    public IReadOnlyList<FlowNode> Left { get; }
    public IReadOnlyList<FlowNode> Right { get; }
    public IReadOnlyList<FlowRibbon> Ribbons { get; }
    public int Height { get; }

    private int Of(Level? before, Level? after) => flow.Pairs.GetValueOrDefault((before, after));

    private List<FlowNode> Nodes(Func<Level?, int> count)
    {
        var nodes = new List<FlowNode>();
        double y = Top;
        foreach (var (level, here) in LevelFlow.Levels.Select(level => (level, count(level))).Where(node => node.Item2 > 0))
        {
            nodes.Add(new FlowNode(level, here, y, here * unit));
            y += here * unit + Gap;
        }

        return nodes;
    }

    private FlowRibbon Ribbon(FlowNode from, FlowNode to)
    {
        double height = Of(from.Level, to.Level) * unit, inset = Math.Min(1, height / 4);
        double left = from.Y + unit * LevelFlow.Levels.TakeWhile(level => level != to.Level).Sum(level => Of(from.Level, level));
        double right = to.Y + unit * LevelFlow.Levels.TakeWhile(level => level != from.Level).Sum(level => Of(level, to.Level));
        const int Begin = LeftX + NodeWidth + 3, End = RightX - 3, Half = Width / 2;
        string kind = from.Level is null || to.Level is null || from.Level == to.Level ? "" : to.Level > from.Level ? "up" : "down";
        return new FlowRibbon(kind, string.Create(CultureInfo.InvariantCulture,
            $"M{Begin} {left + inset:0.##}C{Half} {left + inset:0.##} {Half} {right + inset:0.##} {End} {right + inset:0.##}V{right + height - inset:0.##}C{Half} {right + height - inset:0.##} {Half} {left + height - inset:0.##} {Begin} {left + height - inset:0.##}Z"));
    }
}
