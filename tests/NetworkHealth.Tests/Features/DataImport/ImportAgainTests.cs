using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;
using NetworkHealth.Features.ResearchExport;

namespace NetworkHealth.Tests.Features.DataImport;

/// <summary>A file that meets ratings of before: what stays, what becomes a revision, what it says of differences.</summary>
public sealed class ImportAgainTests(TestApp app) : IClassFixture<TestApp>
{
    private const string First =
        "network_code,year,subject,level,framework_version\nMD1,2021,OVERALL,Least,2024.1\nMD1,2023,OVERALL,Dev (Mid),2024.1\nMD1,2023,HL,Most,2024.1\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_file_lacks_stays_and_what_it_changes_becomes_a_revision_that_names_the_file()
    {
        await app.Import(First, "again");

        var result = await app.Import("network_code,year,subject,level\nMD1,2023,OVERALL,Most\nMD1,2024,RE,Least\n", "again", file: "second.csv");

        Assert.Equal("2 rows: 1 ratings created, 1 revised, 0 unchanged", result.ToString());
        Assert.Equal(
            [
                "again,MD1,2021,OVERALL,0,Least,,self,1,,2024.1", "again,MD1,2023,OVERALL,4,Most,,self,2,,2024.1",
                "again,MD1,2023,HL,4,Most,,self,2,,2024.1", "again,MD1,2024,RE,0,Least,,self,1,,",
            ], await Rows("again"));
        await using var db = await app.Db();
        var cohort = await db.Cohorts.SingleAsync(c => c.Slug == "again", Ct);
        var network = await db.Networks.SingleAsync(n => n.CohortId == cohort.Id, Ct);
        var revised = await db.Revisions.Where(r => r.NetworkId == network.Id && r.Year == 2023).OrderBy(r => r.Number).ToListAsync(Ct);
        Assert.Equal([null, "Imported from second.csv"], revised.Select(r => r.Reason));
        Assert.Equal(Answer.Of(Level.DevelopingMid), revised[0].Answers.Overall);
    }

    [Fact]
    public async Task A_level_is_withdrawn_by_a_reason_for_having_none()
    {
        await app.Import(First, "withdrawn");

        await app.Import("network_code,year,subject,level,not_rated_reason\nMD1,2023,HL,,not_enough_evidence\nMD1,2021,OVERALL,,\n", "withdrawn");

        Assert.Equal(
            [
                "withdrawn,MD1,2021,OVERALL,0,Least,,self,1,,2024.1", "withdrawn,MD1,2023,OVERALL,2,Dev (Mid),,self,2,,2024.1",
                "withdrawn,MD1,2023,HL,,,not_enough_evidence,self,2,,2024.1",
            ], await Rows("withdrawn"));
    }

    [Fact]
    public async Task The_same_file_twice_changes_nothing()
    {
        const string Csv = "network_code,2019,2021,network_name,published_label\nMD1,Least,Most,North,Much improved\n+1,,Dev (Mid),=South,\n";
        await app.Import(Csv, "twice");
        var (ratings, trajectories) = (await app.Export(ExportFile.Ratings, "twice"), await app.Export(ExportFile.Trajectories, "twice"));
        string before = await Fingerprint.Of(app);

        var second = await app.Import(Csv, "twice", file: "other-name.csv");

        Assert.Equal("2 rows: 0 ratings created, 0 revised, 3 unchanged", second.ToString());
        Assert.Equal(before, await Fingerprint.Of(app));
        Assert.Equal(ratings, await app.Export(ExportFile.Ratings, "twice"));
        Assert.Equal(trajectories, await app.Export(ExportFile.Trajectories, "twice"));
    }

    [Fact]
    public async Task A_dry_run_counts_the_same_and_writes_nothing()
    {
        const string Csv = "network_code,2021,2023,2024,network_name\nMD1,Least,Most,Most,North\nMD7,,,Least,South\n";
        await app.Import(First, "dry");
        string before = await Fingerprint.Of(app);

        var dry = await app.Import(Csv, "dry", dryRun: true);
        var dryOfNew = await app.Import(Csv, "dry-and-new", dryRun: true);
        Assert.Equal(before, await Fingerprint.Of(app));
        var real = await app.Import(Csv, "dry");

        Assert.Equal("2 rows: 2 ratings created, 1 revised, 1 unchanged", dry.ToString());
        Assert.Equal("2 rows: 4 ratings created, 0 revised, 0 unchanged", dryOfNew.ToString());
        Assert.Equal(dry.ToString(), real.ToString());
        Assert.NotEqual(before, await Fingerprint.Of(app));
    }

    [Fact]
    public async Task A_published_label_that_the_rule_does_not_give_is_a_warning()
    {
        var result = await app.Import("network_code,2021,2023,published_label\nMD1,Most,Most,Improved\nMD2,Least,Most,much improved\nMD3,Least,Most,Splendid\nMD4,Least,Most,\n", "labels");

        Assert.Equal(
            [
                "line 2, published_label: The file says “Improved” for MD1, rule 1.0 says “Consistent Strength”.",
                "line 4, published_label: The file says “Splendid” for MD3, rule 1.0 says “Much improved”.",
            ], result.Warnings);
        Assert.Equal(8, result.Created);
    }

    [Fact]
    public async Task Evidence_of_answers_that_did_not_change_stays_with_the_new_revision()
    {
        await app.Import(First, "evidence");
        await using var db = await app.Db();
        var cohort = await db.Cohorts.SingleAsync(c => c.Slug == "evidence", Ct);
        var network = await db.Networks.SingleAsync(n => n.CohortId == cohort.Id, Ct);
        var rated = await db.Revisions.SingleAsync(r => r.NetworkId == network.Id && r.Year == 2023, Ct);
        foreach (var (subject, text) in new[] { (Subject.Overall, "Seen in June."), (Subject.HubLeadership, "Two leads left.") })
            rated.Note(subject, text);
        await db.SaveChangesAsync(Ct);

        await app.Import("network_code,year,subject,level\nMD1,2023,OVERALL,Most\n", "evidence");
        await app.Import("network_code,year,subject,level\nMD1,2023,OVERALL,Least\n", "evidence");

        await using var after = await app.Db();
        var kept = await after.Revisions.Include(r => r.Grounds).SingleAsync(r => r.NetworkId == network.Id && r.Year == 2023 && r.Number == 3, Ct);
        Assert.Equal([(Subject.HubLeadership, "Two leads left.")], kept.Grounds.Select(of => (of.Subject, of.Grounds.Seen!)));
        var first = await after.Revisions.Include(r => r.Grounds).SingleAsync(r => r.NetworkId == network.Id && r.Year == 2023 && r.Number == 1, Ct);
        Assert.Equal(2, first.Grounds.Count);
    }

    private async Task<string[]> Rows(string cohort) => (await app.Export(ExportFile.Ratings, cohort))!.TrimEnd().Split("\r\n")[1..];
}
