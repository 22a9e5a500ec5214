using System.Net;
using Microsoft.EntityFrameworkCore;

namespace NetworkHealth.Tests.Pages;

/// <summary>Who may open and post the pages of administrators and hub leaders.</summary>
public sealed class AdministrationPagesTests(DemoApp app) : IClassFixture<DemoApp>
{
    private const string Admin = "admin@demo.example", Hub = "/networks/demo/RIV/people";

    private static readonly string[] Pages =
    [
        "/admin", "/admin/people", "/admin/people/invite", "/admin/cohorts", "/admin/cohorts/demo", "/admin/cohorts/demo/networks/RIV",
        "/admin/import", "/admin/import/dead", "/admin/import/template.csv", "/admin/audit", "/admin/audit.csv",
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_pages_are_there_for_administrators_alone()
    {
        await using var db = await app.Db();
        string person = $"/admin/people/{(await db.Users.SingleAsync(user => user.Email == "member@demo.example", Ct)).Id}";
        string[] all = [.. Pages, person, $"{person}/erase"];

        foreach (string page in all)
            Assert.Equal((page, HttpStatusCode.OK), (page, (await (await app.SignedIn(Admin)).GetAsync(page, Ct)).StatusCode));
        foreach (string email in (string[])["leader@demo.example", "member@demo.example", "evaluator@demo.example", "funder@demo.example", "researcher@demo.example"])
        {
            var client = await app.SignedIn(email);
            foreach (string page in all)
                Assert.Equal((email, page, HttpStatusCode.NotFound), (email, page, (await client.GetAsync(page, Ct)).StatusCode));
            Assert.Equal(email == "leader@demo.example" ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await client.GetAsync(Hub, Ct)).StatusCode);
            Assert.DoesNotContain("Administration", (await Html.Read(client, "/")).QuerySelector("nav")!.TextContent, StringComparison.Ordinal);
        }

        var stranger = app.CreateClient(new() { AllowAutoRedirect = false });
        foreach (string page in all.Append(Hub))
            Assert.Equal(HttpStatusCode.Redirect, (await stranger.GetAsync(page, Ct)).StatusCode);
        var admin = await app.SignedIn(Admin);
        Assert.Contains("Administration", (await Html.Read(admin, "/")).QuerySelector("nav")!.TextContent, StringComparison.Ordinal);
        foreach (string page in (string[])["/admin/people/0190d0ca-bcde-7abc-8def-0123456789ab", "/admin/cohorts/nowhere", "/admin/cohorts/demo/networks/XXX"])
            Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(page, Ct)).StatusCode);
    }

    [Fact]
    public async Task Somebody_without_the_right_cannot_post_either()
    {
        var leader = await app.SignedIn("leader@demo.example");
        string token = (await Html.Read(leader, Hub)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        string[] trail = ["audit_changes", "audit_head"];
        string before = await Fingerprint.Of(app, trail);

        foreach (var (address, handler) in new[] { ("/admin/people/invite", "invite"), ("/admin/cohorts", "cohort"), ("/admin/cohorts/demo", "names"), ("/admin/cohorts/demo/networks/RIV", "archive"), ("/admin/import", "import"), ("/networks/demo/CPL/people", "invite") })
        {
            var response = await leader.PostAsync(address, new FormUrlEncodedContent([new("_handler", handler), new("__RequestVerificationToken", token), new("Input.Name", "X"), new("Edition", "1")]), Ct);
            Assert.Equal((address, HttpStatusCode.SeeOther), (address, response.StatusCode));
            Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync(address, Ct)).StatusCode);
        }

        Assert.Equal(before, await Fingerprint.Of(app, trail));
    }
}
