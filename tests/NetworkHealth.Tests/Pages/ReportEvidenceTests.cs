using System.Net;
using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Pages;

/// <summary>What a report shows of evidence and of earlier revisions, on revisions of its own.</summary>
public sealed class ReportEvidenceTests(DemoApp app) : IClassFixture<DemoApp>
{
    private const string Leader = "leader@demo.example";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Evidence_is_shown_with_its_date_its_count_and_a_word_of_caution()
    {
        await new SubmittedRevision(2025, SubmittedRevision.All(Level.Most).With(Subject.NetworkCulture, Answer.Of(Level.DevelopingLow)))
        {
            Code = "CPL",
            Reason = "More was found.",
            Grounds = new Dictionary<Subject, Grounds>
            {
                [Subject.Overall] = new() { Why = "The low domain is new." },
                [Subject.HubLeadership] = new()
                {
                    Links =
                    [
                        new(1, "Coaching log", "https://example.org/log?a=1&b=2", new DateOnly(2023, 9, 1)), new(2, "", "http://example.org/aim"),
                        new(3, "Not a page", "javascript:alert(1)"), new(4, "", "data:text/html,x"),
                    ],
                    Surveys = [new(5, "Member survey", new DateOnly(2025, 5, 12), 18, 30, "Most know the aim."), new(6, "Pulse", new DateOnly(2025, 1, 2), 65, 100)],
                },
            },
        }.Into(app);

        var page = await Html.Read(await app.SignedIn("admin@demo.example"), "/networks/demo/CPL/ratings/2025/report");

        Assert.Equal(
            [
                "Coaching log, 1 September 2023. From outside 2025.", "http://example.org/aim.", "Not a page javascript:alert(1).", "data:text/html,x.",
                "Member survey, 12 May 2025. 18 of 30 answered. Under 65 % answered: read with caution.Most know the aim.", "Pulse, 2 January 2025. 65 of 100 answered.",
            ],
            page.QuerySelectorAll(".evidence li").Select(item => item.Words()));
        Assert.Equal(["https://example.org/log?a=1&b=2", "http://example.org/aim"], page.QuerySelectorAll(".evidence a").Select(link => link.GetAttribute("href")));
        // On paper the address stands beside a title, and once where there is none.
        Assert.Equal(["https://example.org/log?a=1&b=2", null], page.QuerySelectorAll(".evidence a").Select(link => link.GetAttribute("data-address")));
        Assert.Contains("Why differentThe low domain is new.", page.QuerySelector(".facts")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Texts_stand_as_they_were_written_and_nothing_more()
    {
        string long4000 = string.Concat(Enumerable.Repeat("evidence ", 500))[..4000];
        await new SubmittedRevision(2024, SubmittedRevision.All(Level.Least))
        {
            Reason = "To try texts.",
            Grounds = new Dictionary<Subject, Grounds>
            {
                [Subject.HubLeadership] = new() { Seen = "<script>alert(1)</script> & <b>bold</b>" },
                [Subject.RolesAndEngagement] = new() { Seen = long4000 },
                [Subject.NetworkCulture] = new() { Seen = "\u202Eright to left \u0634\u0628\u0643\u0629\u200F", Links = [new(1, "\u202Etitle", "https://example.org/")] },
                [Subject.NetworkConnections] = new() { Seen = "One line\nand another" },
            },
        }.Into(app);

        var page = await Html.Read(await app.SignedIn(Leader), "/networks/demo/RIV/ratings/2024/report");
        string[] notes = [.. page.QuerySelectorAll(".judged .kept").Select(note => note.TextContent)];

        Assert.Equal("<script>alert(1)</script> & <b>bold</b>", notes[0]);
        Assert.Equal(long4000, notes[1]);
        Assert.Contains("One line\nand another", notes);
        Assert.Equal(2, page.Scripts.Length);
        // What turns the direction of writing ends with its own text.
        Assert.All(page.QuerySelectorAll(".judged .kept"), note => Assert.Equal("auto", note.GetAttribute("dir")));
        Assert.Equal("BDI", page.QuerySelector(".evidence a")!.FirstElementChild!.TagName);
    }

    [Fact]
    public async Task Raters_alone_may_read_an_earlier_revision()
    {
        await new SubmittedRevision(2022, SubmittedRevision.All(Level.Most)) { Reason = "Looked again." }.Into(app);
        var leader = await app.SignedIn(Leader);
        const string Address = "/networks/demo/RIV/ratings/2022/report";

        var current = await Html.Read(leader, Address);
        var earlier = await Html.Read(leader, Address + "?revision=1&source=self");

        Assert.StartsWith("The hub rates its network as Most developed.", current.QuerySelector(".lede")!.Words(), StringComparison.Ordinal);
        Assert.StartsWith("The hub rates its network as Least developed.", earlier.QuerySelector(".lede")!.Words(), StringComparison.Ordinal);
        Assert.Equal("This is an earlier revision. The current one is revision 2.", earlier.QuerySelector(".notice")!.Words());
        Assert.Equal("Overall level by cycle. 2022: Least", earlier.QuerySelector("#overall-chart")!.Words());
        var admin = await app.SignedIn("admin@demo.example");
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync(Address + "?revision=2", Ct)).StatusCode);
        foreach (var (client, number) in new[] { (admin, "1"), (leader, "3"), (leader, "0"), (leader, "x") })
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{Address}?revision={number}", Ct)).StatusCode);
    }
}
