using System.Net;
using static NetworkHealth.Tests.Pages.Forms;

namespace NetworkHealth.Tests.Pages;

/// <summary>Cohorts and networks, as administrators make and change them by form.</summary>
public sealed class CohortPagesTests(DemoApp app) : IClassFixture<DemoApp>
{
    private const string Admin = "admin@demo.example";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_administrator_makes_a_cohort_with_cycles_and_networks()
    {
        var admin = await app.SignedIn(Admin);
        const string Cohort = "/admin/cohorts/page-made", Network = Cohort + "/networks/N%201";
        var bad = await Read(await Post(admin, "/admin/cohorts", await Html.Read(admin, "/admin/cohorts"), "cohort", ("Input.Slug", "Page Made")));
        Assert.Equal(("“Page Made” cannot be a cohort's short name. Use 1 to 64 lower-case letters, digits and hyphens.", "Say what the cohort is called."),
            (bad.QuerySelector("#slug-problem")!.Words(), bad.QuerySelector("#name-problem")!.Words()));
        await Redirects(await Post(admin, "/admin/cohorts", bad, "cohort", ("Input.Slug", "page-made"), ("Input.Name", "Made “here”")), Cohort);

        var first = await Html.Read(admin, Cohort);
        await Redirects(await Post(admin, Cohort, first, "cycle", ("Input.Year", "2026"), ("Input.Label", "2025–26")), Cohort);
        Assert.StartsWith("Somebody else changed this while you wrote", Problem(await Read(await Post(admin, Cohort, first, "display", ("Input.Display", "Names")))), StringComparison.Ordinal);
        Assert.Equal("Write a year from 1900 to 2100.", (await Read(await Post(admin, Cohort, first, "cycle", ("Input.Year", "soon")))).QuerySelector("#year-problem")!.Words());
        await Redirects(await Post(admin, Cohort, await Html.Read(admin, Cohort), "display", ("Input.Display", "Names"), ("Input.GroupedBy", "Structure"), ("Input.IsNamedForResearch", "True")), Cohort);
        Assert.Equal("Structure", (await Html.Read(admin, Cohort)).QuerySelector("#grouped option[selected]")!.Words());
        Assert.Equal("Choose one from the list.", (await Read(await Post(admin, Cohort, await Html.Read(admin, Cohort), "display", ("Input.Display", "Names"), ("Input.GroupedBy", "Name")))).QuerySelector("#grouped-problem")!.Words());
        await Redirects(await Post(admin, Cohort, await Html.Read(admin, Cohort), "label-2026", ("Label", "26")), Cohort);
        await Redirects(await Post(admin, Cohort, await Html.Read(admin, Cohort), "turn-2026"), Cohort);
        await Redirects(await Post(admin, Cohort, await Html.Read(admin, Cohort), "network", ("Input.Code", "N 1"), ("Input.Name", "")), Cohort);
        await Redirects(await Post(admin, Network, await Html.Read(admin, Network), "about", ("Input.Name", "North"), ("Input.HubType", "District"), ("Input.LaunchYear", "2020"), ("Input.Aim", "A\r\nB"), ("Input.Teams", "12"), ("Input.GrantStart", "2021-09"), ("Input.Nsi[nsi_outcomes]", "yes")), Network);
        Assert.Equal("Write a year from 1900 to 2100, or leave it empty.", (await Read(await Post(admin, Network, await Html.Read(admin, Network), "about", ("Input.Name", "North"), ("Input.LaunchYear", "20")))).QuerySelector("#launch-problem")!.Words());
        // What was typed over an old edition is stale also after it was mended, and then what stands now is shown.
        var old = await Html.Read(admin, Network);
        await Redirects(await Post(admin, Network, old, "about", ("Input.Name", "Northern"), ("Input.LaunchYear", "2020"), ("Input.HubType", "District")), Network);
        var mended = await Read(await Post(admin, Network, old, "about", ("Input.Name", "North"), ("Input.LaunchYear", "20")));
        var stale = await Read(await Post(admin, Network, mended, "about", ("Input.Name", "North"), ("Input.LaunchYear", "2020"), ("Input.HubType", "District")));
        Assert.StartsWith("Somebody else changed this while you wrote", Problem(stale), StringComparison.Ordinal);
        Assert.Contains("Name Northern", stale.QuerySelector("#now")!.ParentElement!.Words(), StringComparison.Ordinal);
        await Redirects(await Post(admin, Network, stale, "about", ("Input.Name", "North"), ("Input.LaunchYear", "2020"), ("Input.HubType", "District")), Network);
        Assert.Null((await Read(await Post(admin, Network, old, "archive"))).QuerySelector("#now"));
        await Redirects(await Post(admin, Network, await Html.Read(admin, Network), "archive"), Network);
        Assert.StartsWith("It is archived. Its hub is a school district. Launched in 2020.", (await Html.Read(admin, Network)).QuerySelector(".lede")!.Words(), StringComparison.Ordinal);
        await Redirects(await Post(admin, Network, await Html.Read(admin, Network), "restore"), Network);
        await Redirects(await Post(admin, Cohort, await Html.Read(admin, Cohort), "names", ("Input.Slug", "page-moved"), ("Input.Name", "Moved"), ("Input.Funder", "F")), "/admin/cohorts/page-moved");

        var facts = (await Html.Read(admin, "/admin/cohorts/page-moved")).QuerySelectorAll("dl.facts dd").Select(fact => fact.Words());
        Assert.Equal(["page-moved", "F", "names", "yes"], facts);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync(Cohort, Ct)).StatusCode);
        var trail = await Html.Read(admin, "/admin/audit?network=page-moved/N 1");
        Assert.Equal(6, trail.QuerySelectorAll("tbody tr").Length);
        string described = trail.QuerySelectorAll("tbody tr")[4].Words();
        Assert.All((string[])["Name N 1 → North", "Teams – → 12", "Start of the grant – → September 2021", "It seeks results in high school and beyond – → yes"], field => Assert.Contains(field, described, StringComparison.Ordinal));
    }
}
