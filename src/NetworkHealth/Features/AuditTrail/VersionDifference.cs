using System.Text.Json;
using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.AuditTrail;

/// <summary>What two versions of a cohort, a network, a label beside the rule's or a hub's strategy say differently.</summary>
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
        ["Files with names for researchers"] = YesNo(then.IsNamedForResearch),
    };

    private static Dictionary<string, string> Network(NetworkThen then) => new()
    {
        ["Name"] = then.Name,
        ["Hub organisation"] = then.Profile.HubOrganisation ?? Nothing,
        ["Kind of organisation"] = then.Profile.HubType?.Words() ?? Nothing,
        ["Problem focus"] = then.Profile.ProblemFocus?.Words() ?? Nothing,
        ["Structure"] = then.Profile.Structure?.Words() ?? Nothing,
        ["Launch year"] = then.Profile.LaunchYear?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? Nothing,
        ["Launched during the pandemic"] = then.Profile.PandemicLaunch is { } launched ? YesNo(launched) : Nothing,
        ["Aim"] = then.Profile.Aim ?? Nothing,
        ["Shared with funders"] = then.Sharing.Words().ToLowerInvariant(),
        ["Kept from research"] = YesNo(then.IsKeptFromResearch),
        ["Archived"] = YesNo(then.IsArchived),
    };

    private static Dictionary<string, string> Label(OwnLabelThen then) => new()
    {
        ["Label"] = then.Label?.Words() ?? "none",
        ["Reason"] = then.Reason.Length == 0 ? Nothing : then.Reason,
        ["The rule’s label"] = then.RuleLabel.Words(),
        ["Lapsed"] = YesNo(then.HasLapsed),
    };

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
