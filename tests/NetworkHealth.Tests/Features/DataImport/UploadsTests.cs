using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NetworkHealth.Domain;
using NetworkHealth.Features.DataImport;

namespace NetworkHealth.Tests.Features.DataImport;

/// <summary>A file from its preview to its import: the very bytes, for its person, for an hour.</summary>
public sealed class UploadsTests(UploadsTests.ClockedApp app) : IClassFixture<UploadsTests.ClockedApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private Uploads Uploads => app.Get<Uploads>();

    [Fact]
    public async Task A_preview_writes_nothing_and_the_import_does_what_it_said()
    {
        var by = Somebody.With(Role.Administrator);
        await app.Import("network_code,2021\nA,1\nB,2\n", "twice");
        string before = await Fingerprint.Of(app);

        var preview = await Previewed(by, "network_code,2021\nA,3\nB,2\nC,4\n", new ImportOrder("twice", "years.csv", IsNewCohort: false));
        Assert.Equal((UploadStage.Previewed, true, "3 rows: 1 ratings created, 1 revised, 1 unchanged"), (preview.Stage, preview.IsReady, preview.Result!.ToString()));
        Assert.Equal(before, await Fingerprint.Of(app));

        Uploads.Import(by, preview.Id);
        Assert.Equal("This file cannot be imported as it stands, or is being imported already.", Assert.Throws<DomainRuleException>(() => Uploads.Import(by, preview.Id)).Message);
        await preview.Running;
        Assert.Equal((UploadStage.Done, "3 rows: 1 ratings created, 1 revised, 1 unchanged"), (preview.Stage, preview.Result!.ToString()));
        Assert.False(File.Exists(preview.Path));
        await using var db = await app.Db();
        var change = await db.Changes.SingleAsync(c => c.ActorId == by.PersonId, Ct);
        Assert.Equal(ChangeAction.RatingsImported, change.Action);
        Assert.Equal("Imported from years.csv", (await db.Revisions.SingleAsync(r => r.Change == change.Number && r.Number == 2, Ct)).Reason);
    }

    [Fact]
    public async Task Problems_are_told_with_their_lines_and_the_file_is_gone()
    {
        var by = Somebody.With(Role.Administrator);

        var refused = await Previewed(by, "network_code,2021\nA,Good\n", new ImportOrder("problems", "bad.csv", IsNewCohort: true));

        Assert.Equal((UploadStage.Previewed, false), (refused.Stage, refused.IsReady));
        Assert.Equal("line 2, 2021: 'Good' is not a level", refused.Result!.Problems[0].ToString()[..35]);
        Assert.False(File.Exists(refused.Path));
        Assert.Throws<DomainRuleException>(() => Uploads.Import(by, refused.Id));
    }

    [Theory]
    [InlineData("there", true, "There is a cohort there already. Choose it from the list, or write another short name.")]
    [InlineData("renamed-since", false, "There is no cohort renamed-since any more. Choose another, and bring the file again.")]
    public async Task A_cohort_that_is_new_or_gone_against_what_was_chosen_is_told(string slug, bool isNew, string sentence)
    {
        await app.Import("network_code,2021\nA,1\n", "there");

        var failed = await Previewed(Somebody.With(Role.Administrator), "network_code,2022\nA,1\n", new ImportOrder(slug, "years.csv", IsNewCohort: isNew));

        Assert.Equal((UploadStage.Failed, sentence), (failed.Stage, failed.Failure));
        await using var db = await app.Db();
        Assert.False(await db.Cohorts.AnyAsync(c => c.Slug == "renamed-since", Ct));
    }

    [Fact]
    public async Task A_file_is_its_persons_alone_and_for_an_hour()
    {
        var by = Somebody.With(Role.Administrator);
        var mine = await Previewed(by, "network_code,2021\nA,1\n", new ImportOrder("hour", "years.csv", IsNewCohort: true));

        Assert.Null(Uploads.Find(Somebody.With(Role.Administrator), mine.Id));
        Assert.Null(Uploads.Find(by, mine.Id.Replace(mine.Id[0], mine.Id[0] == '0' ? '1' : '0')));
        Assert.Throws<DomainRuleException>(() => Uploads.Import(Somebody.With(Role.Administrator), mine.Id));
        Assert.NotNull(Uploads.Find(by, mine.Id));
        app.Clock.Ahead += Uploads.Lasts;
        Assert.Null(Uploads.Find(by, mine.Id));
        Assert.False(File.Exists(mine.Path));
        Assert.Equal("This file is not here any more. Bring it again.", Assert.Throws<DomainRuleException>(() => Uploads.Import(by, mine.Id)).Message);
    }

    [Fact]
    public async Task What_is_left_is_deleted_and_nobody_else_brings_files()
    {
        var by = Somebody.With(Role.Administrator);
        var left = await Previewed(by, "network_code,2021\nA,1\n", new ImportOrder("left", "years.csv", IsNewCohort: true));

        Uploads.Leave(by, left.Id);

        Assert.Null(Uploads.Find(by, left.Id));
        Assert.False(File.Exists(left.Path));
        foreach (var other in Somebody.WhoDoesNotAdminister)
            Assert.Equal("Only an administrator can do this.", await Somebody.Refused(() => Uploads.Add(other, new ImportOrder("x", "x.csv"), new MemoryStream([1]), Ct)));
    }

    [Theory]
    [InlineData(ImportKind.Ratings, "3 rows: 1 ratings created, 0 revised, 0 unchanged", "one cohort, one network and one year made known")]
    [InlineData(ImportKind.Networks, "2 rows: 2 networks created, 0 changed, 0 unchanged", "one cohort made known")]
    [InlineData(ImportKind.Sustainability, "3 rows: 2 entries created, 0 changed, 0 unchanged", "one cell set; one cohort and one network made known")]
    [InlineData(ImportKind.Context, "3 rows: 3 context items created, 0 changed, 0 unchanged", "one cohort, one network and one year made known")]
    [InlineData(ImportKind.Teams, "3 rows: 2 team years created, 0 changed, 0 unchanged", "two teams added; one cohort, one network and two years made known")]
    public async Task Each_template_is_a_file_that_can_be_imported(ImportKind kind, string says, string besides)
    {
        var by = Somebody.With(Role.Administrator);
        var read = await Previewed(by, Templates.Of(kind), new ImportOrder($"template-{kind.Code()}", "t.csv", IsNewCohort: true, Kind: kind));
        Assert.Equal((true, says, besides), (read.IsReady, read.Result!.ToString(), read.Result.Besides));
        Assert.Empty(read.Result.Warnings);

        Uploads.Import(by, read.Id);
        await read.Running;
        Assert.Equal((UploadStage.Done, says), (read.Stage, read.Result!.ToString()));
        await using var db = await app.Db();
        Assert.Equal(kind.Action(), (await db.Changes.SingleAsync(change => change.ActorId == by.PersonId, Ct)).Action);
    }

    private async Task<Upload> Previewed(Actor by, string csv, ImportOrder order)
    {
        var upload = Uploads.Find(by, await Uploads.Add(by, order, new MemoryStream(Encoding.UTF8.GetBytes(csv)), Ct))!;
        await upload.Running;
        return upload;
    }

    /// <summary>An application whose clock can be set ahead.</summary>
    public sealed class ClockedApp : TestApp
    {
        internal AheadClock Clock { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
        }
    }

    internal sealed class AheadClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
    }
}
