namespace NetworkHealth.Domain;

/// <summary>The middle of some levels: their lower median, and the range in which the middle half of them lies.</summary>
/// <param name="From">Lower end of the middle half: at least three quarters stand here or higher.</param>
/// <param name="Median">The lower median.</param>
/// <param name="To">Upper end of the middle half: at least three quarters stand here or lower.</param>
public sealed record Middle(Level From, Level Median, Level To)
{
    /// <returns>Null where there are no levels.</returns>
    public static Middle? Of(IReadOnlyCollection<Level> levels)
    {
        if (levels.Count == 0)
            return null;
        var ordered = levels.Order().ToList();
        int last = ordered.Count - 1;
        return new Middle(ordered[last / 4], ordered[last / 2], ordered[last - (last / 4)]);
    }

    /// <summary>Where a level stands: below the middle half (negative), in it (0) or above it (positive).</summary>
    public int Side(Level level) => level < From ? -1 : level > To ? 1 : 0;

    /// <summary>The range of the middle half: “Developing (Low) to Most”; one level where both ends are the same.</summary>
    public string Half => From == To ? From.LongForm() : $"{From.LongForm()} to {To.LongForm()}";
}
