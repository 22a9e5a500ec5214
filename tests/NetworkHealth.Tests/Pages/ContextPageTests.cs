using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;
using static NetworkHealth.Tests.Pages.Forms;

namespace NetworkHealth.Tests.Pages;

/// <summary>What a network is and what happened around it: telling a year, reading the years, and two people at one item.</summary>
public sealed class ContextPageTests(UntoldApp app) : IClassFixture<UntoldApp>
{
    private const string Page = "/networks/demo/RIV/context", Profile = Page + "/profile", Leader = "leader@demo.example", Member = "member@demo.example";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_member_tells_a_year_and_everybody_who_may_reads_it_beside_the_levels()
    {
        var member = await app.SignedIn(Member);
        var form = await Html.Read(member, $"{Page}?year=2024");
        Assert.Equal("Tell 2024", form.QuerySelector("#tell")!.Words());
        Assert.Equal((13, 13), (form.QuerySelectorAll("fieldset.indicator").Length, form.QuerySelectorAll("textarea").Length));
        Assert.Equal(["Not at all", "In part", "In time", "Nothing said"], form.QuerySelectorAll("fieldset.indicator")[5].QuerySelectorAll("label.option").Select(choice => choice.Words()));

        await Redirects(await Post(member, $"{Page}?year=2024", form, "year", [.. Told(form, ("burnout", "yes", "We shortened\r\nmeetings <b>."), ("data_access", "partial", ""), ("coaching", "yes", "Weekly."))]), Page);

        foreach (string reader in (string[])[Leader, Member, "admin@demo.example"])
        {
            var page = await Html.Read(await app.SignedIn(reader), Page);
            Assert.Equal("What happened around the network", page.QuerySelector("h1")!.Words());
            Assert.StartsWith("In 2024 two factors weighed on the network; one of six strategic actions was in place, five not told.", page.QuerySelector(".lede")!.Words(), StringComparison.Ordinal);
            Assert.Equal(["2022", "2023", "2024", "2025"], page.QuerySelectorAll(".chart.step text.mid").Select(year => year.Words()));
            Assert.Equal(["2022", "2023", "2024", "2025", "2026"], page.QuerySelector("table.years")!.QuerySelectorAll("thead th").Skip(1).Select(year => year.Words()));
            Assert.Equal("Yes", Cell(page, "People were worn out", "2024"));
            Assert.Equal("In part", Cell(page, "Teams got the data they needed", "2024"));
            Assert.Equal("Yes", Cell(page, "Coached teams closely", "2024"));
            Assert.Equal("– nothing said", Cell(page, "People were worn out", "2022"));
            Assert.Equal(["We shortened meetings <b>.", "Weekly."], page.QuerySelectorAll("details").Single(year => year.QuerySelector("summary")!.Words() == "2024, two notes").QuerySelectorAll("dd").Select(note => note.Words()));
            Assert.Equal(reader != "admin@demo.example", page.QuerySelector($"a[href='{Page}?year=2024']") is not null);
            Assert.Equal(reader == Leader, page.QuerySelector($"a[href='{Profile}']") is not null);

            var trajectory = await Html.Read(await app.SignedIn(reader), "/networks/demo/RIV/trajectory");
            var happened = trajectory.QuerySelector("#happened")!.ParentElement!;
            var year = happened.QuerySelectorAll("dt").Single(year => year.Words() == "2024").NextElementSibling!;
            Assert.Equal(["What weighed on it", "What it did on purpose"], year.QuerySelectorAll("p").Select(kind => kind.Words()));
            Assert.Equal(["People were worn out: yes. We shortened meetings <b>.", "Teams got the data they needed: in part", "Coached teams closely: yes. Weekly."], year.QuerySelectorAll("li").Select(told => told.Words()));
            Assert.NotNull(happened.QuerySelector($"a[href='{Page}']"));
        }

        Assert.Null((await Html.Read(await app.SignedIn("funder@demo.example"), "/networks/demo/HFM/trajectory")).QuerySelector("#happened"));
        Assert.Contains("nothing is told", (await Html.Read(await app.SignedIn("funder@demo.example"), "/networks/demo/TGN/trajectory")).QuerySelector("#happened")!.ParentElement!.Words(), StringComparison.Ordinal);
        Assert.Null((await Html.Read(await app.SignedIn("evaluator@demo.example"), "/networks/demo/RIV/trajectory")).QuerySelector("#happened"));
    }

