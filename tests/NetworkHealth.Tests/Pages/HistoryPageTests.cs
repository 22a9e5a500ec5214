using System.Net;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Pages;

/// <summary>What was submitted for one rating, and what changed.</summary>
public sealed class HistoryPageTests(DemoApp app) : IClassFixture<DemoApp>, IAsyncLifetime
{
    private const string Address = "/networks/demo/RIV/ratings/2025/history";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using var db = await app.Db();
        if (await db.Revisions.AnyAsync(r => r.Year == 2025 && r.Number == 2, Ct))
            return;

        var second = SubmittedRevision.All(Level.DevelopingMid);
        var log = new EvidenceLink(1, "Log", "javascript:alert(1)", new DateOnly(2025, 5, 2));
        await new SubmittedRevision(2025, second)
        {
            By = "member@demo.example",
            Reason = "The <survey> came late.",
            Grounds = new Dictionary<Subject, Grounds> { [Subject.NetworkCulture] = new() { Seen = "Two schools met.", Links = [log] } },
        }.Into(app);
        await new SubmittedRevision(2025, second.With(Subject.HubLeadership, Answer.None(NotRatedReason.NotAsked)))
        {
            Reason = "A slip.",
            Grounds = new Dictionary<Subject, Grounds>
            {
                [Subject.NetworkCulture] = new()
                {
                    Seen = "Three schools met.",
                    Why = "It held.",
                    Links = [log with { Date = new DateOnly(2025, 6, 3) }],
                    Indicators = new Dictionary<string, IndicatorChoice> { ["CU1"] = IndicatorChoice.NotSure },
                },
            },
        }.Into(app);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Revisions_stand_with_their_time_their_reason_and_who_submitted_them()
    {
        var page = await Html.Read(await app.SignedIn("leader@demo.example"), Address);
        var rows = page.QuerySelectorAll("tbody tr").Select(row => row.QuerySelectorAll("td").Select(cell => cell.Words()).ToArray()).ToList();

        Assert.Equal(["Revision 3, current", "Revision 2", "Revision 1"], rows.Select(row => row[0]));
        Assert.All(rows, row => Assert.Matches(@"^\d+ \w+ \d{4}, \d\d:\d\d UTC$", row[1]));
        Assert.Equal(["you", "another rater, member@demo.example", "imported from a file"], rows.Select(row => row[2]));
        Assert.Equal(["A slip.", "The <survey> came late.", "the first rating"], rows.Select(row => row[3]));
        Assert.Equal("/networks/demo/RIV/ratings/2025/report?source=self&revision=1", page.QuerySelectorAll("tbody a")[2].GetAttribute("href"));
        Assert.Equal("History", page.QuerySelector(".subnav [aria-current=page]")!.Words());
    }

