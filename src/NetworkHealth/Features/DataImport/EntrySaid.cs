using NetworkHealth.Domain;

namespace NetworkHealth.Features.DataImport;

/// <summary>What a row says of an entry; null is nothing said.</summary>
internal sealed record EntrySaid(int Line, MatrixPlace Place, bool? IsPlan)
{
    public string? Statement { get; init; }
    public Strategy? Strategies { get; init; }
    public string? Responsible { get; init; }
    public string? ChampionRole { get; init; }
    public string? StructureUsed { get; init; }
    public string? ArtefactAddress { get; init; }
    public DateOnly? TargetMonth { get; init; }
    public string? Risks { get; init; }
    public PlanStatus? Status { get; init; }
    public int? Answers { get; init; }
    public Seen? Seen { get; init; }
    public DateOnly? SeenMonth { get; init; }
    public int? MonthsSinceFunding { get; init; }
    public int? Schools { get; init; }
    public int? OfSchools { get; init; }
    public string? Evidence { get; init; }

    /// <summary>A column of the other type that the row fills, or of either when <paramref name="isPlan"/> is null; null for none.</summary>
    public string? Foreign(bool? isPlan) =>
        (isPlan == true ? [] : PlanColumns()).Concat(isPlan == false ? [] : ObservationColumns())
        .Concat(isPlan is not null ? [] : [("entry_type", IsPlan is not null), ("strategies", Strategies is not null), ("statement", Statement is not null)])
        .Where(column => column.IsSaid).Select(column => column.Name).FirstOrDefault();

    public Plan Onto(Plan known) => known with
    {
        Statement = Statement ?? known.Statement,
        Strategies = Strategies ?? known.Strategies,
        Responsible = Responsible ?? known.Responsible,
        ChampionRole = ChampionRole ?? known.ChampionRole,
        StructureUsed = StructureUsed ?? known.StructureUsed,
        ArtefactAddress = ArtefactAddress ?? known.ArtefactAddress,
        TargetMonth = TargetMonth ?? known.TargetMonth,
        Risks = Risks ?? known.Risks,
        Status = Status ?? known.Status,
    };

    public Observation Onto(Observation known) => known with
    {
        Statement = Statement ?? known.Statement,
        Strategies = Strategies ?? known.Strategies,
        Seen = Seen ?? known.Seen,
        SeenMonth = SeenMonth ?? known.SeenMonth,
        MonthsSinceFunding = MonthsSinceFunding ?? known.MonthsSinceFunding,
        Schools = Schools ?? known.Schools,
        OfSchools = OfSchools ?? known.OfSchools,
        Evidence = Evidence ?? known.Evidence,
    };

    private IEnumerable<(string Name, bool IsSaid)> PlanColumns() =>
    [
        ("status", Status is not null), ("target_month", TargetMonth is not null), ("responsible", Responsible is not null), ("champion_role", ChampionRole is not null),
        ("structure_used", StructureUsed is not null), ("artefact_url", ArtefactAddress is not null), ("risks", Risks is not null),
    ];

    private IEnumerable<(string Name, bool IsSaid)> ObservationColumns() =>
    [
        ("answers_entry", Answers is not null), ("seen", Seen is not null), ("seen_month", SeenMonth is not null), ("months_since_funding", MonthsSinceFunding is not null),
        ("n_schools", Schools is not null), ("of_schools", OfSchools is not null), ("evidence", Evidence is not null),
    ];
}
