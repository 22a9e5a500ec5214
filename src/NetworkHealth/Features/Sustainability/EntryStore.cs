namespace NetworkHealth.Features.Sustainability;

/// <summary>Where entries of one kind are kept.</summary>
/// <param name="IsWhole">Whether enough is said to keep it.</param>
/// <param name="Add">Keeps a new one and gives its number.</param>
/// <param name="Change">Keeps another text of a known edition and gives the edition that stands then.</param>
/// <param name="Remove">Takes a known edition out.</param>
/// <param name="Read">What stands now; null when it is gone.</param>
public sealed record EntryStore<T>(
    Func<T, bool> IsWhole, Func<T, Task<int>> Add, Func<int, int, T, Task<int>> Change, Func<int, int, Task> Remove, Func<int, Task<(T Said, int Edition)?>> Read);
