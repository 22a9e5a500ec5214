namespace NetworkHealth.Domain;

/// <summary>How much of something is still there.</summary>
public enum Seen
{
    NotSeen,
    Traces,
    Partly,
    Routine,
}

/// <summary>What an observation says; every text may be empty but the statement.</summary>
public sealed record Observation
{
    public const int StatementMaxLength = 300, EvidenceMaxLength = 1000, MostSchools = 100_000, MostMonths = 1200;

    /// <summary>What is in fact still there, or is not, in a sentence.</summary>
    public string Statement { get; init; } = "";

    public Seen Seen { get; init; }

    /// <summary>When it was seen.</summary>
    public DateOnly? SeenMonth { get; init; }

    /// <summary>Months since the funding ended; negative before.</summary>
    public int? MonthsSinceFunding { get; init; }

    /// <summary>In how many schools…</summary>
    public int? Schools { get; init; }

    /// <summary>… of how many that were asked.</summary>
    public int? OfSchools { get; init; }

    /// <summary>What seems to have carried it.</summary>
    public Strategy Strategies { get; init; }

    public string Evidence { get; init; } = "";

    /// <summary>The same, checked and trimmed.</summary>
    /// <param name="planMade">The month in which the plan was made that this answers; null when it answers none, or nobody knows.</param>
    /// <exception cref="DomainRuleException">There is no statement, a text is too long, it was seen before its plan was made, or in more schools than were asked.</exception>
    public Observation Checked(DateOnly? planMade = null)
    {
        string statement = PlainText.Line(Statement, StatementMaxLength, "This statement");
        if (statement.Length == 0)
            throw new DomainRuleException("Say in a sentence what you saw.");
        if (Schools is < 0 or > MostSchools || OfSchools is < 0 or > MostSchools)
            throw new DomainRuleException($"Count schools from 0 to {MostSchools:N0}.");
        if (MonthsSinceFunding is < -MostMonths or > MostMonths)
            throw new DomainRuleException($"Count months since funding ended from −{MostMonths:N0} to {MostMonths:N0}.");
        if (Schools > OfSchools)
            throw new DomainRuleException($"It was seen in {Schools} of {OfSchools} schools. The second number is how many were asked.");
        if (Schools is not null && OfSchools is null)
            throw new DomainRuleException("Say of how many schools.");
        var month = Month.Checked(SeenMonth, "The month in which it was seen");
        if (month < planMade)
            throw new DomainRuleException($"It was seen in {Month.Words(month.Value)}, before its plan was made in {Month.Words(planMade.Value)}. Correct the month, or let it answer no plan.");
        return this with { Statement = statement, SeenMonth = month, Evidence = PlainText.Checked(Evidence.Trim(), EvidenceMaxLength, "This evidence") };
    }
}

/// <summary>The words of <see cref="Seen"/>.</summary>
public static class SeenWords
{
    public static IReadOnlyList<Seen> All { get; } = Enum.GetValues<Seen>();

    /// <summary>As files have it.</summary>
    public static string Code(this Seen seen) => seen == Seen.NotSeen ? "not_seen" : seen.ToString().ToLowerInvariant();

    public static string Words(this Seen seen) => English.Capital(seen.Code().Replace('_', ' '));
}
