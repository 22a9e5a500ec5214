namespace NetworkHealth.Domain;

/// <summary>How many networks stand at each level of one subject, as far as it may be read: what is stored when a cycle is closed.</summary>
/// <param name="Whole">The whole cohort.</param>
/// <param name="Groups">The groups of one field of the profile; empty where the cohort has none, or all of it is one.</param>
public sealed record CountTable(CountRow Whole, IReadOnlyList<CountRow> Groups)
{
    /// <summary>Whether any count can be read, and not the sizes only.</summary>
    public bool ShowsAnything => Groups.Prepend(Whole).Any(row => row.Counts.Any(count => count is not null));
}

/// <summary>A row of such a table.</summary>
/// <param name="Names">The values of the field that stand together here, as <see cref="ProfileFieldWords"/> writes them; empty for the whole cohort.</param>
/// <param name="Size">Its networks.</param>
/// <param name="Counts">From Least to Most, and those without a level last; null is hidden.</param>
public sealed record CountRow(IReadOnlyList<string> Names, int Size, IReadOnlyList<int?> Counts)
{
    /// <summary>Where the networks without a level are counted.</summary>
    public const int NotRated = 5;

    public const int Categories = 6;

    public int? At(Level level) => Counts[(int)level];

    /// <summary>Where a network is counted.</summary>
    public static int Category(Level? level) => level is { } at ? (int)at : NotRated;
}

/// <summary>A network as a table counts it.</summary>
/// <param name="Id">Stays inside the program.</param>
/// <param name="Group">Its value of the field, as <see cref="ProfileFieldWords"/> writes it.</param>
/// <param name="Level">Of the subject; null where it has none.</param>
public sealed record CountedNetwork(Guid Id, string Group, Level? Level);

/// <summary>An earlier table with the networks that it counted.</summary>
public sealed record CountedEarlier(CountTable Table, IReadOnlyDictionary<Guid, CountedNetwork> Networks);
