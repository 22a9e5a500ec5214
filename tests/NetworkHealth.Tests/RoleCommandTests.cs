using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;
using NetworkHealth.Features.Demo;

namespace NetworkHealth.Tests;

/// <summary>Giving roles at the command line.</summary>
public sealed class RoleCommandTests(TestApp app) : IClassFixture<TestApp>, IAsyncLifetime
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await app.Import("network_code,2021\nA,2\n", "delta");

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_new_address_gets_an_account_a_role_and_a_link_and_the_chain_knows_no_address()
    {
        var given = await Give("new@example.org", "hub-leader", "--network", "delta/A");

        string[] lines = given.Text.TrimEnd('\n').Split('\n');
        Assert.Equal((0, ""), (given.Status, given.Problems));
        Assert.Equal(["The role is given.", "Open this link within seven days to choose a password or a passkey. It works once."], lines[..2]);
        Assert.StartsWith("http://localhost:5080/account/set-password?person=", lines[2], StringComparison.Ordinal);
        await using var db = await app.Db();
        var person = await db.Users.SingleAsync(p => p.Email == "new@example.org", Ct);
        var network = await db.Networks.SingleAsync(n => n.Code == "A", Ct);
        var grant = await db.Grants.SingleAsync(g => g.PersonId == person.Id, Ct);
        var change = await db.Changes.SingleAsync(c => c.Touched == $"person:{person.Id}", Ct);
        Assert.Equal((Role.HubLeader, null, network.Id), (grant.Role, grant.CohortId, grant.NetworkId));
        Assert.Equal((ChangeAction.RoleGiven, null, network.CohortId), (change.Action, change.ActorId, change.CohortId));
        Assert.Equal($$"""{"person":"{{person.Id}}","role":"hub-leader","network":"{{network.Id}}"}""", change.Details);
    }

    [Theory]
    [InlineData("administrator")]
    [InlineData("hub-member", "--network", "delta/A")]
    [InlineData("evaluator", "--cohort", "delta")]
    [InlineData("funder", "--cohort", "delta")]
    [InlineData("researcher", "--cohort", "delta")]
    public async Task Each_role_is_given_where_it_belongs_and_the_same_again_gives_a_new_link_alone(string role, params string[] scope)
    {
        var first = await Give("several@example.org", role, scope);
        var (grants, changes) = await Counts();
        var second = await Give(" Several@example.org", role, scope);

        Assert.Equal((0, 0), (first.Status, second.Status));
        Assert.StartsWith("The role is given.\n", first.Text, StringComparison.Ordinal);
        Assert.StartsWith("The person has this role already.\nOpen this link within seven days", second.Text, StringComparison.Ordinal);
        Assert.Equal((grants, changes + 1), await Counts());
    }

    [Fact]
    public async Task Who_has_a_password_gets_a_further_role_and_no_link()
    {
        await Cli.Run(app.Connection, ["admin", "create", "--email", "boss@example.org", "--password", "-"], typed: DemoData.Password);

        var given = await Give("boss@example.org", "evaluator", "--cohort", "delta");

        Assert.Equal((0, "The role is given.\n", ""), (given.Status, given.Text, given.Problems));
        var home = await Html.Read(await app.SignedIn("boss@example.org"), "/");
        Assert.Contains("Administrator and evaluator", home.QuerySelector("header")!.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x@example.org", "hub-leader", "A hub leader belongs to one network. Name its cohort and its code.")]
    [InlineData("x@example.org", "hub-member", "A hub member belongs to one network. Name its cohort and its code.", "--cohort", "delta")]
    [InlineData("x@example.org", "evaluator", "An evaluator is one for a whole cohort. Name the cohort, and no network.", "--network", "delta/A")]
    [InlineData("x@example.org", "funder", "A funder is one for a whole cohort. Name the cohort, and no network.")]
    [InlineData("x@example.org", "administrator", "An administrator is one for the whole service. Name no cohort and no network.", "--cohort", "delta")]
    [InlineData("x@example.org", "evaluator", "There is no cohort nowhere.", "--cohort", "nowhere")]
    [InlineData("x@example.org", "hub-leader", "There is no cohort nowhere.", "--network", "nowhere/A")]
    [InlineData("x@example.org", "hub-leader", "There is no network a in the cohort delta. Codes are written as they stand, capitals too.", "--network", "delta/a")]
    [InlineData("x@example.org", "hub-leader", "'A' is not a network. Write it as COHORT/CODE, such as demo/RIV.", "--network", "A")]
    [InlineData("x@example.org", "hub-leader", "Name a cohort or a network, not both.", "--network", "delta/A", "--cohort", "delta")]
    [InlineData("nobody", "evaluator", "“nobody” is not an e-mail address, such as ada@example.org.", "--cohort", "delta")]
    [InlineData("x@example.org", "boss", "'boss' is not a role. Choose administrator, hub-leader, hub-member, evaluator, funder or researcher.")]
    public async Task What_cannot_be_given_is_refused_in_a_sentence(string email, string role, string sentence, params string[] scope)
    {
        var refused = await Give(email, role, scope);

        Assert.Equal((1, "", sentence + "\n"), (refused.Status, refused.Text, refused.Problems));
        await using var db = await app.Db();
        Assert.False(await db.Users.AnyAsync(p => p.Email == email, Ct));
    }

    [Fact]
    public async Task An_address_that_is_too_long_is_refused_in_a_sentence()
    {
        string tooLong = $"{new string('x', 245)}@example.org";
        Cli.Outcome[] refused = [await Give(tooLong, "evaluator", "--cohort", "delta"), await Cli.Run(app.Connection, ["admin", "create", "--email", tooLong])];

        Assert.All(refused, outcome => Assert.Equal(
            (1, "", "This address has 257 characters; 256 fit. Shorten it, and it is saved.\n"), (outcome.Status, outcome.Text, outcome.Problems)));
        Assert.Equal(0, (await Give(tooLong[1..], "evaluator", "--cohort", "delta")).Status);
    }

    [Fact]
    public async Task Without_a_role_it_is_wrong_usage() =>
        Assert.Equal(2, (await Cli.Run(app.Connection, ["role", "give", "--email", "x@example.org"])).Status);

    private Task<Cli.Outcome> Give(string email, string role, params string[] scope) =>
        Cli.Run(app.Connection, ["role", "give", "--email", email, "--role", role, .. scope]);

    private async Task<(int Grants, long Changes)> Counts()
    {
        await using var db = await app.Db();
        return (await db.Grants.CountAsync(Ct), (await db.AuditHead.SingleAsync(Ct)).Count);
    }
}
