using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Features.Accounts;
using NetworkHealth.Features.Demo;

namespace NetworkHealth.Tests.Pages;

/// <summary>Every address that is read, and what each role gets there: written by hand from the design, never from the code it checks.</summary>
public sealed class RouteTableTests(DemoApp app) : IClassFixture<DemoApp>, IAsyncLifetime
{
    // The columns: nobody; then of the cohort demo and its network RIV administrator, leader, member, evaluator, funder, researcher; then the
    // last five of another cohort. In them: y is allowed, . is not found, S asks to sign in, 1 is 401, > leads elsewhere.
    private const string Table = """
        /                                              S yyyyyy yyyyy
        /cohorts                                       S yyyyyy yyyyy
        /cohorts/demo                                  S yyyyy. .....
        /cohorts/demo/trajectories                     S yyyyy. .....
        /networks/demo/RIV                             S yyyyy. .....
        /networks/demo/RIV/trajectory                  S yyyyy. .....
        /networks/demo/RIV/trajectory/label            S .y.y.. .....
        /networks/demo/RIV/sharing                     S .y.... .....
        /networks/demo/RIV/ratings/2025                S yyyy.. .....
        /networks/demo/RIV/ratings/2025/prepare        S .yyy.. .....
        /networks/demo/RIV/ratings/2025/submit         S .yyy.. .....
        /networks/demo/RIV/ratings/2025/discard        S .yyy.. .....
        /networks/demo/RIV/ratings/2025/history        S .yyy.. .....
        /networks/demo/RIV/ratings/2025/report         S yyyy.. .....
        /framework                                     y yyyyyy yyyyy
        /framework/HL                                  y yyyyyy yyyyy
        /framework/form                                y yyyyyy yyyyy
        /method                                        y yyyyyy yyyyy
        /account/sign-in                               y yyyyyy yyyyy
        /account/set-password                          y yyyyyy yyyyy
        /api/v1/cohorts/demo/ratings.csv               1 yyy... .....
        /error                                         y yyyyyy yyyyy
        /not-found                                     . ...... .....
        /problem/404                                   . ...... .....
        /health/live                                   y yyyyyy yyyyy
        /health/ready                                  y yyyyyy yyyyy
        """;

    // Files, the connection of open pages, and what is only ever posted to; their own tests say who may.
    private static readonly string[] Elsewhere = ["/_blazor", "/_framework", "/account/sign-out"];

    private static readonly (Role Role, string Scope)[] OutOfScope =
        [(Role.HubLeader, "published/MD1"), (Role.HubMember, "published/MD1"), (Role.Evaluator, "published"), (Role.Funder, "published"), (Role.Researcher, "published")];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        foreach (var (role, place) in OutOfScope)
        {
            if (await people.FindByEmailAsync(Neighbour(role)) is not null)
                continue;
            Assert.True((await people.CreateAsync(new Person { UserName = Neighbour(role), Email = Neighbour(role), EmailConfirmed = true }, DemoData.Password)).Succeeded);
            var of = place.Split('/');
            await scope.ServiceProvider.GetRequiredService<Roles>().Give(Actor.Operator, Neighbour(role), role, new RoleScope(of[0], of.Length > 1 ? of[1] : null), Ct);
        }
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Each_role_gets_at_each_address_what_the_table_says()
    {
        var browsers = new List<HttpClient> { app.CreateClient(new() { AllowAutoRedirect = false }) };
        foreach (string email in DemoData.Accounts.Select(account => account.Email).Concat(OutOfScope.Select(of => Neighbour(of.Role))))
            browsers.Add(await app.SignedIn(email));

        var wrong = new List<string>();
        foreach (var (address, says) in Rows())
        {
            var gets = new List<char>();
            foreach (var browser in browsers)
                gets.Add(Sign(await browser.GetAsync(address, Ct)));
            string got = new([.. gets]);
            if (got != says)
                wrong.Add($"{address}: the table says {says}, the roles get {got}");
        }

        Assert.Equal([], wrong);
    }

    [Fact]
    public void The_table_knows_every_route_of_the_application()
    {
        app.CreateClient().Dispose();
        var known = Rows().Select(row => row.Address).ToList();
        string[] routes = [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).Distinct()
            .Where(route => !Elsewhere.Any(other => route.StartsWith(other, StringComparison.Ordinal)) && !IsFile(route))];

        Assert.True(routes.Length > 20, $"Only {routes.Length} routes were looked at.");
        Assert.Equal([], routes.Where(route => !known.Any(address => Matches(route, address))));
    }

    private static IEnumerable<(string Address, string Says)> Rows() =>
        Table.Split('\n').Select(line => line.Split(' ', 2)).Select(parts => (parts[0], parts[1].Replace(" ", "", StringComparison.Ordinal)));

    private static char Sign(HttpResponseMessage response) => response.StatusCode switch
    {
        HttpStatusCode.OK => 'y',
        HttpStatusCode.NotFound => '.',
        HttpStatusCode.Unauthorized => '1',
        HttpStatusCode.Redirect when response.Headers.Location!.OriginalString.StartsWith("/account/sign-in", StringComparison.Ordinal) => 'S',
        HttpStatusCode.Redirect or HttpStatusCode.SeeOther => '>',
        _ => '?',
    };

    // Static files have no parameters and an ending.
    private static bool IsFile(string route) => !route.Contains('{', StringComparison.Ordinal) && Path.HasExtension(route);

    private static bool Matches(string route, string address)
    {
        var (pattern, parts) = (route.TrimStart('/').Split('/'), address.TrimStart('/').Split('/'));
        return pattern.Length == parts.Length && pattern.Zip(parts).All(pair => pair.First == pair.Second || pair.First.Contains('{', StringComparison.Ordinal));
    }

    private static string Neighbour(Role role) => $"{role.ToString().ToLowerInvariant()}@elsewhere.example";
}
