using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.DataImport;

/// <summary>Sets what the cells are meant to be. Plans that were not dropped stand in open cells only; what was seen may stand in any.</summary>
/// <param name="file">What it says.</param>
/// <param name="merge">Where to.</param>
/// <param name="plans">All plans of the cohort, those of the file among them.</param>
internal sealed class CellMerge(SustainabilityFile file, FileMerge merge, IEnumerable<PlanEntry> plans)
{
    private readonly HashSet<(Guid Network, MatrixPlace Place)> planned =
        [.. plans.Where(plan => !plan.IsRemoved && plan.Plan.Status != PlanStatus.Dropped).Select(plan => (plan.NetworkId, plan.Place))];

    private Dictionary<(Guid Network, MatrixPlace Place), MatrixCell> known = [];

    /// <param name="rows">The plans of the file.</param>
    /// <param name="ct">Cancels.</param>
    public async Task Run(IReadOnlyList<FileEntry> rows, CancellationToken ct)
    {
        var (db, cohort) = (merge.Db, merge.Cohort);
        var networks = db.Networks.Where(network => network.CohortId == cohort).Select(network => network.Id);
        known = (await db.MatrixCells.Where(cell => networks.Contains(cell.NetworkId)).ToListAsync(ct)).ToDictionary(cell => (cell.NetworkId, cell.Place));

        var said = file.Cells.ToDictionary(cell => (merge.Network(cell.Key.Code).Id, cell.Key.Place), cell => cell.Value);
        var told = new HashSet<(Guid, MatrixPlace)>();
        foreach (var row in rows)
        {
            var at = (row.Network, row.Said.Place);
            var state = said.TryGetValue(at, out var given) ? given.State : known.GetValueOrDefault(at)?.State ?? CellState.Open;
            if (state == CellState.Open || !planned.Contains(at) || !told.Add(at))
                continue;
            merge.Problem(row.Said.Line, "cell_state", $"The cell {row.Said.Place.Code} is {state.Words().ToLowerInvariant()}, so nothing is planned in it. Write open, or dropped as the status of its plans.");
        }

        int set = said.Where(cell => !told.Contains(cell.Key)).OrderBy(cell => cell.Value.Line).Count(cell => Set(cell.Key, cell.Value.State, cell.Value.Line));
        merge.Besides = set == 0 ? "" : $"{English.Count(set, "cell")} set";
    }

    private bool Set((Guid Network, MatrixPlace Place) at, CellState state, int line)
    {
        var cell = known.GetValueOrDefault(at);
        if ((cell?.State ?? CellState.Open) == state)
            return false;
        if (cell is null)
            merge.Db.MatrixCells.Add(cell = new MatrixCell(at.Network, at.Place, CellState.Open));
        try
        {
            cell.Set(state, planned.Contains(at));
        }
        catch (DomainRuleException broken)
        {
            merge.Problem(line, "cell_state", broken.Message);
            return false;
        }

        merge.Change.Keep(cell);
        return true;
    }
}
