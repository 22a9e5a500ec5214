using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;
using NetworkHealth.Features.AuditTrail;
using NetworkHealth.Features.Cohorts;
using NetworkHealth.Features.Profiles;
using NetworkHealth.Tests.Features.AnnualRating;

namespace NetworkHealth.Tests.Features.Profiles;

/// <summary>What a hub tells of its years, who may, and what two at once get.</summary>
public sealed class ContextWritesTests(RatingApp app) : IClassFixture<RatingApp>
{
    private const int Year = RatingApp.Year;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private ContextWrites Writes => app.Get<ContextWrites>();

    [Fact]
    public async Task Several_items_of_a_year_are_one_change_with_a_version_of_each_and_the_same_again_is_none()
    {
        var hub = await app.Hub("told");
        await Say(hub, hub.Leader, Said("burnout", "yes", "We shortened meetings."), Said("coaching", "partly"), Said("agency", "", ""));
        await Say(hub, hub.Member, Said("coaching", "yes", edition: 1));
        string before = await Fingerprint.Of(app);
        await Say(hub, hub.Member, Said("burnout", "yes", " We shortened meetings. ", 0), Said("coaching", "yes"), Said("agency", ""));
        Assert.Equal(before, await Fingerprint.Of(app));

        var view = (await app.Get<Contexts>().Read(hub.Member, "told", "RIV", Ct))!;
        Assert.Equal(("yes", "We shortened meetings.", 1), Read(view, "burnout"));
        Assert.Equal(("yes", "", 2), Read(view, "coaching"));
        Assert.Equal(2, view.Entries.Count);
        Assert.True(view.MayWrite);
        Assert.Equal([Year], view.Told.Select(cycle => cycle.Year));
        await using var db = await app.Db();
        var changes = await hub.Changes();
        Assert.Equal([ChangeAction.ContextSaid, ChangeAction.ContextSaid], changes.Select(change => change.Action));
        Assert.All(changes, change => Assert.Equal($"context:{hub.Network.Id}/{Year}", change.Touched));
        Assert.Equal([2, 1], changes.Select(change => db.Versions.Count(version => version.Change == change.Number)));
        Assert.Null((await app.Get<AuditChain>().Verify(Ct)).Problem);
    }

    [Fact]
    public async Task The_same_item_changed_by_two_is_refused_as_a_whole_and_different_items_never_collide()
    {
        var hub = await app.Hub("met");
        await Say(hub, hub.Leader, Said("burnout", "yes"), Said("staffing", "no"));
        await Say(hub, hub.Member, Said("burnout", "partly", edition: 1));
        await Say(hub, hub.Leader, Said("staffing", "yes", edition: 1));

        string refused = await Somebody.Refused(() => Say(hub, hub.Leader, Said("burnout", "no", edition: 1), Said("agency", "yes")));

        Assert.Equal("Somebody else changed “People were worn out” while you wrote, so nothing of yours is saved yet, and nothing is lost. Both stand below. Decide, then save again.", refused);
        var view = (await app.Get<Contexts>().Read(hub.Leader, "met", "RIV", Ct))!;
        Assert.Equal(("partly", "", 2), Read(view, "burnout"));
        Assert.Null(view.Of(Year, ContextItem.Parse("agency")!));
        await Say(hub, hub.Leader, Said("burnout", "no", edition: 2));
        Assert.Equal("no", Read((await app.Get<Contexts>().Read(hub.Leader, "met", "RIV", Ct))!, "burnout").Value);
    }

    [Fact]
    public async Task Of_two_who_begin_the_same_item_at_once_one_is_told()
    {
        var hub = await app.Hub("at-once");

        bool[] kept = await Task.WhenAll(new[] { "yes", "partly", "no" }.Select(async value =>
        {
            try
            {
                await Say(hub, hub.Member, Said("policy_change", value));
                return true;
            }
            catch (DomainRuleException)
            {
                return false;
            }
        }));
        await Task.WhenAll(ContextItem.All.Where(item => item.Kind == ContextKind.Action).Select(item => Say(hub, hub.Leader, new ContextSaid(item, "yes", "", 0))));

        Assert.Single(kept, true);
        Assert.Equal(7, (await app.Get<Contexts>().Read(hub.Leader, "at-once", "RIV", Ct))!.Entries.Count);
    }

    [Fact]
    public async Task What_cannot_be_told_is_refused_and_nothing_is_written()
    {
        var hub = await app.Hub("untold");
        string before = await Fingerprint.Of(app);

        Assert.Equal("untold has no cycle 1999.", await Somebody.Refused(() => Writes.Say(hub.Leader, "untold", "RIV", 1999, [Said("burnout", "yes")], Ct)));
        Assert.Equal("People were worn out: choose one of no, partly and yes.", await Somebody.Refused(() => Say(hub, hub.Leader, Said("staffing", "yes"), Said("burnout", "timely"))));
        Assert.Equal("This note has 1,001 characters; 1,000 fit. Shorten it, and it is saved.", await Somebody.Refused(() => Say(hub, hub.Leader, Said("staffing", "yes", new string('n', 1001)))));
        Assert.Equal("There is no such network here.", await Somebody.Refused(() => Writes.Say(hub.Leader, "untold", "XXX", Year, [Said("burnout", "yes")], Ct)));
        Assert.Equal(before, await Fingerprint.Of(app));
    }