    [Fact]
    public async Task What_two_told_of_one_item_is_shown_to_the_later_and_nothing_is_lost()
    {
        const string Year = $"{Page}?year=2023";
        var (leader, member) = (await app.SignedIn(Leader), await app.SignedIn(Member));
        var mine = await Html.Read(leader, Year);
        var theirs = await Html.Read(member, Year);
        await Redirects(await Post(member, Year, theirs, "year", [.. Told(theirs, ("staffing", "partly", "Theirs."), ("policy_change", "yes", "Also theirs."))]), Page);

        var refused = await Read(await Post(leader, Year, mine, "year", [.. Told(mine, ("staffing", "yes", "Mine."), ("agency", "no", ""))]));

        Assert.StartsWith("Somebody else changed “Staff and substitutes were short” while you wrote", Problem(refused), StringComparison.Ordinal);
        var staffing = Fieldset(refused, "Staff and substitutes were short");
        Assert.Equal(["Somebody else said meanwhile: Partly.", "Theirs.", "What stands below is yours. Saved, it takes the place of theirs."], staffing.QuerySelectorAll(".notice p").Select(line => line.Words()));
        Assert.Equal("Mine.", staffing.QuerySelector("textarea")!.TextContent);
        Assert.Equal("Also theirs.", Fieldset(refused, "Policy changed").QuerySelector("textarea")!.TextContent);
        Assert.Single(refused.QuerySelectorAll(".indicator .notice"));
        Assert.Equal("– nothing said", Cell(await Html.Read(leader, Page), "Balanced structure with members’ own choices", "2023"));

        await Redirects(await Post(leader, Year, refused, "year", [.. Told(refused)]), Page);

        var page = await Html.Read(leader, Page);
        Assert.Equal(("Yes", "Yes", "No"), (Cell(page, "Staff and substitutes were short", "2023"), Cell(page, "Policy changed", "2023"), Cell(page, "Balanced structure with members’ own choices", "2023")));
        var trail = await Html.Read(await app.SignedIn("admin@demo.example"), "/admin/audit?network=demo/RIV&action=ContextSaid");
        var told = trail.QuerySelectorAll("tbody tr").First(row => row.Words().Contains("2023", StringComparison.Ordinal));
        Assert.Contains("Told a year’s context: Riverbend Math Collaborative, 2023 · Northlight cohort (invented)", told.Words(), StringComparison.Ordinal);
        Assert.Equal(["Staff and substitutes were short", "Staff and substitutes were short, note", "Balanced structure with members’ own choices"], told.QuerySelectorAll("dt").Select(field => field.Words()));
        Assert.Equal(["partly → yes", "Theirs. → Mine.", "– → no"], told.QuerySelectorAll("dd").Select(field => field.Words()));
    }

