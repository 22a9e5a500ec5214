using NetworkHealth.Domain;

namespace NetworkHealth.Features.Sustainability;

/// <summary>An entry of the matrix that somebody writes, or wrote last.</summary>
/// <param name="Place">Its cell.</param>
/// <param name="IsPlan">A plan, or what was seen.</param>
/// <param name="Number">Null for a new one.</param>
/// <param name="Answers">The plan that a new observation answers.</param>
public sealed record OpenEntry(MatrixPlace Place, bool IsPlan, int? Number, int? Answers = null);
