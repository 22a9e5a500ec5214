using NetworkHealth.Domain;

namespace NetworkHealth.Features.AuditTrail;

/// <summary>One change, in words.</summary>
/// <param name="Change">As it stands in the chain.</param>
/// <param name="Who">Who did it.</param>
/// <param name="What">What it touched, as people name it; empty where nothing remains to be named.</param>
/// <param name="Differences">What stood before and after, where versions are kept.</param>
public sealed record TrailEntry(Change Change, string Who, string What, IReadOnlyList<FieldChange> Differences);

/// <summary>One field before and after a change.</summary>
public sealed record FieldChange(string Field, string Before, string After);

/// <summary>A page of the trail, newest first.</summary>
/// <param name="Entries">The entries.</param>
/// <param name="Older">The number below which older ones begin; null where there are none.</param>
/// <param name="IsNewest">Whether nothing newer fits the filter.</param>
public sealed record TrailPage(IReadOnlyList<TrailEntry> Entries, long? Older, bool IsNewest);
