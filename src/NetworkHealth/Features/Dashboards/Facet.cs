using NetworkHealth.Domain;

namespace NetworkHealth.Features.Dashboards;

/// <summary>Something that networks are chosen by.</summary>
/// <param name="Name">In addresses and names of files.</param>
/// <param name="Words">On the page, and in sentences in lower case.</param>
/// <param name="Choices">Codes and words.</param>
/// <param name="Of">Which choice is a network's; null where it is not known or not shared.</param>
public sealed record Facet(string Name, string Words, IReadOnlyList<(string Code, string Words)> Choices, Func<SeenNetwork, string?> Of)
{
    /// <summary>In the order of the form.</summary>
    public static IReadOnlyList<Facet> All { get; } =
    [
        new("focus", "Problem focus", Enums<ProblemFocus>(focus => focus.Words()), network => FileWords.Snake(network.Profile.ProblemFocus)),
        new("hub", "Hub type", Enums<HubType>(type => WithoutArticle(type.Words())), network => FileWords.Snake(network.Profile.HubType)),
        new("structure", "Structure", Enums<NetworkStructure>(structure => structure.Words()), network => FileWords.Snake(network.Profile.Structure)),
        new("size", "Size", [("under_10", "Under 10 schools"), ("10_to_19", "10 to 19 schools"), ("20_to_49", "20 to 49 schools"), ("50_or_more", "50 schools or more")], network => Size(network.Profile.Schools)),
        new("pandemic", "Launched in the pandemic", [("yes", "Yes"), ("no", "No")], network => FileWords.YesNo(network.Profile.PandemicLaunch)),
        OfContext("turnover", "District leaders left", "district_leader_turnover"),
        OfContext("data", "Data access", "data_access"),
        new("label", "Trajectory", Enums<TrajectoryLabel>(label => label.Words()), network => FileWords.Snake(network.Row.Label)),
    ];

    /// <summary>The words of a choice.</summary>
    public string ChoiceWords(string code) => Choices.First(choice => choice.Code == code).Words;

    private static Facet OfContext(string name, string words, string item) =>
        new(name, words, ContextItem.Parse(item)!.Values, network => network.Context.GetValueOrDefault(item));

    private static IReadOnlyList<(string, string)> Enums<T>(Func<T, string> words) where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(value => (FileWords.Snake(value)!, English.Capital(words(value))))];

    private static string WithoutArticle(string words) => words.StartsWith("a ", StringComparison.Ordinal) ? words[2..] : words;

    private static string? Size(int? schools) => schools switch
    {
        null => null,
        < 10 => "under_10",
        < 20 => "10_to_19",
        < 50 => "20_to_49",
        _ => "50_or_more",
    };
}

/// <summary>A choice that the address makes.</summary>
public sealed record ChosenFilter(Facet Facet, string Code)
{
    /// <summary>“Problem focus: Instruction”.</summary>
    public string Words => $"{Facet.Words}: {Facet.ChoiceWords(Code)}";

    /// <summary>Choices of an address in words: “Cycle 2024, rated by the hubs themselves, overall followed; Problem focus: Instruction”.</summary>
    internal static string AllWords(string choices, Cohort cohort)
    {
        var asked = new AskedView($"?{choices}");
        string Shown(int year) => cohort.Cycles.FirstOrDefault(cycle => cycle.Year == year)?.Shown ?? $"{year}";
        int? Year(string name) => asked.Take(name, "cycle", text => int.TryParse(text, out int year) ? year : (int?)null);
        string[] parts =
        [
            .. Year("cycle") is { } cycle ? [$"Cycle {Shown(cycle)}"] : Array.Empty<string>(), .. Year("beside") is { } beside ? [$"beside {Shown(beside)}"] : Array.Empty<string>(),
            .. Year("before") is { } before ? [$"moves from {Shown(before)}"] : Array.Empty<string>(),
            .. asked.Take("source", "source", RatingSourceWords.Parse) is { } source ? [$"rated by {source.ByMany()}"] : Array.Empty<string>(),
            .. asked.Take("subject", "subject", SubjectWords.Parse) is { } subject ? [$"{subject.ShortName()} followed over the cycles"] : Array.Empty<string>(),
            .. from facet in Facet.All
               let code = asked.Take(facet.Name, facet.Name, facet.Choices.Select(choice => choice.Code))
               where code is not null
               select new ChosenFilter(facet, code).Words,
        ];
        return English.Capital(string.Join(", ", parts));
    }

    public bool Fits(SeenNetwork network) => Facet.Of(network) == Code;
}
