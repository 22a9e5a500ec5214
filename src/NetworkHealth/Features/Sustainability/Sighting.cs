using NetworkHealth.Domain;

namespace NetworkHealth.Features.Sustainability;

/// <summary>What was seen, with the plan that it answers: what one form writes.</summary>
/// <param name="Said">What was seen.</param>
/// <param name="Answers">Number of the plan; null for what nobody planned.</param>
public sealed record Sighting(Observation Said, int? Answers)
{
    public Sighting With(Func<Observation, Observation> change) => this with { Said = change(Said) };

    /// <summary>The fields of the form.</summary>
    /// <param name="plan">The statement of a plan by its number; null when it is not there any more.</param>
    public static IReadOnlyList<EntryField<Sighting>> Fields(Func<int, string?> plan) =>
    [
        .. EntryFields.OfObservation.Select(field => new EntryField<Sighting>(
            field.Name, sighting => field.Shown(sighting.Said), (sighting, other) => sighting.With(said => field.Take(said, other.Said)))),
        new("Which plan it answers", sighting => sighting.Answers is { } number ? plan(number) ?? "A plan that is not here any more" : "",
            (sighting, other) => sighting with { Answers = other.Answers }),
    ];
}
