namespace NetworkHealth.Features.AnnualRating;

/// <summary>What became of one saved field, for the browser.</summary>
/// <param name="State"><c>saved</c>, <c>refused</c> (the text does not fit), <c>conflict</c> (somebody else was faster) or <c>gone</c> (nothing can be saved any more).</param>
/// <param name="Version">The version of the entry that this page now knows.</param>
/// <param name="At">When it was saved.</param>
/// <param name="Message">Why not, as a sentence.</param>
public sealed record SaveOutcome(string State, int Version, DateTimeOffset? At = null, string? Message = null);
