namespace NetworkHealth.Domain;

/// <summary>A strategy that a hub wrote down for its own library, and may share with its cohort.</summary>
public sealed class HubStrategy
{
    public const int NameMaxLength = 120, StoryMaxLength = 1500, CellsMaxLength = 400;

    private HubStrategy() => (Name, Story, Cells) = ("", "", ""); // EF Core

    /// <exception cref="DomainRuleException">There is no name or no way to last, or a text is too long.</exception>
    public HubStrategy(Guid networkId, string name, Strategy strategies, string story, IEnumerable<MatrixPlace> places, bool isShared)
    {
        (Id, NetworkId, Name, Story, Cells, Edition) = (Guid.CreateVersion7(), networkId, "", "", "", 0);
        Change(name, strategies, story, places, isShared);
    }

    public Guid Id { get; private set; }
    public Guid NetworkId { get; private set; }
    public string Name { get; private set; }
    public Strategy Strategies { get; private set; }

    /// <summary>What was done, and what became of it.</summary>
    public string Story { get; private set; }

    /// <summary>Codes of the cells that it carries, in the order of the matrix, with semicolons between.</summary>
    public string Cells { get; private set; }

    /// <summary>Whether the other hubs of the cohort read it.</summary>
    public bool IsShared { get; private set; }

    /// <summary>Whether it was taken back; copies in cells stay.</summary>
    public bool IsWithdrawn { get; private set; }

    public int Edition { get; private set; }

    public IReadOnlyList<MatrixPlace> Places => [.. MatrixPlace.All.Where(place => Cells.Split(';').Contains(place.Code))];

    /// <returns>Whether it says something else now.</returns>
    /// <exception cref="DomainRuleException">There is no name or no way to last, or a text is too long.</exception>
    public bool Change(string name, Strategy strategies, string story, IEnumerable<MatrixPlace> places, bool isShared)
    {
        string called = CheckedName(name);
        CheckWays(strategies);
        string told = CheckedStory(story);
        string cells = string.Join(';', MatrixPlace.All.Intersect(places).Select(place => place.Code));
        if ((called, strategies, told, cells, isShared) == (Name, Strategies, Story, Cells, IsShared))
            return false;
        (Name, Strategies, Story, Cells, IsShared, Edition) = (called, strategies, told, cells, isShared, Edition + 1);
        return true;
    }

    /// <exception cref="DomainRuleException">There is no name, or it is too long.</exception>
    public static string CheckedName(string? name) => PlainText.Line(name ?? "", NameMaxLength, "This name") is { Length: > 0 } called
        ? called
        : throw new DomainRuleException("Give the strategy a name.");

    /// <exception cref="DomainRuleException">There is no way to last.</exception>
    public static void CheckWays(Strategy strategies)
    {
        if (strategies == Strategy.None)
            throw new DomainRuleException("Say in which way it makes work last: codify, build capacity or embed.");
    }

    /// <exception cref="DomainRuleException">There is no story, or it is too long.</exception>
    public static string CheckedStory(string? story) => PlainText.Checked((story ?? "").Trim(), StoryMaxLength, "This story") is { Length: > 0 } told
        ? told
        : throw new DomainRuleException("Tell in a few sentences what was done.");

    public void Withdraw() => (IsWithdrawn, Edition) = (true, Edition + 1);
}
