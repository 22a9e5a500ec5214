using NetworkHealth.Data;
using NetworkHealth.Domain;

namespace NetworkHealth.Features.ResearchExport;

/// <summary>
/// The labels beside the rule's as they stood after the change of an export. They are few: somebody wrote a reason for each. Reasons are
/// text of people, so coded files leave them empty.
/// </summary>
internal sealed class OwnLabelsThen
{
    private readonly Dictionary<(string Code, string Source, Subject Subject), OwnLabelThen> labels = [];

    public static async Task<OwnLabelsThen> Read(NetworkHealthDb db, Export export, CancellationToken ct)
    {
        var then = new OwnLabelsThen();
        await using var command = RatingReader.Command(db, export, $"""
            SELECT n.code, v.json
            FROM networks n
            JOIN own_labels l ON l.network_id = n.id
            JOIN versions v ON v.entity_id = l.id
            WHERE n.cohort_id = @cohort{RatingReader.Only(export)} AND {RatingReader.StoodThen}
            """);
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            var label = VersionJson.OwnLabel(row.GetString(1));
            if (label.Label is not null && !label.HasLapsed)
                then.labels[(row.GetString(0), label.Source.Code(), label.Subject)] = export.Identified ? label : label with { Reason = "" };
        }

        return then;
    }

    /// <summary>The label that stood beside this one of the rule, if any: one that was set against another label does not.</summary>
    public OwnLabelThen? Beside(string code, string source, Subject subject, TrajectoryLabel rule) =>
        labels.Count > 0 && labels.TryGetValue((code, source, subject), out var label) && label.RuleLabel == rule ? label : null;
}
