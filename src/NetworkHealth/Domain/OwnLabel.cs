namespace NetworkHealth.Domain;

/// <summary>
/// A label that the raters set beside the rule's, with their reason. It speaks of the label that the rule gave then, so it lapses as soon as
/// a later rating changes that one, and does not come back by itself; counts always use the rule's.
/// </summary>
public sealed class OwnLabel
{
    public const int ReasonMaxLength = 1000;

    private OwnLabel() => (Reason, RuleVersion) = ("", ""); // EF Core

    /// <param name="networkId">Which network.</param>
    /// <param name="source">Whose ratings.</param>
    /// <param name="subject">Of what.</param>
    public OwnLabel(Guid networkId, RatingSource source, Subject subject)
    {
        (Id, NetworkId, Source, Subject) = (Guid.CreateVersion7(), networkId, source, subject);
        (Reason, RuleVersion) = ("", "");
    }

    public Guid Id { get; private set; }
    public Guid NetworkId { get; private set; }
    public RatingSource Source { get; private set; }
    public Subject Subject { get; private set; }

    /// <summary>Null once it was withdrawn.</summary>
    public TrajectoryLabel? Label { get; private set; }

    public string Reason { get; private set; }

    /// <summary>What the rule said when it was set.</summary>
    public TrajectoryLabel RuleLabel { get; private set; }

    public string RuleVersion { get; private set; }

    /// <summary>Whether a later rating changed the rule's label since it was set.</summary>
    public bool HasLapsed { get; private set; }

    /// <summary>Whether it stands beside this label of the rule.</summary>
    public bool StandsBeside(TrajectoryLabel ruleLabel) => Label is not null && !HasLapsed && RuleLabel == ruleLabel;

    /// <summary>Sets another label.</summary>
    /// <exception cref="DomainRuleException">It is the rule's own, none can be set here, or the reason is missing or too long.</exception>
    public void Set(TrajectoryLabel label, TrajectoryLabel ruleLabel, string? reason)
    {
        if (ruleLabel == TrajectoryLabel.NotEnoughData || label == TrajectoryLabel.NotEnoughData)
            throw new DomainRuleException("A label can be set once there are two ratings.");
        if (label == ruleLabel)
            throw new DomainRuleException($"The rule says {ruleLabel.Words()} already. Choose another label, or leave it at that.");
        (Label, RuleLabel, RuleVersion, Reason, HasLapsed) = (label, ruleLabel, TrajectoryRule.Version, CheckedReason(reason), false);
    }

    /// <summary>Ends it, since a rating changed what the rule says; its reason stays to be read by those who set it.</summary>
    public void Lapse() => HasLapsed = true;

    /// <summary>The reason as it is kept.</summary>
    /// <exception cref="DomainRuleException">It is missing or too long.</exception>
    public static string CheckedReason(string? reason)
    {
        string text = PlainText.Checked((reason ?? "").Trim(), ReasonMaxLength, "This reason");
        return text.Length > 0 ? text : throw new DomainRuleException("Say in a sentence why another label fits better.");
    }

    /// <summary>Takes it back; the rule's label stands alone again.</summary>
    /// <exception cref="DomainRuleException">There is none.</exception>
    public void Withdraw()
    {
        if (Label is null)
            throw new DomainRuleException("There is no label of your own here.");
        (Label, Reason) = (null, "");
    }
}
