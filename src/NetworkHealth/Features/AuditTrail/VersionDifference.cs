using System.Text.Json;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.AuditTrail;

/// <summary>What two versions of the same thing say differently.</summary>
internal static class VersionDifference
{
    private const string Nothing = "–";

    /// <param name="kind">Of what they are versions.</param>
    /// <param name="before">The earlier one; null where there was none.</param>
    /// <param name="after">The later one.</param>
    public static IReadOnlyList<FieldChange> Of(VersionedKind kind, string? before, string after)
    {
        try
        {
            var (old, young) = (before is null ? [] : Fields(kind, before), Fields(kind, after));
            return [.. young.Where(field => old.GetValueOrDefault(field.Key, Nothing) != field.Value).Select(field => new FieldChange(field.Key, old.GetValueOrDefault(field.Key, Nothing), field.Value))];
        }
        catch (JsonException)
        {
            return []; // a later version of this program wrote it
        }
    }

    private static Dictionary<string, string> Fields(VersionedKind kind, string json) => kind switch
    {
        VersionedKind.Cohort => Cohort(VersionJson.Cohort(json)),
        VersionedKind.Network => Network(VersionJson.Network(json)),
        VersionedKind.OwnLabel => Label(VersionJson.OwnLabel(json)),
        VersionedKind.ContextEntry => Context(VersionJson.Read<ContextEntryThen>(json)),
        VersionedKind.Team => OfTeam(VersionJson.Read<TeamThen>(json)),
        VersionedKind.TeamYear => OfYear(VersionJson.Read<TeamYearThen>(json)),
        VersionedKind.MatrixCell => Cell(VersionJson.Read<MatrixCellThen>(json)),
        VersionedKind.PlanEntry => OfPlan(VersionJson.Read<PlanEntryThen>(json)),
        VersionedKind.ObservedEntry => OfObservation(VersionJson.Read<ObservedEntryThen>(json)),
        VersionedKind.HubStrategy => Strategy(VersionJson.Read<HubStrategyThen>(json)),
        _ => [],
    };

    private static Dictionary<string, string> Cohort(CohortThen then) => new()
    {
        ["Short name"] = then.Slug,
        ["Name"] = then.Name,
        ["Funder"] = then.Funder ?? Nothing,
        ["Cycles"] = then.Cycles.Count == 0 ? Nothing : string.Join(", ", then.Cycles.OrderBy(cycle => cycle.Year)
            .Select(cycle => $"{cycle.Year}{(cycle.Label is null ? "" : $" “{cycle.Label}”")}{(cycle.IsOpen ? " open" : "")}")),
        ["Shown to funders"] = then.Display.Words().ToLowerInvariant(),
        ["Counted by"] = then.GroupedBy?.Words().ToLowerInvariant() ?? "the whole cohort only",
        ["Files with names for researchers"] = YesNo(then.IsNamedForResearch),
    };

    private static Dictionary<string, string> Network(NetworkThen then) => new(
    [
        new("Name", then.Name),
        .. ProfileFields.Of(then.Profile).Select(field => KeyValuePair.Create(field.Name, field.Value ?? Nothing)),
        new("Shared with funders", then.Sharing.Words().ToLowerInvariant()),
        new("Kept from research", YesNo(then.IsKeptFromResearch)),
        new("Archived", YesNo(then.IsArchived)),
    ]);

    private static Dictionary<string, string> Label(OwnLabelThen then) => new()
    {
        ["Label"] = then.Label?.Words() ?? "none",
        ["Reason"] = then.Reason.Length == 0 ? Nothing : then.Reason,
        ["The rule’s label"] = then.RuleLabel.Words(),
        ["Lapsed"] = YesNo(then.HasLapsed),
    };

    private static Dictionary<string, string> Context(ContextEntryThen then)
    {
        var item = ContextItem.Parse(then.Item);
        string words = item?.Words ?? then.Item;
        return new()
        {
            [words] = then.Value.Length == 0 ? Nothing : item?.Value(then.Value) is { } known ? item.ValueWords(known).ToLowerInvariant() : then.Value,
            [$"{words}, note"] = then.Note.Length == 0 ? Nothing : then.Note,
        };
    }

    private static Dictionary<string, string> OfTeam(TeamThen then) => new()
    {
        ["Code"] = then.Code,
        ["Name"] = then.Name,
        ["Taken out"] = then.IsRemoved ? "yes" : Nothing,
    };

    private static Dictionary<string, string> OfYear(TeamYearThen then) => new()
    {
        ["Ownership"] = then.Ownership?.Code() ?? Nothing,
        ["Depth"] = then.Depth?.Code() ?? Nothing,
        ["Spread"] = then.Spread?.Code() ?? Nothing,
        ["Sustainability"] = then.Sustainability?.Code() ?? Nothing,
    };

    private static Dictionary<string, string> Cell(MatrixCellThen then) => new() { ["The cell is"] = then.State.Words().ToLowerInvariant() };

    private static Dictionary<string, string> OfPlan(PlanEntryThen then) => new(
    [
        .. EntryFields.OfPlan.Select(field => KeyValuePair.Create(field.Name, field.Shown(then.Plan) is { Length: > 0 } said ? said : Nothing)),
        new("Taken from", then.Plan.CopiedFrom.Length > 0 ? then.Plan.CopiedFrom : Nothing),
        new("Taken out", then.IsRemoved ? "yes" : Nothing),
    ]);

    private static Dictionary<string, string> OfObservation(ObservedEntryThen then) => new(
    [
        .. EntryFields.OfObservation.Select(field => KeyValuePair.Create(field.Name, field.Shown(then.Observation) is { Length: > 0 } said ? said : Nothing)),
        new("Answers the plan", then.Answers?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? Nothing),
        new("Taken out", then.IsRemoved ? "yes" : Nothing),
    ]);

    private static Dictionary<string, string> Strategy(HubStrategyThen then) => new()
    {
        ["Name"] = then.Name,
        ["Ways"] = then.Strategies.Words(),
        ["Story"] = then.Story,
        ["Cells"] = then.Cells.Length == 0 ? Nothing : string.Join("; ", then.Cells.Split(';').Select(code => MatrixPlace.Parse(code)?.ToString() ?? code)),
        ["Shared with the cohort"] = YesNo(then.IsShared),
        ["Withdrawn"] = YesNo(then.IsWithdrawn),
    };

    private static string YesNo(bool value) => value ? "yes" : "no";
}
