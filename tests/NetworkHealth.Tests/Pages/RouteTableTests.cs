using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Features.Accounts;
using NetworkHealth.Features.Dashboards;
using NetworkHealth.Features.DataImport;
using NetworkHealth.Features.Demo;
using NetworkHealth.Features.Strategies;

namespace NetworkHealth.Tests.Pages;

/// <summary>Every address that is read, and what each role gets there: written by hand from the design, never from the code it checks.</summary>
public sealed class RouteTableTests(DemoApp app) : IClassFixture<DemoApp>, IAsyncLifetime
{
    // The columns: nobody; then of the cohort demo and its network RIV administrator, leader, member, evaluator, funder, researcher; then the
    // last five of another cohort. In them: y is allowed, . is not found, S asks to sign in, 1 is 401, > leads elsewhere.
    private const string Table = """
        /                                              S yyyyyy yyyyy
        /account                                       S yyyyyy yyyyy
        /account/address                               S yyyyyy yyyyy
        /account/name                                  S yyyyyy yyyyy
        /account/passkeys                              S yyyyyy yyyyy
        /account/password                              S yyyyyy yyyyy
        /account/second-factor                         S yyyyyy yyyyy
        /account/sessions                              S yyyyyy yyyyy
        /account/tokens                                S yyyyyy yyyyy
        /admin                                         S y..... .....
        /admin/audit                                   S y..... .....
        /admin/audit.csv                               S y..... .....
        /admin/cohorts                                 S y..... .....
        /admin/cohorts/demo                            S y..... .....
        /admin/cohorts/demo/networks/RIV               S y..... .....
        /admin/import                                  S y..... .....
        /admin/import/template.csv                     S y..... .....
        /admin/import/templates/ratings.csv            S y..... .....
        /admin/import/templates/networks.csv           S y..... .....
        /admin/import/templates/sustainability.csv     S y..... .....
        /admin/import/templates/context.csv            S y..... .....
        /admin/import/templates/teams.csv              S y..... .....
        /admin/import/{upload}                         S y..... .....
        /admin/people                                  S y..... .....
        /admin/people/invite                           S y..... .....
        /admin/people/{person}                         S y..... .....
        /admin/people/{person}/erase                   S y..... .....
        /cohorts                                       S yyyyyy yyyyy
        /cohorts/demo                                  S yyyyy. .....
        /cohorts/demo/trajectories                     S yyyyy. .....
        /cohorts/demo/figures/levels.csv               S yyyyy. .....
        /cohorts/demo/sustainability                   S y...y. .....
        /cohorts/demo/kept                             S y..yy. .....
        /cohorts/demo/kept/{kept}                      S y..... .....
        /cohorts/demo/kept/{kept}/levels.csv           S y..... .....
        /networks/demo/RIV                             S yyyyy. .....
        /networks/demo/RIV/trajectory                  S yyyyy. .....
        /networks/demo/RIV/trajectory/label            S .y.y.. .....
        /networks/demo/RIV/beside                      S yyyy.. .....
        /networks/demo/RIV/beside?source=self          S yyy... .....
        /networks/demo/RIV/sharing                     S .y.... .....
        /networks/demo/RIV/context                     S yyy... .....
        /networks/demo/RIV/context/profile             S .y.... .....
        /networks/demo/RIV/teams                       S yyy... .....
        /networks/demo/RIV/sustainability              S yyy... .....
        /networks/demo/RIV/sustainability/follow-up    S .yy... .....
        /networks/demo/RIV/sustainability/worksheet    S yyy... .....
        /networks/demo/RIV/people                      S yy.... .....
        /networks/demo/RIV/ratings/2025                S yyyy.. .....
        /networks/demo/RIV/ratings/2025/prepare        S .yyy.. .....
        /networks/demo/RIV/ratings/2025/submit         S .yyy.. .....
        /networks/demo/RIV/ratings/2025/discard        S .yyy.. .....
        /networks/demo/RIV/ratings/2025/history        S .yyy.. .....
        /networks/demo/RIV/ratings/2025/report         S yyyy.. .....
        /framework                                     y yyyyyy yyyyy
        /framework/HL                                  y yyyyyy yyyyy
        /framework/form                                y yyyyyy yyyyy
        /strategies                                    y yyyyyy yyyyy
        /strategies/discuss                            y yyyyyy yyyyy
        /strategies/worksheet                          y yyyyyy yyyyy
        /strategies/new                                S .yy... yy...
        /strategies/new?network=demo/RIV               S .yy... .....
        /strategies/playing-cards/copy                 S .yy... yy...
        /strategies/{strategy}/copy                    S .yy... .....
        /strategies/{strategy}/change                  S .yy... .....
        /method                                        y yyyyyy yyyyy
        /account/sign-in                               y yyyyyy yyyyy
        /account/sign-in/code                          > >>>>>> >>>>>
        /account/set-password                          y yyyyyy yyyyy
        /api/v1/cohorts/demo/ratings.csv               1 yyy... .....
        /api/v1/cohorts/demo/trajectories.csv          1 yyy... .....
        /api/v1/cohorts/demo/networks.csv              1 yyy... .....
        /api/v1/cohorts/demo/sustainability.csv        1 yyy... .....
        /api/v1/cohorts/demo/context.csv               1 yyy... .....
        /api/v1/cohorts/demo/teams.csv                 1 yyy... .....
        /error                                         y yyyyyy yyyyy
        /not-found                                     y yyyyyy yyyyy
        /problem/404                                   y yyyyyy yyyyy
        /.well-known/security.txt                      y yyyyyy yyyyy
        /health/live                                   y yyyyyy yyyyy
        /health/ready                                  y yyyyyy yyyyy
        """;

