using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Trajectories;

/// <summary>Something that weighed on a network in a year, as its hub tells.</summary>
/// <param name="Year">In which.</param>
/// <param name="Item">Which factor.</param>
/// <param name="Value">Code of the answer.</param>
public sealed record WeighingFactor(int Year, ContextItem Item, string Value)
{
    /// <summary>“District leaders left: partly”.</summary>
    public string Words => $"{Item.Words}: {Item.ValueWords(Value).ToLowerInvariant()}";

    /// <summary>Those of a network, in the order of the factors.</summary>
    internal static async Task<IReadOnlyList<WeighingFactor>> Of(NetworkHealthDb db, Guid networkId, CancellationToken ct)
    {
        var said = await db.ContextEntries.Where(entry => entry.NetworkId == networkId && entry.Value != "").Select(entry => new { entry.Year, entry.Item, entry.Value }).ToListAsync(ct);
        return [.. from item in ContextItem.All from of in said where of.Item == item.Code && item.Weighs(of.Value) select new WeighingFactor(of.Year, item, of.Value)];
    }
}
