using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;
using NetworkHealth.Features.Demo;
using NetworkHealth.Features.ResearchExport;

namespace NetworkHealth.Tests.Features.Demo;

/// <summary>The demo shows everything the application can show.</summary>
public sealed class DemoDataTests(DemoApp app) : IClassFixture<DemoApp>
{
    [Fact]
    public async Task The_published_cohort_is_the_eleven_published_networks()
    {
        var rows = await Rows(ExportFile.Trajectories, "published");
        var ratings = await Rows(ExportFile.Ratings, "published");

        Assert.Equal(["LD1", "LD2", "LD3", "LD4", "LD5", "MD1", "MD2", "MD3", "MD4", "MD5", "MD6"], rows.Select(row => row["network_code"]));
        Assert.All(rows, row => Assert.Equal(("OVERALL", "external"), (row["subject"], row["source"])));
        Assert.Equal(["y2019", "y2021", "y2022", "y2023"], rows[0].Keys.Where(column => column[0] == 'y' && char.IsAsciiDigit(column[1])));
        Assert.Equal(35, ratings.Count);
    }

    [Fact]
    public async Task The_demo_cohort_has_eight_networks_rated_in_six_domains_over_four_closed_cycles_and_one_open_one()
    {
        await using var db = await app.Db();
        var cohort = await db.Cohorts.AsNoTracking().SingleAsync(c => c.Slug == "demo", TestContext.Current.CancellationToken);
        var ratings = await Rows(ExportFile.Ratings, "demo");

        Assert.Equal(["2022 closed", "2023 closed", "2024 closed", "2025 closed", "2026 open"], cohort.Cycles.Select(c => $"{c.Year} {(c.IsOpen ? "open" : "closed")}"));
        Assert.Equal(8, await db.Networks.CountAsync(n => n.CohortId == cohort.Id, TestContext.Current.CancellationToken));
        Assert.Equal(8, ratings.Select(row => row["network_code"]).Distinct().Count());
        Assert.Equal(["2022", "2023", "2024", "2025"], ratings.Select(row => row["year"]).Distinct().Order());
        Assert.Equal(["CI", "CU", "CX", "HL", "NC", "OVERALL", "RE"], ratings.Where(row => row["level"] != "").Select(row => row["subject"]).Distinct().Order());
        Assert.Equal(["external", "self"], ratings.Select(row => row["source"]).Distinct().Order());
        Assert.All(await db.Networks.AsNoTracking().Where(n => n.CohortId == cohort.Id).ToListAsync(TestContext.Current.CancellationToken),
            network => Assert.True(network.Name != network.Code && network.Profile is { Aim: not null, HubType: not null, LaunchYear: not null }, network.Code));
    }

    [Fact]
    public async Task Every_label_every_flag_and_every_reason_for_no_level_occurs()
    {
        var rows = await Rows(ExportFile.Trajectories, "demo");
        var ratings = await Rows(ExportFile.Ratings, "demo");

        Assert.Equal(["Consistent Strength", "Declined", "Improved", "Much improved", "Not enough data", "Stagnant"],
            rows.Where(row => row["subject"] == "OVERALL").Select(row => row["label"]).Distinct().Order());
        Assert.Equal(["below_best", "dip", "framework_changed", "gap", "late_start", "not_current"],
            rows.SelectMany(row => row["flags"].Split(';', StringSplitOptions.RemoveEmptyEntries)).Distinct().Order());
        Assert.Equal(["not_applicable", "not_asked", "not_enough_evidence"],
            ratings.Select(row => row["not_rated_reason"]).Where(reason => reason != "").Distinct().Order());
        Assert.Contains(rows, row => row["subject"] == "OVERALL" && row["flags"].Split(';').Contains("gap"));
        Assert.Contains(rows, row => row["subject"] == "OVERALL" && row["flags"].Split(';').Contains("late_start"));
    }

    [Fact]
    public async Task Each_rated_year_has_a_note_on_the_overall_level_and_no_two_notes_are_alike()
    {
        await using var db = await app.Db();
        var revisions = await db.Revisions.AsNoTracking().Include(r => r.Grounds)
            .Where(r => db.Networks.Any(n => n.Id == r.NetworkId && db.Cohorts.Any(c => c.Id == n.CohortId && c.Slug == "demo")))
            .ToListAsync(TestContext.Current.CancellationToken);
        string[] texts = [.. revisions.SelectMany(r => r.Grounds).Select(of => of.Grounds.Seen!)];

        Assert.Equal(29, revisions.Count);
        Assert.All(revisions, revision => Assert.Contains(revision.Grounds, of => of.Subject == Subject.Overall));
        Assert.Equal(96, texts.Length);
        Assert.Equal(96, texts.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public async Task Loading_a_second_time_changes_nothing()
    {
        var before = await State();
        await DemoData.LoadIntoEmpty(app.Services, TestContext.Current.CancellationToken);

        Assert.Equal(before, await State());
        Assert.Equal((2, 19, 64, 6, 6), (before.Cohorts, before.Networks, before.Ratings, before.People, before.Grants));
    }

    private async Task<(int Cohorts, int Networks, int Ratings, int People, int Grants, int Notes, int Versions, string Head)> State()
    {
        await using var db = await app.Db();
        string head = (await db.Changes.AsNoTracking().OrderBy(c => c.Number).LastAsync(c => c.Action != ChangeAction.SignedIn)).Hash;
        return (await db.Cohorts.CountAsync(), await db.Networks.CountAsync(), await db.Revisions.CountAsync(), await db.Users.CountAsync(), await db.Grants.CountAsync(),
            await db.RevisionGrounds.CountAsync(), await db.Versions.CountAsync(), head);
    }

    private async Task<List<Dictionary<string, string>>> Rows(ExportFile file, string cohort)
    {
        string[][] rows = [.. (await app.Export(file, cohort))!.TrimEnd().Split("\r\n").Select(row => row.Split(','))];
        return [.. rows[1..].Select(row => rows[0].Zip(row).ToDictionary(cell => cell.First, cell => cell.Second))];
    }
}
