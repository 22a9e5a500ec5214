using NetworkHealth.Domain;

namespace NetworkHealth.Features.Profiles;

/// <summary>One of the four parts of scale (Coburn, 2003), as pages ask for it.</summary>
/// <param name="Name">As a table has it, and the field of the form.</param>
/// <param name="Question">What it means, in plain words.</param>
/// <param name="Of">What is said of it.</param>
public sealed record TractionPart(string Name, string Question, Func<Traction, Degree?> Of)
{
    public static IReadOnlyList<TractionPart> All { get; } =
    [
        new("Ownership", "The team holds the work, not outsiders", traction => traction.Ownership),
        new("Depth", "It changes what people believe and do", traction => traction.Depth),
        new("Spread", "It reaches more people, policy or culture", traction => traction.Spread),
        new("Sustainability", "It lasts by itself", traction => traction.Sustainability),
    ];

    /// <summary>“Ownership yes, depth partly”; “nothing” where nothing is said.</summary>
    public static string Words(Traction traction) =>
        string.Join(", ", All.Where(part => part.Of(traction) is not null).Select(part => $"{part.Name.ToLowerInvariant()} {part.Of(traction)!.Value.Code()}")) is { Length: > 0 } said ? said : "nothing";
}
