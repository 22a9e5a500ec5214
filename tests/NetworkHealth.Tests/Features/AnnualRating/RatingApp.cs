using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using NetworkHealth.Domain;
using NetworkHealth.Features.AnnualRating;

namespace NetworkHealth.Tests.Features.AnnualRating;

/// <summary>The application with hubs that rate, each in a cohort of its own.</summary>
public sealed class RatingApp : TestApp
{
    public const int Year = 2026;

    public SqlCounter Sql { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(Sql.Watch);
    }

    /// <summary>A hub in a new cohort with two networks, RIV and OAK, whose cycle 2026 is open and in which nothing is rated.</summary>
    public async Task<Hub> Hub(string slug, RatingSource source = RatingSource.Self)
    {
        Assert.Empty((await Import($"network_code,year,subject,level\nRIV,{Year},OVERALL,\nOAK,{Year},OVERALL,\n", slug)).Problems);
        var hub = await HubOf(slug, "RIV", source);
        await hub.SetOpen(true);
        return hub;
    }

    /// <summary>Returns once a statement waits for a row that somebody else holds; where that cannot be seen, after a while.</summary>
    public async Task SomebodyWaits()
    {
        await using var db = await Db();
        for (int tries = 0; tries < (db.Database.IsNpgsql() ? 400 : 8); tries++)
        {
            await Task.Delay(25);
            if (db.Database.IsNpgsql() && await db.Database.SqlQueryRaw<int>(
                    "SELECT COUNT(*)::int AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'").SingleAsync() > 0)
                return;
        }
    }

    public async Task<Hub> HubOf(string slug, string code, RatingSource source = RatingSource.Self)
    {
        await using var db = await Db();
        var cohort = await db.Cohorts.AsNoTracking().SingleAsync(c => c.Slug == slug);
        var network = await db.Networks.AsNoTracking().SingleAsync(n => n.CohortId == cohort.Id && n.Code == code);
        return new Hub(this, network, new RatingAddress(slug, code, Year, source));
    }
}

/// <summary>One rating of one network, and the people who may come near it.</summary>
public sealed class Hub(RatingApp app, Network network, RatingAddress address)
{
    public Network Network { get; } = network;
    public RatingAddress Address { get; } = address;

    public Actor Leader { get; } = Person(Role.HubLeader, network);
    public Actor SecondLeader { get; } = Person(Role.HubLeader, network);
    public Actor Member { get; } = Person(Role.HubMember, network);
    public Actor Evaluator { get; } = Person(Role.Evaluator, network);

    /// <summary>Who submits this rating.</summary>
    public Actor Rater => Address.Source == RatingSource.Self ? Leader : Evaluator;

    private Drafts Drafts => app.Get<Drafts>();

    public static Actor Person(Role role, Network network)
    {
        bool onNetwork = role is Role.HubLeader or Role.HubMember, onCohort = role > Role.HubMember;
        var id = Guid.CreateVersion7();
        return new Actor(id, [new Grant(id, role, onCohort ? network.CohortId : null, onNetwork ? network.Id : null)]);
    }

    public Task<RatingView?> View(Actor by, bool history = false) => app.Get<RatingViews>().Read(by, Address, history);

    public async Task<Draft> Draft() => (await View(Rater))!.Draft!;

    public async Task<string> Edition() => (await Draft()).Edition;

    public async Task<IReadOnlyList<Revision>> Revisions() => (await View(Rater, history: true))!.Revisions;

    /// <summary>Saves what one entry says, on top of what it says now.</summary>
    public async Task<bool> Say(Subject subject, Level level, Grounds? grounds = null, Actor? by = null) =>
        await Save((await Draft())[subject], level, grounds, by);

    public Task<bool> Save(DraftEntry entry, Level level, Grounds? grounds = null, Actor? by = null) =>
        app.Get<DraftEntries>().Save(by ?? Rater, Network, Next(entry, level, grounds, by ?? Rater));

    public static DraftEntry Next(DraftEntry entry, Level level, Grounds? grounds, Actor by) =>
        entry.Next(new Judgement(Answer.Of(level), grounds ?? Grounds.None), by.PersonId, "tab-1", new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero));

    /// <summary>Says one level of all seven in the draft that is open.</summary>
    public async Task Complete(Level level = Level.DevelopingMid)
    {
        foreach (var entry in (await Draft()).Entries)
            Assert.True(await Save(entry, level, entry.Grounds));
    }

    public Task Open(Actor by, string? reason = null) => Drafts.Open(by, Address, reason);

    public Task<int> Submit(Actor by, string edition) => Drafts.Submit(by, Address, edition);

    public async Task<int> Submit() => await Submit(Rater, await Edition());

    public Task GoOn(Actor by, string? reason) => Drafts.GoOn(by, Address, reason);

    public Task SayWhy(Actor by, string? reason) => Drafts.SayWhy(by, Address, reason);

    public Task Move(Actor by) => Drafts.Move(by, Address);

    public Task Discard(Actor by, string edition) => Drafts.Discard(by, Address, edition);

    public async Task Discard(Actor by) => await Discard(by, (await View(Rater))!.Draft?.Edition ?? "");

    /// <summary>Opens, fills and submits.</summary>
    public async Task<int> Rate(Level level = Level.DevelopingMid, string? reason = null)
    {
        await Open(Rater, reason);
        await Complete(level);
        return await Submit();
    }

    public Task SetOpen(bool open) => Execute($"UPDATE cycles SET is_open = {(open ? "TRUE" : "FALSE")} WHERE cohort_id = {{0}}", Network.CohortId);

    /// <summary>As if the framework had been replaced since.</summary>
    public Task AgeDraft() => Execute("UPDATE drafts SET framework_version = '2023.1' WHERE network_id = {0}", Network.Id);

    /// <summary>The changes of this hub's cohort since it was opened, oldest first.</summary>
    public async Task<IReadOnlyList<Change>> Changes()
    {
        await using var db = await app.Db();
        return await db.Changes.AsNoTracking().Where(change => change.CohortId == Network.CohortId && change.Action != ChangeAction.RatingsImported)
            .OrderBy(change => change.Number).ToListAsync();
    }

    private async Task Execute(string sql, Guid id)
    {
        await using var db = await app.Db();
        Assert.NotEqual(0, await db.Database.ExecuteSqlRawAsync(sql, id));
    }
}
