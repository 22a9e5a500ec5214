using System.Security.Cryptography;
using System.Text.RegularExpressions;
using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Domain;

/// <summary>The rubric is complete, and what was published of it stays as it was.</summary>
public sealed partial class RubricTests
{
    private static readonly Rubric Rubric = Rubrics.Current;

    private static IEnumerable<Indicator> Indicators => Rubric.Subjects.SelectMany(subject => subject.Indicators);

    /// <summary>A published version never changes, since ratings were made under it; a new version is a new file, with its own line here.</summary>
    [Theory]
    [InlineData("2024.1", "2c9ed7d3eb5384e3260a244d0c38215907d94599e61ca10db24b35ee30e0c16b")]
    public void A_published_version_is_frozen(string version, string sha256)
    {
        using var document = typeof(Rubrics).Assembly.GetManifestResourceStream($"framework/{version}.json")!;

        Assert.Equal(sha256, Convert.ToHexStringLower(SHA256.HashData(document)));
    }

    [Fact]
    public void The_version_of_a_rubric_is_the_name_of_its_document() => Assert.Equal("2024.1", Rubric.Version);

    [Fact]
    public void It_has_the_whole_and_six_domains_in_their_order()
    {
        Assert.Equal(SubjectWords.All, Rubric.Subjects.Select(subject => subject.Subject));
        Assert.All(SubjectWords.All, subject => Assert.Equal(subject, Rubric[subject].Subject));
        Assert.Equal([0, 5, 2, 4, 3, 3, 2], Rubric.Subjects.Select(subject => subject.Elements.Count));
        Assert.Equal([0, 6, 5, 6, 5, 5, 5], Rubric.Subjects.Select(subject => subject.Indicators.Count));
    }

    [Fact]
    public void Indicators_are_numbered_within_their_domain()
    {
        Assert.All(Rubric.Subjects, subject => Assert.Equal(
            Enumerable.Range(1, subject.Indicators.Count).Select(i => $"{subject.Subject.Code()}{i}"), subject.Indicators.Select(indicator => indicator.Code)));
        Assert.Equal(32, Indicators.Select(indicator => indicator.Name).Distinct().Count());
    }

    [Fact]
    public void Each_anchor_is_a_sentence_and_none_is_like_another()
    {
        string[] anchors = [.. Indicators.SelectMany(indicator => indicator.Anchors)];

        AreSentences(anchors, 96);
        Assert.All(anchors, anchor => Assert.InRange(Words(anchor).Length, 4, 25));
    }

    [Fact]
    public void Each_level_of_each_subject_is_told_and_none_like_another()
    {
        AreSentences([.. Rubric.Subjects.SelectMany(subject => subject.Levels)], 35);
        Assert.All(Rubric.Subjects, subject => Assert.Equal(subject.Levels, LevelWords.All.Select(subject.At)));
        AreSentences([.. Rubric.Subjects.Select(subject => subject.Definition)], 7);
    }

    [Fact]
    public void Contexts_alone_are_rated_with_a_note() =>
        Assert.Equal([Subject.ContextsForImprovement], Rubric.Subjects.Where(subject => subject.RatingNote is not null).Select(subject => subject.Subject));

    [Fact]
    public void Connections_alone_are_within_or_across_teams() =>
        Assert.Equal(["NC1 within", "NC2 across", "NC3 across", "NC4 both", "NC5 across"],
            Indicators.Where(indicator => indicator.Part is not null).Select(indicator => $"{indicator.Code} {indicator.Part}"));

    [Fact]
    public void Each_subject_says_what_to_bring() => Assert.All(Rubric.Subjects, subject =>
    {
        Assert.InRange(subject.Evidence.Count, 4, 6);
        Assert.All(subject.Evidence, item => Assert.Matches(@"^\p{Ll}[^.;]{5,70}$", item));
        Assert.Distinct(subject.Evidence);
    });

    [Fact]
    public void The_published_lists_are_whole()
    {
        Assert.Equal([(PromptKind.Lesson, 6), (PromptKind.Recommendation, 7), (PromptKind.Tension, 9), (PromptKind.Enabler, 6)],
            Rubric.Prompts.GroupBy(prompt => prompt.Kind).Select(list => (list.Key, list.Count())));
        Assert.All(Rubric.Prompts.GroupBy(prompt => prompt.Kind), list => Assert.Equal(
            Enumerable.Range(1, list.Count()).Select(i => $"{list.Key.ToString().ToLowerInvariant()}-{i}"), list.Select(prompt => prompt.Code)));
        AreSentences([.. Rubric.Prompts.Select(prompt => prompt.Says)], 28);
        AreSentences([.. Rubric.Prompts.Select(prompt => prompt.Asks)], 28);
        Assert.All(Rubric.Prompts, prompt => Assert.EndsWith("?", prompt.Asks, StringComparison.Ordinal));
    }

    [Fact]
    public void A_prompt_is_about_indicators_or_domains_and_each_domain_has_some()
    {
        string[] known = [.. SubjectWords.Domains.Select(domain => domain.Code()), .. Indicators.Select(indicator => indicator.Code)];

        Assert.All(Rubric.Prompts, prompt => Assert.NotEmpty(prompt.About));
        Assert.Empty(Rubric.Prompts.SelectMany(prompt => prompt.About).Except(known));
        Assert.All(SubjectWords.Domains, domain => Assert.NotEmpty(Rubric.PromptsFor(domain)));
        Assert.Equal(["lesson-3", "recommendation-4", "tension-1", "enabler-1"], Rubric.PromptsFor(Subject.ContextsForImprovement).Select(prompt => prompt.Code));
    }

    [Fact]
    public void Each_source_is_used_and_each_use_has_its_source()
    {
        string[] used = [.. Rubric.Subjects.SelectMany(subject => subject.Sources), .. Rubric.Prompts.Select(prompt => prompt.Source)];

        Assert.Equal(Rubric.Sources.Select(source => source.Code).Order(StringComparer.Ordinal), used.Distinct().Order(StringComparer.Ordinal));
        Assert.All(Rubric.Subjects, subject => Assert.NotEmpty(subject.Sources));
        Assert.All(Rubric.Sources, source => Assert.Same(source, Rubric.SourceOf(source.Code)));
        Assert.All(Rubric.Sources, source => Assert.True(source.Link is null || new Uri(source.Link).Scheme == "https"));
    }

    private static void AreSentences(string[] texts, int count)
    {
        Assert.Equal(count, texts.Length);
        Assert.All(texts, text => Assert.True(text.Length >= 20 && Words(text).Length >= 4, text));
        Assert.All(texts, text => Assert.Matches(@"^\p{Lu}[^!]*[.?]$", text));
        Assert.All(texts, text => Assert.DoesNotMatch(Unfinished(), text));
        Assert.Distinct(texts.Select(text => string.Join(' ', Words(text))));
    }

    private static string[] Words(string text) => [.. Word().Matches(text.ToLowerInvariant()).Select(word => word.Value)];

    [GeneratedRegex(@"[\p{L}\p{Nd}]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\bTODO\b|\bTBD\b|\blorem\b|\bxx|\.\.\.|…|  |\bl[0-4]\b|['""]", RegexOptions.IgnoreCase)]
    private static partial Regex Unfinished();
}
