using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NetworkHealth.Domain;
using NetworkHealth.Features.Accounts;

namespace NetworkHealth.Tests;

/// <summary>The first administrator, from the command line to the sign-in page.</summary>
public sealed class AdministratorCommandTests(TestApp app) : IClassFixture<TestApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_password_on_standard_input_opens_the_account()
    {
        var made = await Cli.Run(app.Connection, ["admin", "create", "--email", "typed@example.org", "--password", "-"], typed: "four plain words here");
        var again = await Cli.Run(app.Connection, ["admin", "create", "--email", "typed@example.org", "--password", "-"], typed: "four plain words here");
        var tooShort = await Cli.Run(app.Connection, ["admin", "create", "--email", "short@example.org", "--password", "-"], typed: "short");

        Assert.Equal((0, "The administrator can sign in.\n", ""), (made.Status, made.Text, made.Problems));
        var home = await (await app.SignedIn("typed@example.org", "four plain words here")).GetAsync("/cohorts", Ct);
        Assert.Equal(HttpStatusCode.OK, home.StatusCode);
        Assert.Equal((1, "", "There is an account for this address already.\n"), (again.Status, again.Text, again.Problems));
        Assert.Equal((1, "", "Use 12 characters or more.\n"), (tooShort.Status, tooShort.Text, tooShort.Problems));
    }

    [Fact]
    public async Task An_administrator_who_never_chose_a_password_gets_a_further_link()
    {
        var administrators = app.Services.CreateScope().ServiceProvider.GetRequiredService<Administrators>();
        var first = await administrators.Create(Actor.Operator, "late@example.org", null, Ct);

        var second = await administrators.Create(Actor.Operator, " late@example.org ", null, Ct);

        Assert.Equal(first.PersonId, second.PersonId);
        Assert.NotNull(second.Token);
    }

    [Fact]
    public async Task Without_a_password_a_link_is_printed_that_works_once()
    {
        var made = await Cli.Run(app.Connection, ["admin", "create", "--email", "linked@example.org"]);
        string[] lines = made.Text.TrimEnd('\n').Split('\n');
        Assert.Equal((0, ""), (made.Status, made.Problems));
        Assert.Equal("Open this link within seven days to choose a password or a passkey. It works once.", lines[0]);
        Assert.StartsWith("http://localhost:5080/account/set-password?person=", lines[1], StringComparison.Ordinal);
        string link = new Uri(lines[1]).PathAndQuery;

        string first = await SetPassword(link, "many small good steps");
        string second = await SetPassword(link, "some other good steps");

        Assert.Contains("Your password is set.", first, StringComparison.Ordinal);
        Assert.Contains("This link is not valid any more.", second, StringComparison.Ordinal);
        var home = await (await app.SignedIn("linked@example.org", "many small good steps")).GetAsync("/", Ct);
        Assert.Equal(HttpStatusCode.OK, home.StatusCode);
    }

    private async Task<string> SetPassword(string link, string password)
    {
        var client = app.CreateClient();
        var page = await Html.Read(client, link);
        if (page.QuerySelector("form") is null)
            return page.Body!.Words();
        var response = await client.PostAsync(link, new FormUrlEncodedContent(
            [.. Html.HiddenFields(page, "set-password"), new("Input.Password", password), new("Input.Again", password)]), Ct);
        return await response.Content.ReadAsStringAsync(Ct);
    }
}
