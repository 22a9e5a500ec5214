using NetworkHealth.Features.Accounts;
using NetworkHealth.Features.Demo;

namespace NetworkHealth.Tests.Features.Accounts;

/// <summary>Which passwords can be used.</summary>
public sealed class PasswordRulesTests
{
    private const string Common = "This password is among the first that are guessed. Choose a few words that do not belong together.";

    [Theory]
    [InlineData("elf letters")]
    [InlineData("")]
    public void Fewer_than_twelve_characters_are_too_few(string password) =>
        Assert.Equal("Use 12 characters or more.", PasswordRules.Problem(password, "a@b.example"));

    [Fact]
    public void There_is_an_end_to_length() =>
        Assert.Equal("Use at most 256 characters.", PasswordRules.Problem(string.Concat(Enumerable.Repeat("four plain words ", 20)), null));

    [Theory]
    [InlineData("1qaz2wsx3edc")] // on the list
    [InlineData("SonyEricsson")]
    [InlineData("password2026!")] // on the list, dressed up
    [InlineData("*administrator*")]
    [InlineData("aaaaaaaaaaaa")] // few characters
    [InlineData("abababababab")]
    [InlineData("112233221133")]
    [InlineData("improveimprove")] // one piece, again and again
    [InlineData("small.small.small")]
    [InlineData("123456789012")] // in a row
    [InlineData("abcdefghijklm")]
    [InlineData("qwertyuiop123")]
    [InlineData("0987654321poiuytrewq")]
    public void What_is_guessed_first_is_refused(string password) => Assert.Equal(Common, PasswordRules.Problem(password, "a@b.example"));

    [Theory]
    [InlineData("Berg sings at noon")]
    [InlineData("we love UNIVERSITY so")]
    public void The_address_stays_out(string password) =>
        Assert.Equal("Leave your e-mail address out of the password.", PasswordRules.Problem(password, "berg@mail.university.edu"));

    [Theory]
    [InlineData(DemoData.Password)]
    [InlineData("four plain words here")]
    [InlineData("dad read an odd letter")] // parts of an address that are short tell nothing
    [InlineData("xK4#mQ9!vT2$")]
    [InlineData("дванадцать букв")]
    public void Long_ones_of_any_kind_are_fine(string password) => Assert.Null(PasswordRules.Problem(password, "dad@odd.example"));
}
