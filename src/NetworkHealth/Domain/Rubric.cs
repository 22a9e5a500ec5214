namespace NetworkHealth.Domain;

/// <summary>
/// One version of the Improvement Network Health and Development Framework as raters use it: what each subject means, what to look at,
/// and what each level looks like. A published version never changes, since ratings were made under it.
/// </summary>
/// <param name="Version">Such as <c>2024.1</c>.</param>
/// <param name="Subjects">The whole and the six domains, in their order.</param>
/// <param name="Prompts">Questions to talk over, drawn from published lessons.</param>
/// <param name="Sources">What the framework and its prompts rest on.</param>
public sealed record Rubric(string Version, IReadOnlyList<RubricSubject> Subjects, IReadOnlyList<Prompt> Prompts, IReadOnlyList<RubricSource> Sources)
{
    public RubricSubject this[Subject subject] => Subjects[(int)subject];

    /// <summary>The prompts about one domain, in the order of the rubric.</summary>
    public IEnumerable<Prompt> PromptsFor(Subject subject) => Prompts.Where(prompt => prompt.Subjects.Contains(subject));

    /// <summary>The publication that a subject or a prompt names by its code.</summary>
    public RubricSource SourceOf(string code) => Sources.Single(source => source.Code == code);
}

/// <summary>What the rubric says of one subject.</summary>
/// <param name="Subject">The whole or a domain.</param>
/// <param name="Definition">What it is, in a sentence or two.</param>
/// <param name="Elements">The named parts of a domain; none for the whole.</param>
/// <param name="Levels">What each of the five levels looks like, Least first.</param>
/// <param name="Indicators">What to look at; none for the whole.</param>
/// <param name="Evidence">What to bring.</param>
/// <param name="Sources">Codes of the publications that its definition and elements rest on. Indicators and levels are our own words.</param>
/// <param name="RatingNote">What raters are asked to keep in mind; null where there is nothing.</param>
public sealed record RubricSubject(
    Subject Subject, string Definition, IReadOnlyList<string> Elements, IReadOnlyList<string> Levels,
    IReadOnlyList<Indicator> Indicators, IReadOnlyList<string> Evidence, IReadOnlyList<string> Sources, string? RatingNote = null)
{
    /// <summary>What this level looks like.</summary>
    public string At(Level level) => Levels[(int)level];
}

/// <summary>One thing to look at in a domain. Its code never changes its meaning.</summary>
/// <param name="Code">The domain's code and a number, such as <c>CI2</c>.</param>
/// <param name="Name">A few words.</param>
/// <param name="Least">What it looks like where it is least developed.</param>
/// <param name="Developing">What it looks like in between.</param>
/// <param name="Most">What it looks like where it is most developed.</param>
/// <param name="Part">For network connections, whether ties <c>within</c> teams, <c>across</c> them or <c>both</c> are meant, which the 2025 framework counts apart.</param>
public sealed record Indicator(string Code, string Name, string Least, string Developing, string Most, string? Part = null)
{
    /// <summary>The three anchors, worth 0, 1 and 2 points.</summary>
    public IReadOnlyList<string> Anchors => [Least, Developing, Most];
}

/// <summary>A question to talk over beside a rating.</summary>
/// <param name="Code">Such as <c>lesson-3</c>; never changes its meaning.</param>
/// <param name="Kind">Which list it comes from.</param>
/// <param name="Says">What was found or recommended.</param>
/// <param name="Asks">The question or check for this network.</param>
/// <param name="About">Codes of the indicators or domains it is about.</param>
/// <param name="Source">Code of a <see cref="RubricSource"/>.</param>
public sealed record Prompt(string Code, PromptKind Kind, string Says, string Asks, IReadOnlyList<string> About, string Source)
{
    /// <summary>The domains it is about.</summary>
    public IReadOnlyList<Subject> Subjects => [.. About.Select(code => SubjectWords.Parse(code[..2])!.Value).Distinct().Order()];
}

/// <summary>The published lists that prompts come from.</summary>
public enum PromptKind
{
    Lesson,
    Recommendation,
    Tension,
    Enabler,
}

/// <summary>A publication that the rubric draws on.</summary>
/// <param name="Code">How subjects and prompts refer to it.</param>
/// <param name="Name">What we call it in a sentence.</param>
/// <param name="Title">Its title, authors and place, as one would cite it.</param>
/// <param name="Gave">What the rubric takes from it.</param>
/// <param name="Link">Its address, where it has a public one.</param>
public sealed record RubricSource(string Code, string Name, string Title, string Gave, string? Link = null);
