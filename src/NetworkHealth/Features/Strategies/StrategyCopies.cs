using NetworkHealth.Domain;
using NetworkHealth.Features.Sustainability;

namespace NetworkHealth.Features.Strategies;

/// <summary>Takes strategies of the library into cells of a matrix. A copy is a plan like any other: it stays whatever becomes of the strategy.</summary>
public sealed class StrategyCopies(StrategyLibrary library, MatrixWrites matrix)
{
    /// <param name="by">Somebody of the hub.</param>
    /// <param name="id">Of the strategy.</param>
    /// <param name="address">Where the matrix belongs.</param>
    /// <param name="place">The cell: one that the strategy carries, or any other.</param>
    /// <param name="said">The statement and the answers to the two questions; the name and the ways of the strategy are added.</param>
    /// <param name="ct">Cancels, and nothing is added.</param>
    /// <returns>The number of the new plan.</returns>
    /// <exception cref="DomainRuleException">There is no such strategy for this actor, they are none of the hub, the cell is no goal, or the plan cannot be kept.</exception>
    public async Task<int> Copy(Actor by, string id, MatrixAddress address, MatrixPlace place, Plan said, CancellationToken ct = default)
    {
        if (await library.ToCopy(by, id, ct) is not { } found)
            throw new DomainRuleException("There is no such strategy here.");
        return await matrix.AddPlan(by, address, place, said with { Strategies = found.Strategy.Ways, CopiedFrom = found.Strategy.Name }, ct);
    }
}
