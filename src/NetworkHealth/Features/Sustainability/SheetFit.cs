using NetworkHealth.Domain;

namespace NetworkHealth.Features.Sustainability;

/// <summary>
/// Which plans of a matrix fit one sheet of paper. The server cannot see the sheet, so it reckons a little too large: rather one plan fewer, and
/// that said, than a second sheet.
/// </summary>
public sealed class SheetFit
{
    // Name and question of a row; space between two plans; the line that says how many more there are.
    private const double LeastLines = 3.2, Gap = .7, More = 1.2;

    private readonly Dictionary<MatrixPlace, List<PlanEntry>> all, shown;
    private readonly SheetPaper paper;

    /// <param name="plans">Those that were not dropped.</param>
    /// <param name="paper">What it is printed on.</param>
    /// <param name="name">Of the network, at the head of the sheet in the width of a cell.</param>
    /// <param name="where">Address for what does not fit, at the foot in the width of the sheet.</param>
    public SheetFit(IEnumerable<PlanEntry> plans, SheetPaper paper, string name = "", string where = "")
    {
        all = plans.GroupBy(plan => plan.Place).ToDictionary(cell => cell.Key, cell => cell.ToList());
        (shown, this.paper) = (all.ToDictionary(cell => cell.Key, _ => new List<PlanEntry>()), paper);
        double most = paper.Lines() - Math.Max(0, Lines(name) - 1) - Math.Ceiling(Lines(where) / 3);
        // The first plan of every cell, then the second, short ones before long ones: so every cell has some before one has many.
        for (int round = 0; round < all.Values.Max(cell => (int?)cell.Count); round++)
        {
            foreach (var place in MatrixPlace.All.Where(place => all.TryGetValue(place, out var cell) && cell.Count > round).OrderBy(place => Lines(all[place][round].Plan.Statement)))
            {
                shown[place].Add(all[place][round]);
                if (DimensionWords.All.Sum(Height) > most)
                    shown[place].RemoveAt(shown[place].Count - 1);
            }
        }
    }

    /// <summary>How many plans stand on the site and not on the sheet.</summary>
    public int LeftOut => all.Keys.Sum(LeftOutOf);

    /// <summary>The plans of a cell that are printed.</summary>
    public IReadOnlyList<PlanEntry> Of(MatrixPlace place) => shown.GetValueOrDefault(place) ?? [];

    /// <summary>How many plans of a cell are not.</summary>
    public int LeftOutOf(MatrixPlace place) => (all.GetValueOrDefault(place)?.Count ?? 0) - Of(place).Count;

    /// <summary>What stands under a plan's statement: the ways, who until when, and how far it is.</summary>
    public static string How(Plan plan)
    {
        string who = string.Join(", ", new[] { plan.Responsible, plan.TargetMonth is { } month ? Month.Words(month) : "" }.Where(part => part.Length > 0));
        return string.Join(' ', new[] { plan.Strategies.Words(), who, plan.Status.Words() }.Where(part => part.Length > 0).Select(part => $"{part}."));
    }

    private double Height(Dimension row) => Math.Max(LeastLines, LastingLevelWords.All.Max(level => Height(new MatrixPlace(row, level))));

    private double Height(MatrixPlace place)
    {
        var plans = Of(place);
        return plans.Sum(plan => Lines(plan.Plan.Statement) + Lines(How(plan.Plan))) + (Math.Max(0, plans.Count - 1) * Gap) + (LeftOutOf(place) > 0 ? More : 0);
    }

    // A line that breaks between words is filled to nine tenths.
    private double Lines(string text) => Math.Ceiling(text.Sum(Width) / (paper.Width() * .9));

    // In em: what a character of the widest of our typefaces takes.
    private static double Width(char character) => character switch
    {
        'i' or 'l' or 'j' or 't' or 'f' or 'r' or ' ' or '.' or ',' or '\'' => .4,
        'W' or 'M' or 'm' or 'w' or '@' or '%' => 1,
        >= 'A' and <= 'Z' => .8,
        <= 'ÿ' or '’' => .64,
        _ => 1,
    };
}