    [Fact]
    public async Task What_does_not_fit_is_told_beside_its_field_and_stays()
    {
        const string Year = $"{Page}?year=2022";
        var leader = await app.SignedIn(Leader);
        var form = await Html.Read(leader, Year);
        string tooLong = new('n', 1001);

        var refused = await Read(await Post(leader, Year, form, "year", [.. Told(form, ("policy_change", "yes", tooLong))]));
        Assert.Equal("This note has 1,001 characters; 1,000 fit. Shorten it, and it is saved.", Fieldset(refused, "Policy changed").QuerySelector(".problem")!.Words());
        Assert.Equal(tooLong, Fieldset(refused, "Policy changed").QuerySelector("textarea")!.TextContent);
        var wrong = await Read(await Post(leader, Year, form, "year", [.. Told(form, ("policy_change", "often", ""))]));
        Assert.Equal("Policy changed: choose one of no, partly and yes.", Problem(wrong));
        Assert.Equal("Nothing said", Fieldset(wrong, "Policy changed").QuerySelector("input[checked]")!.ParentElement!.Words());
        foreach (string address in (string[])["?year=1999", "?year=soon", "?year=20260"])
            Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync(Page + address, Ct)).StatusCode);
        Assert.Null((await Html.Read(await app.SignedIn("admin@demo.example"), Year)).QuerySelector("main form, fieldset.indicator"));
    }

    [Fact]
    public async Task The_leader_describes_the_network_without_its_name_and_what_is_unknown_is_said_kindly()
    {
        var leader = await app.SignedIn(Leader);
        Assert.Contains("Not known yet: schools, districts, improvement teams, start of the grant and end of the grant.", (await Html.Read(leader, Page)).Body!.Words(), StringComparison.Ordinal);
        var form = await Html.Read(leader, Profile);
        Assert.Null(form.QuerySelector("#name"));
        Assert.Equal(7, form.QuerySelectorAll("select[name^='Input.Nsi']").Length);

        var bad = await Read(await Post(leader, Profile, form, "profile", ("Input.Schools", "some"), ("Input.GrantStart", "2021-06"), ("Input.GrantEnd", "2020")));
        Assert.Equal("Write a number from 0 to 100,000, or leave it empty.", bad.QuerySelector("#schools-problem")!.Words());
        Assert.Equal("The grant ends before it starts. Correct one of the two.", bad.QuerySelector("#grant-end-problem")!.Words());
        Assert.Equal("some", Value(bad, "Input.Schools"));
        await Redirects(await Post(leader, Profile, bad, "profile", ("Input.Aim", "More\r\nmath."), ("Input.Schools", "8"), ("Input.GrantEnd", "2026-06"), ("Input.Nsi[nsi_ten_schools]", "yes"), ("Input.Nsi[nsi_learning]", "no")), Page);

        var page = await Html.Read(leader, Page);
        var facts = page.QuerySelectorAll("dl.profile dt").Zip(page.QuerySelectorAll("dl.profile dd"), (name, value) => $"{name.Words()}: {value.Words()}").ToList();
        Assert.Contains("End of the grant: June 2026", facts);
        Assert.Contains("Schools: 8", facts);
        Assert.Contains("It has ten secondary schools or more: Yes", facts);
        Assert.Contains("It builds members’ capacity for continuous improvement: Not known", facts);
        Assert.Equal(["Not met: it is organised so that learning comes up and improvement spreads.", "The profile counts eight schools of any kind, and says that ten or more of them are secondary schools."], page.QuerySelectorAll(".notice li").Select(warning => warning.Words()));
        Assert.Equal("Riverbend Math Collaborative", page.QuerySelector(".crumbs a:last-child")!.Words());

        // What was typed over the old edition is stale also after it was mended.
        var mended = await Read(await Post(leader, Profile, form, "profile", ("Input.Schools", "some")));
        Assert.StartsWith("Somebody else changed this while you wrote", Problem(await Read(await Post(leader, Profile, mended, "profile", ("Input.Schools", "9")))), StringComparison.Ordinal);
        var late = await Read(await Post(leader, Profile, form, "profile", ("Input.Schools", "9")));
        Assert.StartsWith("Somebody else changed this while you wrote", Problem(late), StringComparison.Ordinal);
        Assert.Equal("9", Value(late, "Input.Schools"));
        Assert.Contains("Schools 8", late.QuerySelector("#now")!.ParentElement!.Words(), StringComparison.Ordinal);
        Assert.Contains("It has ten secondary schools or more Yes", late.QuerySelector("#now")!.ParentElement!.Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await Post(leader, Profile, late, "profile", ("Input.Schools", "8"), ("Input.LaunchYear", "2021"))).StatusCode);
        await using var db = await app.Db();
        Assert.Equal("Riverbend Math Collaborative", (await db.Networks.SingleAsync(network => network.Code == "RIV", Ct)).Name);
    }

    [Fact]
    public async Task A_trajectory_has_what_was_told_of_years_without_a_rating_too()
    {
        async Task<Guid> Network(string code)
        {
            await using var db = await app.Db();
            return await db.Networks.Where(n => n.Code == code && db.Cohorts.Any(c => c.Id == n.CohortId && c.Slug == "gaps")).Select(n => n.Id).SingleAsync(Ct);
        }

        await app.Import("network_code,2021,2022,2023\nG,1,,2\n", "gaps");
        await app.Import(NetworkHealth.Features.DataImport.ImportKind.Context,
            "network_code,year,item,value,note\nG,2022,burnout,yes,Shorter weeks\nG,2022,agency,partly,\nG,2022,staffing,no,\nG,2022,coaching,no,\nG,2019,policy_change,,Wrote to all\n", "gaps");
        await Somebody.Account(app, "leader@gaps.example", Role.HubLeader, network: await Network("G"));

        var happened = (await Html.Read(await app.SignedIn("leader@gaps.example"), "/networks/gaps/G/trajectory")).QuerySelector("#happened")!.ParentElement!;

        Assert.Equal(["2019", "2022"], happened.QuerySelectorAll("dt").Select(year => year.Words()));
        Assert.Equal(["Policy changed. Wrote to all", "People were worn out: yes. Shorter weeks", "Balanced structure with members’ own choices: partly"], happened.QuerySelectorAll("li").Select(told => told.Words()));
        Assert.Contains("Of 2021 and 2023 nothing of this is told.", happened.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_what_happened_does_not_take_more_with_the_years()
    {
        await using var counting = new CountingApp();
        await counting.InitializeAsync();
        const string Header = "network_code,year,item,value,note\n";
        await counting.Import("network_code,2024\nONE,1\nTEN,1\n", "told");
        await counting.Import(NetworkHealth.Features.DataImport.ImportKind.Context, Header + "ONE,2024,burnout,yes,\n"
            + string.Concat(Enumerable.Range(2015, 10).SelectMany(year => ContextItem.All.Select(item => $"TEN,{year},{item.Code},{item.Values[1].Code},Note\n"))), "told");
        var client = await counting.SignedIn("admin@demo.example");

        int one = await counting.StatementsFor(client, "/networks/told/ONE/trajectory");

        Assert.InRange(one, 5, 25);
        Assert.Equal(one, await counting.StatementsFor(client, "/networks/told/TEN/trajectory"));
        Assert.Equal(130, (await Html.Read(client, "/networks/told/TEN/trajectory")).QuerySelectorAll("#happened ~ dl li").Length);
    }

    [Fact]
    public async Task A_form_posted_where_something_was_saved_does_not_say_so_again()
    {
        const string Teams = "/networks/demo/RIV/teams";
        var leader = await app.SignedIn(Leader);
        var page = await Html.Read(leader, $"{Teams}?saved=1");
        Assert.Contains("It is saved.", page.Body!.Words(), StringComparison.Ordinal);

        var refused = await Read(await Post(leader, $"{Teams}?saved=1", page, "team", ("Input.Name", "")));

        Assert.Equal("Say what the team is called.", refused.QuerySelector("#team-name-problem")!.Words());
        Assert.DoesNotContain("It is saved.", refused.Body!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_file_can_be_taken_and_the_page_says_of_what_it_is()
    {
        string[] all = [.. NetworkHealth.Features.ResearchExport.ExportFiles.All.Select(file => NetworkHealth.Features.ResearchExport.ExportFiles.Name(file)).Order()];
        foreach (var (reader, says) in new[] { (Leader, "CSV files of your own network, as the data stands now, with its names and notes."), ("admin@demo.example", "CSV files of every network of the cohort, as the data stands now, by their codes") })
        {
            var take = (await Html.Read(await app.SignedIn(reader), "/networks/demo/RIV/trajectory")).QuerySelector("#take")!.ParentElement!;
            Assert.Equal(all, take.QuerySelectorAll("a[download]").Select(link => link.GetAttribute("href")!.Split('/')[^1].Replace(".csv", "", StringComparison.Ordinal)).Order());
            Assert.StartsWith(says, take.QuerySelector(".intro")!.Words(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_form_sent_by_somebody_who_only_reads_is_noted_and_changes_nothing()
    {
        var admin = await app.SignedIn("admin@demo.example");
        var leaders = await Html.Read(await app.SignedIn(Leader), $"{Page}?year=2025");
        string token = (await Html.Read(admin, "/account/name")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        string before = await Fingerprint.Of(app, "audit_changes", "audit_head");

        var response = await admin.PostAsync($"{Page}?year=2025", new FormUrlEncodedContent(
            [new("_handler", "year"), new("__RequestVerificationToken", token), .. Told(leaders, ("burnout", "no", "Not mine.")).Select(field => KeyValuePair.Create(field.Name, field.Value))]), Ct);

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal(before, await Fingerprint.Of(app, "audit_changes", "audit_head"));
        await using var db = await app.Db();
        Assert.Equal(ChangeAction.AccessRefused, (await db.Changes.OrderByDescending(change => change.Number).FirstAsync(Ct)).Action);
    }

    // What a browser would send of the year's form, with some items changed by hand.
    private static IEnumerable<(string Name, string Value)> Told(IHtmlDocument form, params (string Item, string Value, string Note)[] changed)
    {
        for (int i = 0; form.QuerySelector($"input[name='Input.Items[{i}].Item']")?.GetAttribute("value") is { } item; i++)
        {
            var by = changed.FirstOrDefault(of => of.Item == item);
            yield return ($"Input.Items[{i}].Value", by.Value ?? form.QuerySelector($"input[name='Input.Items[{i}].Value'][checked]")!.GetAttribute("value")!);
            yield return ($"Input.Items[{i}].Note", by.Note ?? form.QuerySelector($"textarea[name='Input.Items[{i}].Note']")!.TextContent.Replace("\n", "\r\n", StringComparison.Ordinal));
        }
    }

    private static AngleSharp.Dom.IElement Fieldset(IHtmlDocument page, string item) => page.QuerySelectorAll("fieldset.indicator").Single(of => of.QuerySelector("legend")!.Words() == item);

    private static string Cell(IHtmlDocument page, string item, string year) =>
        page.QuerySelectorAll("table.years tbody tr").Single(row => row.QuerySelector("th")!.Words() == item).QuerySelector($"td[data-th='{year}']")!.Words();
}
