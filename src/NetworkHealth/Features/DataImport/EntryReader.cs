using NetworkHealth.Domain;

namespace NetworkHealth.Features.DataImport;

/// <summary>The columns of an entry.</summary>
internal sealed class EntryReader(FileHeader header)
{
    /// <summary>Far above what people number, and far enough below what fits for the next to come.</summary>
    public const int MostNumbered = 1_000_000;

    private readonly ColumnReader<bool?> isPlan = new(header, "entry_type", Type);
    private readonly ColumnReader<Strategy?> strategies = new(header, "strategies", Several);
    private readonly ColumnReader<PlanStatus?> status = new(header, "status", Cell.Word(PlanStatusWords.All, PlanStatusWords.Code, "a status"));
    private readonly ColumnReader<Seen?> seen = new(header, "seen", Cell.Word(SeenWords.All, SeenWords.Code, "what can be seen"));

    private readonly ColumnReader<DateOnly?>
        target = new(header, "target_month", Cell.Month("The target month")), month = new(header, "seen_month", Cell.Month("The month in which it was seen"));

    private readonly ColumnReader<int?>
        answers = new(header, "answers_entry", Cell.Number(1, MostNumbered)), months = new(header, "months_since_funding", Cell.Number(-Observation.MostMonths, Observation.MostMonths)),
        schools = new(header, "n_schools", Cell.Number(0, Observation.MostSchools)), ofSchools = new(header, "of_schools", Cell.Number(0, Observation.MostSchools));

    private readonly ColumnReader<string?>
        statement = new(header, "statement", Cell.Line(Plan.StatementMaxLength, "This statement")),
        responsible = new(header, "responsible", Cell.Line(Plan.WordsMaxLength, "Who is responsible")),
        champion = new(header, "champion_role", Cell.Line(Plan.WordsMaxLength, "The champion’s role")),
        structure = new(header, "structure_used", Cell.Line(Plan.WordsMaxLength, "The structure used")),
        artefact = new(header, "artefact_url", Cell.Text(Plan.Address)),
        risks = new(header, "risks", Cell.Text(text => PlainText.Checked(text.Trim(), Plan.RisksMaxLength, "These risks"))),
        evidence = new(header, "evidence", Cell.Text(text => PlainText.Checked(text.Trim(), Observation.EvidenceMaxLength, "This evidence")));

    public ColumnReader<int?> Number { get; } = new(header, "entry", Cell.Number(1, MostNumbered));

    public EntrySaid Of(FileRow row, MatrixPlace place) => new(row.Line, place, isPlan.Of(row))
    {
        Statement = statement.Of(row),
        Strategies = strategies.Of(row),
        Responsible = responsible.Of(row),
        ChampionRole = champion.Of(row),
        StructureUsed = structure.Of(row),
        ArtefactAddress = artefact.Of(row),
        TargetMonth = target.Of(row),
        Risks = risks.Of(row),
        Status = status.Of(row),
        Answers = answers.Of(row),
        Seen = seen.Of(row),
        SeenMonth = month.Of(row),
        MonthsSinceFunding = months.Of(row),
        Schools = schools.Of(row),
        OfSchools = ofSchools.Of(row),
        Evidence = evidence.Of(row),
    };

    private static (bool?, string?) Type(string text) => text.ToLowerInvariant() switch
    {
        "" => (null, null),
        "plan" => (true, null),
        "observed" => (false, null),
        _ => (null, $"'{Code.Shown(text)}' is not a type of entry. Write plan or observed."),
    };

    private static (Strategy?, string?) Several(string text)
    {
        var several = Strategy.None;
        foreach (string code in text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (FileWords.Parse(StrategyWords.All, StrategyWords.Code, code) is not { } one)
                return (null, $"'{Code.Shown(code)}' is not a strategy. Write {English.Choice(StrategyWords.All.Select(StrategyWords.Code))}, several with semicolons between them.");
            several |= one;
        }

        return (several == Strategy.None ? null : several, null);
    }
}
