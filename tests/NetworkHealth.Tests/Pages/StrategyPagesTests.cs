using System.Net;
using AngleSharp.Html.Dom;
using NetworkHealth.Domain;
using NetworkHealth.Features.Strategies;
using NetworkHealth.Features.Sustainability;
using NetworkHealth.Tests.Features.Strategies;

namespace NetworkHealth.Tests.Pages;

/// <summary>The library as it is read and written: what the source says apart from what we read, filters, forms, and what is shown to whom.</summary>
public sealed class StrategyPagesTests(CountingApp app) : IClassFixture<CountingApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    // Written by hand from the source, like the table of the domain's test.
    [Theory]
    [InlineData("playing-cards", "Codify",
        "Use change ideas: in the school or district and in the individual’s practice | Network aim: in the school or district and in the individual’s practice",
        "Use change ideas: in the network leadership team | Network aim: in the network leadership team")]
    [InlineData("change-packages", "Codify",
        "Use CI methods: in the school or district and in the individual’s practice | Use change ideas: in the school or district and in the individual’s practice | Network aim: in the school or district and in the individual’s practice",
        "no further cell")]
    [InlineData("teacher-and-school-leaders", "Build capacity", "Use CI methods: in the school or district", "Use CI methods: in the individual’s practice | Work on an improvement team: in the school or district")]
    [InlineData("district-professional-learning", "Build capacity and embed", "Use CI methods: in the school or district", "Work on an improvement team: in the school or district | Cross-team learning: in the school or district")]
    public async Task Each_example_says_what_the_source_says_and_apart_from_it_what_we_read(string id, string ways, string told, string implied)
    {
        var article = (await Html.Read(app.CreateClient(), "/strategies")).GetElementById($"strategy-{id}")!.Closest("article")!;

        Assert.Equal(ways, article.QuerySelector("header p")!.Words());
        Assert.Equal(["The source says", "We read it so"], article.QuerySelectorAll("dt").Select(term => term.Words()));
        Assert.Equal([told, implied], article.QuerySelectorAll("dd").Select(cells => string.Join(" | ", cells.QuerySelectorAll("li").Select(line => line.Words()))));
    }

    [Theory]
    [InlineData("", 4)]
    [InlineData("?way=embed", 1)]
    [InlineData("?way=build_capacity", 2)]
    [InlineData("?dimension=D5", 2)]
    [InlineData("?cell=D3-leadership", 1)]
    [InlineData("?way=codify&dimension=D2", 1)]
    [InlineData("?dimension=D1", 0)]
    [InlineData("?origin=own", 0)]
    [InlineData("?way=hope", 4)]
    public async Task Filters_narrow_the_list_and_one_that_cannot_be_read_is_told(string query, int count)
    {
        var page = await Html.Read(app.CreateClient(), "/strategies" + query);

        Assert.Equal(count, page.QuerySelectorAll("article").Length);
        Assert.Equal(query.Contains("hope", StringComparison.Ordinal), page.QuerySelector("[role=alert]") is not null);
        Assert.Empty(page.QuerySelectorAll("article a"));
    }

    [Fact]
    public async Task A_hub_writes_one_down_shares_it_and_withdraws_it_and_another_hub_reads_it_meanwhile_with_the_networks_name()
    {
        var (mine, theirs, _) = await Two("pages");
        var refused = await mine.Send("/strategies/new", "strategy", ("Input.Name", ""), ("Input.Story", "We met."));
        var again = await Forms.Read(refused);
        Assert.Contains("Give the strategy a name.", again.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Say in which way", again.Body.TextContent, StringComparison.Ordinal);
        Assert.Equal("We met.", ((IHtmlTextAreaElement)again.QuerySelector("#story")!).Value.Trim());

        var saved = await mine.Send("/strategies/new", "strategy", ("Input.Name", "Monthly <b>meeting</b>"), ("Input.Embed", "true"), ("Input.Story", "We met.\nStill."), ("Input.Cells", "D5-organisation"), ("Input.Cells", "D6-leadership"));
        Assert.Equal("/strategies?saved=1", saved.Leads());
        Assert.DoesNotContain("Monthly", await theirs.GetStringAsync("/strategies", Ct), StringComparison.Ordinal);
        var own = (await Html.Read(mine, "/strategies?origin=own")).QuerySelector("article")!;
        Assert.Equal("Monthly <b>meeting</b>", own.QuerySelector("h3")!.Words());
        Assert.Equal(["The hub says"], own.QuerySelectorAll("dt").Select(term => term.Words()));
        Assert.Equal(["Work on an improvement team: in the school or district", "Cross-team learning: in the network leadership team"], own.QuerySelectorAll("dd li").Select(line => line.Words()));

        string change = own.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!).Single(link => link.EndsWith("/change", StringComparison.Ordinal));
        Assert.Contains("with the name of your network, A,", (await Html.Read(mine, change)).GetElementById("shared-hint")!.Words(), StringComparison.Ordinal);
        await Forms.Redirects(await mine.Send(change, "strategy", ("Input.Name", "Meeting"), ("Input.Embed", "true"), ("Input.Story", "We met."), ("Input.Shared", "true")), "/strategies");
        var read = (await Html.Read(theirs, "/strategies?origin=cohort")).QuerySelector("article")!;
        Assert.Equal("Meeting", read.QuerySelector("h3")!.Words());
        Assert.Equal("A, pages", read.QuerySelectorAll("header p")[1].Words());
        Assert.Equal(HttpStatusCode.NotFound, (await theirs.GetAsync(change, Ct)).StatusCode);

        await Forms.Redirects(await mine.Send(change, "withdraw"), "/strategies");
        Assert.Empty((await Html.Read(theirs, "/strategies?origin=cohort")).QuerySelectorAll("article"));
        Assert.Contains("Withdrawn.", (await Html.Read(mine, "/strategies?origin=own")).QuerySelector("article")!.Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await mine.GetAsync(change.Replace("/change", "/copy", StringComparison.Ordinal), Ct)).StatusCode);
    }

    [Fact]
    public async Task Who_is_overtaken_reads_what_the_other_wrote_keeps_what_was_typed_and_may_then_save()
    {
        var (mine, _, hubs) = await Two("overtaken");
        var id = await hubs.Add();
        string address = $"/strategies/{id}/change";
        var page = await Html.Read(mine, address);
        await hubs.Writes.Change(hubs.MemberOfA, id, 1, Hubs.Cards with { Story = "Theirs." }, Ct);

        // A mistake in a stale form does not make it fresh.
        var mistaken = await Forms.Read(await Forms.Post(mine, address, page, "strategy", ("Input.Name", ""), ("Input.Codify", "true"), ("Input.Story", "Mine.")));
        var told = await Forms.Read(await Forms.Post(mine, address, mistaken, "strategy", ("Input.Name", "Cards"), ("Input.Codify", "true"), ("Input.Story", "Mine.")));
        Assert.Equal(HubStrategies.Stale, Forms.Problem(told));
        Assert.Contains("Theirs.", told.QuerySelector("article")!.Words(), StringComparison.Ordinal);
        Assert.Equal("Mine.", ((IHtmlTextAreaElement)told.QuerySelector("#story")!).Value.Trim());

        await Forms.Redirects(await Forms.Post(mine, address, told, "strategy", ("Input.Name", "Cards"), ("Input.Codify", "true"), ("Input.Story", "Mine.")), "/strategies");
        Assert.Equal("Mine.", (await hubs.Of(id)).Story);
    }

    [Fact]
    public async Task Taking_one_over_offers_told_cells_first_and_leads_to_the_cell()
    {
        var (mine, _, hubs) = await Two("taken");
        const string Address = "/strategies/teacher-and-school-leaders/copy";
        var groups = (await Html.Read(mine, Address)).QuerySelectorAll("#cell optgroup");
        Assert.Equal(["The source says", "We read it so", "Other cells"], groups.Select(group => group.GetAttribute("label")));
        Assert.Equal([1, 2, 18], groups.Select(group => group.ChildElementCount));
        Assert.Equal("Choose the cell. Say in a sentence what you hope will last.",
            string.Join(' ', (await Forms.Read(await mine.Send(Address, "copy"))).QuerySelectorAll(".problem").Select(problem => problem.Words()).Where(words => words.Length > 0)));

        (string, string)[] filled = [("Input.Cell", "D2-organisation"), ("Input.Statement", "Teachers lead."), ("Input.WouldItWorkHere", "Yes."), ("Input.WhatWouldWeChange", "Less.")];
        await app.Get<MatrixWrites>().SetState(hubs.OfA, new("taken", "A"), MatrixPlace.Parse("D2-organisation")!.Value, CellState.NotAGoal, Ct);
        var refused = await Forms.Read(await mine.Send(Address, "copy", filled));
        Assert.Equal("This cell is no goal or does not apply. Open it first.", Forms.Problem(refused));
        Assert.Equal("Teachers lead.", Forms.Value(refused, "Input.Statement"));
        await app.Get<MatrixWrites>().SetState(hubs.OfA, new("taken", "A"), MatrixPlace.Parse("D2-organisation")!.Value, CellState.Open, Ct);

        Assert.Equal("/networks/taken/A/sustainability?plan=1", (await mine.Send(Address, "copy", filled)).Leads());
        var plan = (await app.Get<Matrix>().Read(hubs.OfA, "taken", "A", Ct))!.Views.Plans.Single().Plan;
        Assert.Equal(("Teacher and school leaders", "Yes.", "Less.", Strategy.BuildCapacity), (plan.CopiedFrom, plan.WouldItWorkHere, plan.WhatWouldWeChange, plan.Strategies));
    }

    [Fact]
    public async Task Who_belongs_to_two_hubs_says_for_which()
    {
        var (_, _, hubs) = await Two("two");
        var person = await Somebody.Account(app, "both@two.example", Role.HubMember, network: hubs.A);
        await using (var db = await app.Db())
        {
            db.Grants.Add(new Grant(person, Role.HubLeader, networkId: hubs.Elsewhere));
            await db.SaveChangesAsync(Ct);
        }

        var both = await app.SignedIn("both@two.example");
        Assert.Equal(["/strategies/new?network=two/A", "/strategies/new?network=two-else/C"], (await Html.Read(both, "/strategies/new")).QuerySelectorAll("main .btn").Select(link => link.GetAttribute("href")));
        Assert.Equal(HttpStatusCode.NotFound, (await both.GetAsync("/strategies/new?network=two/B", Ct)).StatusCode);
        const string Address = "/strategies/change-packages/copy";
        Assert.Contains("Choose the network.", await (await both.Send(Address, "copy", ("Input.Cell", "D1-leadership"), ("Input.Statement", "We go on."))).Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Equal("There is no such network here.", await (await both.Send(Address, "copy", ("Input.Network", "two/B"), ("Input.Cell", "D1-leadership"), ("Input.Statement", "We go on."))).Problem());
        var added = await both.Send(Address, "copy", ("Input.Network", "two-else/C"), ("Input.Cell", "D1-leadership"), ("Input.Statement", "We go on."));
        Assert.Equal("/networks/two-else/C/sustainability?plan=1", added.Leads());
    }

    [Fact]
    public async Task The_worksheet_and_the_talk_show_what_their_reader_may_read()
    {
        var (mine, theirs, hubs) = await Two("sheets");
        await app.Get<MatrixWrites>().AddPlan(hubs.OfA, new("sheets", "A"), MatrixPlace.All[0], new Plan { Statement = "We go on.", Responsible = "The district", TargetMonth = new DateOnly(2027, 6, 1), Status = PlanStatus.Planned }, Ct);
        await hubs.Add(Hubs.Cards with { IsShared = true });
        const string Sheet = "/networks/sheets/A/sustainability/worksheet";

        Assert.Equal("We go on. The district, June 2027. Planned.", (await Html.Read(mine, Sheet)).QuerySelector(".entry")!.Words());
        Assert.Empty((await Html.Read(mine, Sheet + "?filled=false&paper=a3")).QuerySelectorAll(".entry"));
        Assert.Equal(HttpStatusCode.NotFound, (await theirs.GetAsync(Sheet, Ct)).StatusCode);
        Assert.Equal([4, 5], new[] { await Html.Read(theirs, "/strategies/discuss"), await Html.Read(theirs, "/strategies/discuss?with=hubs") }.Select(page => page.QuerySelectorAll("article").Length));
        Assert.Equal(4, (await Html.Read(app.CreateClient(), "/strategies/discuss?with=hubs")).QuerySelectorAll("article").Length);
    }

    [Fact]
    public async Task The_library_takes_the_same_statements_however_many_strategies_hubs_wrote()
    {
        var (mine, _, hubs) = await Two("counted");
        await hubs.Add();
        int few = await app.StatementsFor(mine, "/strategies");
        for (int i = 0; i < 45; i++)
            await hubs.Add(Hubs.Cards with { Name = $"Cards {i}" });

        Assert.Equal(few, await app.StatementsFor(mine, "/strategies"));
        Assert.Equal(10, (await Html.Read(mine, "/strategies?page=2")).QuerySelectorAll("article").Length);
        Assert.Equal(HttpStatusCode.OK, (await mine.GetAsync("/strategies?page=99&way=codify", Ct)).StatusCode);
    }

    // Two browsers: of the hub A, and of the hub B of the same cohort.
    private async Task<(HttpClient Mine, HttpClient Theirs, Hubs Hubs)> Two(string cohort)
    {
        var hubs = await Hubs.In(app, cohort);
        await Somebody.Account(app, $"a@{cohort}.example", Role.HubLeader, network: hubs.A);
        await Somebody.Account(app, $"b@{cohort}.example", Role.HubMember, network: hubs.B);
        return (await app.SignedIn($"a@{cohort}.example"), await app.SignedIn($"b@{cohort}.example"), hubs);
    }
}
