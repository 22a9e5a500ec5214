using System.Text.Json;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.AuditTrail;

/// <summary>What was done, in words; the one place for them.</summary>
public static class ActionWords
{
    public static IReadOnlyList<ChangeAction> All { get; } = [.. Enum.GetValues<ChangeAction>().OrderBy(Words, StringComparer.Ordinal)];

    /// <summary>As it follows who did it: “opened a cycle”.</summary>
    public static string Words(this ChangeAction action) => action switch
    {
        ChangeAction.RatingsImported => "imported ratings",
        ChangeAction.DemoLoaded => "loaded the demo",
        ChangeAction.AdministratorCreated => "made an administrator",
        ChangeAction.PasswordSet => "chose a password",
        ChangeAction.SignedIn => "signed in",
        ChangeAction.Exported => "took data away",
        ChangeAction.RatingOpened => "began a rating",
        ChangeAction.RatingReopened => "opened a rating again",
        ChangeAction.DraftContinued => "went on with a draft after a later revision",
        ChangeAction.DraftMoved => "moved a draft to the current framework",
        ChangeAction.DraftDiscarded => "discarded a draft",
        ChangeAction.RatingSubmitted => "submitted a rating",
        ChangeAction.OwnLabelSet => "set a label beside the rule’s",
        ChangeAction.OwnLabelWithdrawn => "withdrew a label beside the rule’s",
        ChangeAction.RoleGiven => "gave a role",
        ChangeAction.RoleTaken => "took a role",
        ChangeAction.CycleOpened => "opened a cycle",
        ChangeAction.CycleClosed => "closed a cycle",
        ChangeAction.PersonInvited => "invited a person",
        ChangeAction.PersonRenamed => "changed a person’s name",
        ChangeAction.PersonDeactivated => "deactivated a person",
        ChangeAction.PersonReactivated => "reactivated a person",
        ChangeAction.PersonLetBackIn => "made a link for a new password",
        ChangeAction.PersonErased => "erased a person",
        ChangeAction.AddressConfirmed => "confirmed an address",
        ChangeAction.AddressChanged => "changed an address",
        ChangeAction.SecondFactorTurnedOn => "turned a second factor on",
        ChangeAction.SecondFactorTurnedOff => "turned a second factor off",
        ChangeAction.RecoveryCodesMade => "made recovery codes",
        ChangeAction.PasskeyAdded => "added a passkey",
        ChangeAction.PasskeyRemoved => "removed a passkey",
        ChangeAction.SignedOut => "signed out",
        ChangeAction.SignedOutEverywhere => "signed out everywhere",
        ChangeAction.TokenCreated => "made a token",
        ChangeAction.TokenRevoked => "revoked a token",
        ChangeAction.CohortCreated => "made a cohort",
        ChangeAction.CohortDescribed => "described a cohort",
        ChangeAction.DisplayChanged => "changed what others see of a cohort",
        ChangeAction.NetworkCreated => "made a network",
        ChangeAction.NetworkDescribed => "described a network",
        ChangeAction.NetworkArchived => "archived a network",
        ChangeAction.NetworkRestored => "restored a network",
        ChangeAction.SharingChanged => "changed what a network shares",
        ChangeAction.CellSet => "said what a cell is meant to be",
        ChangeAction.PlanAdded => "added a plan",
        ChangeAction.PlanChanged => "changed a plan",
        ChangeAction.ObservationAdded => "added an observation",
        ChangeAction.ObservationChanged => "changed an observation",
        ChangeAction.PlanRemoved => "removed a plan",
        ChangeAction.ObservationRemoved => "removed an observation",
        ChangeAction.StrategyAdded => "added a strategy",
        ChangeAction.StrategyChanged => "changed a strategy",
        ChangeAction.StrategyWithdrawn => "withdrew a strategy",
        ChangeAction.ContextSaid => "told a year’s context",
        ChangeAction.TeamAdded => "added a team",
        ChangeAction.TeamChanged => "changed a team",
        ChangeAction.TeamObserved => "observed a team’s traction",
        ChangeAction.NetworksImported => "imported networks",
        ChangeAction.SustainabilityImported => "imported what lasts",
        ChangeAction.ContextImported => "imported context",
        ChangeAction.TeamsImported => "imported teams",
        ChangeAction.FiguresKept => "kept figures",
        ChangeAction.FiguresThrownAway => "threw kept figures away",
        ChangeAction.AccessRefused => "was refused",
        _ => action.ToString(),
    };

    /// <summary>What the details of a change add, in a sentence or less: figures, roles, years.</summary>
    public static string Details(Change change)
    {
        try
        {
            using var read = JsonDocument.Parse(change.Details);
            var details = read.RootElement;
            return change.Action switch
            {
                ChangeAction.RatingsImported => $"{Text(details, "rows")} rows: {Text(details, "created")} ratings created, {Text(details, "revised")} revised, {Text(details, "unchanged")} unchanged",
                ChangeAction.NetworksImported => Merged(details, "networks"),
                ChangeAction.SustainabilityImported => Merged(details, "entries"),
                ChangeAction.ContextImported => Merged(details, "context items"),
                ChangeAction.TeamsImported => Merged(details, "team years"),
                ChangeAction.RoleGiven or ChangeAction.RoleTaken or ChangeAction.PersonInvited => Text(details, "role").Replace('-', ' '),
                ChangeAction.CycleOpened or ChangeAction.CycleClosed or ChangeAction.CohortDescribed => Text(details, "year"),
                ChangeAction.OwnLabelSet or ChangeAction.OwnLabelWithdrawn => $"{Text(details, "subject")}, {Text(details, "source")}",
                ChangeAction.RatingSubmitted => Text(details, "revision") is { Length: > 0 } number ? $"revision {number}" : "",
                _ => "",
            };
        }
        catch (JsonException)
        {
            return ""; // verifying the chain tells what is wrong with it
        }
    }

    private static string Merged(JsonElement details, string things) =>
        $"{Text(details, "rows")} rows: {Text(details, "created")} {things} created, {Text(details, "changed")} changed, {Text(details, "unchanged")} unchanged";

    private static string Text(JsonElement details, string field) =>
        details.ValueKind == JsonValueKind.Object && details.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : "";
}
