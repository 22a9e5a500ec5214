using System.Net;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace NetworkHealth.Tests.Security;

/// <summary>No other site can make a signed-in person do anything: whatever takes a form wants the token of a page.</summary>
public sealed class ForgedFormsTests(DemoApp app) : IClassFixture<DemoApp>
{
    private static readonly Dictionary<string, string> Values = new(StringComparer.OrdinalIgnoreCase)
    {
        ["cohort"] = "demo",
        ["slug"] = "demo",
        ["code"] = "RIV",
        ["year"] = "2026",
        ["status"] = "404",
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("leader@demo.example")]
    [InlineData("admin@demo.example")]
    [InlineData("evaluator@demo.example")]
    public async Task A_form_without_its_token_is_refused_everywhere_and_changes_nothing(string email)
    {
        var client = await app.SignedIn(email);
        string[] addresses = [.. app.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(TakesForms).Select(Address).Distinct()];
        string before = await State();

        Assert.Contains("/account/sign-out", addresses);
        Assert.Contains("/networks/demo/RIV/ratings/2026/submit", addresses);
        foreach (string address in addresses)
        {
            foreach (string handler in (string[])["", "submit", "begin", "revoke"])
            {
                var response = await client.PostAsync(address, new FormUrlEncodedContent([new("_handler", handler), new("Reason", "forged")]), Ct);
                Assert.True(response.StatusCode == HttpStatusCode.BadRequest, $"{address} answers {response.StatusCode}");
            }
        }

        Assert.Equal(before, await State());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/", Ct)).StatusCode);
    }

    // The API takes a token of its own and no cookie; Blazor's connection is no form.
    private static bool TakesForms(RouteEndpoint endpoint)
    {
        var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods;
        string route = endpoint.RoutePattern.RawText ?? "";
        bool posts = methods?.Contains("POST") ?? endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
        return posts && !route.TrimStart('/').StartsWith("api/", StringComparison.Ordinal) && !route.TrimStart('/').StartsWith("_blazor", StringComparison.Ordinal);
    }

    private static string Address(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(
        segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => Values.GetValueOrDefault(parameter.Name, "00000000-0000-0000-0000-000000000000"),
            _ => "",
        }))));

    private async Task<string> State()
    {
        await using var db = await app.Db();
        var head = await db.AuditHead.AsNoTracking().SingleAsync(Ct);
        return $"{head.LastHash} {await db.Drafts.CountAsync(Ct)} {await db.Users.CountAsync(Ct)} {await db.ApiTokens.CountAsync(Ct)}";
    }
}