    // Files, the connection of open pages, and what is only ever posted to; their own tests say who may.
    private static readonly string[] Elsewhere = ["/_blazor", "/_framework", "/account/sign-out", "/account/passkeys/options", "/{**path:file}"];

    private static readonly (Role Role, string Scope)[] OutOfScope =
        [(Role.HubLeader, "published/MD1"), (Role.HubMember, "published/MD1"), (Role.Evaluator, "published"), (Role.Funder, "published"), (Role.Researcher, "published")];

    private string person = "", upload = "", strategy = "", kept = "";

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

        person = (await people.FindByEmailAsync(Neighbour(Role.Funder)))!.Id.ToString();
        var administrator = new Actor((await people.FindByEmailAsync(DemoData.Accounts[0].Email))!.Id, [new Grant(Guid.NewGuid(), Role.Administrator)]);
        kept = $"{await app.Get<FiguresKept>().Keep(administrator, "demo", "", "Board", Ct)}";
        using var file = new MemoryStream("network_code,year,subject,level\n"u8.ToArray());
        await using var db = await app.Db();
        var network = await db.Networks.SingleAsync(one => one.Code == "RIV" && db.Cohorts.Any(cohort => cohort.Id == one.CohortId && cohort.Slug == "demo"), Ct);
        var member = Somebody.With(Role.HubMember, network: network.Id);
        strategy = $"{await app.Get<HubStrategies>().Add(member, new("demo", "RIV"), new("Cards", Strategy.Codify, "We made cards.", [], true), Ct)}";
        upload = await app.Get<Uploads>().Add(administrator, new ImportOrder("demo", "empty.csv"), file, Ct);
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
                gets.Add(Sign(await browser.GetAsync(Real(address), Ct)));
            string got = new([.. gets]);
            if (got != says)
                wrong.Add($"{address}: the table says {says}, the roles get {got}");
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public void The_table_knows_every_route_of_the_application()
    {
        app.CreateClient().Dispose();
        string[] routes = [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).Distinct()
            .Where(route => !Elsewhere.Any(other => route.StartsWith(other, StringComparison.Ordinal)))];
        // An address belongs to the route that spells out most of it: /admin/people/invite is not the page of a person.
        var known = Rows().Select(row => routes.Where(route => Matches(route, row.Address)).MinBy(route => route.Count(c => c == '{')));

        Assert.True(routes.Length > 40, $"Only {routes.Length} routes were looked at.");
        Assert.Equal([], routes.Except(known));
    }

    private string Real(string address) => address.Replace("{person}", person, StringComparison.Ordinal)
        .Replace("{upload}", upload, StringComparison.Ordinal).Replace("{strategy}", strategy, StringComparison.Ordinal).Replace("{kept}", kept, StringComparison.Ordinal);

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

    private static bool Matches(string route, string address)
    {
        var (pattern, parts) = (route.TrimStart('/').Split('/'), address.Split('?')[0].TrimStart('/').Split('/'));
        return pattern.Length == parts.Length && pattern.Zip(parts).All(pair => pair.First == pair.Second || pair.First.Contains('{', StringComparison.Ordinal));
    }

    private static string Neighbour(Role role) => $"{role.ToString().ToLowerInvariant()}@elsewhere.example";
}
