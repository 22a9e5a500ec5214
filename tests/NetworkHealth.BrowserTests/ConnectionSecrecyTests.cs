using Microsoft.Playwright;
using NetworkHealth.Domain;
using NetworkHealth.Features.AnnualRating;

namespace NetworkHealth.BrowserTests;

/// <summary>What an open page is sent, over its connection too, holds nothing that its reader may not know; funders' pages open none.</summary>
public sealed class ConnectionSecrecyTests(LiveApp live) : IClassFixture<LiveApp>
{
    private static readonly string[] Fields = ["why", "seen", "title", "link", "survey", "found"];

    // What the framework keeps on every page: which of its services have a state, and the token against forged forms.
    private static readonly string[] Kept = ["[{\"assembly\":\"Microsoft.AspNetCore.Components.", "{\"value\":\"CfDJ8"];

    private RatingDesk Desk => new(live.Connection);

    [Theory]
    [InlineData(Site.Member, RatingSource.Self)]
    [InlineData(Site.Leader, RatingSource.Self)]
    [InlineData(Site.Evaluator, RatingSource.External)]
    public async Task Who_rates_is_sent_the_own_draft_and_the_own_last_year_only(string who, RatingSource source)
    {
        var rating = await new MarkedRatings(Desk).Write() with { Source = source };
        var page = await live.NewPage(signedInAs: who);
        var tap = new WireTap(page, live);

        await UseEveryPart(page, tap, rating);

        string[] own = [.. Fields.SelectMany(field => new[] { "submitted", "draft" }.Select(state => $"{MarkedRatings.Mark(MarkedRatings.Own, source, state)}-{field}"))];
        string all = tap.Everything, frames = tap.Frames;
        Assert.Equal([], MarkedRatings.Marks.Except(own).Where(all.Contains));
        Assert.Equal(own.Order(), own.Where(all.Contains).Order());
        Assert.Contains($"{MarkedRatings.Mark(MarkedRatings.Own, source, "draft")}-seen", frames, StringComparison.Ordinal);
        Assert.Contains("said by another tab again", frames, StringComparison.Ordinal);
        Assert.Contains("<!--Blazor:{", tap.Html, StringComparison.Ordinal);
        Assert.True(tap.Connections > 0);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(Site.Member, RatingSource.External)]
    [InlineData(Site.Evaluator, RatingSource.Self)]
    [InlineData(Site.Funder, RatingSource.Self)]
    [InlineData(Site.Funder, RatingSource.External)]
    [InlineData(Site.Administrator, RatingSource.Self)]
    public async Task Who_does_not_rate_gets_no_connection_and_no_draft(string who, RatingSource source)
    {
        var rating = await new MarkedRatings(Desk).Write() with { Source = source };
        var page = await live.NewPage(signedInAs: who);
        var tap = new WireTap(page, live);

        foreach (string network in MarkedRatings.Networks)
            foreach (string address in (string[])["", "prepare", "history", "report", "submit", "discard"])
                await Read(page, tap, (rating with { Code = network }).Page(address));

        await HasNoConnection(page, tap);
        Assert.DoesNotContain("-draft-", tap.Everything, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_funder_reads_what_is_shared_without_a_connection()
    {
        var draft = await new MarkedRatings(Desk).Write();
        var page = await live.NewPage(signedInAs: Site.Funder);
        var tap = new WireTap(page, live);

        foreach (string address in (string[])["/", "/cohorts", "/cohorts/demo/trajectories"])
            await Read(page, tap, address);
        foreach (string network in MarkedRatings.Networks)
            foreach (string source in (string[])["", "?source=self", "?source=external"])
            {
                foreach (string address in (string[])["", "/trajectory"])
                    await Read(page, tap, $"/networks/demo/{network}{address}{source}");
                foreach (string address in (string[])["", "/prepare", "/history", "/report"])
                    await Read(page, tap, $"/networks/demo/{network}/ratings/{draft.Year - 1}{address}{source}");
            }

        await HasNoConnection(page, tap);
        string html = tap.Html;
        string[] shared = [.. Fields.Select(field => $"{MarkedRatings.Mark(MarkedRatings.SharesEvidence, RatingSource.Self, "submitted")}-{field}")];
        Assert.Equal(shared.Order(), MarkedRatings.Marks.Where(html.Contains).Order());
        await page.Context.CloseAsync();
    }

    // Every step, a text of one's own, and one that somebody else saved meanwhile.
    private async Task UseEveryPart(IPage page, WireTap tap, RatingAddress rating)
    {
        foreach (var subject in SubjectWords.InRatingOrder)
        {
            await page.OpenStep(rating, subject.Code());
            await page.Field($"{subject.Code()}.why").FillAsync("said here");
            await page.IsSaved();
            await tap.Read();
        }

        await Desk.Say(rating, Subject.HubLeadership, new Judgement(Answer.Of(Level.Most), new Grounds { Seen = "said by another tab" }), Site.Researcher);
        await page.OpenStep(rating, "all");
        await Expect(page.Field("HL.seen")).ToHaveValueAsync("said by another tab");
        await Desk.Say(rating, Subject.HubLeadership, new Judgement(Answer.Of(Level.Most), new Grounds { Seen = "said by another tab again" }), Site.Researcher);
        await page.Field("HL.seen").FillAsync("said here as well");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep theirs" }).ClickAsync();
        await page.IsSaved();
        await tap.Read();
    }

    private static async Task Read(IPage page, WireTap tap, string address)
    {
        await page.GotoAsync(address);
        await tap.Read();
    }

    private static async Task HasNoConnection(IPage page, WireTap tap)
    {
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.Equal(0, tap.Connections);
        Assert.Equal("", tap.Frames);
        Assert.NotEmpty(tap.State);
        Assert.All(tap.State, state => Assert.Contains(Kept, start => state.StartsWith(start, StringComparison.Ordinal)));
        Assert.DoesNotContain("<!--Blazor:{", tap.Html, StringComparison.Ordinal);
        Assert.Contains("</html>", tap.Html, StringComparison.Ordinal);
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
