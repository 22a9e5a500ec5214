using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Domain;

/// <summary>Text of people is kept as it stands or refused, and never repaired.</summary>
public sealed class PlainTextTests
{
    private const string Emoji = "\U0001F600";

    private static readonly (string Field, int Most)[] Limits =
    [
        ("seen", 4000), ("why", 1000), ("link.1.title", 200), ("link.1.address", 2000), ("survey.1.instrument", 200), ("survey.1.text", 1000),
    ];

    [Fact]
    public void A_text_fits_up_to_its_limit_and_not_one_character_more()
    {
        foreach (var (field, most) in Limits)
        {
            string fits = new('x', most);
            Assert.Equal(fits, Kept(field, fits));
            var refused = Assert.Throws<DomainRuleException>(() => Kept(field, fits + "x"));
            Assert.EndsWith($" has {most + 1:N0} characters; {most:N0} fit. Shorten it, and it is saved.", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal("This note has 4,001 characters; 4,000 fit. Shorten it, and it is saved.",
            Assert.Throws<DomainRuleException>(() => Kept("seen", new string('x', 4001))).Message);
    }

    [Fact]
    public void An_emoji_counts_as_the_two_that_it_takes()
    {
        foreach (var (field, most) in Limits)
        {
            string fits = string.Concat(Enumerable.Repeat(Emoji, most / 2));
            Assert.Equal(fits, Kept(field, fits));
            Assert.Throws<DomainRuleException>(() => Kept(field, fits + Emoji));
        }
    }

    // Not as data of a theory: an attribute cannot hold half a character.
    [Fact]
    public void What_no_database_keeps_is_refused()
    {
        string[] texts = ["a\0b", "\0", "half \uD83D", "\uD83D and more", "\uDE00\uD83D", "\uDE00", "\uD83D\uD83D\uDE00", "\uD83D\uDE00\uDE00"];
        foreach (var (field, _) in Limits)
        {
            foreach (string text in texts)
            {
                var refused = Assert.Throws<DomainRuleException>(() => Kept(field, text));
                Assert.EndsWith(" holds a character that cannot be stored. Type the place anew instead of pasting it.", refused.Message, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("\tindented\tagain")]
    [InlineData("  with space around  ")]
    [InlineData("👩‍👩‍👧 \U0001F600\U0001F600")]
    [InlineData("\u200Fשלום\u202E abc \u202C")]
    [InlineData("e\u0301 is not é")]
    [InlineData("\u0001 \u001F \u007F \uFFFD \uFEFF \uFFFF")]
    [InlineData("=cmd|' /C calc'!A0 <script>alert(1)</script> \"quoted\" \\n")]
    [InlineData("one\n\n\nfour\n")]
    public void Everything_else_is_kept_as_it_stands(string text)
    {
        foreach (var (field, _) in Limits)
            Assert.Equal(text, Kept(field, text));
    }

    [Theory]
    [InlineData("a\r\nb\rc\nd", "a\nb\nc\nd")]
    [InlineData("\r\n\r\n", "\n\n")]
    [InlineData("\n\r", "\n\n")]
    public void A_line_break_is_one_character_however_it_was_typed(string typed, string kept) => Assert.Equal(kept, Kept("seen", typed));

    [Fact]
    public void Ten_thousand_line_breaks_are_as_many_characters()
    {
        string breaks = string.Concat(Enumerable.Repeat("\r\n", 10_000));

        Assert.Equal(new string('\n', 10_000), PlainText.Checked(breaks, 10_000, "This text"));
        Assert.Throws<DomainRuleException>(() => PlainText.Checked(breaks, 9_999, "This text"));
        Assert.Equal(new string('\n', 4000), Kept("seen", breaks[..8000]));
        Assert.Throws<DomainRuleException>(() => Kept("seen", breaks));
    }

    private static string Kept(string field, string text) =>
        Judgement.Nothing.With(Subject.NetworkCulture, field, text).Fields().Single(said => said.Key == field).Value;
}
