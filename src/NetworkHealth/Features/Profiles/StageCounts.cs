using NetworkHealth.Domain;

namespace NetworkHealth.Features.Profiles;

/// <summary>How many teams have come how far in a year; teams of which too little is said are left out of the shares.</summary>
public sealed class StageCounts
{
    /// <summary>From so many teams on, shares are percentages; below, one team would weigh too much.</summary>
    public const int EnoughForPercent = 40;

    private readonly IReadOnlyList<TractionStage?> stages;

    /// <param name="stages">One for each team; null where ownership or depth is not said.</param>
    public StageCounts(IReadOnlyList<TractionStage?> stages) => this.stages = stages;

    /// <summary>The stages in their order.</summary>
    public static IReadOnlyList<TractionStage> All { get; } = Enum.GetValues<TractionStage>();

    /// <summary>Teams with a stage.</summary>
    public int Staged => stages.Count - NotSaid;

    public int NotSaid => stages.Count(stage => stage is null);

    public int Of(TractionStage stage) => stages.Count(of => of == stage);

    /// <summary>The share of those with a stage, in whole percent; 0 where there are none.</summary>
    public int Percent(TractionStage stage) => Staged == 0 ? 0 : (int)Math.Round(100m * Of(stage) / Staged, MidpointRounding.AwayFromZero);

    /// <summary>“5 of 12”; “13 % (6 of 47)” from forty on.</summary>
    public string Share(TractionStage stage) => Staged < EnoughForPercent ? $"{Of(stage)} of {Staged}" : $"{Percent(stage)} % ({Of(stage)} of {Staged})";

    /// <summary>“Of twelve teams with a stage in 2024, five have no traction yet, four have started, three are building and none is sustaining.”</summary>
    public string Finding(string year)
    {
        if (stages.Count == 0)
            return "No teams are named yet.";
        if (Staged == 0)
            return $"How far the teams have come in {year} is not told yet.";
        string[] parts =
        [
            $"{Number(TractionStage.None)} {Has(TractionStage.None)} no traction yet", $"{Number(TractionStage.Started)} {Has(TractionStage.Started)} started",
            $"{Number(TractionStage.Building)} {Is(TractionStage.Building)} building", $"{Number(TractionStage.Sustaining)} {Is(TractionStage.Sustaining)} sustaining",
        ];
        return $"Of {English.Count(Staged, "team")} with a stage in {year}, {English.List(parts)}.";
    }

    /// <summary>Who is left out, in a sentence; empty where nobody is.</summary>
    public string LeftOut => NotSaid == 0 ? "" :
        $"Of {English.Count(NotSaid, "team")} ownership or depth is not said, so {(NotSaid == 1 ? "it has no stage and counts" : "they have no stage and count")} in no share.";

    private string Number(TractionStage stage) => English.Number(Of(stage));

    // “None” and “one” take the singular.
    private string Has(TractionStage stage) => Of(stage) < 2 ? "has" : "have";

    private string Is(TractionStage stage) => Of(stage) < 2 ? "is" : "are";
}
