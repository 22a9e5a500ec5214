using System.Globalization;

namespace NetworkHealth.Domain;

/// <summary>One field of a plan or an observation, so that two texts of it can be shown side by side and one be taken.</summary>
/// <param name="Name">As its label says.</param>
/// <param name="Shown">What it says; empty for nothing.</param>
/// <param name="Take">The first with this field of the second.</param>
public sealed record EntryField<T>(string Name, Func<T, string> Shown, Func<T, T, T> Take);

/// <summary>The fields that people write in plans and observations, in the order of the forms.</summary>
public static class EntryFields
{
    public static IReadOnlyList<EntryField<Plan>> OfPlan { get; } =
    [
        new("What should last", plan => plan.Statement, (plan, other) => plan with { Statement = other.Statement }),
        new("How", plan => plan.Strategies.Words(), (plan, other) => plan with { Strategies = other.Strategies }),
        new("How far it is", plan => plan.Status.Words(), (plan, other) => plan with { Status = other.Status }),
        new("Who is responsible", plan => plan.Responsible, (plan, other) => plan with { Responsible = other.Responsible }),
        new("Until when", plan => plan.TargetMonth is { } month ? Month.Words(month) : "", (plan, other) => plan with { TargetMonth = other.TargetMonth }),
        new("Who champions it", plan => plan.ChampionRole, (plan, other) => plan with { ChampionRole = other.ChampionRole }),
        new("Which structure it uses", plan => plan.StructureUsed, (plan, other) => plan with { StructureUsed = other.StructureUsed }),
        new("Cards, package or guide", plan => plan.ArtefactAddress, (plan, other) => plan with { ArtefactAddress = other.ArtefactAddress }),
        new("Risks", plan => plan.Risks, (plan, other) => plan with { Risks = other.Risks }),
        new("Would it work here?", plan => plan.WouldItWorkHere, (plan, other) => plan with { WouldItWorkHere = other.WouldItWorkHere }),
        new("What would we change?", plan => plan.WhatWouldWeChange, (plan, other) => plan with { WhatWouldWeChange = other.WhatWouldWeChange }),
    ];

    public static IReadOnlyList<EntryField<Observation>> OfObservation { get; } =
    [
        new("What you saw", seen => seen.Statement, (seen, other) => seen with { Statement = other.Statement }),
        new("How much is there", seen => seen.Seen.Words(), (seen, other) => seen with { Seen = other.Seen }),
        new("When", seen => seen.SeenMonth is { } month ? Month.Words(month) : "", (seen, other) => seen with { SeenMonth = other.SeenMonth }),
        new("Months since funding ended", seen => Figure(seen.MonthsSinceFunding), (seen, other) => seen with { MonthsSinceFunding = other.MonthsSinceFunding }),
        new("In how many schools", seen => Figure(seen.Schools), (seen, other) => seen with { Schools = other.Schools }),
        new("Of how many asked", seen => Figure(seen.OfSchools), (seen, other) => seen with { OfSchools = other.OfSchools }),
        new("What carried it", seen => seen.Strategies.Words(), (seen, other) => seen with { Strategies = other.Strategies }),
        new("Evidence", seen => seen.Evidence, (seen, other) => seen with { Evidence = other.Evidence }),
    ];

    private static string Figure(int? figure) => figure?.ToString(CultureInfo.InvariantCulture) ?? "";
}

/// <summary>Two people wrote in one entry: what it said before, and what either says now.</summary>
/// <param name="Before">What stood when I began.</param>
/// <param name="Mine">What I want it to say; not saved.</param>
/// <param name="Theirs">What stands now.</param>
/// <param name="Fields">All fields of such an entry.</param>
public sealed record TwoTexts<T>(T Before, T Mine, T Theirs, IReadOnlyList<EntryField<T>> Fields)
{
    /// <summary>Where the two differ.</summary>
    public IReadOnlyList<EntryField<T>> Differing => [.. Fields.Where(one => one.Shown(Mine) != one.Shown(Theirs))];

    /// <summary>Whether I changed this one.</summary>
    public bool IsMine(EntryField<T> one) => one.Shown(Mine) != one.Shown(Before);

    /// <summary>Theirs with what I changed; what only they changed stays theirs.</summary>
    public T KeepingMine => Fields.Where(IsMine).Aggregate(Theirs, (text, one) => one.Take(text, Mine));
}
