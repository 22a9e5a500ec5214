using NetworkHealth.Domain;
using NetworkHealth.Features.Trajectories;

namespace NetworkHealth.Features.Benchmarks;

/// <summary>A network's levels of one closed cycle beside those of others that were judged alike.</summary>
/// <param name="Menu">The other pages of the network.</param>
/// <param name="Source">Who judged.</param>
/// <param name="Sources">Between which the reader may choose.</param>
/// <param name="Cycles">The closed cycles in which the source rated this network.</param>
/// <param name="Cycle">The one shown; null where there is none.</param>
/// <param name="Ignored">What the address asked for and cannot be had, a sentence each.</param>
/// <param name="Subjects">In their order; empty without a cycle.</param>
/// <param name="WhyNot">Why there are no figures, in a sentence; null where there are some.</param>
/// <param name="FrameworkVersion">Under which all were judged; null where that is not stated.</param>
/// <param name="IsRevisedSince">Whether a later revision of this network's rating waits until the cycle is closed again.</param>
public sealed record BesideView(
    NetworkMenu Menu, RatingSource Source, IReadOnlyList<RatingSource> Sources, IReadOnlyList<Cycle> Cycles, Cycle? Cycle, IReadOnlyList<string> Ignored,
    IReadOnlyList<SubjectBeside> Subjects, string? WhyNot, string? FrameworkVersion, bool IsRevisedSince);

/// <summary>One subject of the network beside the others.</summary>
/// <param name="Subject">Which.</param>
/// <param name="Own">What was said of it; null for nothing.</param>
/// <param name="Benchmark">The same beside the others.</param>
public sealed record SubjectBeside(Subject Subject, Answer? Own, Benchmark Benchmark)
{
    /// <summary>“Developing (Low)”, “not rated: not enough evidence”.</summary>
    public string OwnWords => Own switch
    {
        { Level: { } level } => level.LongForm(),
        { Reason: { } reason } => $"not rated: {reason.Words()}",
        _ => "not rated",
    };
}
