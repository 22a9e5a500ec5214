using System.Net;
using NetworkHealth.Domain;

namespace NetworkHealth.Tests.Pages;

/// <summary>A network beside others on its page: picture and table say the same, and no other network is told.</summary>
public sealed class BesidePageTests(CountingApp app) : IClassFixture<CountingApp>
{
    private const string Page = "/networks/demo/RIV/beside";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_hub_reads_its_levels_beside_the_middle_of_the_others_and_no_other_network()
    {
        var page = await Html.Read(await app.SignedIn("leader@demo.example"), Page);
        string words = page.Body!.Words();

        Assert.Matches("^(All|Five|Four|Three|Two|One).* domains stands? .* the middle half", page.QuerySelector("h1")!.Words());
        Assert.Equal("Beside others", page.QuerySelector(".subnav [aria-current]")!.Words());
        Assert.Equal(7, page.QuerySelectorAll("main tbody tr").Length);
        string story = page.QuerySelector("svg[role=img] title")!.Words();
        foreach (var row in page.QuerySelectorAll("main tbody tr").Where(row => row.QuerySelectorAll("td").Length == 4))
        {
            var cells = row.QuerySelectorAll("td");
            Assert.Contains($"{row.QuerySelector("th")!.Words()}: this network {cells[0].Words()}, others {cells[1].Words()}, median {cells[2].Words()}", story, StringComparison.Ordinal);
            Assert.Equal("5 to 9", cells[3].Words());
        }

        Assert.Contains("The others were judged by their own hubs", words, StringComparison.Ordinal);
        Assert.Contains("not a rank", words, StringComparison.Ordinal);
        await using var db = await app.Db();
        foreach (var other in db.Networks.Where(network => network.Code != "RIV" && db.Cohorts.Any(cohort => cohort.Id == network.CohortId && cohort.Slug == "demo")))
        {
            Assert.DoesNotContain(other.Name, words, StringComparison.Ordinal);
            Assert.DoesNotMatch($@"\b{other.Code}\b", words);
        }
    }

    [Fact]
    public async Task Where_there_is_nothing_to_compare_a_sentence_says_why_and_what_is_asked_in_vain_is_said()
    {
        var leader = await app.SignedIn("leader@demo.example");

        var odd = await Html.Read(leader, $"{Page}?cycle=2026&source=none");
        Assert.Equal(2, odd.QuerySelectorAll("main .notice").Length);
        Assert.NotEmpty(odd.QuerySelectorAll("svg[role=img]"));
        var external = await Html.Read(leader, $"{Page}?source=external");
        Assert.NotEmpty(external.QuerySelector(".empty p")!.Words());
        Assert.Empty(external.QuerySelectorAll("main svg[role=img]"));
    }

    [Fact]
    public async Task The_menu_leads_there_whoever_may_read_it_and_a_funder_gets_neither()
    {
        foreach (string email in (string[])["admin@demo.example", "leader@demo.example", "member@demo.example", "evaluator@demo.example"])
        {
            var reader = await app.SignedIn(email);
            string link = (await Html.Read(reader, "/networks/demo/RIV")).QuerySelectorAll(".subnav a").Single(a => a.Words() == "Beside others").GetAttribute("href")!;
            Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(link, Ct)).StatusCode);
            foreach (var other in (await Html.Read(reader, Page)).QuerySelectorAll(".subnav a"))
                Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(other.GetAttribute("href"), Ct)).StatusCode);
        }

        var funder = await app.SignedIn("funder@demo.example");
        Assert.DoesNotContain("Beside others", (await Html.Read(funder, "/networks/demo/TGN")).Body!.Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await funder.GetAsync("/networks/demo/TGN/beside", Ct)).StatusCode);
    }

    [Fact]
    public async Task The_number_of_statements_is_the_same_for_ten_networks_and_two_hundred_and_for_two_cycles_and_twenty()
    {
        await Import("ten", 10, 2);
        await Import("hundreds", 200, 20);
        var admin = await app.SignedIn("admin@demo.example");

        int few = await app.StatementsFor(admin, "/networks/ten/N0/beside"), many = await app.StatementsFor(admin, "/networks/hundreds/N0/beside");

        Assert.Equal(few, many);
        Assert.InRange(few, 4, 15);
        Assert.Contains("195 to 199", (await Html.Read(admin, "/networks/hundreds/N0/beside")).QuerySelector("main tbody")!.Words(), StringComparison.Ordinal);
    }

    private async Task Import(string cohort, int networks, int cycles)
    {
        var rows = from network in Enumerable.Range(0, networks)
                   from cycle in Enumerable.Range(0, cycles)
                   from subject in SubjectWords.All
                   select $"N{network},{2000 + cycle},{subject.Code()},{(network + cycle) % 5}\n";
        Assert.Empty((await app.Import("network_code,year,subject,level\n" + string.Concat(rows), cohort)).Problems);
    }
}
