using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Features.AnnualRating;
using NetworkHealth.Features.Cohorts;
using NetworkHealth.Features.Home;
using NetworkHealth.Features.ResearchExport;
using NetworkHealth.Tests.Features.AnnualRating;

namespace NetworkHealth.Tests.Features.Cohorts;

/// <summary>Making, describing and archiving networks, and what an archived one is still asked.</summary>
public sealed class ManagedNetworksTests(RatingApp app) : IClassFixture<RatingApp>
{
    private static readonly NetworkProfile Known = new()
    {
        HubOrganisation = "Žižkov “Hub”",
        Aim = "More pupils\nread well.",
        HubType = HubType.District,
        ProblemFocus = ProblemFocus.EarlyWarning,
        Structure = NetworkStructure.SeveralStates,
        LaunchYear = 2019,
        PandemicLaunch = false,
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private ManagedNetworks Networks => app.Get<ManagedNetworks>();

    [Fact]
    public async Task Each_write_is_one_change_with_a_version()
    {
        await app.Get<ManagedCohorts>().Create(Actor.Operator, "writes", "Writes", null, Ct);
        var by = Somebody.With(Role.Administrator);

        await Networks.Create(by, "writes", " Ä 1 ", "", Ct);
        await Networks.Describe(by, "writes", "Ä 1", await Edition("writes", "Ä 1"), " River’s bend ", Known, Ct);
        await Networks.Describe(by, "writes", "Ä 1", await Edition("writes", "Ä 1"), "River’s bend", Known, Ct);
        await Networks.Archive(by, "writes", "Ä 1", await Edition("writes", "Ä 1"), Ct);
        Assert.Equal("River’s bend is archived already.", await Somebody.Refused(async () => await Networks.Archive(by, "writes", "Ä 1", await Edition("writes", "Ä 1"), Ct)));
        await Networks.Restore(by, "writes", "Ä 1", await Edition("writes", "Ä 1"), Ct);

        var network = (await Networks.Read(by, "writes", "Ä 1", Ct))!.Network;
        await using var db = await app.Db();
        var changes = await db.Changes.Where(change => change.ActorId == by.PersonId).OrderBy(change => change.Number).ToListAsync(Ct);
        var versions = await db.Versions.Where(version => version.EntityId == network.Id).OrderBy(version => version.Change).ToListAsync(Ct);
        Assert.Equal([ChangeAction.NetworkCreated, ChangeAction.NetworkDescribed, ChangeAction.NetworkArchived, ChangeAction.NetworkRestored], changes.Select(change => change.Action));
        Assert.All(changes, change => Assert.Equal(($"network:{network.Id}", "{}", (Guid?)network.CohortId), (change.Touched, change.Details, change.CohortId)));
        Assert.Equal(changes.Select(change => change.Number), versions.Select(version => version.Change));
        Assert.Equal(("Ä 1", "River’s bend", Known), (VersionJson.Network(versions[0].Json).Name, network.Name, network.Profile));
        Assert.Equal([false, false, true, false], versions.Select(version => VersionJson.Network(version.Json).IsArchived));
    }

    [Fact]
    public async Task What_cannot_be_kept_or_came_late_is_told_and_nothing_is_written()
    {
        await app.Get<ManagedCohorts>().Create(Actor.Operator, "refusals", "Refusals", null, Ct);
        await Networks.Create(Actor.Operator, "refusals", "A", "A", Ct);
        long read = await Edition("refusals", "A");
        await Networks.Describe(Actor.Operator, "refusals", "A", read, "B", NetworkProfile.Unknown, Ct);
        long now = await Edition("refusals", "A");
        string before = await Fingerprint.Of(app);

        const string Stale = "Somebody else changed this while you wrote, so nothing of yours was saved. Look at how it stands now, then save again.";
        Assert.Equal(Stale, await Somebody.Refused(() => Networks.Describe(Actor.Operator, "refusals", "A", read, "C", Known, Ct)));
        Assert.Equal(Stale, await Somebody.Refused(() => Networks.Archive(Actor.Operator, "refusals", "A", read, Ct)));
        Assert.Equal(Stale, await Somebody.Refused(() => Networks.Restore(Actor.Operator, "refusals", "A", read, Ct)));
        Assert.Equal("There is a network A in this cohort already. Choose another code.", await Somebody.Refused(() => Networks.Create(Actor.Operator, "refusals", "A", "Again", Ct)));
        Assert.Equal("There is no cohort gone any more.", await Somebody.Refused(() => Networks.Create(Actor.Operator, "gone", "A", "A", Ct)));
        Assert.Equal("A network needs a code.", await Somebody.Refused(() => Networks.Create(Actor.Operator, "refusals", "  ", "A", Ct)));
        Assert.Equal("The code “a/b” cannot stand in a web address. Leave out / and \\.", await Somebody.Refused(() => Networks.Create(Actor.Operator, "refusals", "a/b", "A", Ct)));
        Assert.Equal("This name has 300 characters; 200 fit. Shorten it, and it is saved.", await Somebody.Refused(() => Networks.Describe(Actor.Operator, "refusals", "A", now, new string('n', 300), Known, Ct)));
        Assert.Equal("This aim has 1,001 characters; 1,000 fit. Shorten it, and it is saved.", await Somebody.Refused(() => Networks.Describe(Actor.Operator, "refusals", "A", now, "A", Known with { Aim = new string('a', 1001) }, Ct)));
        Assert.Equal("The name of the hub organisation holds a character that cannot be stored. Type the place anew instead of pasting it.",
            await Somebody.Refused(() => Networks.Describe(Actor.Operator, "refusals", "A", now, "A", Known with { HubOrganisation = "a\uD800" }, Ct)));
        Assert.Equal("1492 is not a year from 1900 to 2100.", await Somebody.Refused(() => Networks.Describe(Actor.Operator, "refusals", "A", now, "A", Known with { LaunchYear = 1492 }, Ct)));
        Assert.Equal("There is no network Z in the cohort refusals any more.", await Somebody.Refused(() => Networks.Archive(Actor.Operator, "refusals", "Z", now, Ct)));
        Assert.Equal(before, await Fingerprint.Of(app));
    }

    [Fact]
    public async Task An_archived_network_is_not_asked_to_rate_and_its_history_and_files_stay()
    {
        var hub = await app.Hub("archived");
        await hub.Rate();
        await Cycle("archived", 2027);
        var next = hub.Address with { Year = 2027 };
        var drafts = app.Get<Drafts>();
        await drafts.Open(hub.Leader, next, null, Ct);
        var entry = (await app.Get<RatingViews>().Read(hub.Leader, next, ct: Ct))!.Draft![Subject.Overall];
        Assert.Equal([2026, 2027], (await app.Get<Waiting>().For(hub.Leader, Ct)).Select(rating => rating.Year));
        string file = (await app.Export(ExportFile.Ratings, "archived"))!;

        await Networks.Archive(Actor.Operator, "archived", "RIV", await Edition("archived", "RIV"), Ct);

        const string Archived = "RIV is archived, so nobody is asked to rate it any more. Ask your administrator if that is a mistake.";
        Assert.Empty(await app.Get<Waiting>().For(hub.Leader, Ct));
        Assert.Equal(["OAK"], (await app.Get<Waiting>().For(hub.Evaluator, Ct)).Select(rating => rating.Code).Distinct());
        Assert.Equal(Archived, await Somebody.Refused(() => drafts.Open(hub.Leader, next, null, Ct)));
        Assert.Equal(Archived, await Somebody.Refused(() => drafts.Open(hub.Leader, hub.Address, "To mend it.", Ct)));
        Assert.False(await hub.Save(entry, Level.Most));
        var view = (await app.Get<RatingViews>().Read(hub.Leader, hub.Address, ct: Ct))!;
        Assert.Equal((1, false, 0), (view.Revisions.Count, view.Cycle!.IsOpen, view.OpenCycles.Count));
        Assert.Equal(file, await app.Export(ExportFile.Ratings, "archived"));

        await Networks.Restore(Actor.Operator, "archived", "RIV", await Edition("archived", "RIV"), Ct);
        Assert.True(await hub.Save(entry, Level.Most));
        Assert.Equal([2026, 2027], (await app.Get<Waiting>().For(hub.Leader, Ct)).Select(rating => rating.Year));
    }

    private Task<CycleState> Cycle(string slug, int year) => app.Get<Cycles>().Open(Actor.Operator, slug, year, ct: Ct);

    private async Task<long> Edition(string slug, string code) => (await Networks.Read(Actor.Operator, slug, code, Ct))!.Edition;
}
