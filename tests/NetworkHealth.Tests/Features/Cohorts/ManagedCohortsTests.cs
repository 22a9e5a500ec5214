using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Features.AuditTrail;
using NetworkHealth.Features.Cohorts;

namespace NetworkHealth.Tests.Features.Cohorts;

/// <summary>Making and describing cohorts and their cycles: one change with a version each, for administrators alone.</summary>
public sealed class ManagedCohortsTests(TestApp app) : IClassFixture<TestApp>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private ManagedCohorts Cohorts => app.Get<ManagedCohorts>();
    private Cycles Cycles => app.Get<Cycles>();

    [Fact]
    public async Task Each_write_is_one_change_with_a_version_and_nothing_new_is_none()
    {
        var by = Somebody.With(Role.Administrator);
        await Cohorts.Create(by, "first", " First “round” ", "", Ct);
        await Cohorts.Describe(by, "first", await Edition("first"), "renamed", "Đặng’s round", " A funder ", Ct);
        await Cohorts.Describe(by, "renamed", await Edition("renamed"), "renamed", "Đặng’s round", "A funder", Ct);
        await Cohorts.Show(by, "renamed", await Edition("renamed"), Display.Codes, ProfileField.HubType, true, Ct);
        await Cohorts.Show(by, "renamed", await Edition("renamed"), Display.Codes, ProfileField.HubType, true, Ct);
        await Cycles.Open(by, "renamed", 2024, "2023–24", await Edition("renamed"), Ct);
        await Cycles.Relabel(by, "renamed", 2024, " ", await Edition("renamed"), Ct);
        await Cycles.Relabel(by, "renamed", 2024, null, await Edition("renamed"), Ct);
        await Cycles.Close(by, "renamed", 2024, await Edition("renamed"), Ct);

        Assert.Null(await Cohorts.Read(by, "first", Ct));
        var cohort = (await Cohorts.Read(by, "renamed", Ct))!.Cohort;
        await using var db = await app.Db();
        var changes = await db.Changes.Where(change => change.ActorId == by.PersonId).OrderBy(change => change.Number).ToListAsync(Ct);
        var versions = await db.Versions.Where(version => version.EntityId == cohort.Id).OrderBy(version => version.Change).ToListAsync(Ct);
        Assert.Equal([ChangeAction.CohortCreated, ChangeAction.CohortDescribed, ChangeAction.DisplayChanged, ChangeAction.CycleOpened, ChangeAction.CohortDescribed, ChangeAction.CycleClosed],
            changes.Select(change => change.Action));
        Assert.All(changes, change => Assert.Equal(($"cohort:{cohort.Id}", (Guid?)cohort.Id), (change.Touched, change.CohortId)));
        Assert.All(changes, change => Assert.DoesNotContain("round", change.Details, StringComparison.Ordinal));
        Assert.Equal(changes.Select(change => change.Number), versions.Select(version => version.Change));
        Assert.Equal(VersionJson.Of(cohort), versions[^1].Json);
        Assert.Equal(("Đặng’s round", "A funder", Display.Codes, true, "2024"), (cohort.Name, cohort.Funder, cohort.Display, cohort.IsNamedForResearch, cohort.Cycles.Single().Shown));
        Assert.Equal((Display.Aggregates, false), (VersionJson.Cohort(versions[0].Json).Display, VersionJson.Cohort(versions[0].Json).IsNamedForResearch));
        Assert.Null((await app.Get<AuditChain>().Verify(Ct)).Problem);
    }

    [Fact]
    public async Task A_form_read_before_somebody_elses_change_is_refused_whatever_it_asks()
    {
        await Cohorts.Create(Actor.Operator, "stale", "Stale", null, Ct);
        long read = await Edition("stale");
        await Cycles.Open(Actor.Operator, "stale", 2025, ct: Ct);
        string before = await Fingerprint.Of(app);

        foreach (var what in new Func<Task>[]
        {
            () => Cohorts.Describe(Actor.Operator, "stale", read, "stale", "Mine", null, Ct), () => Cohorts.Show(Actor.Operator, "stale", read, Display.Names, null, true, Ct),
            () => Cycles.Open(Actor.Operator, "stale", 2026, null, read, Ct), () => Cycles.Close(Actor.Operator, "stale", 2025, read, Ct), () => Cycles.Relabel(Actor.Operator, "stale", 2025, "Mine", read, Ct),
        })
            Assert.Equal("Somebody else changed this while you wrote, so nothing of yours was saved. Look at how it stands now, then save again.", await Somebody.Refused(what));

        Assert.Equal("There is no cohort gone any more.", await Somebody.Refused(() => Cohorts.Describe(Actor.Operator, "gone", read, "gone", "Mine", null, Ct)));
        Assert.Equal(before, await Fingerprint.Of(app));
    }

    [Fact]
    public async Task What_cannot_be_kept_is_told_and_nothing_is_written()
    {
        await Cohorts.Create(Actor.Operator, "taken", "Taken", null, Ct);
        await Cohorts.Create(Actor.Operator, "other", "Other", null, Ct);
        long edition = await Edition("other");
        string before = await Fingerprint.Of(app);

        Assert.Equal("There is a cohort taken already. Choose another short name.", await Somebody.Refused(() => Cohorts.Create(Actor.Operator, "taken", "X", null, Ct)));
        Assert.Equal("There is a cohort taken already. Choose another short name.", await Somebody.Refused(() => Cohorts.Describe(Actor.Operator, "other", edition, "taken", "X", null, Ct)));
        Assert.Equal("“Ü b” cannot be a cohort's short name. Use 1 to 64 lower-case letters, digits and hyphens.", await Somebody.Refused(() => Cohorts.Create(Actor.Operator, "Ü b", "X", null, Ct)));
        Assert.Equal("A cohort's name has 1 to 200 characters, and its funder's at most as many.", await Somebody.Refused(() => Cohorts.Create(Actor.Operator, "empty", " ", null, Ct)));
        Assert.Equal("This name has 300 characters; 200 fit. Shorten it, and it is saved.", await Somebody.Refused(() => Cohorts.Create(Actor.Operator, "long", new string('n', 300), null, Ct)));
        Assert.Equal("The funder’s name holds a character that cannot be stored. Type the place anew instead of pasting it.", await Somebody.Refused(() => Cohorts.Create(Actor.Operator, "nul", "X", "F\0", Ct)));
        Assert.Equal("This name stands on one line. Take out its line breaks and tabs.", await Somebody.Refused(() => Cohorts.Describe(Actor.Operator, "other", edition, "other", "A\nB", null, Ct)));
        Assert.Equal("A cycle's label has 1 to 20 characters.", await Somebody.Refused(() => Cycles.Open(Actor.Operator, "other", 2026, new string('l', 21), edition, Ct)));
        Assert.Equal("Other has no cycle 2031.", await Somebody.Refused(() => Cycles.Relabel(Actor.Operator, "other", 2031, "x", edition, Ct)));
        Assert.Equal(before, await Fingerprint.Of(app));
    }

    [Fact]
    public async Task Nobody_but_an_administrator_does_any_of_it()
    {
        await Cohorts.Create(Actor.Operator, "rights", "Rights", null, Ct);
        await app.Get<ManagedNetworks>().Create(Actor.Operator, "rights", "A", "A", Ct);
        string before = await Fingerprint.Of(app);
        var networks = app.Get<ManagedNetworks>();

        foreach (var by in Somebody.WhoDoesNotAdminister)
        {
            foreach (var what in new Func<Task>[]
            {
                () => Cohorts.Read(by, "rights", Ct), () => Cohorts.Create(by, "mine", "Mine", null, Ct), () => Cohorts.Describe(by, "rights", 0, "rights", "Mine", null, Ct),
                () => Cohorts.Show(by, "rights", 0, Display.Names, null, true, Ct), () => Cycles.Relabel(by, "rights", 2025, "x", 0, Ct), () => Cycles.Open(by, "rights", 2025, null, 0, Ct),
                () => networks.Read(by, "rights", "A", Ct), () => networks.Create(by, "rights", "B", null, Ct), () => networks.Describe(by, "rights", "A", 0, "Mine", NetworkProfile.Unknown, Ct),
                () => networks.Archive(by, "rights", "A", 0, Ct), () => networks.Restore(by, "rights", "A", 0, Ct),
            })
                Assert.Equal("Only an administrator can do this.", await Somebody.Refused(what));
        }

        Assert.Equal(before, await Fingerprint.Of(app));
    }

    private async Task<long> Edition(string slug) => (await Cohorts.Read(Actor.Operator, slug, Ct))!.Edition;
}
