using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NetworkHealth.Domain;

/// <summary>
/// One write that others may rely on. Changes form a chain: each carries a hash of itself and its predecessor, so a changed,
/// removed or moved entry shows. It names people by id only, so that a person can be erased and the chain still verifies.
/// </summary>
public sealed class Change
{
    public const int TouchedMaxLength = 200;

    /// <summary>What stands as predecessor of the first change.</summary>
    public const string NoHash = "0000000000000000000000000000000000000000000000000000000000000000";

    private Change() => (Touched, Details, Hash) = ("", "", ""); // EF Core

    public Change(long number, DateTimeOffset at, Guid? actorId, ChangeAction action, Guid? cohortId, string touched, string details, string previousHash)
    {
        (Number, At, ActorId, Action, CohortId, Touched, Details) = (number, at, actorId, action, cohortId, touched, details);
        Hash = HashAfter(previousHash);
    }

    /// <summary>From 1 up, without gaps.</summary>
    public long Number { get; private set; }

    /// <summary>UTC, whole milliseconds, later than the previous change.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The person who did it; null is the operator at the command line.</summary>
    public Guid? ActorId { get; private set; }

    public ChangeAction Action { get; private set; }

    /// <summary>The cohort whose data it concerns; null where it concerns none.</summary>
    public Guid? CohortId { get; private set; }

    /// <summary>What it touched, such as <c>network:…</c>, by id.</summary>
    public string Touched { get; private set; }

    /// <summary>Figures and fingerprints as a JSON object; never text about people.</summary>
    public string Details { get; private set; }

    /// <summary>SHA-256 of the predecessor's hash and all the fields above, as 64 hexadecimal digits.</summary>
    public string Hash { get; private set; }

    /// <summary>The hash this entry must have behind its predecessor.</summary>
    public string HashAfter(string previousHash)
    {
        // Every field with its length, so that no text can pass for two fields. Ticks show a change finer than milliseconds.
        var text = new StringBuilder();
        foreach (string field in (ReadOnlySpan<string>)[previousHash, Number.ToString(CultureInfo.InvariantCulture),
                     At.UtcTicks.ToString(CultureInfo.InvariantCulture), ActorId?.ToString() ?? "", Action.ToString(), CohortId?.ToString() ?? "", Touched, Details])
            text.Append(CultureInfo.InvariantCulture, $"{field.Length}:{field};");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}

/// <summary>What was done, in the users' verbs. Names are stored and hashed, so they never change.</summary>
public enum ChangeAction
{
    RatingsImported,
    DemoLoaded,
    AdministratorCreated,
    PasswordSet,
    SignedIn,
    Exported,
    RatingOpened,
    RatingReopened,
    DraftContinued,
    DraftMoved,
    DraftDiscarded,
    RatingSubmitted,
    OwnLabelSet,
    OwnLabelWithdrawn,
    RoleGiven,
    CycleOpened,
    CycleClosed,
    RoleTaken,
    PersonInvited,
    PersonRenamed,
    PersonDeactivated,
    PersonReactivated,
    PersonErased,
    AddressChanged,
    SecondFactorTurnedOn,
    SecondFactorTurnedOff,
    RecoveryCodesMade,
    PasskeyAdded,
    PasskeyRemoved,
    SignedOut,
    SignedOutEverywhere,
    TokenCreated,
    TokenRevoked,
    CohortCreated,
    CohortDescribed,
    DisplayChanged,
    NetworkCreated,
    NetworkDescribed,
    NetworkArchived,
    NetworkRestored,
    SharingChanged,
    AccessRefused,
    PersonLetBackIn,
    AddressConfirmed,
    CellSet,
    PlanAdded,
    PlanChanged,
    ObservationAdded,
    ObservationChanged,
    PlanRemoved,
    ObservationRemoved,
    StrategyAdded,
    StrategyChanged,
    StrategyWithdrawn,
    ContextSaid,
    TeamAdded,
    TeamChanged,
    TeamObserved,
    NetworksImported,
    SustainabilityImported,
    ContextImported,
    TeamsImported,
    FiguresKept,
    FiguresThrownAway,
}

/// <summary>Which actions change what a cohort's exports say; exports without a stated time stand at the last of these.</summary>
public static class ChangeActions
{
    public static IReadOnlyList<ChangeAction> OfData { get; } =
    [
        ChangeAction.RatingsImported, ChangeAction.DemoLoaded, ChangeAction.RatingSubmitted, ChangeAction.OwnLabelSet, ChangeAction.OwnLabelWithdrawn,
        ChangeAction.CycleOpened, ChangeAction.CycleClosed, ChangeAction.CohortCreated, ChangeAction.CohortDescribed, ChangeAction.DisplayChanged,
        ChangeAction.NetworkCreated, ChangeAction.NetworkDescribed, ChangeAction.NetworkArchived, ChangeAction.NetworkRestored, ChangeAction.SharingChanged,
        ChangeAction.CellSet, ChangeAction.PlanAdded, ChangeAction.PlanChanged, ChangeAction.ObservationAdded, ChangeAction.ObservationChanged,
        ChangeAction.PlanRemoved, ChangeAction.ObservationRemoved, ChangeAction.ContextSaid, ChangeAction.TeamAdded, ChangeAction.TeamChanged, ChangeAction.TeamObserved,
        ChangeAction.NetworksImported, ChangeAction.SustainabilityImported, ChangeAction.ContextImported, ChangeAction.TeamsImported,
    ];
}

/// <summary>The end of the chain in a row of its own: locked by every change, and proof that the last entry was not removed.</summary>
public sealed class AuditHead
{
    private AuditHead() => LastHash = ""; // EF Core

    public static AuditHead Empty => new() { Id = 1, LastHash = Change.NoHash, LastAt = DateTimeOffset.UnixEpoch };

    public int Id { get; private set; }
    public long Count { get; private set; }
    public string LastHash { get; private set; }
    public DateTimeOffset LastAt { get; private set; }

    /// <summary>The next change, a millisecond or more after the last one, however the clock stands.</summary>
    public Change Append(DateTimeOffset now, Guid? actorId, ChangeAction action, Guid? cohortId, string touched, string details)
    {
        var whole = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
        var at = whole > LastAt ? whole : LastAt.AddMilliseconds(1);
        var change = new Change(Count + 1, at, actorId, action, cohortId, touched, details, LastHash);
        (Count, LastHash, LastAt) = (change.Number, change.Hash, change.At);
        return change;
    }
}
