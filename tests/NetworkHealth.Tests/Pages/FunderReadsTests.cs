using System.Net;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Features.ResearchExport;
using NetworkHealth.Features.Sustainability;

namespace NetworkHealth.Tests.Pages;

/// <summary>Every field of a network carries a mark of its own; no page or file shows a funder a mark of what is not shared, and each that is shared is found.</summary>
public sealed class FunderReadsTests(DemoApp app) : IClassFixture<DemoApp>
{
    private const string Funder = "funder@demo.example";
    private static readonly string[] Names = ["mark-name", "mark-organisation", "mark-aim"], Told = ["mark-context", "mark-plan", "mark-seen"], Counted = ["counts nine schools", "June 2047"];
    private static readonly string[] OfSelf = ["mark-self-seen", "mark-self-why", "mark-self-title", "mark-self-link", "mark-self-survey", "mark-self-found", "mark-self-label"];
    private static readonly string[] OfExternal = ["mark-external-seen", "mark-external-why", "mark-external-title", "mark-external-link", "mark-external-survey", "mark-external-found", "mark-external-label"];
    private static readonly string[] Never = ["mark-draft", "mark-early", "mark-copied", "mark-reason", "leader@demo.example", "evaluator@demo.example"];
    private static readonly string[] SelfLevels = ["Least in 2041", "2041: Least", "Most in 2042"], ExternalLevels = ["2043: Developing (High)", "Developing (Low) in 2044"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Display.Aggregates, Sharing.Trajectory)]
    [InlineData(Display.Aggregates, Sharing.Levels)]
    [InlineData(Display.Aggregates, Sharing.LevelsAndEvidence)]
    [InlineData(Display.Codes, Sharing.Trajectory)]
    [InlineData(Display.Codes, Sharing.Levels)]
    [InlineData(Display.Codes, Sharing.LevelsAndEvidence)]
    [InlineData(Display.Names, Sharing.Trajectory)]
    [InlineData(Display.Names, Sharing.Levels)]
    [InlineData(Display.Names, Sharing.LevelsAndEvidence)]
    public async Task A_funder_reads_what_is_shared_and_no_mark_of_anything_else(Display display, Sharing sharing)
    {
        string slug = $"marked-{display}-{sharing}".ToLowerInvariant();
        await Seed(slug, display, sharing);
        bool one = display != Display.Aggregates, evidence = one && sharing == Sharing.LevelsAndEvidence, levels = one && sharing >= Sharing.Levels;

        string all = await Everything(await app.SignedIn(Funder), slug);

        Assert.Equal(display == Display.Names ? Names : [], Names.Where(all.Contains));
        Assert.Equal(evidence ? OfSelf : [], OfSelf.Where(all.Contains));
        Assert.Equal(evidence ? Told : [], Told.Where(all.Contains));
        Assert.Equal(evidence && display == Display.Names ? Counted : [], Counted.Where(all.Contains));
        Assert.Equal(evidence && display == Display.Names, all.Contains("mark-team", StringComparison.Ordinal));
        Assert.Equal(evidence, all.Contains("mark-code", StringComparison.Ordinal));
        Assert.Equal(levels ? SelfLevels : [], SelfLevels.Where(all.Contains));
        Assert.Equal(one ? ExternalLevels : [], ExternalLevels.Where(all.Contains));
        Assert.Equal([], OfExternal.Concat(Never).Where(all.Contains));
        Assert.Equal(one, all.Contains("Much improved", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_marks_are_there_for_those_who_may_read_them()
    {
        await Seed("marked-all", Display.Aggregates, Sharing.Trajectory);

        string all = await Everything(await app.SignedIn("admin@demo.example"), "marked-all");

        Assert.Equal([], Names.Concat(OfSelf).Concat(Told).Concat(Counted).Append("mark-team").Concat(OfExternal).Concat(SelfLevels).Concat(ExternalLevels).Where(mark => !all.Contains(mark, StringComparison.Ordinal)));
        Assert.DoesNotContain("mark-draft", all, StringComparison.Ordinal);
    }

    // Every address of the network and its cohort, whatever it answers.
    private static async Task<string> Everything(HttpClient client, string slug)
    {
        string network = $"/networks/{slug}/ZZ9";
        string[] pages =
        [
            "/", "/cohorts", $"/cohorts/{slug}", $"/cohorts/{slug}?cycle=2042", $"/cohorts/{slug}?cycle=2044&beside=2042&subject=HL", $"/cohorts/{slug}/trajectories", network, $"{network}/trajectory", $"{network}/trajectory/label", $"{network}/sharing",
            $"{network}/sustainability", .. MatrixLooks.All.Select(look => $"{network}/sustainability?view={look.Code()}"), $"{network}/sustainability/follow-up",
            $"{network}/sustainability/worksheet?filled=true", "/strategies",
            $"{network}/context", $"{network}/context?year=2042", $"{network}/context/profile", $"{network}/teams", $"{network}/teams?year=2042", $"{network}/teams?team=T1",
            .. new[] { 2041, 2042, 2043, 2044 }.SelectMany(year => new[] { "", "/prepare", "/submit", "/discard", "/history", "/report" }.Select(page => $"{network}/ratings/{year}{page}")),
        ];
        string[] figures = [.. ((string[])["trajectories", "domains", "levels", "cycles", "flow", "lowest", "label-by-focus", "level-by-focus", "factors", "actions", "completeness", "traction"]).Select(table => $"/cohorts/{slug}/figures/{table}.csv")];
        string[] files = [.. figures, .. ExportFiles.All.Select(file => file.Name()).SelectMany(file => new[] { "", "?identified=true" }.Select(query => $"/api/v1/cohorts/{slug}/{file}.csv{query}"))];
        var read = new List<string>();
        foreach (string address in pages.SelectMany(page => page.Contains('?', StringComparison.Ordinal) ? [page] : new[] { page, $"{page}?source=self", $"{page}?source=external" }).Concat(files))
            read.Add(WebUtility.HtmlDecode(await (await client.GetAsync(address, Ct)).Content.ReadAsStringAsync(Ct)));
        return string.Join('\n', read);
    }

    private async Task Seed(string slug, Display display, Sharing sharing)
    {
        foreach (var (source, years) in new[] { (RatingSource.Self, "ZZ9,0,4"), (RatingSource.External, "ZZ9,3,1") })
            Assert.Empty((await app.Import($"network_code,{(source == RatingSource.Self ? "2041,2042" : "2043,2044")}\n{years}\n", slug, source)).Problems);
        foreach (var (source, year) in new[] { (RatingSource.Self, 2042), (RatingSource.External, 2044) })
        {
            var level = source == RatingSource.Self ? Level.Most : Level.DevelopingLow;
            await new SubmittedRevision(year, SubmittedRevision.All(Level.DevelopingMid)) { Cohort = slug, Code = "ZZ9", Source = source, Reason = "mark-reason", Grounds = Marks("early") }.Into(app);
            await new SubmittedRevision(year, SubmittedRevision.All(level)) { Cohort = slug, Code = "ZZ9", Source = source, Reason = "mark-reason", Grounds = Marks(source.Code()) }.Into(app);
        }

        await using var db = await app.Db();
        var change = await db.BeginChange(Actor.Operator, TimeProvider.System, Ct);
        var cohort = await db.Cohorts.SingleAsync(c => c.Slug == slug, Ct);
        var network = await db.Networks.SingleAsync(n => n.CohortId == cohort.Id, Ct);
        cohort.Show(display, isNamedForResearch: false);
        network.Rename("mark-name");
        network.Describe(new NetworkProfile { HubOrganisation = "mark-organisation", Aim = "mark-aim", NsiTenSchools = true, Schools = 9, GrantEndYear = 2047, GrantEndMonth = 6 });
        db.ContextEntries.Add(new ContextEntry(network.Id, 2042, ContextItem.Parse("burnout")!, "yes", "mark-context"));
        db.Teams.Add(new Team(network.Id, "mark-code", "mark-team"));
        db.PlanEntries.Add(new PlanEntry(network.Id, 1, MatrixPlace.All[0], new Plan { Statement = "mark-plan", CopiedFrom = "mark-copied" }, null));
        db.ObservedEntries.Add(new ObservedEntry(network.Id, 2, MatrixPlace.All[0], new Observation { Statement = "mark-seen", Seen = Seen.Traces }));
        network.Share(sharing, isKeptFromResearch: false);
        cohort.OpenCycle(2042);
        var draft = new Draft(network.Id, 2042, RatingSource.Self, DateTimeOffset.UtcNow, await db.CurrentRevisions.SingleAsync(r => r.NetworkId == network.Id && r.Year == 2042, Ct), "mark-draft");
        db.Drafts.Add(draft);
        foreach (var source in RatingSourceWords.All)
        {
            var label = new OwnLabel(network.Id, source, Subject.Overall);
            label.Set(TrajectoryLabel.Stagnant, source == RatingSource.Self ? TrajectoryLabel.MuchImproved : TrajectoryLabel.Declined, $"mark-{source.Code()}-label");
            db.OwnLabels.Add(label);
        }

        var funder = await db.Users.SingleAsync(person => person.Email == Funder, Ct);
        db.Grants.Add(new Grant(funder.Id, Role.Funder, cohort.Id));
        await change.Commit(ChangeAction.DemoLoaded, cohort.Id, $"cohort:{cohort.Id}", ct: Ct);
        await change.DisposeAsync(); // a save waits until nobody else writes
        Assert.True(await db.Save(draft[Subject.HubLeadership].Next(new Judgement(null, new Grounds { Seen = "mark-draft" }), null, "tab", DateTimeOffset.UtcNow), Ct));
    }

    private static Dictionary<Subject, Grounds> Marks(string of) => SubjectWords.All.ToDictionary(subject => subject, _ => new Grounds
    {
        Seen = $"mark-{of}-seen",
        Why = $"mark-{of}-why",
        Links = [new EvidenceLink(1, $"mark-{of}-title", $"https://example.org/mark-{of}-link", new DateOnly(2042, 1, 2))],
        Surveys = [new SurveyResult(1, $"mark-{of}-survey", new DateOnly(2042, 1, 2), 3, 4, $"mark-{of}-found")],
    });
}
