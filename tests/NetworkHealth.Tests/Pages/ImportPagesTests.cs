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

    private static Task<HttpResponseMessage> Upload(HttpClient client, IHtmlDocument page, string cohort, string csv)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in Html.HiddenFields(page, "import"))
            form.Add(new StringContent(value), name);
        form.Add(new StringContent(cohort), "Input.Cohort");
        form.Add(new StringContent(cohort.Length == 0 ? "by-page" : ""), "Input.NewSlug");
        form.Add(new StringContent("self"), "Input.Source");
        if (csv.Length > 0)
            form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "Input.File", "years.csv");
        return client.PostAsync("/admin/import", form, Ct);
    }
}
