using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.ResearchExport;

/// <summary>The rows of one network's matrix, gathered as versions come and written in the order of the file.</summary>
internal sealed class MatrixRows(string cohort, bool identified)
{
    private readonly Dictionary<MatrixPlace, CellState> states = [];
    private readonly Dictionary<MatrixPlace, SortedDictionary<int, Action<CsvOutput>>> entries = [];

    private bool showsMonths;

    public string? Code { get; private set; }

    public void Begin(string code)
    {
        Code = code;
        showsMonths = identified;
        states.Clear();
        entries.Clear();
    }

    /// <summary>Shows how many months after the funding something was seen, which a coded file leaves out where few networks share the end of the grant.</summary>
    public void ShowMonths() => showsMonths = true;

    public void Add(MatrixCellThen cell) => states[new MatrixPlace(cell.Dimension, cell.Level)] = cell.State;

    public void Add(PlanEntryThen entry)
    {
        if (!entry.IsRemoved)
            Of(new MatrixPlace(entry.Dimension, entry.Level))[entry.Number] = csv => Write(csv, entry);
    }

    public void Add(ObservedEntryThen entry)
    {
        if (!entry.IsRemoved)
            Of(new MatrixPlace(entry.Dimension, entry.Level))[entry.Number] = csv => Write(csv, entry);
    }

    public void Write(CsvOutput csv)
    {
        if (Code is null)
            return;
        foreach (var place in MatrixPlace.All)
        {
            if (!entries.TryGetValue(place, out var here))
            {
                Begin(csv, place);
                Empty(csv, identified ? 18 : 11);
                csv.EndRow();
                continue;
            }

            foreach (var write in here.Values)
            {
                Begin(csv, place);
                write(csv);
                csv.EndRow();
            }
        }
    }

    private SortedDictionary<int, Action<CsvOutput>> Of(MatrixPlace place)
    {
        if (!entries.TryGetValue(place, out var here))
            entries[place] = here = [];
        return here;
    }

    private void Begin(CsvOutput csv, MatrixPlace place)
    {
        csv.Text(cohort);
        csv.Text(Code);
        csv.Text(place.Dimension.Code());
        csv.Text(place.Level.Code());
        csv.Text(states.GetValueOrDefault(place).Code());
    }

    private void Write(CsvOutput csv, PlanEntryThen entry)
    {
        var plan = entry.Plan;
        csv.Number(entry.Number);
        csv.Text("plan");
        csv.Empty();
        csv.Text(Codes(plan.Strategies));
        csv.Text(plan.Status.Code());
        csv.Text(Month.Code(plan.TargetMonth));
        Empty(csv, 5);
        if (!identified)
            return;
        foreach (string text in (ReadOnlySpan<string>)[plan.Statement, plan.Responsible, plan.ChampionRole, plan.StructureUsed, plan.ArtefactAddress, plan.Risks])
            csv.Text(text);
        csv.Empty();
    }

    private void Write(CsvOutput csv, ObservedEntryThen entry)
    {
        var seen = entry.Observation;
        csv.Number(entry.Number);
        csv.Text("observed");
        csv.Number(entry.Answers);
        csv.Text(Codes(seen.Strategies));
        Empty(csv, 2);
        csv.Text(seen.Seen.Code());
        csv.Text(Month.Code(seen.SeenMonth));
        csv.Number(showsMonths ? seen.MonthsSinceFunding : null);
        csv.Number(seen.Schools);
        csv.Number(seen.OfSchools);
        if (!identified)
            return;
        csv.Text(seen.Statement);
        Empty(csv, 5);
        csv.Text(seen.Evidence);
    }

    private static string Codes(Strategy strategies) => string.Join(';', strategies.Each().Select(strategy => strategy.Code()));

    private static void Empty(CsvOutput csv, int fields)
    {
        for (int i = 0; i < fields; i++)
            csv.Empty();
    }
}
