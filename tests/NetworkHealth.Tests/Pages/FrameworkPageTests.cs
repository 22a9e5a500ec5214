using System.Net;
using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Pages;

/// <summary>The framework is public and whole: on its pages and on the blank form.</summary>
public sealed class FrameworkPageTests(DemoApp app) : IClassFixture<DemoApp>
{
    private static readonly Rubric Rubric = Rubrics.Current;

    [Fact]
    public async Task A_stranger_finds_the_levels_the_domains_the_sources_and_the_version()
    {
        var page = await Html.Read(app.CreateClient(), "/framework");

        Assert.Equal(Rubric[Subject.Overall].Levels, page.QuerySelectorAll("#levels ~ .told p").Select(level => level.Words()));
        Assert.Equal(SubjectWords.Domains.Select(domain => $"/framework/{domain.Code()}"), page.QuerySelectorAll("article h3 a").Select(link => link.GetAttribute("href")));
        Assert.Equal(SubjectWords.Domains.Select(domain => Rubric[domain].Definition), page.QuerySelectorAll("article h3 + p").Select(definition => definition.Words()));
        Assert.Equal(Rubric.Sources.Select(source => English.Capital(source.Name)), page.QuerySelectorAll("#sources ~ dl dt").Select(source => source.Words()));
        Assert.Equal("Framework 2024.1", page.QuerySelector("#version")!.Words());
    }

    [Theory]
    [InlineData("HL", Subject.HubLeadership)]
    [InlineData("re", Subject.RolesAndEngagement)]
    [InlineData("CI", Subject.ContinuousImprovement)]
    [InlineData("Nc", Subject.NetworkConnections)]
    [InlineData("CU", Subject.NetworkCulture)]
    [InlineData("CX", Subject.ContextsForImprovement)]
    public async Task A_domain_shows_its_levels_indicators_evidence_and_questions(string code, Subject subject)
    {
        var domain = Rubric[subject];

        var page = await Html.Read(app.CreateClient(), $"/framework/{code}");

        Assert.Equal(subject.Name(), page.QuerySelector("h1")!.Words());
        Assert.EndsWith($"/framework/{subject.Code()}", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href")!, StringComparison.Ordinal);
        Assert.Equal(domain.Levels, page.QuerySelectorAll(".told p").Select(level => level.Words()));
        Assert.Equal(domain.Indicators.Select(indicator => indicator.Code), page.QuerySelectorAll("tbody th .code").Select(indicator => indicator.Words()));
        Assert.Equal(domain.Indicators.SelectMany(indicator => indicator.Anchors), page.QuerySelectorAll("tbody td").Select(anchor => anchor.Words()));
        Assert.Equal(domain.Evidence.Select(English.Capital), page.QuerySelectorAll("#evidence ~ ul li").Select(item => item.Words()));
        Assert.Equal(Rubric.PromptsFor(subject).Select(prompt => prompt.Asks), page.QuerySelectorAll(".talk .prompt").Select(prompt => prompt.Words()));
        Assert.Equal(domain.RatingNote, page.QuerySelector(".notice")?.Words());
    }

    [Fact]
    public async Task One_reads_the_domains_on_and_back()
    {
        var client = app.CreateClient();

        Assert.Equal(["On to network roles and engagement"], await Neighbours(client, "HL"));
        Assert.Equal(["Back to continuous improvement", "On to network culture"], await Neighbours(client, "NC"));
        Assert.Equal(["Back to network culture"], await Neighbours(client, "CX"));
    }

    [Fact]
    public async Task The_form_has_a_box_for_each_anchor_level_and_reason()
    {
        var page = await Html.Read(app.CreateClient(), "/framework/form");

        var sheets = page.QuerySelectorAll(".sheet");
        Assert.Equal([.. SubjectWords.Domains.Select(domain => domain.Code() + domain.Name()), "Overall"], sheets.Select(sheet => sheet.QuerySelector("h2")!.Words()));
        Assert.Equal(SubjectWords.Domains.Append(Subject.Overall).Select(subject => (4 * Rubric[subject].Indicators.Count) + 5 + 3), sheets.Select(sheet => sheet.QuerySelectorAll(".tick").Length));
        string text = page.Body!.Words();
        Assert.All(Rubric.Subjects.SelectMany(subject => subject.Indicators).SelectMany(indicator => indicator.Anchors), anchor => Assert.Contains(anchor, text, StringComparison.Ordinal));
        Assert.All(Rubric.Subjects.SelectMany(subject => subject.Levels), level => Assert.Contains(level, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/framework/XX")]
    [InlineData("/framework/OVERALL")]
    [InlineData("/framework/HL1")]
    [InlineData("/framework/HL/levels")]
    public async Task What_is_no_domain_is_not_found(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await app.CreateClient().GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);

    [Fact]
    public async Task Every_page_leads_there()
    {
        var page = await Html.Read(app.CreateClient(), "/method");

        Assert.Equal(["Framework", "Strategies", "Method"], page.QuerySelectorAll("header nav a").Select(link => link.Words()));
        Assert.Equal("/framework#levels", page.QuerySelectorAll("footer a").Single(link => link.Words() == "What the levels mean").GetAttribute("href"));
    }

    private static async Task<IEnumerable<string>> Neighbours(HttpClient client, string code) =>
        (await Html.Read(client, $"/framework/{code}")).QuerySelectorAll("nav[aria-label=Domains] .btn").Select(link => link.Words());
}
