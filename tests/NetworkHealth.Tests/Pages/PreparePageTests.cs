using NetworkHealth.Domain;
using NetworkHealth.Features.AnnualRating;

namespace NetworkHealth.Tests.Pages;

/// <summary>What to bring to this year's rating.</summary>
public sealed class PreparePageTests(DemoApp app) : IClassFixture<DemoApp>
{
    private const string Address = "/networks/demo/RIV/ratings/2026/prepare";

    [Fact]
    public async Task Each_domain_names_what_to_bring_and_what_to_talk_over()
    {
        var page = await Html.Read(await app.SignedIn("leader@demo.example"), Address);

        Assert.Equal("Prepare the rating of 2026", page.QuerySelector("h1")!.Words());
        Assert.Equal(SubjectWords.Domains.Select(domain => domain.Name()), page.QuerySelectorAll(".judged h3").Select(heading => heading.Words()));
        Assert.Equal(SubjectWords.Domains.SelectMany(domain => Rubrics.Current[domain].Evidence), page.QuerySelectorAll(".bring li").Select(item => item.Words()));
        Assert.Equal(SubjectWords.Domains.SelectMany(domain => Rubrics.Current.PromptsFor(domain)).Select(prompt => prompt.Asks),
            page.QuerySelectorAll(".asks .prompt").Select(prompt => prompt.Words()));
        Assert.Equal("Prepare", page.QuerySelector(".subnav [aria-current=page]")!.Words());
    }

    [Fact]
    public async Task Last_years_words_are_at_hand_and_its_levels_folded_away()
    {
        var page = await Html.Read(await app.SignedIn("member@demo.example"), Address);
        string main = page.QuerySelector("main")!.Words();

        Assert.Contains("Evidence of 2025When our director was on leave in February", main, StringComparison.Ordinal);
        Assert.Equal(6, page.QuerySelectorAll("details.folded > summary").Count(summary => summary.Words() == "What 2025 said"));
        Assert.All(page.QuerySelectorAll(".lv"), level => Assert.NotNull(level.Closest("details.folded:not([open])")));
    }

    [Fact]
    public async Task A_first_rating_has_no_year_to_look_back_to()
    {
        var page = await Html.Read(await app.SignedIn("leader@demo.example"), "/networks/demo/RIV/ratings/2022/prepare");

        Assert.Contains("There is no earlier year to compare with.", page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.Contains("The cycle 2022 is closed.", page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.Equal("See the rating of 2022", page.QuerySelector("main .btn.main")!.Words());
        Assert.Empty(page.QuerySelectorAll("details.folded"));
    }

    [Fact]
    public async Task It_leads_to_the_rating_whether_begun_or_not()
    {
        await using var own = new DemoApp();
        await own.InitializeAsync();
        var client = await own.SignedIn("evaluator@demo.example");

        var before = await Html.Read(client, Address);
        await using (var db = await own.Db())
        {
            var person = db.Users.Single(p => p.Email == "evaluator@demo.example");
            await own.Get<Drafts>().Open(new Actor(person.Id, [.. db.Grants.Where(grant => grant.PersonId == person.Id)]), new RatingAddress("demo", "RIV", 2026, RatingSource.External), ct: TestContext.Current.CancellationToken);
        }

        var after = await Html.Read(client, Address);

        Assert.Equal("Begin the rating", before.QuerySelector("main .btn.main")!.Words());
        Assert.Equal("/networks/demo/RIV/ratings/2026?source=external", before.QuerySelector("main .btn.main")!.GetAttribute("href"));
        Assert.Equal("Go on with the draft", after.QuerySelector("main .btn.main")!.Words());
    }
}
