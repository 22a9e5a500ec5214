using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;
using NetworkHealth.Features.Cohorts;
using NetworkHealth.Features.Profiles;
using NetworkHealth.Features.ResearchExport;
using NetworkHealth.Features.Sustainability;

namespace NetworkHealth.Tests.Features.DataImport;

/// <summary>A cohort of which a hub has told by the writes of its pages, some of it taken back since.</summary>
internal static class WrittenOnPages
{
    private static readonly MatrixPlace Cell = new(Dimension.ChangeIdeas, LastingLevel.Organisation), Other = new(Dimension.Aim, LastingLevel.Leadership);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task Into(TestApp app, string cohort)
    {
        Assert.Empty((await app.Import("network_code,2021\nA,2\nB,1\n", cohort)).Problems);
        await using var db = await app.Db();
        var network = await db.Networks.SingleAsync(n => n.Code == "A" && db.Cohorts.Any(c => c.Id == n.CohortId && c.Slug == cohort), Ct);
        var leader = Somebody.With(Role.HubLeader, network: network.Id);
        await Tell(app, leader, cohort);
        await Team(app, leader, cohort);
        await Plan(app, leader, new MatrixAddress(cohort, "A"));
        long edition = (await app.Get<HubProfile>().Read(leader, cohort, "A", Ct))!.Edition;
        await app.Get<HubProfile>().Describe(leader, cohort, "A", edition, new NetworkProfile { HubOrganisation = "=Hub, “Süd”", Aim = "More\r\nof them", Schools = 12, GrantStartYear = 2021, GrantStartMonth = 9, NsiTenSchools = false, NsiLearning = true }, Ct);
        var admin = Somebody.With(Role.Administrator);
        await app.Get<ManagedNetworks>().Archive(admin, cohort, "B", (await app.Get<ManagedNetworks>().Read(admin, cohort, "B", Ct))!.Edition, Ct);

        // That there is something to bring back, and nothing of what was taken back.
        var files = await LastingFiles.Export(app, cohort);
        Assert.Equal((3, 3, 3), (Rows(ExportFile.Networks), Rows(ExportFile.Context), Rows(ExportFile.Teams)));
        Assert.Equal(44, Rows(ExportFile.Sustainability)); // 21 cells of each network, one of which holds two entries
        Assert.DoesNotContain("taken back", string.Concat(files.Values), StringComparison.Ordinal);

        int Rows(ExportFile file) => files[file].TrimEnd().Split("\r\n").Length;
    }

    private static async Task Tell(TestApp app, Actor by, string cohort)
    {
        ContextItem Item(string code) => ContextItem.Parse(code)!;
        var writes = app.Get<ContextWrites>();
        await writes.Say(by, cohort, "A", 2021, [new(Item("burnout"), "yes", "=A note\r\nof two lines", 0), new(Item("coaching"), "", "Note only", 0), new(Item("staffing"), "no", "taken back", 0)], Ct);
        await writes.Say(by, cohort, "A", 2021, [new(Item("staffing"), "", "", 1)], Ct);
    }

    private static async Task Team(TestApp app, Actor by, string cohort)
    {
        foreach (string name in (string[])["+Oak", "Elm", "taken back"])
            await app.Get<TeamWrites>().Add(by, cohort, "A", name, Ct);
        var teams = (await app.Get<Teams>().Read(by, cohort, "A", ct: Ct))!.All;
        var started = new Traction(Degree.Yes, Degree.Partly, null, null);
        await app.Get<TeamYearWrites>().Observe(by, cohort, "A", 2021, [.. teams.Select(team => new TeamObserved(team.Id, started, 0))], Ct);
        await app.Get<TeamYearWrites>().Observe(by, cohort, "A", 2021, [new TeamObserved(teams[1].Id, Traction.Unknown, 1)], Ct);
        await app.Get<TeamWrites>().Remove(by, cohort, "A", teams[2].Code, 1, Ct);
    }

    private static async Task Plan(TestApp app, Actor by, MatrixAddress address)
    {
        var plans = app.Get<MatrixWrites>();
        int plan = await plans.AddPlan(by, address, Cell, new Plan { Statement = "@Four routines", Strategies = Strategy.Codify | Strategy.Embed, TargetMonth = new DateOnly(2027, 6, 1), ArtefactAddress = "https://example.org/a?b=1,2" }, Ct);
        int gone = await plans.AddPlan(by, address, Cell, new Plan { Statement = "taken back" }, Ct);
        await app.Get<ObservationWrites>().Observe(by, address, Cell, new Observation { Statement = "Three of four", Seen = Seen.Partly, Schools = 5, OfSchools = 8, Evidence = "-visits\r\nin spring" }, plan, Ct);
        await plans.RemovePlan(by, address, gone, 1, Ct);
        await plans.SetState(by, address, Other, CellState.NotAGoal, Ct);
        await plans.SetState(by, address, Other, CellState.Open, Ct);
        await plans.SetState(by, address, new MatrixPlace(Dimension.StayConnected, LastingLevel.Individual), CellState.NotApplicable, Ct);
    }
}
