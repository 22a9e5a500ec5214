using NetworkHealth.Domain;
using NetworkHealth.Features.Trajectories;

namespace NetworkHealth.Features.Dashboards;

/// <summary>A network as far as one reader sees it; all figures and filters are made of nothing else.</summary>
/// <param name="Row">Its code, name, label and, where it shares them, its overall levels.</param>
/// <param name="Profile">What it is.</param>
/// <param name="Answers">All seven answers by year; empty where the reader sees no levels.</param>
/// <param name="Frameworks">The version of the framework behind them, by year; null where none is recorded.</param>
/// <param name="Drafts">The years in which a rating of it is being made; empty where the reader sees no levels.</param>
/// <param name="IsArchived">Whether it has ended, so that no rating is waited for.</param>
/// <param name="SharesContext">Whether the reader sees what the hub tells of its years and teams.</param>
/// <param name="Context">What it tells of the chosen cycle: answer by item.</param>
/// <param name="Teams">How far each of its teams has come in the chosen cycle; null where that is not said.</param>
public sealed record SeenNetwork(
    CohortTableRow Row, NetworkProfile Profile, IReadOnlyDictionary<int, Answers> Answers, IReadOnlyDictionary<int, string?> Frameworks,
    IReadOnlyCollection<int> Drafts, bool IsArchived, bool SharesContext, IReadOnlyDictionary<string, string> Context, IReadOnlyList<TractionStage?> Teams)
{
    public bool SharesLevels => Row.Levels is not null;

    /// <summary>The level of a subject in a year; null where it has none or does not share it.</summary>
    public Level? In(int? year, Subject subject) => year is { } of && Answers.TryGetValue(of, out var answers) ? answers[subject]?.Level : null;
}