    [Fact]
    public async Task The_last_two_are_compared_unless_others_are_chosen()
    {
        var client = await app.SignedIn("member@demo.example");

        var last = await Html.Read(client, Address);
        var chosen = await Html.Read(client, Address + "?source=self&from=1&to=3");
        var wrong = await Html.Read(client, Address + "?from=7&to=<b>");

        Assert.Equal("Two of seven subjects differ between revisions 2 and 3", last.QuerySelector("#changed")!.Words());
        Assert.Equal(
            [
                "From Developing (Mid) to Not rated: not asked", "Why this level added in revision 3It held.",
                "What was seen changedRevision 2Two schools met. Revision 3Three schools met.", "A link changedDate: 2 May 2025 became 3 June 2025",
                $"{Rubrics.Current[Subject.NetworkCulture].Indicators[0].Name} (CU1) added in revision 3Not sure yet",
            ],
            last.QuerySelectorAll(".difference").Select(difference => difference.Words()));
        Assert.Contains("Nothing differs in overall, network roles and engagement, continuous improvement, network connections, contexts for improvement.",
            last.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.Contains("revisions 1 and 3", chosen.QuerySelector("#changed")!.Words(), StringComparison.Ordinal);
        Assert.Equal(["1", "3"], chosen.QuerySelectorAll("option[selected]").Select(option => option.GetAttribute("value")));
        Assert.Contains("Address: javascript:alert(1)", chosen.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(chosen.QuerySelectorAll("a"), link => link.GetAttribute("href")!.StartsWith("javascript:", StringComparison.Ordinal));
        Assert.Equal("There is no revision 7 here. These are the last two.", wrong.QuerySelector(".notice")!.Words());
        Assert.Equal(["2", "3"], wrong.QuerySelectorAll("option[selected]").Select(option => option.GetAttribute("value")));
    }

    [Fact]
    public async Task One_revision_says_what_comes_with_the_second_and_none_leads_to_the_rating()
    {
        var client = await app.SignedIn("leader@demo.example");

        var one = await Html.Read(client, "/networks/demo/RIV/ratings/2023/history");
        var none = await Html.Read(client, "/networks/demo/RIV/ratings/2026/history");

        Assert.Contains("After a second revision, what changed between the two stands here.", one.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.Null(one.QuerySelector("form.filters"));
        Assert.Equal("2026 is not submitted yet", none.QuerySelector("main h2")!.Words());
    }

    [Fact]
    public async Task The_operator_and_accounts_that_are_gone_have_no_name()
    {
        await new SubmittedRevision(2024, SubmittedRevision.All(Level.Most)) { By = null, Reason = "By hand." }.Into(app);
        await using (var db = await app.Db())
        {
            db.Users.Add(new Data.Person { UserName = "gone@demo.example", Email = "gone@demo.example" });
            await db.SaveChangesAsync(Ct);
        }

        await new SubmittedRevision(2024, SubmittedRevision.All(Level.Least)) { By = "gone@demo.example", Reason = "Last day." }.Into(app);
        await using (var db = await app.Db())
            await db.Users.Where(person => person.Email == "gone@demo.example").ExecuteDeleteAsync(Ct);

        var page = await Html.Read(await app.SignedIn("leader@demo.example"), "/networks/demo/RIV/ratings/2024/history");

        Assert.Equal(["somebody whose account is gone", "the operator", "imported from a file"], page.QuerySelectorAll("tbody td:nth-child(3)").Select(cell => cell.Words()));
    }

    [Theory]
    [InlineData("leader@demo.example", "demo/RIV/ratings/2025/history?source=external")]
    [InlineData("leader@demo.example", "demo/CPL/ratings/2025/history")]
    [InlineData("leader@demo.example", "demo/RIV/ratings/1999/history")]
    [InlineData("admin@demo.example", "demo/RIV/ratings/2025/history")]
    [InlineData("evaluator@demo.example", "demo/RIV/ratings/2025/history?source=self")]
    [InlineData("funder@demo.example", "demo/RIV/ratings/2025/history")]
    [InlineData("admin@demo.example", "demo/RIV/ratings/2025/prepare")]
    [InlineData("leader@demo.example", "demo/RIV/ratings/2026/prepare?source=external")]
    [InlineData("leader@demo.example", "demo/CPL/ratings/2026/prepare")]
    [InlineData("leader@demo.example", "demo/RIV/ratings/1999/prepare")]
    [InlineData("funder@demo.example", "demo/RIV/ratings/2026/prepare")]
    public async Task They_are_for_the_raters(string email, string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignedIn(email)).GetAsync($"/networks/{address}", Ct)).StatusCode);

    [Fact]
    public async Task An_evaluator_has_the_history_of_the_external_rating()
    {
        var page = await Html.Read(await app.SignedIn("evaluator@demo.example"), Address);

        Assert.Equal("imported from a file", Assert.Single(page.QuerySelectorAll("tbody td:nth-child(3)")).Words());
        Assert.DoesNotContain("demo.example", page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
    }
}
