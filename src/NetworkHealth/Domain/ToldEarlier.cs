namespace NetworkHealth.Domain;

/// <summary>What a reader knows of the same groups from an earlier table.</summary>
/// <param name="Table">As it was shown; null where all of it was hidden.</param>
/// <param name="Since">By group and category of today: the networks that differ from what that table counted. All nought where none does.</param>
public sealed record ToldEarlier(CountTable? Table, int[][] Since)
{
    /// <summary>Whether that table hid a cell among others that it showed; group −1 is the whole cohort.</summary>
    public bool Hides(int group, int category) =>
        Table is not null && (group == HiddenCircles.Sums || Table.Groups.Count == 0 ? Table.Whole : Table.Groups[group]).Counts[category] is null;
}
