namespace NetworkHealth.Domain;

/// <summary>The seven answers of one revision, one for each subject; null where nothing was said. Equal when all seven are.</summary>
public sealed record Answers
{
    public static readonly Answers Nothing = new();

    public Answer? Overall { get; init; }
    public Answer? HubLeadership { get; init; }
    public Answer? RolesAndEngagement { get; init; }
    public Answer? ContinuousImprovement { get; init; }
    public Answer? NetworkConnections { get; init; }
    public Answer? NetworkCulture { get; init; }
    public Answer? ContextsForImprovement { get; init; }

    public Answer? this[Subject subject] => subject switch
    {
        Subject.Overall => Overall,
        Subject.HubLeadership => HubLeadership,
        Subject.RolesAndEngagement => RolesAndEngagement,
        Subject.ContinuousImprovement => ContinuousImprovement,
        Subject.NetworkConnections => NetworkConnections,
        Subject.NetworkCulture => NetworkCulture,
        Subject.ContextsForImprovement => ContextsForImprovement,
        _ => throw new ArgumentOutOfRangeException(nameof(subject)),
    };

    public bool SaysNothing => this == Nothing;

    public Answers With(Subject subject, Answer? answer) => subject switch
    {
        Subject.Overall => this with { Overall = answer },
        Subject.HubLeadership => this with { HubLeadership = answer },
        Subject.RolesAndEngagement => this with { RolesAndEngagement = answer },
        Subject.ContinuousImprovement => this with { ContinuousImprovement = answer },
        Subject.NetworkConnections => this with { NetworkConnections = answer },
        Subject.NetworkCulture => this with { NetworkCulture = answer },
        Subject.ContextsForImprovement => this with { ContextsForImprovement = answer },
        _ => throw new ArgumentOutOfRangeException(nameof(subject)),
    };
}
