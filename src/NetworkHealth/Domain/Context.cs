namespace NetworkHealth.Domain;

/// <summary>What a year's context is made of.</summary>
public enum ContextKind
{
    /// <summary>Something that happened around the network.</summary>
    Factor,

    /// <summary>Something that the most developed networks did.</summary>
    Action,
}

/// <summary>One thing that is said of a year, with the answers it may have.</summary>
/// <param name="Kind">Factor or action.</param>
/// <param name="Code">As files have it, such as <c>district_leader_turnover</c>.</param>
/// <param name="Words">As the page asks for it.</param>
/// <param name="Values">The codes of its answers, and their words.</param>
public sealed record ContextItem(ContextKind Kind, string Code, string Words, IReadOnlyList<(string Code, string Words)> Values)
{
    private static readonly (string, string)[] Degrees = [.. DegreeWords.All.Select(degree => (degree.Code(), degree.Words()))];

    /// <summary>The seven factors and the six strategic actions (Network Health Project, Carnegie Summit 2024), in the order of pages and files.</summary>
    public static IReadOnlyList<ContextItem> All { get; } =
    [
        Factor("district_leader_turnover", "District leaders left"),
        Factor("school_turnover", "Principals and teachers left"),
        Factor("staffing", "Staff and substitutes were short"),
        Factor("virtual_convening", "Teaching or meetings were online"),
        Factor("burnout", "People were worn out"),
        new(ContextKind.Factor, "data_access", "Teams got the data they needed", [("none", "Not at all"), ("partial", "In part"), ("timely", "In time")]),
        Factor("policy_change", "Policy changed"),
        Action("steady_focus", "Kept a specific focus, year after year"),
        Action("data_systems", "Built data systems fit for testing changes"),
        Action("consolidation", "Gathered what was learnt in a regular way"),
        Action("coaching", "Coached teams closely"),
        Action("designed_connections", "Made connections between teams on purpose"),
        Action("agency", "Balanced structure with members’ own choices"),
    ];

    /// <summary>The item of a code in any case; null when there is none.</summary>
    public static ContextItem? Parse(string code) => All.FirstOrDefault(item => string.Equals(item.Code, code.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>The code of an answer in any case; null when this item has no such answer.</summary>
    public string? Value(string code) => Values.Select(value => value.Code).FirstOrDefault(value => string.Equals(value, code.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether an answer says that this factor weighed on the network: it happened at least in part, or data came in part or not at all.</summary>
    public bool Weighs(string value) => Kind == ContextKind.Factor && value is ("partly" or "yes" or "none" or "partial");

    /// <summary>The words of an answer.</summary>
    public string ValueWords(string code) => Values.First(value => value.Code == code).Words;

    private static ContextItem Factor(string code, string words) => new(ContextKind.Factor, code, words, Degrees);

    private static ContextItem Action(string code, string words) => new(ContextKind.Action, code, words, Degrees);
}

/// <summary>The words of <see cref="ContextKind"/>.</summary>
public static class ContextKindWords
{
    public static IReadOnlyList<ContextKind> All { get; } = Enum.GetValues<ContextKind>();

    /// <summary>As files have it.</summary>
    public static string Code(this ContextKind kind) => kind == ContextKind.Factor ? "factor" : "action";
}

/// <summary>What a network says of one item of one year's context; an empty value says nothing.</summary>
public sealed class ContextEntry
{
    public const int NoteMaxLength = 1000;

    private ContextEntry() => (Item, Value, Note) = ("", "", ""); // EF Core

    /// <exception cref="DomainRuleException">The year is none, the item has no such value, or the note is too long.</exception>
    public ContextEntry(Guid networkId, int year, ContextItem item, string value, string note)
    {
        if (year is < Cohort.FirstYear or > Cohort.LastYear)
            throw new DomainRuleException($"{year} is not a year from {Cohort.FirstYear} to {Cohort.LastYear}.");
        (Id, NetworkId, Year, Item, Value, Note, Edition) = (Guid.CreateVersion7(), networkId, year, item.Code, "", "", 0);
        Say(value, note);
    }

    public Guid Id { get; private set; }
    public Guid NetworkId { get; private set; }
    public int Year { get; private set; }

    /// <summary>Code of its <see cref="ContextItem"/>.</summary>
    public string Item { get; private set; }

    public string Value { get; private set; }

    /// <summary>For a factor: what the network did about it.</summary>
    public string Note { get; private set; }

    public int Edition { get; private set; }

    /// <summary>Whether anything is said.</summary>
    public bool IsSaid => Value.Length > 0 || Note.Length > 0;

    /// <returns>Whether it says something else now.</returns>
    /// <exception cref="DomainRuleException">The item has no such value, or the note is too long.</exception>
    public bool Say(string value, string note)
    {
        var item = ContextItem.Parse(Item)!;
        string said = value.Trim().Length == 0 ? "" : item.Value(value) ?? throw new DomainRuleException($"{item.Words}: choose one of {English.List(item.Values.Select(known => known.Code))}.");
        string told = PlainText.Checked(note.Trim(), NoteMaxLength, "This note");
        if ((said, told) == (Value, Note))
            return false;
        (Value, Note, Edition) = (said, told, Edition + 1);
        return true;
    }
}