    [Fact]
    public async Task Nobody_but_the_hub_writes_and_who_is_not_shown_evidence_does_not_read()
    {
        var hub = await app.Hub("closed");
        await Say(hub, hub.Member, Said("burnout", "yes"));
        var other = await app.HubOf("closed", "OAK");
        string before = await Fingerprint.Of(app);

        foreach (var by in new[] { Actor.Stranger, Actor.Operator, other.Leader, other.Member, hub.Evaluator, Hub.Person(Role.Funder, hub.Network), Hub.Person(Role.Researcher, hub.Network), Somebody.With(Role.Administrator) })
        {
            await Assert.ThrowsAsync<DomainRuleException>(() => Say(hub, by, Said("burnout", "no", edition: 1)));
            var view = await app.Get<Contexts>().Read(by, "closed", "RIV", Ct);
            Assert.Equal(by.IsAdministrator, view is not null);
            Assert.Equal((false, false), (view?.MayWrite ?? false, view?.Leads ?? false));
        }

        Assert.Equal(before, await Fingerprint.Of(app));
    }

    [Fact]
    public async Task An_archived_network_is_still_told()
    {
        var hub = await app.Hub("ended");
        await app.Get<ManagedNetworks>().Archive(Actor.Operator, "ended", "RIV", (await app.Get<ManagedNetworks>().Read(Actor.Operator, "ended", "RIV", Ct))!.Edition, Ct);

        await Say(hub, hub.Leader, Said("burnout", "yes", "Seen afterwards."));

        Assert.Equal("Seen afterwards.", Read((await app.Get<Contexts>().Read(hub.Leader, "ended", "RIV", Ct))!, "burnout").Note);
    }

    [Fact]
    public async Task Ten_years_take_as_many_statements_as_one()
    {
        var one = await app.Hub("one-year");
        await Say(one, one.Leader, Said("burnout", "yes"));
        var ten = await app.Hub("ten-years");
        for (int year = 2017; year <= Year; year++)
        {
            await app.Get<Cycles>().Open(Actor.Operator, "ten-years", year, ct: Ct);
            await Writes.Say(ten.Leader, "ten-years", "RIV", year, [.. ContextItem.All.Select(item => new ContextSaid(item, item.Values[1].Code, "A note.", 0))], Ct);
        }

        await app.Get<Contexts>().Read(one.Leader, "one-year", "RIV", Ct);
        int few = (await app.Sql.During(() => app.Get<Contexts>().Read(one.Leader, "one-year", "RIV", Ct))).Count;
        Assert.Equal(few, (await app.Sql.During(() => app.Get<Contexts>().Read(ten.Leader, "ten-years", "RIV", Ct))).Count);
    }

    [Fact]
    public async Task The_finding_counts_what_is_told_of_the_latest_year()
    {
        var hub = await app.Hub("finding");
        Assert.StartsWith("Nothing is told of its years yet.", await Finding(), StringComparison.Ordinal);
        await Say(hub, hub.Leader, Said("burnout", "", "A note alone."));
        Assert.Equal("Of 2026 there are notes only.", await Finding());
        await Say(hub, hub.Leader, Said("burnout", "no", "", 1));
        Assert.Equal("In 2026 the one factor that is told did not weigh on the network.", await Finding());
        await Say(hub, hub.Leader, Said("staffing", "partly"), Said("data_access", "none"), Said("policy_change", "yes"), Said("steady_focus", "yes"), Said("coaching", "partly"), Said("agency", "no"));
        Assert.Equal("In 2026 three factors weighed on the network; one of six strategic actions was in place, one in part and three not told.", await Finding());

        async Task<string> Finding() => ContextFindings.Latest((await app.Get<Contexts>().Read(hub.Leader, "finding", "RIV", Ct))!);
    }

    private static ContextSaid Said(string item, string value, string note = "", int edition = 0) => new(ContextItem.Parse(item)!, value, note, edition);

    private static (string Value, string Note, int Edition) Read(ContextView view, string item)
    {
        var entry = view.Of(Year, ContextItem.Parse(item)!)!;
        return (entry.Value, entry.Note, entry.Edition);
    }

    private Task Say(Hub hub, Actor by, params ContextSaid[] said) => Writes.Say(by, hub.Address.Cohort, hub.Address.Code, Year, said, Ct);
}
