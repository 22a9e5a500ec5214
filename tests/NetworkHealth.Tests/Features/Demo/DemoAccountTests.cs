using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;
using NetworkHealth.Features.AuditTrail;
using NetworkHealth.Features.Demo;

namespace NetworkHealth.Tests.Features.Demo;

/// <summary>Who may look at the demo, and where it is not loaded.</summary>
public sealed class DemoAccountTests(DemoApp app) : IClassFixture<DemoApp>
{
    [Theory]
    [InlineData("admin@demo.example", Role.Administrator, null, null)]
    [InlineData("leader@demo.example", Role.HubLeader, null, "RIV")]
    [InlineData("member@demo.example", Role.HubMember, null, "RIV")]
    [InlineData("evaluator@demo.example", Role.Evaluator, "demo", null)]
    [InlineData("funder@demo.example", Role.Funder, "demo", null)]
    [InlineData("researcher@demo.example", Role.Researcher, "demo", null)]
    public async Task Each_role_has_an_account_that_can_sign_in(string email, Role role, string? cohort, string? network)
    {
        using var client = await app.SignedIn(email);
        var home = await client.GetAsync("/", TestContext.Current.CancellationToken);

        await using var db = await app.Db();
        var person = await db.Users.SingleAsync(p => p.Email == email, TestContext.Current.CancellationToken);
        var grant = await db.Grants.SingleAsync(g => g.PersonId == person.Id, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.OK, home.StatusCode);
        Assert.Equal((role, cohort, network), (grant.Role,
            await db.Cohorts.Where(c => c.Id == grant.CohortId).Select(c => c.Slug).SingleOrDefaultAsync(TestContext.Current.CancellationToken),
            await db.Networks.Where(n => n.Id == grant.NetworkId).Select(n => n.Code).SingleOrDefaultAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task The_sign_in_page_shows_the_accounts_and_their_password()
    {
        var page = await Html.Read(app.CreateClient(), "/account/sign-in");

        string shown = page.QuerySelector("section[aria-labelledby=demo]")!.Words();
        string[] accounts = ["admin", "leader", "member", "evaluator", "funder", "researcher"];
        Assert.Contains("several small tests", shown, StringComparison.Ordinal);
        Assert.All(accounts, account => Assert.Contains($"{account}@demo.example", shown, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_database_with_other_cohorts_is_left_alone()
    {
        await using var other = await TestApp.On(TestDatabase.Kind);
        await other.Import("network_code,2023\nA,2\n");

        await DemoData.LoadIntoEmpty(other.Services, TestContext.Current.CancellationToken);

        await using var db = await other.Db();
        Assert.Equal(["delta"], await db.Cohorts.Select(c => c.Slug).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await db.Users.ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_start_that_was_killed_in_the_middle_is_taken_up_again()
    {
        await using var other = await TestApp.On(TestDatabase.Kind);
        byte[] published = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Files", "published-trajectories.csv"), TestContext.Current.CancellationToken);
        await other.Import(published, "published", RatingSource.External);

        await DemoData.LoadIntoEmpty(other.Services, TestContext.Current.CancellationToken);

        await using var db = await other.Db();
        Assert.Equal((2, 19, 6), (await db.Cohorts.CountAsync(TestContext.Current.CancellationToken), await db.Networks.CountAsync(TestContext.Current.CancellationToken),
            await db.Users.CountAsync(TestContext.Current.CancellationToken)));
        Assert.Null((await other.Get<AuditChain>().Verify(TestContext.Current.CancellationToken)).Problem);
    }

    [Fact]
    public async Task An_operators_own_data_stay_alone_whatever_their_cohort_is_called()
    {
        await using var other = await TestApp.On(TestDatabase.Kind);
        await other.Import("network_code,2019,2021\nRIV,2,2\n", "demo");

        await DemoData.LoadIntoEmpty(other.Services, TestContext.Current.CancellationToken);

        await using var db = await other.Db();
        Assert.Equal("RIV", (await db.Networks.SingleAsync(TestContext.Current.CancellationToken)).Name);
        Assert.Equal(0, await db.Users.CountAsync(TestContext.Current.CancellationToken));
    }
}
