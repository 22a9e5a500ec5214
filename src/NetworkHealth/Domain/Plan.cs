namespace NetworkHealth.Domain;

/// <summary>How far a plan is.</summary>
public enum PlanStatus
{
    Idea,
    Planned,
    UnderWay,
    InPlace,
    Dropped,
}

/// <summary>What a plan says; every text may be empty but the statement.</summary>
public sealed record Plan
{
    public const int StatementMaxLength = 300, WordsMaxLength = 200, RisksMaxLength = 1000, AddressMaxLength = 2000;

    /// <summary>What is hoped to last, in a sentence.</summary>
    public string Statement { get; init; } = "";

    public Strategy Strategies { get; init; }

    /// <summary>Who carries it: a role or an organisation.</summary>
    public string Responsible { get; init; } = "";

    /// <summary>Who speaks for it where it is to live.</summary>
    public string ChampionRole { get; init; } = "";

    /// <summary>The meeting, plan, job or system that it uses.</summary>
    public string StructureUsed { get; init; } = "";

    /// <summary>The cards, package or guide, as a web address.</summary>
    public string ArtefactAddress { get; init; } = "";

    public DateOnly? TargetMonth { get; init; }
    public string Risks { get; init; } = "";
    public PlanStatus Status { get; init; }

    /// <summary>Name of the strategy that it was copied from, which may be gone since.</summary>
    public string CopiedFrom { get; init; } = "";

    /// <summary>“Would it work here?”, for a strategy copied from elsewhere.</summary>
    public string WouldItWorkHere { get; init; } = "";

    /// <summary>“What would we change?”, likewise.</summary>
    public string WhatWouldWeChange { get; init; } = "";

    /// <summary>The address of cards, a package or a guide, trimmed; empty for none.</summary>
    /// <exception cref="DomainRuleException">It is too long, or no web address.</exception>
    public static string Address(string text)
    {
        string address = PlainText.Line(text, AddressMaxLength, "This address");
        return address.Length == 0 || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
            ? address
            : throw new DomainRuleException("This is no web address. It begins with https:// or http://, such as https://example.org/cards.");
    }

    /// <summary>The same, checked and trimmed.</summary>
    /// <exception cref="DomainRuleException">There is no statement, a text is too long, or the address is no web address, or the month lies outside 1900–2100.</exception>
    public Plan Checked()
    {
        string statement = PlainText.Line(Statement, StatementMaxLength, "This statement");
        if (statement.Length == 0)
            throw new DomainRuleException("Say in a sentence what you hope will last.");
        return this with
        {
            Statement = statement,
            Responsible = PlainText.Line(Responsible, WordsMaxLength, "Who is responsible"),
            ChampionRole = PlainText.Line(ChampionRole, WordsMaxLength, "The champion’s role"),
            StructureUsed = PlainText.Line(StructureUsed, WordsMaxLength, "The structure used"),
            ArtefactAddress = Address(ArtefactAddress),
            TargetMonth = Month.Checked(TargetMonth, "The target month"),
            Risks = PlainText.Checked(Risks.Trim(), RisksMaxLength, "This text on risks"),
            CopiedFrom = PlainText.Line(CopiedFrom, WordsMaxLength, "The name of the strategy"),
            WouldItWorkHere = PlainText.Checked(WouldItWorkHere.Trim(), RisksMaxLength, "This answer"),
            WhatWouldWeChange = PlainText.Checked(WhatWouldWeChange.Trim(), RisksMaxLength, "This answer"),
        };
    }
}

/// <summary>The words of <see cref="PlanStatus"/>.</summary>
public static class PlanStatusWords
{
    public static IReadOnlyList<PlanStatus> All { get; } = Enum.GetValues<PlanStatus>();

    /// <summary>As files have it.</summary>
    public static string Code(this PlanStatus status) => status switch
    {
        PlanStatus.UnderWay => "under_way",
        PlanStatus.InPlace => "in_place",
        _ => status.ToString().ToLowerInvariant(),
    };

    public static string Words(this PlanStatus status) => English.Capital(status.Code().Replace('_', ' '));
}
