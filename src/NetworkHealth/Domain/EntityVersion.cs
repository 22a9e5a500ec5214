namespace NetworkHealth.Domain;

/// <summary>What a cohort, a network or a label beside the rule's looked like after one change, as text, so that an export can say what stood then.</summary>
public sealed class EntityVersion
{
    private EntityVersion() => Json = ""; // EF Core

    public EntityVersion(VersionedKind kind, Guid entityId, long change, string json) =>
        (Kind, EntityId, Change, Json) = (kind, entityId, change, json);

    public VersionedKind Kind { get; private set; }
    public Guid EntityId { get; private set; }
    public long Change { get; private set; }
    public string Json { get; private set; }
}

/// <summary>The things that keep versions.</summary>
public enum VersionedKind
{
    Cohort,
    Network,
    OwnLabel,
    MatrixCell,
    PlanEntry,
    ObservedEntry,
    HubStrategy,
    ContextEntry,
    Team,
    TeamYear,
}
