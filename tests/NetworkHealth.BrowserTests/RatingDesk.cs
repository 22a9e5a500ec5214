using Microsoft.EntityFrameworkCore;
using NetworkHealth.Data;
using NetworkHealth.Domain;
using NetworkHealth.Features.AnnualRating;
using NetworkHealth.Features.Demo;
using NetworkHealth.Tests;

namespace NetworkHealth.BrowserTests;

/// <summary>What a test prepares in the demo's database before people sit down to rate, and reads when they have.</summary>
public sealed class RatingDesk(string connection) : IDbContextFactory<NetworkHealthDb>
{
    public NetworkHealthDb CreateDbContext() => TestDatabase.Context(TestDatabase.Kind, connection);

    public Drafts Drafts => new(this, TimeProvider.System);

    /// <summary>A rating of the demo leader's network, in a year that no other test uses.</summary>
    public async Task<RatingAddress> NewYear()
    {
        await using var db = CreateDbContext();
        var cohort = await db.Cohorts.SingleAsync(c => c.Slug == DemoData.Demo);
        int year = cohort.Cycles.Max(cycle => cycle.Year) + 1;
        cohort.AddCycle(year, isOpen: true);
        await db.SaveChangesAsync();
        return new RatingAddress(DemoData.Demo, DemoData.LeaderNetwork, year, RatingSource.Self);
    }

    /// <summary>The same with an open draft.</summary>
    public async Task<RatingAddress> NewDraft()
    {
        var address = await NewYear();
        await Drafts.Open(await Actor(Site.Leader), address);
        return address;
    }

    /// <summary>The same with all seven answered, so that it can be submitted.</summary>
    public async Task<RatingAddress> NewCompleteDraft(Func<Subject, Judgement>? says = null)
    {
        var address = await NewDraft();
        foreach (var subject in SubjectWords.All)
            await Say(address, subject, says?.Invoke(subject) ?? new Judgement(Answer.Of(Level.DevelopingMid), Grounds.None));
        return address;
    }

    /// <summary>Saves an entry as somebody else would, in a tab of their own.</summary>
    public async Task Say(RatingAddress address, Subject subject, Judgement judgement, string by = Site.Member)
    {
        var (draft, actor) = (await Draft(address), await Actor(by));
        await using var db = CreateDbContext();
        Assert.True(await db.Save(draft![subject].Next(judgement, actor.PersonId, "a tab elsewhere", DateTimeOffset.UtcNow)));
    }

    public async Task<Draft?> Draft(RatingAddress address)
    {
        await using var db = CreateDbContext();
        return await Place(db, address, db.Drafts.Include(draft => draft.Entries));
    }

    public async Task<IReadOnlyList<Revision>> Revisions(RatingAddress address)
    {
        await using var db = CreateDbContext();
        var network = await db.Networks.SingleAsync(n => n.Code == address.Code);
        return await db.Revisions.Include(r => r.Grounds)
            .Where(r => r.NetworkId == network.Id && r.Year == address.Year && r.Source == address.Source).OrderBy(r => r.Number).ToListAsync();
    }

    /// <summary>What the server holds of one field, such as <c>HL.seen</c>; empty where nothing.</summary>
    public async Task<string> Saved(RatingAddress address, string field)
    {
        string[] parts = field.Split('.', 2);
        var judgement = (await Draft(address))![SubjectWords.Parse(parts[0])!.Value].Judgement;
        return judgement.Fields().ToDictionary().GetValueOrDefault(parts[1], "");
    }

    public async Task<Actor> Actor(string email)
    {
        await using var db = CreateDbContext();
        var person = await db.Users.SingleAsync(p => p.Email == email);
        return new Actor(person.Id, await db.Grants.AsNoTracking().Where(grant => grant.PersonId == person.Id).ToListAsync());
    }

    /// <summary>Makes somebody a second leader of the network.</summary>
    public async Task MakeLeader(string email)
    {
        await using var db = CreateDbContext();
        var (person, network) = (await db.Users.SingleAsync(p => p.Email == email), await db.Networks.SingleAsync(n => n.Code == DemoData.LeaderNetwork));
        db.Grants.Add(new Grant(person.Id, Role.HubLeader, networkId: network.Id));
        await db.SaveChangesAsync();
    }

    public async Task Execute(FormattableString sql)
    {
        await using var db = CreateDbContext();
        await db.Database.ExecuteSqlInterpolatedAsync(sql);
    }

    private static async Task<Draft?> Place(NetworkHealthDb db, RatingAddress address, IQueryable<Draft> drafts)
    {
        var network = await db.Networks.SingleAsync(n => n.Code == address.Code);
        return await drafts.SingleOrDefaultAsync(d => d.NetworkId == network.Id && d.Year == address.Year && d.Source == address.Source);
    }
}
