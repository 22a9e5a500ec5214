namespace NetworkHealth.Tests.Pages;

/// <summary>What the sign-in page tells besides: demo accounts in Development alone, and how to begin where nobody has an account.</summary>
public sealed class FirstPageTests
{
    [Fact]
    public async Task Demo_accounts_are_listed_in_development()
    {
        await using var app = new DemoApp();
        await app.InitializeAsync();

        var page = await Html.Read(app.CreateClient(), "/account/sign-in");

        Assert.Equal(["admin@demo.example", "leader@demo.example", "member@demo.example", "evaluator@demo.example", "funder@demo.example", "researcher@demo.example"],
            page.QuerySelectorAll("section[aria-labelledby=demo] dt").Select(account => account.Words()));
        Assert.DoesNotContain("Nobody has an account here yet", page.Body!.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Testing")]
    public async Task Elsewhere_an_empty_database_says_how_to_make_the_first_administrator(string environment)
    {
        await using var app = new AppIn(environment);
        await app.InitializeAsync();

        var page = await Html.Read(app.CreateClient(), "/account/sign-in");

        Assert.DoesNotContain("demo.example", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("several small tests", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("Nobody has an account here yet. The operator makes the first administrator at the command line: networkhealth admin create --email you@example.org",
            page.Body!.Words(), StringComparison.Ordinal);
        Assert.Contains(app.Log.Lines, line => line.StartsWith("Warning: Nobody has an account yet.", StringComparison.Ordinal));
    }

    private sealed class AppIn(string environment) : TestApp
    {
        protected override string EnvironmentName => environment;
    }
}
