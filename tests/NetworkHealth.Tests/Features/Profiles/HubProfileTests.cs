using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Features.AuditTrail;
using NetworkHealth.Features.Cohorts;
using NetworkHealth.Features.Profiles;
using NetworkHealth.Tests.Features.AnnualRating;

namespace NetworkHealth.Tests.Features.Profiles;

/// <summary>The leader says what the network is, as the administrator may too, and nobody else does.</summary>
public sealed class HubProfileTests(RatingApp app) : IClassFixture<RatingApp>
{
    private static readonly NetworkProfile Known = new()
    {
        HubOrganisation = "Žižkov Hub",
        Aim = "More pupils\nread well.",
        HubType = HubType.University,
        Schools = 8,
        Districts = 2,
        Teams = 0,
        GrantStartYear = 2021,
        GrantEndYear = 2026,
        GrantEndMonth = 6,
        NsiIntermediary = true,
        NsiTenSchools = true,
        NsiLearning = false,
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private HubProfile Profiles => app.Get<HubProfile>();

    [Fact]
    public async Task It_is_one_change_with_a_version_and_the_audit_shows_before_and_after()
    {
        var hub = await app.Hub("described");
        long edition = await Edition(hub);
        await Profiles.Describe(hub.Leader, "described", "RIV", edition, Known, Ct);
        await Profiles.Describe(hub.Leader, "described", "RIV", edition, Known with { Aim = " More pupils\r\nread well. " }, Ct);
        await Profiles.Describe(hub.SecondLeader, "described", "RIV", await Edition(hub), Known with { Schools = 9, GrantEndMonth = null, NsiLearning = null, NsiOutcomes = false }, Ct);

        var changes = await hub.Changes();
        Assert.Equal([ChangeAction.NetworkDescribed, ChangeAction.NetworkDescribed], changes.Select(change => change.Action));
        await using var db = await app.Db();
        var network = await db.Networks.SingleAsync(n => n.Id == hub.Network.Id, Ct);
        Assert.Equal(("RIV", 9, null), (network.Name, network.Profile.Schools, network.Profile.GrantEndMonth));
        var versions = await db.Versions.Where(version => version.EntityId == network.Id && version.Change >= changes[0].Number).OrderBy(version => version.Change).ToListAsync(Ct);
        Assert.Equal([Known, network.Profile], versions.Select(version => VersionJson.Network(version.Json).Profile));
        var entries = (await app.Get<Trail>().Read(Actor.Operator, new TrailFilter(Network: "described/RIV", Action: nameof(ChangeAction.NetworkDescribed)), null, Ct)).Entries;
        Assert.Equal(
            [
                new FieldChange("Schools", "8", "9"), new FieldChange("End of the grant", "June 2026", "2026"), new FieldChange("It seeks results in high school and beyond", "–", "no"),
                new FieldChange("It is organised so that learning comes up and improvement spreads", "no", "–"),
            ], entries[0].Differences);
        Assert.Contains(new FieldChange("Start of the grant", "–", "2021"), entries[1].Differences);
    }

    [Fact]
    public async Task What_came_late_or_cannot_be_kept_is_told_and_nothing_is_written()
    {
        var hub = await app.Hub("late");
        long read = await Edition(hub);
        await Profiles.Describe(hub.Leader, "late", "RIV", read, Known, Ct);
        string before = await Fingerprint.Of(app);

        Assert.StartsWith("Somebody else changed this while you wrote", await Refused(hub.SecondLeader, read, Known with { Schools = 9 }), StringComparison.Ordinal);
        long now = await Edition(hub);
        Assert.Equal("The grant ends before it starts. Correct one of the two.", await Refused(hub.Leader, now, Known with { GrantStartYear = 2027 }));
        Assert.Equal("A month is a number from 1 to 12.", await Refused(hub.Leader, now, Known with { GrantEndMonth = 13 }));
        Assert.Equal("A month of the grant needs its year.", await Refused(hub.Leader, now, Known with { GrantEndYear = null }));
        Assert.Equal("1492 is not a year from 1900 to 2100.", await Refused(hub.Leader, now, Known with { GrantStartYear = 1492 }));
        Assert.Equal("Count schools, districts and teams from 0 to 100,000.", await Refused(hub.Leader, now, Known with { Districts = -1 }));
        Assert.Equal("This aim has 1,001 characters; 1,000 fit. Shorten it, and it is saved.", await Refused(hub.Leader, now, Known with { Aim = new string('a', 1001) }));
        Assert.Equal(before, await Fingerprint.Of(app));

        Task<string> Refused(Actor by, long edition, NetworkProfile profile) => Somebody.Refused(() => Profiles.Describe(by, "late", "RIV", edition, profile, Ct));
    }

    [Fact]
    public async Task Nobody_but_its_leader_reads_or_writes_it_here()
    {
        var hub = await app.Hub("led");
        var other = await app.HubOf("led", "OAK");
        long edition = await Edition(hub);
        string before = await Fingerprint.Of(app);

        foreach (var by in new[] { Actor.Stranger, Actor.Operator, hub.Member, other.Leader, hub.Evaluator, Hub.Person(Role.Funder, hub.Network), Hub.Person(Role.Researcher, hub.Network), Somebody.With(Role.Administrator) })
        {
            Assert.Null(await Profiles.Read(by, "led", "RIV", Ct));
            await Assert.ThrowsAsync<DomainRuleException>(() => Profiles.Describe(by, "led", "RIV", edition, Known, Ct));
        }

        Assert.Equal(before, await Fingerprint.Of(app));
    }

    [Theory]
    [InlineData("GrantStart", "2025-13", "Write a year such as 2025 or a month such as 2025-06, from 1900 to 2100, or leave it empty.")]
    [InlineData("GrantStart", "June 2025", "Write a year such as 2025 or a month such as 2025-06, from 1900 to 2100, or leave it empty.")]
    [InlineData("GrantEnd", "1899-12", "Write a year such as 2025 or a month such as 2025-06, from 1900 to 2100, or leave it empty.")]
    [InlineData("GrantEnd", "2019", "The grant ends before it starts. Correct one of the two.")]
    [InlineData("GrantEnd", "2020-05", "The grant ends before it starts. Correct one of the two.")]
    [InlineData("GrantEnd", "2020-06", null)]
    [InlineData("GrantEnd", " 2020-6 ", null)]
    [InlineData("GrantEnd", "2020", null)]
    [InlineData("GrantEnd", "", null)]
    [InlineData("Schools", "-1", "Write a number from 0 to 100,000, or leave it empty.")]
    [InlineData("Schools", "100001", "Write a number from 0 to 100,000, or leave it empty.")]
    [InlineData("Schools", "ten", "Write a number from 0 to 100,000, or leave it empty.")]
    [InlineData("Teams", "99999999999999", "Write a number from 0 to 100,000, or leave it empty.")]
    [InlineData("Districts", "0", null)]
    [InlineData("LaunchYear", "20", "Write a year from 1900 to 2100, or leave it empty.")]
    public void What_a_form_cannot_mean_is_told_with_how_to_write_it(string field, string typed, string? problem)
    {
        var form = ProfileForm.Of(new NetworkProfile { GrantStartYear = 2020, GrantStartMonth = 6 });
        typeof(ProfileForm).GetProperty(field)!.SetValue(form, typed);

        var errors = new ProfileForm.Validator().Validate(form).Errors;

        Assert.Equal(problem is null ? [] : [(field, problem)], errors.Select(error => (error.PropertyName, error.ErrorMessage)));
    }

    [Fact]
    public void A_form_gives_back_the_profile_it_was_made_from()
    {
        Assert.Equal(Known, ProfileForm.Of(Known).Profile);
        Assert.Equal(NetworkProfile.Unknown, ProfileForm.Of(NetworkProfile.Unknown).Profile with { HubOrganisation = null, Aim = null });
        var all = ProfileForm.Of(Known);
        all.Nsi = NsiCriterion.All.ToDictionary(criterion => criterion.Column, _ => (string?)"yes");
        Assert.All(NsiCriterion.All, criterion => Assert.True(criterion.Of(all.Profile)));
    }

    private async Task<long> Edition(Hub hub) => (await Profiles.Read(hub.Leader, hub.Address.Cohort, hub.Address.Code, Ct))!.Edition;
}
