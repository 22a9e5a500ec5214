using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.Trajectories;

/// <summary>Something that weighed on a network in a year, or an action that it took, as its hub tells.</summary>
/// <param name="Year">In which.</param>
/// <param name="Item">Which factor or action.</param>
/// <param name="Value">Code of the answer; empty where there is a note only.</param>
/// <param name="Note">For a factor what the network did about it; empty for nothing.</param>
public sealed record ToldOfYear(int Year, ContextItem Item, string Value, string Note)
{
    /// <summary>“District leaders left: partly”.</summary>
    public string Words => Value.Length == 0 ? Item.Words : $"{Item.Words}: {Item.ValueWords(Value).ToLowerInvariant()}";

    // A factor that weighed, an action that was in place at least in part, and what the network wrote of any.
    private bool IsShown => Note.Length > 0 || Item.Weighs(Value) || (Item.Kind == ContextKind.Action && Value is "yes" or "partly");

    /// <summary>Those of a network, in the order of the items.</summary>
    internal static async Task<IReadOnlyList<ToldOfYear>> Of(NetworkHealthDb db, Guid networkId, CancellationToken ct)
    {
        var said = await db.ContextEntries.Where(entry => entry.NetworkId == networkId).Select(entry => new { entry.Year, entry.Item, entry.Value, entry.Note }).ToListAsync(ct);
        return [.. (from item in ContextItem.All from of in said where of.Item == item.Code select new ToldOfYear(of.Year, item, of.Value, of.Note)).Where(of => of.IsShown)];
    }
}
