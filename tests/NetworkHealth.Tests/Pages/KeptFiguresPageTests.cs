using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;
using NetworkHealth.Features.Dashboards;
using NetworkHealth.Features.Demo;

namespace NetworkHealth.Tests.Pages;

/// <summary>Kept figures on their page, in parts where they are many, and as files that hold what was kept.</summary>
public sealed class KeptFiguresPageTests(DemoApp app) : IClassFixture<DemoApp>
{
    private const string Admin = "admin@demo.example";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_thousand_networks_stand_on_forty_pages_of_each_table_and_whole_in_its_file()
    {
        await app.Import(Ratings(2000), "many");
        var admin = await app.SignedIn(Admin);
        string page = (await admin.Send("/cohorts/many/kept", "keep", ("Input.Name", "All of them"))).Leads();
        await app.Import("network_code,2024\n" + string.Concat(Enumerable.Range(0, 60).Select(i => $"N{i:0000},Most\n")), "many");

        var first = await Html.Read(admin, page);
        var last = await Html.Read(admin, $"{page}?trajectories=40&domains=2");
        var behind = await Html.Read(admin, $"{page}?trajectories=41&levels=2&domains=x");
        string[] file = (await admin.GetStringAsync($"{page}/trajectories.csv", Ct)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.All(first.QuerySelectorAll("tbody tr").GroupBy(row => row.ParentElement), table => Assert.InRange(table.Count(), 1, 50));
        Assert.Contains("Rows 1 to 50 of 2,000 stand here. The file has all of them.", Section(first, "kept-trajectories").Words(), StringComparison.Ordinal);
        Assert.Contains("Rows 1,951 to 2,000 of 2,000 stand here.", Section(last, "kept-trajectories").Words(), StringComparison.Ordinal);
        Assert.Contains("Rows 51 to 100 of 2,000 stand here.", Section(last, "kept-domains").Words(), StringComparison.Ordinal);
        Assert.Null(Section(first, "kept-levels").QuerySelector("nav"));
        // Turning one table over leaves the other where it is.
        Assert.Equal($"{page}?trajectories=40&domains=3#kept-domains", Section(last, "kept-domains").QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Equal(Section(last, "kept-trajectories").QuerySelector("tbody")!.Words(), Section(behind, "kept-trajectories").QuerySelector("tbody")!.Words());
        Assert.Equal(["“x” is no page here, so it is left out.", "“levels” is no filter of this page, so it is left out."], behind.QuerySelectorAll("p.notice[role=status]").Select(notice => notice.Words()));
        Assert.Equal(2001, file.Length);
        Assert.StartsWith("N0001,", file.Skip(1).Order(StringComparer.Ordinal).ElementAt(1), StringComparison.Ordinal);

        var since = first.QuerySelector("section[aria-labelledby=since]")!;
        var changes = (await app.Get<FiguresKept>().Read(await Administrator(), "many", Guid.Parse(page.Split('/')[^1]), Ct))!.Differences!;
        Assert.Equal($"{changes.Sum(table => table.Changes.Count)} changes since", since.QuerySelector("#since")!.Words());
        Assert.Equal(changes.Select(table => $"since-{table.Code}"), since.QuerySelectorAll("h3").Select(heading => heading.Id));
        Assert.Contains(changes, table => table.Code == "trajectories" && table.Changes.Count > 50);
        Assert.Equal(50, since.QuerySelector("#since-trajectories ~ .scroll tbody")!.Children.Length);
        Assert.Contains("The first 50 stand here; there are ", since.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_holds_what_was_kept_also_after_the_data_changed()
    {
        var (client, _) = await Funder("filed");
        string today = await client.GetStringAsync("/cohorts/filed/figures/trajectories.csv", Ct);
        string moves = await client.GetStringAsync("/cohorts/filed/figures/flow.csv?label=improved", Ct);
        string page = (await client.Send("/cohorts/filed/kept", "keep", ("Input.Name", "Board"))).Leads();
        string chosen = (await client.Send("/cohorts/filed/kept?label=improved", "keep", ("Input.Name", "Improved"))).Leads();

        await app.Import("network_code,network_name,2023,2024\nA,Renamed,Most,Least\nC,C,Most,Most\n", "filed", RatingSource.External);
        var file = await client.GetAsync($"{page}/trajectories.csv", Ct);

        Assert.Equal(today, await file.Content.ReadAsStringAsync(Ct));
        Assert.NotEqual(today, await client.GetStringAsync("/cohorts/filed/figures/trajectories.csv", Ct));
        Assert.Equal(moves, await client.GetStringAsync($"{chosen}/flow.csv", Ct));
        string day = await Day(page);
        Assert.Equal($"filed-trajectories-2024-external-kept-{day}-2-rows.csv", file.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        Assert.Equal($"filed-flow-2024-before-2023-external-label-improved-kept-{day}-6-rows.csv", (await client.GetAsync($"{chosen}/flow.csv", Ct)).Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        Assert.Equal("rule_version", today.Split("\r\n")[0].Split(',')[^1]);
        var links = (await Html.Read(client, page)).QuerySelectorAll("a[download]").Select(link => link.GetAttribute("href")!).ToList();
        Assert.All(links, link => Assert.StartsWith(page, link, StringComparison.Ordinal));
        foreach (string link in links)
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(link, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{page}/nothing.csv", Ct)).StatusCode);
        await using var db = await app.Db();
        string touched = $"figures:{page.Split('/')[^1]}";
        Assert.Contains(
            await db.Changes.Where(change => change.Action == ChangeAction.Exported && change.Touched == touched).Select(change => change.Details).ToListAsync(Ct),
            details => details.Contains($"kept-{day}-2-rows.csv", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Page_and_files_are_not_found_once_the_role_is_lost_nor_by_another_funder()
    {
        var (client, person) = await Funder("left");
        var (other, _) = await Funder("left");
        string page = (await client.Send("/cohorts/left/kept", "keep", ("Input.Name", "Board"))).Leads();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"{page}/levels.csv", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"{page}/levels.csv", Ct)).StatusCode);

        await using (var db = await app.Db())
            await db.Grants.Where(grant => grant.PersonId == person).ExecuteDeleteAsync(Ct);

        foreach (string address in (string[])[page, $"{page}/levels.csv", "/cohorts/left/kept"])
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(address, Ct)).StatusCode);
    }

    [Theory]
    [InlineData(Display.Names, Display.Codes)]
    [InlineData(Display.Names, Display.Aggregates)]
    [InlineData(Display.Codes, Display.Aggregates)]
    public async Task Files_are_closed_with_their_page_while_the_cohort_shows_less_and_open_again_with_it(Display then, Display now)
    {
        string slug = $"less-{then}-{now}".ToLowerInvariant();
        var (client, _) = await Funder(slug);
        await Show(slug, then);
        string page = (await client.Send($"/cohorts/{slug}/kept", "keep", ("Input.Name", "Board"))).Leads();

        await Show(slug, now);
        var closed = await Html.Read(client, page);
        Assert.Equal("The cohort shows its networks less than then, so these figures stay closed", closed.QuerySelector("#since")!.Words());
        Assert.Empty(closed.QuerySelectorAll("a[download], table.table"));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{page}/levels.csv", Ct)).StatusCode);

        await Show(slug, then);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"{page}/levels.csv", Ct)).StatusCode);
    }

    [Fact]
    public async Task Who_keeps_as_many_as_there_is_room_for_is_told_so_and_loses_nothing_typed()
    {
        var (client, person) = await Funder("crowded");
        await using (var db = await app.Db())
        {
            var cohort = await db.Cohorts.SingleAsync(one => one.Slug == "crowded", Ct);
            db.KeptFigures.AddRange(Enumerable.Range(1, KeptFigures.MostOfCohort).Select(i => new KeptFigures(cohort.Id, person, $"{i}", "", DateTimeOffset.UnixEpoch, null, "[]", "", Display.Names)));
            await db.SaveChangesAsync(Ct);
        }

        var refused = await Forms.Read(await client.Send("/cohorts/crowded/kept", "keep", ("Input.Name", "Board, May")));

        Assert.StartsWith("You keep 100 sets of figures of this cohort", Forms.Problem(refused), StringComparison.Ordinal);
        Assert.Equal("Board, May", Forms.Value(refused, "Input.Name"));
    }

    [Fact]
    public async Task A_leader_is_told_that_kept_figures_stay()
    {
        var page = await Html.Read(await app.SignedIn("leader@demo.example"), "/networks/demo/RIV/sharing");

        Assert.Equal(
            "Sharing less does not take back figures that a funder has kept before: they stay with that funder as they were seen that day, for as long as they fund this cohort and it shows its networks no less than it did then.",
            page.QuerySelector("#kept-before")!.Words());
    }

    private static AngleSharp.Dom.IElement Section(AngleSharp.Html.Dom.IHtmlDocument page, string heading) => page.QuerySelector($"section[aria-labelledby={heading}]")!;

    private static string Ratings(int networks)
    {
        var text = new StringBuilder("network_code,subject,2023,2024\n");
        for (int i = 0; i < networks; i++)
            text.Append($"N{i:0000},OVERALL,{i % 5},{(i + 1) % 4}\nN{i:0000},HL,{i % 5},{i % 3}\n");
        return text.ToString();
    }

    private async Task<string> Day(string page)
    {
        var id = Guid.Parse(page.Split('/')[^1]);
        await using var db = await app.Db();
        return (await db.KeptFigures.SingleAsync(kept => kept.Id == id, Ct)).KeptAt.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task<Actor> Administrator()
    {
        await using var db = await app.Db();
        return Somebody.With(Role.Administrator, id: (await db.Users.SingleAsync(person => person.Email == Admin, Ct)).Id);
    }

    private async Task Show(string slug, Display display)
    {
        await using var db = await app.Db();
        (await db.Cohorts.SingleAsync(one => one.Slug == slug, Ct)).Show(display, false);
        await db.SaveChangesAsync(Ct);
    }

    private async Task<(HttpClient Client, Guid Person)> Funder(string slug)
    {
        await app.Import("network_code,2023,2024\nA,Least,Dev (Mid)\nB,Dev (Mid),Dev (Mid)\n", slug, RatingSource.External);
        await Show(slug, Display.Names);
        await using var db = await app.Db();
        string email = $"{Guid.NewGuid():N}@demo.example";
        var person = await Somebody.Account(app, email, Role.Funder, (await db.Cohorts.SingleAsync(one => one.Slug == slug, Ct)).Id);
        return (await app.SignedIn(email, DemoData.Password), person);
    }
}
