namespace NetworkHealth.Features.Sustainability;

/// <summary>The entry that is open on a desk, as far as the desk must know it.</summary>
/// <param name="Save">Saves what the server does not have.</param>
/// <param name="IsAhead">Whether it shows something that the server does not have.</param>
/// <param name="Number">Null until it is on the server.</param>
internal sealed record DeskEntry(Func<Task> Save, Func<bool> IsAhead, Func<int?> Number);
