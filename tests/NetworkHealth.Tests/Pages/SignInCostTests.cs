using System.Net;

namespace NetworkHealth.Tests.Pages;

/// <summary>An address with an account is not to be told from one without by how long the answer takes: the server does the same for both.</summary>
public sealed class SignInCostTests(CountingApp app) : IClassFixture<CountingApp>
{
    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_take_the_same_statements_and_one_look_at_a_password()
    {
        var client = app.CreateClient();
        await TestApp.SignIn(client, "member@demo.example", "warm");
        await TestApp.SignIn(client, "nobody@demo.example", "warm");

        for (int i = 0; i < 6; i++) // from the fifth on nothing is looked at any more
        {
            var known = await Cost(client, "leader@demo.example");
            var unknown = await Cost(client, "stranger@demo.example");

            Assert.Equal(known.Statements, unknown.Statements);
            Assert.Equal((1, 1), (known.Looks, unknown.Looks));
        }
    }

    private async Task<(IReadOnlyList<string> Statements, int Looks)> Cost(HttpClient client, string email)
    {
        int before = app.Hasher.Looks;
        var statements = await app.Counter.During(async () => Assert.Equal(HttpStatusCode.OK, (await TestApp.SignIn(client, email, "wrong")).StatusCode));
        return (statements, app.Hasher.Looks - before);
    }
}
