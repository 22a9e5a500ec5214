using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Domain;

public sealed class CodeTests
{
    private const string Letters64 = "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcd";

    [Theory]
    [InlineData("a")]
    [InlineData("2024-delta")]
    [InlineData("-")]
    [InlineData(Letters64)]
    public void A_slug_is_lower_case_letters_digits_and_hyphens(string text) => Assert.Equal(text, Code.Slug(text));

    [Theory]
    [InlineData("")]
    [InlineData("Delta")]
    [InlineData("delta 1")]
    [InlineData(" delta")]
    [InlineData("delta\n")]
    [InlineData("delta_1")]
    [InlineData("délta")]
    [InlineData("delta/1")]
    [InlineData(Letters64 + "e")]
    public void Anything_else_is_no_slug(string text)
    {
        var refused = Assert.Throws<DomainRuleException>(() => Code.Slug(text));

        Assert.EndsWith("cannot be a cohort's short name. Use 1 to 64 lower-case letters, digits and hyphens.", refused.Message);
    }

    [Theory]
    [InlineData("MD1", "MD1")]
    [InlineData("  MD1\t", "MD1")]
    [InlineData("Réseau 7 (north)", "Réseau 7 (north)")]
    [InlineData("_x", "_x")]
    [InlineData("a.b", "a.b")]
    [InlineData("...", "...")]
    [InlineData("=1+1", "=1+1")]
    [InlineData(Letters64, Letters64)]
    public void A_networks_code_is_any_visible_text_trimmed(string text, string code) => Assert.Equal(code, Code.Network(text));

    [Fact]
    public void Upper_and_lower_case_make_different_codes() => Assert.Equal(["md1", "MD1"], [Code.Network("md1"), Code.Network("MD1")]);

    [Fact]
    public void An_emoji_counts_as_one_character()
    {
        string sixtyFour = string.Concat(Enumerable.Repeat("🌱", 64));

        Assert.Equal(sixtyFour, Code.Network(sixtyFour));
        var refused = Assert.Throws<DomainRuleException>(() => Code.Network(sixtyFour + "🌱"));
        Assert.EndsWith("has 65 characters. A network's code has at most 64.", refused.Message);
    }

    [Theory]
    [InlineData("", "A network needs a code.")]
    [InlineData(" \t ", "A network needs a code.")]
    [InlineData(Letters64 + "e", "The code “abcdefghijabcdefghij…” has 65 characters. A network's code has at most 64.")]
    [InlineData("a/b", "The code “a/b” cannot stand in a web address. Leave out / and \\.")]
    [InlineData("a\\b", "The code “a\\b” cannot stand in a web address. Leave out / and \\.")]
    [InlineData(".", "The code “.” cannot stand in a web address. Leave out / and \\.")]
    [InlineData("..", "The code “..” cannot stand in a web address. Leave out / and \\.")]
    [InlineData("MD\u200B1", "The code “MD1…” holds a character that cannot be seen.")]
    [InlineData("MD\u200D1", "The code “MD1…” holds a character that cannot be seen.")]
    [InlineData("MD\u202E1", "The code “MD1…” holds a character that cannot be seen.")]
    [InlineData("MD\u00AD1", "The code “MD1…” holds a character that cannot be seen.")]
    [InlineData("MD\u00011", "The code “MD1…” holds a character that cannot be seen.")]
    [InlineData("MD\n1", "The code “MD1…” holds a character that cannot be seen.")]
    [InlineData("MD\uFFFD", "The code “MD…” holds a character that cannot be seen.")]
    public void A_code_that_cannot_be_seen_or_addressed_is_refused_with_the_reason(string text, string reason) =>
        Assert.Equal(reason, Assert.Throws<DomainRuleException>(() => Code.Network(text)).Message);
}
