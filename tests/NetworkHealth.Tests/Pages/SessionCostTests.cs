namespace NetworkHealth.Tests.Pages;

/// <summary>What it costs to ask at each request whether a session goes on.</summary>
public sealed class SessionCostTests(CountingApp app) : IClassFixture<CountingApp>
{
    [Fact]
    public async Task A_page_asks_once_who_is_there_and_a_style_sheet_asks_for_nobody()
    {
        var client = await app.SignedIn("admin@demo.example");

        Assert.Equal(1, await app.StatementsFor(client, "/method"));
        Assert.Equal(0, await app.StatementsFor(client, "/app.css"));
    }
}
