using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using static NetworkHealth.Tests.Pages.Forms;

namespace NetworkHealth.Tests.Pages;

/// <summary>A file of ratings, from choosing it to its import.</summary>
public sealed class ImportPagesTests(DemoApp app) : IClassFixture<DemoApp>
{
    private const string Admin = "admin@demo.example";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_previewed_and_imported_by_its_administrator()
    {
        var admin = await app.SignedIn(Admin);
        var page = await Html.Read(admin, "/admin/import?cohort=demo");
        Assert.Equal("demo", Value(page, "Input.Cohort"));
        var none = await Read(await Upload(admin, page, "", ""));
        var preview = await Upload(admin, page, "", "network_code,2021\nA,2\n");
        string address = new Uri(new Uri("http://localhost"), preview.Headers.Location!).AbsolutePath;
        var shown = await Html.Read(admin, address);
        await using var db = await app.Db();
        Assert.False(await db.Cohorts.AnyAsync(cohort => cohort.Slug == "by-page", Ct));

        Assert.Equal("Choose a file that is not empty.", none.QuerySelector("#file-problem")!.Words());
        Assert.Equal("What the file would do", shown.QuerySelector("h1")!.Words());
        Assert.StartsWith("It would be: 1 rows: 1 ratings created, 0 revised, 0 unchanged.", shown.QuerySelector("[role=status]")!.Words(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await Post(admin, address, shown, "confirm")).StatusCode);
        Assert.Equal("The file is imported", (await Html.Read(admin, address)).QuerySelector("h1")!.Words());
        Assert.True(await db.Cohorts.AnyAsync(cohort => cohort.Slug == "by-page", Ct));

        var bad = await Upload(admin, page, "demo", "network_code,2021\nRIV,Good\n");
        var problems = await Html.Read(admin, new Uri(new Uri("http://localhost"), bad.Headers.Location!).AbsolutePath);
        Assert.Equal(("One problem to mend first", "2"), (problems.QuerySelector("h1")!.Words(), problems.QuerySelector("tbody th")!.Words()));
        Assert.Null(problems.QuerySelector("input[value=confirm]"));
        Assert.Equal("This file is not here any more", (await Html.Read(admin, "/admin/import/0123456789abcdef")).QuerySelector("h1")!.Words());
    }

    [Theory]
    [InlineData("networks", "network_code,n_schools\nN,4\n", "Networks", "It would be: 1 rows: 1 networks created, 0 changed, 0 unchanged. Also one cohort made known. What is created is new;")]
    [InlineData("sustainability", "network_code,dimension,level,cell_state\nN,D1,leadership,not_a_goal\n", "What lasts", "It would be: 1 rows: 0 entries created, 0 changed, 0 unchanged. Also one cell set; one cohort and one network made known. What is created")]
    [InlineData("context", "network_code,year,item,value\nN,2023,burnout,yes\n", "Context", "It would be: 1 rows: 1 context items created, 0 changed, 0 unchanged. Also one cohort, one network and one year made known. What is created is new;")]
    [InlineData("teams", "network_code,team,year,ownership\nN,T,2023,yes\n", "Teams", "It would be: 1 rows: 1 team years created, 0 changed, 0 unchanged. Also one team added; one cohort, one network and one year made known. What is created")]
    public async Task Every_kind_of_file_is_previewed_and_imported(string kind, string csv, string words, string told)
    {
        var admin = await app.SignedIn(Admin);
        var page = await Html.Read(admin, "/admin/import");
        string address = new Uri(new Uri("http://localhost"), (await Upload(admin, page, "", csv, kind, $"page-{kind}")).Headers.Location!).AbsolutePath;
        var shown = await Html.Read(admin, address);

        Assert.StartsWith(told, shown.QuerySelector("[role=status]")!.Words(), StringComparison.Ordinal);
        Assert.Equal($"{words} from years.csv, into the cohort page-{kind}, which is new.", shown.QuerySelector(".lede")!.Words());
        Assert.Equal(HttpStatusCode.Redirect, (await Post(admin, address, shown, "confirm")).StatusCode);
        Assert.Equal("The file is imported", (await Html.Read(admin, address)).QuerySelector("h1")!.Words());
        var again = await Html.Read(admin, new Uri(new Uri("http://localhost"), (await Upload(admin, page, $"page-{kind}", csv, kind)).Headers.Location!).AbsolutePath);
        Assert.Matches("0 changed, [01] unchanged. No (network|entry|context item|team year) would change.$", again.QuerySelector("[role=status]")!.Words());
        await using var db = await app.Db();
        Assert.True(await db.Networks.AnyAsync(network => network.Code == "N" && db.Cohorts.Any(cohort => cohort.Id == network.CohortId && cohort.Slug == $"page-{kind}"), Ct));
    }

    [Fact]
    public async Task A_kind_that_is_none_is_told_and_each_kind_has_a_template()
    {
        var admin = await app.SignedIn(Admin);
        var page = await Html.Read(admin, "/admin/import");
        var refused = await Read(await Upload(admin, page, "demo", "network_code\nN\n", "weather"));
        string[] templates = [.. page.QuerySelectorAll("#kind-hint a").Select(link => link.GetAttribute("href")!)];

        Assert.Equal("Choose what the file holds.", refused.QuerySelector("#kind-problem")!.Words());
        Assert.Equal(["/admin/import/template.csv", "/admin/import/templates/networks.csv", "/admin/import/templates/sustainability.csv", "/admin/import/templates/context.csv", "/admin/import/templates/teams.csv"], templates);
        foreach (string template in templates)
            Assert.StartsWith("network_code,", await admin.GetStringAsync(template, Ct), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync("/admin/import/templates/weather.csv", Ct)).StatusCode);
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_with_a_sentence()
    {
        var admin = await app.SignedIn(Admin);
        var page = await Html.Read(admin, "/admin/import");
        var form = new FormUrlEncodedContent(Html.HiddenFields(page, "import"));
        form.Headers.ContentLength = 200L * 1024 * 1024;
        var refused = await admin.PostAsync("/admin/import", form, Ct);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        Assert.Contains("a file 100 MB", Html.Parse(await refused.Content.ReadAsStringAsync(Ct)).QuerySelector("main")!.Words(), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> Upload(HttpClient client, IHtmlDocument page, string cohort, string csv, string kind = "ratings", string slug = "by-page")
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in Html.HiddenFields(page, "import"))
            form.Add(new StringContent(value), name);
        form.Add(new StringContent(kind), "Input.Kind");
        form.Add(new StringContent(cohort), "Input.Cohort");
        form.Add(new StringContent(cohort.Length == 0 ? slug : ""), "Input.NewSlug");
        form.Add(new StringContent("self"), "Input.Source");
        if (csv.Length > 0)
            form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "Input.File", "years.csv");
        return client.PostAsync("/admin/import", form, Ct);
    }
}
